"""Vectors of files that a reader must refuse: the text, the outer form, the plan."""

from __future__ import annotations

from building import AMINA, GOAL, GOAL2, LINE, ROOT_ID, SERIES, SESSION, Vectors, file_of, replaced, text_of, whole
from cairn_json import Number
from cairn_values import derived
from make_accept import nested


def make_refuse(v: Vectors) -> None:
    """Add them."""
    _text(v)
    _numbers(v)
    _outer_form(v)
    _kinds(v)
    _names(v)
    _ids_and_parts(v)
    _workspace(v)


def _text(v: Vectors) -> None:
    """The text."""
    mark = file_of({"aim": "MARK"})
    v.refuse("not-utf-8", replaced(mark, "MARK", b"caf\xe9"), "json", "The text: bytes that are not UTF-8.")
    v.refuse("two-byte-order-marks", b"\xef\xbb\xbf" * 2 + text_of(mark), "json",
             "The text: one byte order mark is skipped, a second is no JSON.")
    v.refuse("surrogate-half", replaced(mark, "MARK", "\\ud83c"), "json", "The text: half of a surrogate pair.")
    v.refuse("surrogate-halves-turned", replaced(mark, "MARK", "\\udf31\\ud83c"), "json",
             "The text: two halves in the wrong order are no pair.")
    v.refuse("surrogate-half-in-a-key", replaced(file_of({"u": {"MARK": 1}}), "MARK", "\\udc00"), "json",
             "The text: half of a surrogate pair, in a key of an unknown value.")
    v.refuse("nul-raw", replaced(mark, "MARK", b"a\x00b"), "json", "The text, Refusals: a raw NUL byte is `json`.")
    v.refuse("nul-escaped", replaced(mark, "MARK", "a\\u0000b"), "plan", "The text, Refusals: `\\u0000` is `plan`.")
    v.refuse("nul-in-a-key", replaced(file_of({"u": {"MARK": 1}}), "MARK", "\\u0000"), "plan",
             "The text: the character NUL, in a key of an unknown value.")
    v.refuse("key-twice", replaced(file_of({"aim": "x", "MARK": "y"}), "MARK", "aim"), "plan",
             "The text: one key twice in one object.")
    v.refuse("key-twice-spelled-otherwise", replaced(file_of({"aim": "x", "MARK": "y"}), "MARK", "\\u0061im"), "plan",
             "The text: a key is the same however it is escaped.")
    v.refuse("key-twice-in-an-unknown-value", replaced(file_of({"u": [{"k": 1, "MARK": 1}]}), "MARK", "k"), "plan",
             "The text: one key twice, in an object that the reader does not know.")
    v.refuse("comma-behind-the-last", replaced(file_of({"u": [1, "MARK"]}), '"MARK"', ""), "json",
             "The text: RFC 8259 has no comma behind the last item.")
    v.refuse("depth-65", file_of({}, version={"major": 1, "ignored": nested(63)}), "json",
             "Limits: 65 objects and lists in one another.")
    v.refuse("a-list", b"[]\n", "plan", "Refusals: JSON, but no file as specified.")


def _numbers(v: Vectors) -> None:
    """Numbers that are not finite."""
    v.refuse("number-1e400", file_of({"u": Number("1e400")}), "number", "Limits: numbers are finite as a double.")
    v.refuse("number-minus-1e400", file_of({"u": [Number("-1E+400")]}), "number",
             "Limits: numbers are finite as a double, inside lists and below zero too.")
    v.refuse("number-400-digits", file_of({"goals": [{"id": GOAL, "u": Number("9" * 400)}]}), "number",
             "Limits: no integer of 400 digits.")
    v.refuse("number-1e400-where-ignored", file_of({}, version={"major": 1, "x": Number("1e400")}), "number",
             "Limits: numbers anywhere, also in a member that is not kept.")
    v.refuse("number-nan", replaced(file_of({"u": "MARK"}), '"MARK"', "NaN"), "json", "The text: RFC 8259 has no NaN.")


