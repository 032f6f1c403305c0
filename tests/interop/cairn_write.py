"""Writing the canonical form ("Canonical form" in docs/format.md)."""

from __future__ import annotations

import json
from typing import Any

from cairn_json import MAX_TEXT_BYTES, Number, Refusal, check_of, pretty
from cairn_model import ROOT_PLACE, Context, Field, Place, Root, Thing, Version, writers_of
from cairn_tables import PRIVATE, ROOT, SHARED
from cairn_values import left_out, letter_id, order_of

_HEAD = {"major": 1, "minor": 0}


def _json_of(name: str, value: Any) -> Any:
    """A field's value as JSON; `name` is the name of its kind."""
    if name == "unknown":
        return json.loads(value, parse_int=Number, parse_float=Number)
    return list(value) if name == "hours" else value


class PartWriter:
    """Writes `plan` and `merge` of one part of a root."""

    def __init__(self, root: Root, part: str) -> None:
        """Input: the root and the name of the part."""
        self.root, self.part = root, part
        self.things: dict[Place, Thing] = root.parts[part]
        self.writers = sorted(writers_of(self.things))
        self.places = {writer: place for place, writer in enumerate(self.writers)}

    def collections(self) -> list[str]:
        """The collections that have things: the known ones in their order, then the others sorted."""
        there = {collection for (collection, _), thing in self.things.items()
                 if collection != ROOT and thing.is_known()}
        known = [name for name in self.root.form.order if name in there]
        return known + sorted(there.difference(known))

    def ids(self, collection: str) -> list[str]:
        """The ids of a collection's things of which this part knows anything, sorted."""
        return sorted(thing for (name, thing), entry in self.things.items() if name == collection and entry.is_known())

    def names(self, place: Place) -> list[str]:
        """The fields of a thing in the order of writing."""
        there = {name for name, entry in self.things[place].fields.items() if entry.is_known()}
        known = [name for name in self.root.form.fields_of(self.part, place[0]) if name in there]
        return known + sorted(there.difference(known))

    def values(self, place: Place) -> dict[str, Any]:
        """The members of a thing that show, as JSON."""
        members: dict[str, Any] = {}
        for name in self.names(place):
            entry = self.things[place].fields[name]
            kind = self.root.kind_of(self.part, place[0], name)
            if entry.versions and not left_out(kind, entry.shown(kind).value):
                members[name] = _json_of(kind.name, entry.shown(kind).value)
        return members

    def plan(self) -> dict[str, Any]:
        """The plan: own fields, collections, then unknown fields and collections together."""
        own = self.values(ROOT_PLACE) if ROOT_PLACE in self.things else {}
        own = {name: value for name, value in own.items() if not name.startswith("/")}
        lists: dict[str, Any] = {}
        for collection in self.collections():
            if collection == "letter" and self.root.form.is_known(collection):
                lists[collection] = self.values((collection, letter_id(self.root.id)))
            else:
                lists[collection] = [{"id": thing, **self.values((collection, thing))}
                                     for thing in self.ids(collection)]
        fields = self.root.form.fields_of(self.part, ROOT)
        known = [name for name in own if name in fields] + [name for name in lists if self.root.form.is_known(name)]
        everything = {**own, **lists}
        return {name: everything[name] for name in known + sorted(set(everything).difference(known))}

    def beside(self) -> dict[str, Any]:
        """The unknown members beside the plan, sorted."""
        own = self.values(ROOT_PLACE) if ROOT_PLACE in self.things else {}
        return {name[1:]: own[name] for name in sorted(own) if name.startswith("/")}

    def _dot(self, version: Version) -> str:
        """A dot with its stamp."""
        return f"{self.places[version.writer]}:{version.counter}@{version.stamp}"

    def _context(self, context: Context) -> str:
        """A context, sorted by writer."""
        return ",".join(f"{self.places[writer]}:{context[writer]}" for writer in sorted(context))

    def _dots(self, place: Place) -> Any:
        """The entry of `dots` of a thing: a text, an object, or None where no field has just one version."""
        named: dict[str, str] = {}
        counts: dict[tuple[int, int, int], int] = {}
        plain: dict[str, tuple[int, int, int]] = {}
        for name in self.names(place):
            entry = self.things[place].fields[name]
            if len(entry.versions) != 1:
                continue
            version = next(iter(entry.versions))
            named[name] = self._dot(version) + ("<" + self._context(entry.context) if entry.context else "")
            if not entry.context and not left_out(self.root.kind_of(self.part, place[0], name), version.value):
                plain[name] = (self.places[version.writer], version.counter, version.stamp)
                counts[plain[name]] = counts.get(plain[name], 0) + 1
        if not counts:
            return named or None
        best = min(counts, key=lambda signature: (-counts[signature], signature))
        text = f"{best[0]}:{best[1]}@{best[2]}"
        rest = {name: signature for name, signature in named.items() if plain.get(name) != best}
        return {"": text, **rest} if rest else text

    def _versions(self, place: Place) -> dict[str, Any] | None:
        """The entry of `versions` of a thing, or None."""
        fields: dict[str, Any] = {}
        for name in self.names(place):
            entry = self.things[place].fields[name]
            if len(entry.versions) != 1:
                fields[name] = self._field(place[0], name, entry)
        return fields or None

    def _field(self, collection: str, name: str, entry: Field) -> dict[str, Any]:
        """One field of `versions`."""
        kind = self.root.kind_of(self.part, collection, name)
        written: dict[str, Any] = {"overwrote": self._context(entry.context)} if entry.context else {}
        written["values"] = []
        for version in sorted(entry.versions,
                              key=lambda v: (v.writer, v.counter, order_of(kind, v.value), v.stamp)):
            item: dict[str, Any] = {"dot": self._dot(version)}
            if version.value is not None:
                item["value"] = _json_of(kind.name, version.value)
            written["values"].append(item)
        return written

    def _by_place(self, entry_of: Any) -> dict[str, Any]:
        """A member of `merge`: `root`, then collections and things in the order of the plan."""
        member: dict[str, Any] = {}
        if ROOT_PLACE in self.things and (entry := entry_of(ROOT_PLACE)):
            member[ROOT] = entry
        for collection in self.collections():
            things = {thing: entry_of((collection, thing)) for thing in self.ids(collection)}
            things = {thing: entry for thing, entry in things.items() if entry}
            if things:
                member[collection] = things
        return member

    def merge(self, plan: dict[str, Any]) -> dict[str, Any]:
        """The `merge` of the part."""
        merge: dict[str, Any] = {"check": check_of(plan), "writers": self.writers}
        authors = {}
        if self.part == SHARED:
            authors = {writer: "{}@{}".format(*self.root.authors[writer])
                       for writer in self.writers if writer in self.root.authors}
        members = {"authors": authors, "dots": self._by_place(self._dots), "versions": self._by_place(self._versions),
                   "deleted": self._by_place(lambda place: self._context(self.things[place].deleted))}
        merge.update({name: member for name, member in members.items() if member})
        return merge


