"""Makes random histories of three copies of one root, as files to merge.

The copies edit (mostly the same few fields), delete, and exchange files: whole ones, old ones, files
cut to some things, parts for a programme. Some copies share a writer, so that dots are given twice.
All is written by the Python beside it, half of what is handed over not in canonical form.
"""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any

from cairn_audience import for_audience
from cairn_model import (ROOT_PLACE, Context, Field, Place, Root, Thing, Version, join_contexts, merge_roots,
                         settle_names)
from cairn_read import read_bytes
from cairn_tables import MENTORSHIP, PRIVATE, PROGRAMME, SHARED, Kind
from cairn_values import BASE32, empty_value, letter_id
from cairn_write import root_text
from loose import loose_text

NOW = 1_790_000_000_000
_WORDS = ["", "a", "b", "Straße", "日本", "\U0001f331", 'q"\\/', "line\nfeed\t\x1f\x7f", "10", "9", "Ä"]
_JSON = ['""', "0", "[]", "{}", "null", "false", "45.0", "1e2", "1E+2", "-0.0", "123456789012345678901234567890",
         '"x"', '[1,"ß"]', '{"b":1,"a":[{"id":"x"}]}', '{"":{"/plan":null}}', '[[[]],{"k":"\\u001f"}]']
_UNKNOWN_NAMES = ["mood", "$z", "A-b", "_"]
_COLLECTIONS = ["people", "goals", "sessions", "steps", "lines", "progress", "answers", "later"]
_OWN_COLLECTIONS = ["people", "sessions", "privateLines", "privateAnswers", "mine", "later"]
_PROGRAMME_COLLECTIONS = ["people", "measures", "events", "steps", "questions", "goals", "later"]


def random_id(rng: random.Random, length: int = 16) -> str:
    """An id, or with eight characters a writer."""
    return "".join(rng.choice(BASE32[1:]) for _ in range(length))


def random_value(kind: Kind, ids: list[str], rng: random.Random) -> Any:
    """A value of a kind; the empty one now and then."""
    if rng.random() < 0.15:
        return empty_value(kind)
    if kind.name == "number":
        return rng.choice([kind.low, kind.high, rng.randint(kind.low, kind.high)])
    if kind.name == "hours":
        return tuple(rng.choice(["", "09:00-17:00", "10:30-12:00"]) for _ in range(7))
    choices: dict[str, list[Any]] = {
        "unknown": _JSON, "yes/no": [True, False], "word": list(kind.words), "id": ids,
        "date": ["0001-01-01", "2027-05-31", "2028-02-29", "9999-12-31"], "time": ["00:00", "09:30", "23:59"],
        "decimal": ["0", "-0.50", "10", "9", "007"], "text": [word for word in _WORDS if len(word) <= kind.limit]}
    return rng.choice(choices[kind.name])


class Copy:
    """One copy of a root, with the writers of its program."""

    def __init__(self, root: Root, rng: random.Random, ids: list[str], writers: dict[str, str]) -> None:
        """Input: an empty root, the source of choices, ids of things, the writer of each part."""
        self.root, self.rng, self.ids, self.writers = root, rng, ids, writers
        self.counters = {SHARED: 0, PRIVATE: 0}
        self.focus: dict[str, list[tuple[Place, str]]] = {SHARED: [], PRIVATE: []}
        self.clock = NOW + rng.randint(-5000, 5000)

    def _next(self, part: str) -> tuple[str, int, int]:
        """A new dot and its stamp; a clock far ahead now and then."""
        self.counters[part] += 1
        self.clock += self.rng.choice([0, 1, 1000])
        stamp = 2 ** 53 - 1 if self.rng.random() < 0.02 else self.clock
        return self.writers[part], self.counters[part], stamp

    def _collections(self, part: str) -> list[str]:
        """The collections that are used in a part."""
        if part == PRIVATE:
            return _OWN_COLLECTIONS if self.root.form is MENTORSHIP else ["mine", "later"]
        return _COLLECTIONS if self.root.form is MENTORSHIP else _PROGRAMME_COLLECTIONS

    def choose_place(self, part: str) -> Place:
        """A thing, the letter or the root."""
        choice = self.rng.random()
        if choice < 0.25 and (part == SHARED or self.root.form is MENTORSHIP):
            return ROOT_PLACE
        if choice < 0.35 and part == SHARED:
            return "letter", letter_id(self.root.id)
        return self.rng.choice(self._collections(part)), self.rng.choice(self.ids)

    def choose_name(self, part: str, place: Place) -> str:
        """A field of a thing: a known one, an unknown one, or one beside the plan."""
        known = list(self.root.form.fields_of(part, place[0]))
        if known and self.rng.random() < 0.75:
            return self.rng.choice(known)
        if place == ROOT_PLACE and part == SHARED and self.rng.random() < 0.5:
            return self.rng.choice(["/other", "/$top", "/mood"])
        return self.rng.choice(_UNKNOWN_NAMES)

    def edit(self, part: str) -> None:
        """Write one to three fields of a thing under one dot."""
        place = self.choose_place(part)
        names = [self.choose_name(part, place) for _ in range(self.rng.choice([1, 1, 2, 3]))]
        if self.focus[part] and self.rng.random() < 0.7:
            place, name = self.rng.choice(self.focus[part])
            names = [name]
        writer, counter, stamp = self._next(part)
        thing = self.root.parts[part].setdefault(place, Thing())
        # Once in a copy: one that has overwritten another does not give way to a collection.
        if place == ROOT_PLACE and "later" not in thing.fields and self.rng.random() < 0.05:
            self._write(thing, "later", "[]", writer, counter, stamp)
        for name in names:
            value = random_value(self.root.kind_of(part, place[0], name), self.ids, self.rng)
            self._write(thing, name, value, writer, counter, stamp)
        settle_names(self.root, part)

    @staticmethod
    def _write(thing: Thing, name: str, value: Any, writer: str, counter: int, stamp: int) -> None:
        """Write a field: its context holds all that was seen in it."""
        entry = thing.fields.setdefault(name, Field())
        context = dict(entry.context)
        for version in entry.versions:
            if (version.writer, version.counter) != (writer, counter):
                context[version.writer] = max(context.get(version.writer, 0), version.counter)
        thing.fields[name] = Field({Version(writer, counter, stamp, value)}, context)

    def delete(self, part: str) -> None:
        """Delete a thing that belongs to a part: a context of all that was seen in it, and a dot of its own."""
        own = {"privateLines", "privateAnswers", "mine", "later"}
        places = [place for place in self.root.parts[part] if part == SHARED or place[0] in own]
        if self.root.form is PROGRAMME and part == PRIVATE:
            places = [place for place in places if place[0] in ("mine", "later")]
        if not places or (place := self.rng.choice(sorted(places))) == ROOT_PLACE and self.rng.random() < 0.8:
            return
        thing = self.root.parts[part][place]
        writer, counter, _ = self._next(part)
        context: Context = join_contexts(thing.deleted, {writer: counter})
        for entry in thing.fields.values():
            context = join_contexts(context, entry.context)
            for version in entry.versions:
                context = join_contexts(context, {version.writer: version.counter})
            entry.versions = set()
        thing.deleted = context
        thing.fields = {name: entry for name, entry in thing.fields.items() if entry.is_known()}

    def sign(self) -> None:
        """Say which person the writer is; some instants are far ahead."""
        instant = self.rng.choice([NOW + self.rng.randint(0, 50), 2 ** 53 - self.rng.randint(1, 5)])
        self.root.authors[self.writers[SHARED]] = self.rng.choice(self.ids), instant

    def take(self, data: bytes) -> None:
        """Merge a file into this copy."""
        self.root = merge_roots(self.root, whole_root(data))