def _outer_form(v: Vectors) -> None:
    """The outer form."""
    def outer(name: str, why: str, **members: object) -> None:
        """A file with these members at the top; ABSENT leaves one out."""
        file = {**file_of({"aim": "x"}), **members}
        v.refuse(name, {key: value for key, value in file.items() if value != "ABSENT"}, "plan",
                 "The outer form: " + why)

    outer("format-missing", "`format` must be there.", format="ABSENT")
    outer("format-of-others", "`format` is one of three words.", format="cairn-record")
    outer("version-missing", "`version` must be there.", version="ABSENT")
    outer("major-2", "another `major` is refused.", version={"major": 2, "minor": 0})
    outer("major-as-text", "`major` is a whole number.", version={"major": "1"})
    outer("major-with-fraction", "`major` is a whole number, without fraction.", version={"major": Number("1.0")})
    outer("minor-as-text", "`minor` is a whole number.", version={"major": 1, "minor": "0"})
    outer("minor-below-zero", "`minor` is a whole number from 0.", version={"major": 1, "minor": -1})
    outer("version-a-list", "`version` is an object.", version=[])
    outer("id-missing", "`id` must be there.", id="ABSENT")
    outer("id-zero", "the `id` of the root is not zero.", id="0" * 16)
    outer("id-of-15", "an id has sixteen characters.", id=ROOT_ID[1:])
    outer("id-with-a-letter-that-is-none", "`i`, `l`, `o` and `u` are not in base 32.", id="o" + ROOT_ID[1:])
    outer("plan-missing", "`plan` must be there.", plan="ABSENT")
    outer("plan-a-list", "`plan` is an object (The text: an empty list too is none).", plan=[])
    outer("merge-a-list", "`merge` is an object, in a proposal too.", merge=[])
    outer("merge-dots-a-list", "`dots` of a proposal is an object (Whole or proposal).", merge={"dots": []})
    outer("merge-deleted-of-texts", "`deleted` of a proposal has objects, but for `root` (Whole or proposal).",
          merge={"deleted": {"root": "0:1", "goals": "0:1"}})
    outer("private-a-list", "`private` is an object.", private=[])
    outer("private-without-plan", "`private` has a plan.", private={})
    outer("private-with-more", "`private` has nothing but `plan` and `merge`.", private={"plan": {}, "note": 1})
    outer("private-plan-a-list", "`private.plan` is an object.", private={"plan": []})
    outer("private-merge-a-text", "`private.merge` is an object.", private={"plan": {}, "merge": "x"})


