"""The tables of docs/format.md: which fields there are, of which kind, in which order.

`MENTORSHIP`, `PROGRAMME` and `SETTINGS` are the three forms of a root. A field is described by a
short text, the same as in the document: nothing is a text of 1,200 characters, `4000` a text of so
many, `0..52` a whole number, `->people` an arrow, `a|b|c` words, or the name of a kind. In front of
the name `*` says that the field goes to a programme, `!` behind it that it must not be left empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SHARED = "shared"
PRIVATE = "private"
ROOT = "root"

NAME_PATTERN = re.compile(r"[A-Za-z_$][A-Za-z0-9_$-]{0,63}", re.ASCII)
TOP_MEMBERS = ("$schema", "format", "version", "generator", "audience", "id", "plan", "merge", "private")


@dataclass(frozen=True)
class Kind:
    """The kind of a field: what its values look like and how they are ordered."""

    name: str                       # text, number, yes/no, date, time, decimal, id, word, hours, unknown
    limit: int = 1200               # of a text, in characters
    low: int = 0
    high: int = 0
    words: tuple[str, ...] = ()
    target: str = ""                # the collection that an arrow points to
    required: bool = False
    programme: bool = False


UNKNOWN = Kind("unknown")

_PROGRESS_WORDS = "none|much-less|less|expected|more|much-more"
_HOW_WORDS = "video|phone|chat|in-person|in-writing"
_MEASURES = ("expected 4000, muchLess 2000, less 2000, more 2000, muchMore 2000, weight 0..100, unit 60, "
             "baseline decimal, target decimal")
_BIG = 2 ** 53

_PEOPLE = ("*name, sayIt 200, pronouns 60, *role mentor|mentee|coordinator|sponsor, zone 64, hours hours, video 2000, "
           "chat 2000, phone 2000, booking 2000")
_LETTER = ("everyWeeks 0..52, minutes 0..1440, platform, backUp, between, answerTime, scheduling, moving, camera, "
           "recording, noteKeeping, confidentiality between-us|programme-knows|open|not-said, confidentialityLimits, "
           "mentorExpects 4000, menteeExpects 4000, holidays, firstReview date, stopping")
_CHECKLISTS = "title!, kind success|preparation, fromTemplate 100, order"
_STEPS = ("text! 4000, owner ->people, due date, dueAfter 0..10000, *done yes/no, *confirmed yes/no, link 2000, "
          "homeKind none|session|goal|checklist|review, home id, section, order")

_MENTORSHIP_ROOT = ("aim 4000, *stage starting|running|paused|finished, *pausedUntil date, "
                    "*ending none|completed|ended-early, *start date, *end date, *oneLine")
_MENTORSHIP_COLLECTIONS = {
    "people": _PEOPLE,
    "daysOff": "person! ->people, from! date, to date, note",
    "letter": _LETTER,
    "agreements": ("person! ->people, goal ->goals, date date, how in-the-call|in-writing|in-cairn|noted-by-other, "
                   "digest! 64, words 20000"),
    "goals": ("title!, why 4000, " + _MEASURES + ", due date, *status open|paused|reached|let-go, order"),
    "earlierMeasures": "goal! ->goals, until date, " + _MEASURES,
    "progress": f"*goal! ->goals, *date date, *rung {_PROGRESS_WORDS}, *number decimal, comment 4000",
    "sessions": ("title, *date date, *weekOf yes/no, time time, zone 64, offset -1440..1440, "
                 f"heldAt 0..{_BIG}, *minutes 0..1440, "
                 f"*kind regular|check-up|long|work-review|informal|closing, *how {_HOW_WORDS}, "
                 "*outcome not-recorded|held|moved|did-not-happen, notes 200000, takeaway 2000, series ->series"),
    "series": f"everyWeeks 1..52, first! date, time time, zone 64, minutes 0..1440, how {_HOW_WORDS}",
    "ratings": "session! ->sessions, person! ->people, rating not-said|poor|fair|good|excellent",
    "lines": "text! 2000, session ->sessions, done yes/no, order",
    "checklists": _CHECKLISTS,
    "steps": _STEPS,
    "contacts": "date! date, kind message|mail|call, text 4000",
    "reviews": "*date! date, closing yes/no, change 4000",
    "answers": "*review! ->reviews, *person ->people, *question!, *text 8000",
    "resources": "title!, link 2000, ask 2000, date date",
    "wins": "date date, kind win|thanks, person ->people, text! 4000",
}
_PRIVATE_ROOT = (f"example yes/no, me ->people, inPart yes/no, hidden yes/no, handedOver -{_BIG}..{_BIG}, "
                 f"theyHave -{_BIG}..{_BIG}")
_PRIVATE_COLLECTIONS = {
    "people": "remember 200000",
    "sessions": "privateNotes 200000",
    "privateLines": "text! 2000, session ->sessions, done yes/no, order",
    "privateAnswers": "review! ->reviews, question!, text 8000",
}
_PROGRAMME_ROOT = "title!, aim 4000, start date, end date"
_PROGRAMME_COLLECTIONS = {
    "people": _PEOPLE,
    "measures": "text! 2000, order",
    "events": "title!, date date, time time, zone 64, link 2000",
    "letter": _LETTER,
    "checklists": _CHECKLISTS,
    "steps": _STEPS,
    "questions": "text! 2000, order",
}
_ORDER = ["people", "daysOff", "letter", "agreements", "goals", "earlierMeasures", "progress", "sessions", "series",
          "ratings", "lines", "privateLines", "checklists", "steps", "contacts", "reviews", "answers", "privateAnswers",
          "resources", "wins"]


def _kind(words: str, required: bool, programme: bool) -> Kind:
    """Make a kind of the text behind a field's name."""
    if not words or words.isdigit():
        return Kind("text", limit=int(words or 1200), required=required, programme=programme)
    if words.startswith("->"):
        return Kind("id", target=words[2:], required=required, programme=programme)
    if ".." in words:
        low, high = words.split("..")
        return Kind("number", low=int(low), high=int(high), required=required, programme=programme)
    if "|" in words:
        return Kind("word", words=tuple(words.split("|")), required=required, programme=programme)
    return Kind(words, required=required, programme=programme)