def root_members(root: Root) -> dict[str, Any]:
    """`id`, `plan`, `merge`, unknown members and `private` of a root."""
    shared = PartWriter(root, SHARED)
    plan = shared.plan()
    members: dict[str, Any] = {"id": root.id, "plan": plan, "merge": shared.merge(plan), **shared.beside()}
    if root.has_private():
        members["private"] = private_members(root)
    return members


def private_members(root: Root) -> dict[str, Any]:
    """`plan` and `merge` of the private part."""
    writer = PartWriter(root, PRIVATE)
    plan = writer.plan()
    return {"plan": plan, "merge": writer.merge(plan)}


def root_text(root: Root, audience: str) -> bytes:
    """The canonical bytes of a file with one root. Raises `Refusal` where it is over the limit of size."""
    return _text({"$schema": "urn:cairn:schema:1", "format": root.form.format, "version": _HEAD,
                  "generator": "Cairn", "audience": audience, **root_members(root)})


def workspace_text(mentorships: list[Root], programmes: list[Root], settings: Root | None) -> bytes:
    """The canonical bytes of a workspace. Raises `Refusal` where it is over the limit of size."""
    members: dict[str, Any] = {"$schema": "urn:cairn:schema:1", "format": "cairn-workspace", "version": _HEAD}
    if settings is not None and settings.has_private():
        members["settings"] = {"private": private_members(settings)}
    for name, roots in (("mentorships", mentorships), ("programmes", programmes)):
        if roots:
            members[name] = [root_members(root) for root in sorted(roots, key=lambda root: root.id)]
    return _text(members)


def _text(members: dict[str, Any]) -> bytes:
    """The canonical text of a file's members."""
    data = (pretty(members) + "\n").encode("utf-8")
    if len(data) > MAX_TEXT_BYTES:
        raise Refusal("plan", "", "the result would be larger than 200 MB")
    return data