def _kinds(v: Vectors) -> None:
    """Values of another kind or over a limit."""
    def wrong(name: str, plan: dict, why: str) -> None:
        """A file with this plan."""
        v.refuse(name, file_of(plan), "plan", why)

    wrong("goals-an-object", {"goals": {}}, "The text: where a list must stand, an object is refused.")
    wrong("letter-a-list", {"letter": []}, "The text: where an object must stand, a list is refused.")
    wrong("item-a-text", {"goals": ["x"]}, "The plan: items are objects.")
    wrong("null-for-a-text", {"aim": None}, "Values: `null` is no value of a known kind.")
    wrong("null-for-a-yes-no", {"steps": [{"id": LINE, "text": "s", "done": None}]},
          "Values: `null` is no value of a known kind.")
    wrong("yes-no-as-text", {"steps": [{"id": LINE, "text": "s", "done": "true"}]}, "Values: yes/no is true or false.")
    wrong("word-unknown", {"stage": "ended"}, "Values: a word that is not in the table.")
    v.refuse("word-unknown-of-a-later-minor", file_of({"stage": "ended"}, version={"major": 1, "minor": 9}), "plan",
             "Values: a word that is not in the table, whatever `minor` is.")
    wrong("text-of-1201", {"oneLine": "é" * 1201}, "The plan, Limits: a text of more than 1,200 characters.")
    wrong("zone-of-65", {"people": [{"id": AMINA, "zone": "z" * 65}]}, "The plan: `zone` has at most 64 characters.")
    wrong("number-45-0", {"letter": {"minutes": Number("45.0")}}, "Values: a number has no fraction.")
    wrong("number-4e1", {"letter": {"minutes": Number("4e1")}}, "Values: a number has no exponent.")
    wrong("number-as-text", {"letter": {"minutes": "45"}}, "Values: a number is no text.")
    wrong("number-over", {"letter": {"everyWeeks": 53}}, "The plan: `everyWeeks` of the letter is 0 to 52.")
    wrong("number-under", {"sessions": [{"id": SESSION, "offset": -1441}]}, "The plan: `offset` is from -1440.")
    wrong("number-2-53-and-1", {"sessions": [{"id": SESSION, "heldAt": Number("9007199254740993")}]},
          "The plan: `heldAt` is at most 2^53, told apart from the next whole number.")
    wrong("date-year-0", {"start": "0000-12-31"}, "Values: dates begin with 0001-01-01.")
    wrong("date-no-such-day", {"start": "2027-02-29"}, "Values: a day that exists.")
    wrong("date-short", {"start": "2027-6-30"}, "Values: a date has ten characters.")
    wrong("date-year-10000", {"start": "10000-01-01"}, "Values: dates end with 9999-12-31.")
    wrong("time-24", {"sessions": [{"id": SESSION, "time": "24:00"}]}, "Values: times end with 23:59.")
    wrong("decimal-of-31", {"goals": [{"id": GOAL, "target": "1" * 31}]}, "Values: a decimal has 30 characters.")
    wrong("decimal-without-digits", {"goals": [{"id": GOAL, "target": "1."}]}, "Values: digits behind the point.")
    wrong("decimal-with-exponent", {"goals": [{"id": GOAL, "target": "1e3"}]}, "Values: a decimal has no exponent.")
    wrong("decimal-as-number", {"goals": [{"id": GOAL, "target": 5}]}, "Values: a decimal is a text.")
    wrong("hours-of-six-days", {"people": [{"id": AMINA, "hours": [""] * 6}]}, "Values: hours are seven texts.")
    wrong("hours-of-another-form", {"people": [{"id": AMINA, "hours": ["9-17"] + [""] * 6}]},
          "Values: hours are such as 09:00-17:00.")
    wrong("arrow-that-is-no-id", {"steps": [{"id": LINE, "text": "s", "owner": "Amina"}]}, "Values: an arrow is an id.")
    wrong("unknown-depth-33", {"u": nested(33)}, "Limits: 33 lists in one another inside one unknown value.")
    v.refuse("unknown-depth-33-beside", file_of({}, u=nested(33)), "plan",
             "Limits: 33 lists in one another inside one unknown value beside the plan.")


def _names(v: Vectors) -> None:
    """Names that are not allowed, or reserved."""
    for name, key in (("slash", "/plan"), ("slash-other", "/other"), ("empty", ""), ("digit-first", "7"),
                      ("with-space", "a b"), ("of-65", "n" * 65), ("not-ascii", "é")):
        v.refuse(f"name-{name}", file_of({key: 1}), "plan", "Unknown members: a name in a plan that does not match.")
    v.refuse("name-in-a-thing", file_of({"goals": [{"id": GOAL, "a/b": 1}]}), "plan",
             "Unknown members: a name in a thing that does not match.")
    v.refuse("name-in-an-unknown-collection", file_of({"later": [{"id": GOAL, "": 1}]}), "plan",
             "Unknown members: a name in a thing of an unknown collection that does not match.")
    v.refuse("name-beside", file_of({}, **{"a/b": 1}), "plan",
             "Unknown members: a name beside a plan that does not match.")
    v.refuse("name-with-control-characters", file_of({"a\u001b[31m\nb: 1": 1}), "plan",
             "Refusals: one line; control characters are shown escaped, in keys too.")
    for key in ("id", "root"):
        v.refuse(f"reserved-in-a-plan-{key}", file_of({key: "x"}), "plan",
                 f"Unknown members: `{key}` is reserved in a plan.")