def _fields(row: str) -> dict[str, Kind]:
    """Make the fields of one row of a table, in its order."""
    fields: dict[str, Kind] = {}
    for entry in row.split(", ") if row else []:
        name, _, words = entry.partition(" ")
        fields[name.strip("*!")] = _kind(words, name.endswith("!"), name.startswith("*"))
    return fields


@dataclass(frozen=True)
class Form:
    """A form of root: the fields of the root itself and of each collection, by part."""

    format: str
    list_name: str                                       # where a workspace has these roots
    order: tuple[str, ...]                               # of the collections, in writing
    roots: dict[str, dict[str, Kind]] = field(hash=False)
    collections: dict[str, dict[str, dict[str, Kind]]] = field(hash=False)

    def fields_of(self, part: str, collection: str) -> dict[str, Kind]:
        """The known fields of a collection's things, or of the root, in one part."""
        if collection == ROOT:
            return self.roots[part]
        return self.collections[part].get(collection, {})

    def kind_of(self, part: str, collection: str, name: str) -> Kind:
        """The kind of a field; `UNKNOWN` for what the tables do not have."""
        return self.fields_of(part, collection).get(name, UNKNOWN)

    def is_known(self, collection: str) -> bool:
        """Whether the tables have a collection of this name, in either part."""
        return collection in self.order

    def home_of(self, collection: str) -> str:
        """The part of a known collection's things ("There or not")."""
        return SHARED if collection in self.collections[SHARED] else PRIVATE


def _form(name: str, list_name: str, order: list[str], root: str, collections: dict[str, str], private_root: str,
          private: dict[str, str]) -> Form:
    """Make a form of its rows."""
    return Form(
        name, list_name, tuple(order),
        {SHARED: _fields(root), PRIVATE: _fields(private_root)},
        {SHARED: {key: _fields(row) for key, row in collections.items()},
         PRIVATE: {key: _fields(row) for key, row in private.items()}})


MENTORSHIP = _form("cairn-mentorship", "mentorships", _ORDER, _MENTORSHIP_ROOT, _MENTORSHIP_COLLECTIONS,
                   _PRIVATE_ROOT, _PRIVATE_COLLECTIONS)
PROGRAMME = _form("cairn-programme", "programmes", list(_PROGRAMME_COLLECTIONS), _PROGRAMME_ROOT,
                  _PROGRAMME_COLLECTIONS, _PRIVATE_ROOT, {"people": _PRIVATE_COLLECTIONS["people"]})
SETTINGS = _form("settings", "settings", [], "", {}, f"name 200, theme system|light|dark, keptAt 0..{_BIG}", {})
