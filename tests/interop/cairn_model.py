"""What a root is, apart from its file, and how two roots merge ("merge", "Merging", "Limits").

A root has two parts. A part has things by collection and id; the root's own fields are a thing too,
under (`root`, ""), and members beside the plan are its fields with a `/` in front of their name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Iterator

from cairn_json import Refusal
from cairn_tables import PRIVATE, ROOT, SHARED, UNKNOWN, Form, Kind
from cairn_values import order_of

MAX_THINGS = 200_000
MAX_VERSIONS = 64
MAX_WRITERS = 4_096
DAY_MS = 24 * 60 * 60 * 1000

Context = dict[str, int]
Place = tuple[str, str]             # collection and id
ROOT_PLACE: Place = (ROOT, "")


@dataclass(frozen=True)
class Version:
    """One value of a field, with its dot and its stamp."""

    writer: str
    counter: int
    stamp: int
    value: Any


@dataclass
class Field:
    """The live versions of a field and the context of what was overwritten in it."""

    versions: set[Version] = field(default_factory=set)
    context: Context = field(default_factory=dict)

    def is_known(self) -> bool:
        """Whether anything is known of the field."""
        return bool(self.versions or self.context)

    def shown(self, kind: Kind) -> Version:
        """The version that shows: the latest stamp, then the highest dot, then the highest value."""
        return max(self.versions, key=lambda v: (v.stamp, v.writer, v.counter, order_of(kind, v.value)))


@dataclass
class Thing:
    """The fields that one part has of a thing, and the context of its deletion."""

    fields: dict[str, Field] = field(default_factory=dict)
    deleted: Context = field(default_factory=dict)

    def is_known(self) -> bool:
        """Whether anything is known of the thing in this part."""
        return bool(self.deleted) or any(entry.is_known() for entry in self.fields.values())

    def is_there(self) -> bool:
        """Whether any field has a live version."""
        return any(entry.versions for entry in self.fields.values())


@dataclass
class Root:
    """One mentorship or programme (or the settings of a workspace)."""

    form: Form
    id: str
    parts: dict[str, dict[Place, Thing]] = field(default_factory=lambda: {SHARED: {}, PRIVATE: {}})
    authors: dict[str, tuple[str, int]] = field(default_factory=dict)

    def kind_of(self, part: str, collection: str, name: str) -> Kind:
        """The kind of a field; members beside the plan are unknown ones."""
        return UNKNOWN if name.startswith("/") else self.form.kind_of(part, collection, name)

    def is_there(self, collection: str, thing: str) -> bool:
        """Whether a thing is there: a field of its own part has a live version."""
        parts = [self.form.home_of(collection)] if self.form.is_known(collection) else [SHARED, PRIVATE]
        return any(self.parts[part].get((collection, thing), Thing()).is_there() for part in parts)

    def fields(self) -> Iterator[tuple[str, Place, str, Field]]:
        """All fields, as part, place, name, field."""
        for part, things in self.parts.items():
            for place, thing in things.items():
                for name, entry in thing.fields.items():
                    yield part, place, name, entry

    def has_private(self) -> bool:
        """Whether anything is known in the private part."""
        return any(thing.is_known() for thing in self.parts[PRIVATE].values())


def covers(context: Context, version: Version) -> bool:
    """Whether a context covers the dot of a version."""
    return version.counter <= context.get(version.writer, 0)


def join_contexts(a: Context, b: Context) -> Context:
    """Per writer, the higher counter of the two."""
    joined = dict(a)
    for writer, counter in b.items():
        joined[writer] = max(joined.get(writer, 0), counter)
    return joined


def clean(thing: Thing) -> None:
    """Drop what the field's own context or the deletion of its thing covers, and fields without anything."""
    for name in list(thing.fields):
        entry = thing.fields[name]
        entry.versions = {v for v in entry.versions if not covers(entry.context, v) and not covers(thing.deleted, v)}
        if not entry.is_known():
            del thing.fields[name]


def merge_things(a: Thing, b: Thing) -> Thing:
    """Merge what two copies have of a thing in one part."""
    merged = Thing(deleted=join_contexts(a.deleted, b.deleted))
    for name in list(a.fields) + [name for name in b.fields if name not in a.fields]:
        mine, theirs = a.fields.get(name, Field()), b.fields.get(name, Field())
        merged.fields[name] = Field(mine.versions | theirs.versions, join_contexts(mine.context, theirs.context))
    clean(merged)
    return merged


def writers_of(things: dict[Place, Thing]) -> set[str]:
    """The writers that stand in a dot or a context of one part."""
    writers: set[str] = set()
    for thing in things.values():
        writers.update(thing.deleted)
        for entry in thing.fields.values():
            writers.update(entry.context)
            writers.update(version.writer for version in entry.versions)
    return writers


def merge_authors(a: dict[str, tuple[str, int]], b: dict[str, tuple[str, int]]) -> dict[str, tuple[str, int]]:
    """Of two entries for a writer the later one, and at one instant the higher person."""
    def rank(entry: tuple[str, int]) -> tuple[int, str]:
        """What decides between two entries."""
        person, instant = entry
        return instant, person

    merged = dict(a)
    for writer, entry in b.items():
        merged[writer] = max(merged[writer], entry, key=rank) if writer in merged else entry
    return merged


def merge_roots(a: Root, b: Root) -> Root:
    """Merge two copies of one root.

    Raises `Refusal` where they are two roots, or where one
    has an unknown name for a value and the other for a collection.
    """
    if a.id != b.id or a.form is not b.form:
        raise Refusal("plan", "id", "the files are not of one root")
    merged = Root(a.form, a.id)
    for part in (SHARED, PRIVATE):
        mine, theirs = a.parts[part], b.parts[part]
        for place in list(mine) + [place for place in theirs if place not in mine]:
            thing = merge_things(mine.get(place, Thing()), theirs.get(place, Thing()))
            if thing.is_known():
                merged.parts[part][place] = thing
        settle_names(merged, part)
    merged.authors = merge_authors(a.authors, b.authors)
    return merged


def settle_names(root: Root, part: str) -> None:
    """Where an unknown name is a collection, a value `[]` that has overwritten nothing gives way; any other is refused."""
    own = root.parts[part].get(ROOT_PLACE)
    if own is None:
        return
    collections = {collection for collection, _ in root.parts[part]}
    for name in list(own.fields):
        if name in collections:
            field = own.fields[name]
            if field.context or any(version.value != "[]" for version in field.versions):
                raise Refusal("plan", name, "is a value in one file and a collection in another")
            del own.fields[name]
    if not own.is_known():
        del root.parts[part][ROOT_PLACE]


def check_limits(root: Root) -> None:
    """Refuse (`plan`) a root with too many things, versions of a field or writers."""
    things = {place for part in root.parts.values() for place in part if place != ROOT_PLACE}
    unknown = 0
    for part, (collection, thing), name, entry in root.fields():
        if len(entry.versions) > MAX_VERSIONS:
            raise Refusal("plan", f"{collection}/{thing}.{name}", f"more than {MAX_VERSIONS} live versions")
        unknown += root.kind_of(part, collection, name) is UNKNOWN
    if len(things) + unknown > MAX_THINGS:
        raise Refusal("plan", "", f"more than {MAX_THINGS} things")
    if len(writers_of(root.parts[SHARED]) | writers_of(root.parts[PRIVATE])) > MAX_WRITERS:
        raise Refusal("plan", "merge.writers", f"more than {MAX_WRITERS} writers")