def _ids_and_parts(v: Vectors) -> None:
    """Ids, and fields in the wrong plan."""
    v.refuse("id-twice", file_of({"goals": [{"id": GOAL, "title": "a"}, {"id": GOAL, "title": "b"}]}), "plan",
             "The plan: an id that stands twice in one list.")
    v.refuse("id-twice-in-an-unknown-list", file_of({"later": [{"id": GOAL}, {"id": GOAL2}, {"id": GOAL}]}), "plan",
             "The plan: an id that stands twice, in a list that the reader does not know.")
    v.refuse("id-of-an-item-is-none", file_of({"goals": [{"id": "goal-1", "title": "a"}]}), "plan",
             "Values: an id is 16 characters of base 32.")
    v.refuse("id-of-an-item-is-a-number", file_of({"goals": [{"id": 1, "title": "a"}]}), "plan",
             "Values: an id is a text.")
    v.refuse("derived-id-of-another", file_of({"goals": [
        {"id": derived("goals", ROOT_ID + "Read"), "title": "Write"}, {"title": "Read"}]}), "plan",
        "Proposals: an id made of a name must not be another item's.")
    v.refuse("derived-id-by-a-name-with-2", file_of({"goals": [
        {"title": "a"}, {"title": "a\n2"}, {"title": "a"}]}), "plan",
             "Proposals: the second `a` counts as `a`, a line feed and `2`, which is another item's name here.")
    v.refuse("private-field-in-plan", file_of({"sessions": [{"id": SESSION, "privateNotes": "x"}]}), "plan",
             "The plan: a private field of a shared thing in `plan`.")
    v.refuse("private-root-field-in-plan", file_of({"inPart": True}), "plan", "The plan: a private field in `plan`.")
    v.refuse("private-lines-in-plan", file_of({"privateLines": [{"id": LINE, "text": "x"}]}), "plan",
             "The plan: an item of `privateLines` in `plan`.")
    v.refuse("shared-field-in-private", file_of({}, private={"plan": {"aim": "x"}}), "plan",
             "The plan: a shared field in `private.plan`.")
    v.refuse("shared-thing-field-in-private", file_of({}, private={"plan": {"people": [{"id": AMINA, "name": "A"}]}}),
             "plan", "The plan: a shared field of a thing in `private.plan`.")
    v.refuse("item-without-id-in-a-whole-root", whole({"goals": [{"title": "x"}]}, dots={"root": "0:1@1"}), "plan",
             "Whole or proposal: in a whole root every item has an id.")


def _workspace(v: Vectors) -> None:
    """Backups."""
    def backup(**members: object) -> dict:
        """A workspace with these members."""
        return {"format": "cairn-workspace", "version": {"major": 1, "minor": 0}, **members}

    root = {"id": SERIES, "plan": {}}
    v.refuse("workspace-id-twice", backup(mentorships=[root, root]), "plan",
             "Backups and records: an id twice in a list.")
    v.refuse("workspace-list-an-object", backup(programmes={}), "plan",
             "The text: where a list must stand, an object is refused.")
    v.refuse("workspace-settings-a-list", backup(settings=[]), "plan",
             "The text: where an object must stand, a list is refused.")
    v.refuse("workspace-root-wrong", backup(mentorships=[{"id": SERIES, "plan": {"stage": "ended"}}]), "plan",
             "Backups and records: each root of a backup has the form of a file's.")
    v.refuse("workspace-root-with-format", backup(mentorships=[{**root, "format": "cairn-mentorship"}]), "plan",
             "Unknown members: `format` is reserved beside a plan, and has no meaning in a root of a backup.")
