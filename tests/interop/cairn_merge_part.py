"""Reading the `merge` of one part of a whole root ("merge" in docs/format.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Iterator

from cairn_json import Refusal
from cairn_model import ROOT_PLACE, Context, Field, Place, Thing, Version, clean
from cairn_plan import Item, check_collection, signed_kind
from cairn_tables import PRIVATE, ROOT, UNKNOWN, Form
from cairn_values import empty_value, is_id, is_writer, letter_id, looks_like_collection, read_value

MAX_COUNTER = 2 ** 52
MAX_STAMP = 2 ** 53 - 1

_DOT = re.compile(r"(0|[1-9][0-9]*):([1-9][0-9]*)@(0|[1-9][0-9]*)", re.ASCII)
_ENTRY = re.compile(r"(0|[1-9][0-9]*):([1-9][0-9]*)", re.ASCII)
_AUTHOR = re.compile(r"([^@]*)@(0|[1-9][0-9]*)", re.ASCII)


@dataclass(frozen=True)
class Dot:
    """A writer, its counter and a stamp."""

    writer: str
    counter: int
    stamp: int


@dataclass
class Signatures:
    """An entry of `dots`: the signature of all values that are not named, and those by field."""

    others: tuple[Dot, Context] | None
    named: dict[str, tuple[Dot, Context]]


def _bounded(digits: str, limit: int, path: str, what: str) -> int:
    """A number of decimal digits that is not above a limit."""
    if len(digits) > 16 or int(digits) > limit:
        raise Refusal("plan", path, f"a {what} above {limit}")
    return int(digits)


def as_object(value: Any, path: str) -> dict[str, Any]:
    """The value, where it is an object; refused otherwise."""
    if not isinstance(value, dict):
        raise Refusal("plan", path, "must be an object")
    return value


class MergeReader:
    """Reads one `merge`: its form, its root, its part and its path are the same for all of it."""

    def __init__(self, form: Form, root_id: str, part: str, merge: dict[str, Any], path: str) -> None:
        """Input: the form, id and part of the root, the object, its place. Raises `Refusal`."""
        self.form, self.root_id, self.part, self.merge, self.path = form, root_id, part, merge, path
        self.writers = merge.get("writers", [])
        if not isinstance(self.writers, list) or not all(is_writer(writer) for writer in self.writers):
            raise Refusal("plan", f"{path}.writers", "must be a list of writers, eight base 32 characters each")
        if part == PRIVATE and "authors" in merge:
            raise Refusal("plan", f"{path}.authors", "there are no authors in the private part")

    def writer(self, digits: str, path: str) -> str:
        """The writer at a place."""
        place = _bounded(digits, MAX_STAMP, path, "place")
        if place >= len(self.writers):
            raise Refusal("plan", path, "a place beyond the writers")
        return self.writers[place]

    def dot(self, value: Any, path: str) -> Dot:
        """Read `place:counter@stamp`."""
        found = _DOT.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            raise Refusal("plan", path, "is no dot")
        return Dot(self.writer(found[1], path), _bounded(found[2], MAX_COUNTER, path, "counter"),
                   _bounded(found[3], MAX_STAMP, path, "stamp"))

    def context(self, value: Any, path: str) -> Context:
        """Read `place:counter,…`; a writer that stands twice has the higher counter."""
        if not isinstance(value, str):
            raise Refusal("plan", path, "must be a text")
        context: Context = {}
        for entry in value.split(","):
            found = _ENTRY.fullmatch(entry)
            if found is None:
                raise Refusal("plan", path, "is no context")
            writer = self.writer(found[1], path)
            context[writer] = max(context.get(writer, 0), _bounded(found[2], MAX_COUNTER, path, "counter"))
        return context

    def signature(self, value: Any, path: str) -> tuple[Dot, Context]:
        """Read a dot, and perhaps `<` and a context."""
        if not isinstance(value, str):
            raise Refusal("plan", path, "must be a text")
        dot, mark, context = value.partition("<")
        return self.dot(dot, path), self.context(context, path) if mark else {}

    def entries(self, member: str) -> Iterator[tuple[Place, Any, str]]:
        """What stands in `dots`, `versions` or `deleted`, by thing."""
        path = f"{self.path}.{member}"
        for collection, things in as_object(self.merge.get(member, {}), path).items():
            here = f"{path}.{collection}"
            if collection == ROOT:
                yield ROOT_PLACE, things, here
                continue
            check_collection(self.form, self.part, collection, here)
            for thing, entry in as_object(things, here).items():
                if not is_id(thing) or (self._is_letter(collection) and thing != letter_id(self.root_id)):
                    raise Refusal("plan", f"{here}.{thing}", "is no id that may stand here")
                yield (collection, thing), entry, f"{here}.{thing}"

    def _is_letter(self, collection: str) -> bool:
        """Whether a collection is the letter."""
        return collection == "letter" and self.form.is_known(collection)

    def read_dots(self) -> dict[Place, Signatures]:
        """Read `dots`."""
        dots: dict[Place, Signatures] = {}
        for place, entry, path in self.entries("dots"):
            if isinstance(entry, str):
                dots[place] = Signatures(self.signature(entry, path), {})
                continue
            signatures = Signatures(None, {})
            for name, value in as_object(entry, path).items():
                signature = self.signature(value, f"{path}.{name}")
                if name == "":
                    signatures.others = signature
                else:
                    signed_kind(self.form, self.part, place[0], name, f"{path}.{name}")
                    signatures.named[name] = signature
            dots[place] = signatures
        return dots

    def read_versions(self) -> dict[Place, dict[str, Field]]:
        """Read `versions`."""
        versions: dict[Place, dict[str, Field]] = {}
        for place, entry, path in self.entries("versions"):
            versions[place] = {name: self.read_field(place, name, value, f"{path}.{name}")
                               for name, value in as_object(entry, path).items()}
        return versions

    def read_field(self, place: Place, name: str, entry: Any, path: str) -> Field:
        """Read one field of `versions`: `values`, and perhaps `overwrote`."""
        kind = signed_kind(self.form, self.part, place[0], name, path)
        members = as_object(entry, path)
        if not isinstance(members.get("values"), list) or set(members) - {"values", "overwrote"}:
            raise Refusal("plan", path, "must have values, a list, and may have overwrote")
        result = Field()
        if "overwrote" in members:
            result.context = self.context(members["overwrote"], f"{path}.overwrote")
        for number, version in enumerate(members["values"]):
            here = f"{path}.values[{number}]"
            if "dot" not in as_object(version, here) or set(version) - {"dot", "value"}:
                raise Refusal("plan", here, "must have dot, and may have value")
            dot = self.dot(version["dot"], f"{here}.dot")
            value = empty_value(kind)
            if "value" in version:
                value = read_value(kind, version["value"], f"{here}.value")
                if place == ROOT_PLACE and kind is UNKNOWN and not name.startswith("/") \
                        and looks_like_collection(version["value"]):
                    raise Refusal("plan", f"{here}.value", "is a collection where a value must stand")
            result.versions.add(Version(dot.writer, dot.counter, dot.stamp, value))
        return result

    def read_deleted(self) -> dict[Place, Context]:
        """Read `deleted`."""
        deleted: dict[Place, Context] = {}
        for place, entry, path in self.entries("deleted"):
            known_elsewhere = place == ROOT_PLACE or self.form.is_known(place[0])
            if self.part == PRIVATE and known_elsewhere and place[0] not in ("privateLines", "privateAnswers"):
                raise Refusal("plan", path, "is no private collection")
            deleted[place] = self.context(entry, path)
        return deleted

    def read_authors(self) -> dict[str, tuple[str, int]]:
        """Read `authors`: writer to person and instant."""
        authors: dict[str, tuple[str, int]] = {}
        for writer, entry in as_object(self.merge.get("authors", {}), f"{self.path}.authors").items():
            path = f"{self.path}.authors.{writer}"
            found = _AUTHOR.fullmatch(entry) if isinstance(entry, str) else None
            if not is_writer(writer) or found is None or not is_id(found[1]):
                raise Refusal("plan", path, "must be a writer with a person and an instant")
            authors[writer] = found[1], _bounded(found[2], MAX_STAMP, path, "instant")
        return authors


def read_things(reader: MergeReader, items: list[Item], plan_path: str) -> dict[Place, Thing]:
    """Put the values of a plan and its `merge` together.

    Input: the reader of the `merge`, the items of the plan. Output: the part's things, without
    versions that are covered. Raises `Refusal` with `plan`.
    """
    dots, versions, deleted = reader.read_dots(), reader.read_versions(), reader.read_deleted()
    values = {item.place(): item.values for item in items}
    places = set(dots) | set(versions) | set(deleted) | set(values)
    _check_names(places, dots, versions, values, reader.path)
    things: dict[Place, Thing] = {}
    for place in sorted(places):
        signatures = dots.get(place, Signatures(None, {}))
        thing = Thing(dict(versions.get(place, {})), deleted.get(place, {}))
        for name, (dot, context) in signatures.named.items():
            if name in thing.fields:
                raise Refusal("plan", _path_of(plan_path, place, name), "stands in dots and in versions")
            kind = reader.form.kind_of(reader.part, place[0], name)
            value = values.get(place, {}).get(name, empty_value(kind))
            thing.fields[name] = Field({Version(dot.writer, dot.counter, dot.stamp, value)}, context)
        for name, value in values.get(place, {}).items():
            if name in thing.fields:
                continue
            if signatures.others is None:
                raise Refusal("plan", _path_of(plan_path, place, name), "a value without a dot")
            dot, context = signatures.others
            thing.fields[name] = Field({Version(dot.writer, dot.counter, dot.stamp, value)}, dict(context))
        clean(thing)
        if thing.is_known():
            things[place] = thing
    return things


def _path_of(plan_path: str, place: Place, name: str) -> str:
    """The place of a member of a thing, of the plan or beside it, for messages."""
    if name.startswith("/"):
        return name[1:]
    return f"{plan_path}.{name}" if place == ROOT_PLACE else f"{plan_path}.{place[0]}.{place[1]}.{name}"


def _check_names(places: set[Place], dots: dict[Place, Signatures], versions: dict[Place, dict[str, Field]],
                 values: dict[Place, dict[str, Any]], path: str) -> None:
    """Refuse an unknown name that is a value and a collection; an unsigned `[]` is no value then."""
    collections = {collection for collection, _ in places}
    signed = set(versions.get(ROOT_PLACE, {}))
    if ROOT_PLACE in dots:
        signed |= set(dots[ROOT_PLACE].named)
    own = values.get(ROOT_PLACE, {})
    for name in collections & (signed | set(own)):
        if name in signed or own[name] != "[]":
            raise Refusal("plan", f"{path}.{name}", "is a value and a collection")
        del own[name]