def whole_root(data: bytes) -> Root:
    """The root of a file that is whole."""
    root = read_bytes(data).roots[0].root
    assert root is not None
    return root


def write(root: Root, part_only: bool, rng: random.Random | None) -> bytes:
    """The bytes of a copy: canonical, or with a source of choices perhaps not."""
    audience = "programme" if part_only else "myself" if root.has_private() else "other-side"
    return loose_text(root, audience, rng) if rng is not None and rng.random() < 0.5 else root_text(root, audience)


def cut_to_some(root: Root, rng: random.Random) -> Root:
    """A copy with only some of the things and fields."""
    cut = for_audience(root, "other-side") if rng.random() < 0.5 else deepcopy(root)
    for things in cut.parts.values():
        for place in list(things):
            if rng.random() < 0.4:
                del things[place]
            else:
                things[place].fields = {name: entry for name, entry in things[place].fields.items()
                                        if rng.random() < 0.7}
    return cut


class History:
    """A random history of three copies; `files` are what is to be merged."""

    def __init__(self, seed: int) -> None:
        """Input: the seed, which decides everything."""
        self.rng = rng = random.Random(seed)
        form = PROGRAMME if rng.random() < 0.15 else MENTORSHIP
        root_id = random_id(rng)
        ids = [random_id(rng) for _ in range(3)]
        writers = [{SHARED: random_id(rng, 8), PRIVATE: random_id(rng, 8)} for _ in range(3)]
        if rng.random() < 0.25:
            writers[1] = dict(writers[0])
        self.copies = [Copy(Root(form, root_id), rng, ids, writers[number]) for number in range(3)]
        for part, count in ((SHARED, 5), (PRIVATE, 2)):
            focus = [(place, self.copies[0].choose_name(part, place))
                     for place in (self.copies[0].choose_place(part) for _ in range(count))]
            for copy in self.copies:
                copy.focus[part] = focus
        self.files: list[bytes] = []
        for _ in range(rng.randint(15, 40)):
            self._step()
        self.files += [write(copy.root, False, rng) for copy in self.copies]

    def _step(self) -> None:
        """One edit, deletion or exchange."""
        copy, other = self.rng.sample(self.copies, 2)
        choice = self.rng.random()
        if choice < 0.50:
            copy.edit(SHARED)
        elif choice < 0.62:
            copy.edit(PRIVATE)
        elif choice < 0.70:
            copy.delete(SHARED if self.rng.random() < 0.7 else PRIVATE)
        elif choice < 0.74:
            copy.sign()
        elif choice < 0.80 and len(self.files) < 5:
            self.files.append(self._file_of(copy))
        elif choice < 0.84 and self.files:
            copy.take(self.rng.choice(self.files))
        else:
            copy.take(self._file_of(other))

    def _file_of(self, copy: Copy) -> bytes:
        """A file that a copy hands over: whole, cut, or a part for a programme."""
        choice = self.rng.random()
        if choice < 0.15 and copy.root.form is MENTORSHIP:
            return write(for_audience(copy.root, "programme"), True, self.rng)
        if choice < 0.35:
            return write(cut_to_some(copy.root, self.rng), False, self.rng)
        return write(copy.root if choice < 0.6 else for_audience(copy.root, "other-side"), False, self.rng)


def conflicts(data: bytes) -> int:
    """How many fields of a file have several versions; so an idle generator is seen."""
    return sum(len(entry.versions) > 1 for _, _, _, entry in whole_root(data).fields())
