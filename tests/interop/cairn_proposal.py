"""Proposals: the values of a file without a fitting `merge` become edits ("Proposals")."""

from __future__ import annotations

from typing import Any

from cairn_json import Refusal
from cairn_model import DAY_MS, Field, Root, Thing, Version, check_limits, settle_names
from cairn_plan import Item
from cairn_tables import PRIVATE, ROOT, SHARED, Kind
from cairn_values import empty_value

Edit = tuple[str, Item, str, Any, Kind]        # part, item, field, value, kind


def own_part(root: Root, part: str, collection: str) -> str:
    """The part that a thing belongs to; an unknown thing belongs where it stands."""
    if collection == ROOT:
        return SHARED
    return root.form.home_of(collection) if root.form.is_known(collection) else part


def is_there(root: Root, item: Item) -> bool:
    """Whether a thing is there; the root is while anything in it is."""
    if item.collection == ROOT:
        return any(entry.versions for _, _, _, entry in root.fields())
    return root.is_there(item.collection, item.id or "")


def edits_of(root: Root, proposal: dict[str, list[Item]]) -> list[Edit]:
    """The values of a proposal that change something in a root (steps 2 and 3)."""
    edits: list[Edit] = []
    for part, items in proposal.items():
        for item in items:
            thing = root.parts[part].get(item.place(), Thing())
            makes_it = part == own_part(root, part, item.collection) and not is_there(root, item)
            for name, value in item.values.items():
                kind = root.kind_of(part, item.collection, name)
                live = thing.fields.get(name, Field()).versions
                if any(version.value == value for version in live):
                    continue
                if value != empty_value(kind) or live or makes_it:
                    edits.append((part, item, name, value, kind))
    return edits


def next_stamp(root: Root, now: int) -> int:
    """The clock, but not below the latest stamp seen that is at most 24 hours ahead."""
    seen = [version.stamp for _, _, _, entry in root.fields() for version in entry.versions]
    return max([now] + [stamp for stamp in seen if stamp <= now + DAY_MS])


def apply_proposal(root: Root, proposal: dict[str, list[Item]], writers: dict[str, str], counter: int,
                   now: int) -> None:
    """Apply a proposal to a root, in place.

    Input: the root, the items of each part, the writer of each part, the counter that it takes for
    all fields, the clock in ms. Raises `Refusal` where a field marked `!` would be written empty, an
    arrow to nothing that is there, or a limit is passed; the root is spoiled then.
    """
    edits = edits_of(root, proposal)
    stamp = next_stamp(root, now)
    for part, item, name, value, kind in edits:
        if kind.required and isinstance(value, str) and not value.strip(" "):
            raise Refusal("plan", f"{item.collection}/{item.id}.{name}", "must not be empty")
        thing = root.parts[part].setdefault(item.place(), Thing())
        entry = thing.fields.setdefault(name, Field())
        context = dict(entry.context)
        for version in entry.versions:
            context[version.writer] = max(context.get(version.writer, 0), version.counter)
        entry.context = context
        entry.versions = {Version(writers[part], counter, stamp, value)}
    for part in (SHARED, PRIVATE):
        settle_names(root, part)
    for part, item, name, value, kind in edits:
        if kind.target and value and not root.is_there(kind.target, value):
            raise Refusal("plan", f"{item.collection}/{item.id}.{name}", f"points to nothing in {kind.target}")
    check_limits(root)
