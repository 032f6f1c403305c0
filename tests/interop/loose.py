"""Writes files that are right but not canonical, for the histories: other order, other spelling."""

from __future__ import annotations

import random
import re
from typing import Any

from cairn_json import compact, pretty
from cairn_model import Context, Field, Place, Root, Version
from cairn_tables import PRIVATE, SHARED
from cairn_values import left_out
from cairn_write import PartWriter

SPARE_WRITER = "zzzzzzzz"


def shuffled(members: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """The same members in another order."""
    names = list(members)
    rng.shuffle(names)
    return {name: members[name] for name in names}


class LooseWriter(PartWriter):
    """Writes a part as the specification allows, but not as the canonical form wants it."""

    def __init__(self, root: Root, part: str, rng: random.Random) -> None:
        """Input: the root, the part, the source of choices."""
        super().__init__(root, part)
        self.rng = rng
        self.writers = self.writers + [SPARE_WRITER]
        rng.shuffle(self.writers)
        self.places = {writer: place for place, writer in enumerate(self.writers)}
        self.moved = {(place, name) for place, thing in self.things.items() for name in thing.fields
                      if rng.random() < 0.15}

    def _context(self, context: Context) -> str:
        """A context in any order, sometimes with a lower counter of a writer too."""
        entries = [f"{self.places[writer]}:{counter}" for writer, counter in context.items()]
        entries += [f"{self.places[writer]}:1" for writer in context if self.rng.random() < 0.2]
        self.rng.shuffle(entries)
        return ",".join(entries)

    def _in_versions(self, place: Place, name: str, entry: Field) -> bool:
        """Whether a field stands in `versions`."""
        return len(entry.versions) != 1 or (place, name) in self.moved

    def _dots(self, place: Place) -> Any:
        """The signatures of a thing: any of them may be `""`, with its context."""
        groups: dict[Any, list[str]] = {}
        named: dict[str, str] = {}
        for name, entry in self.things[place].fields.items():
            if self._in_versions(place, name, entry):
                continue
            version: Version = next(iter(entry.versions))
            named[name] = self._dot(version) + ("<" + self._context(entry.context) if entry.context else "")
            if not left_out(self.root.kind_of(self.part, place[0], name), version.value):
                key = (version.writer, version.counter, version.stamp, tuple(sorted(entry.context.items())))
                groups.setdefault(key, []).append(name)
        if not groups or self.rng.random() < 0.3:
            return shuffled(named, self.rng) or None
        others = self.rng.choice(list(groups.values()))
        signature = named[others[0]]
        rest = {name: text for name, text in named.items() if name not in others}
        if not rest and self.rng.random() < 0.5:
            return signature
        return shuffled({"": signature, **rest}, self.rng)

    def _versions(self, place: Place) -> dict[str, Any] | None:
        """The fields of a thing that stand in `versions`, some with a single version."""
        fields = {name: self._field(place[0], name, entry) for name, entry in self.things[place].fields.items()
                  if self._in_versions(place, name, entry)}
        return shuffled(fields, self.rng) or None

    def plan(self) -> dict[str, Any]:
        """The plan with members and items in any order; the letter with an id that is ignored."""
        plan = shuffled(super().plan(), self.rng)
        if "letter" in plan and self.root.form.is_known("letter"):
            plan["letter"] = {"id": "anything", **plan["letter"]}
        for name in self.collections():
            if isinstance(plan[name], list):
                self.rng.shuffle(plan[name])
        return plan


def loose_text(root: Root, audience: str, rng: random.Random) -> bytes:
    """The bytes of a file with one root, not in canonical form."""
    shared = LooseWriter(root, SHARED, rng)
    plan = shared.plan()
    members: dict[str, Any] = {"format": root.form.format, "version": {"major": 1}, "audience": audience,
                               "id": root.id, "plan": plan, "merge": shuffled(shared.merge(plan), rng),
                               **shared.beside()}
    if root.has_private():
        private = LooseWriter(root, PRIVATE, rng)
        own = private.plan()
        members["private"] = {"merge": shuffled(private.merge(own), rng), "plan": own}
    text = (compact if rng.random() < 0.5 else pretty)(shuffled(members, rng))
    if rng.random() < 0.5:
        text = re.sub("[^\x00-\x7f]", _escaped, text.replace("/", "\\/"))
    return (b"\xef\xbb\xbf" if rng.random() < 0.2 else b"") + text.encode("utf-8")


def _escaped(found: re.Match[str]) -> str:
    """A character as one or two `\\uXXXX`."""
    units = memoryview(found[0].encode("utf-16-le")).cast("H")
    return "".join(f"\\u{unit:04X}" for unit in units)
