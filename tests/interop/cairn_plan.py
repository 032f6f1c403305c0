"""Reading `plan` and `private.plan`: names, kinds, ids ("The plan", "Unknown members", "Proposals").

A plan becomes a list of `Item`s, the root's own fields first. Whole roots and proposals share this;
only a proposal may have items without an id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cairn_json import Refusal, compact
from cairn_model import Place
from cairn_tables import NAME_PATTERN, PRIVATE, ROOT, SHARED, TOP_MEMBERS, UNKNOWN, Form, Kind
from cairn_values import derived, is_id, letter_id, looks_like_collection, read_value


@dataclass
class Item:
    """The values that one plan has of one thing."""

    collection: str
    id: str | None
    values: dict[str, Any] = field(default_factory=dict)
    raw: dict[str, Any] = field(default_factory=dict)

    def place(self) -> Place:
        """Collection and id."""
        return self.collection, self.id or ""


def field_kind(form: Form, part: str, collection: str, name: str, path: str) -> Kind:
    """The kind of a field by its name.

    Raises `Refusal` for a field of the other plan, a reserved name, a collection's name where a
    field must stand, and a name that does not match the pattern.
    """
    known = form.fields_of(part, collection).get(name)
    if known is not None:
        return known
    other = PRIVATE if part == SHARED else SHARED
    if name in form.fields_of(other, collection):
        raise Refusal("plan", path, f"belongs into the {other} plan")
    reserved = ("id", ROOT) if collection == ROOT else ("id",)
    if name in reserved or (collection == ROOT and form.is_known(name)):
        raise Refusal("plan", path, "is no name of a field here")
    if not NAME_PATTERN.fullmatch(name):
        raise Refusal("plan", path, "is no name that is allowed")
    return UNKNOWN


def signed_kind(form: Form, part: str, collection: str, name: str, path: str) -> Kind:
    """As `field_kind`, for a name in `dots` or `versions`: there `/NAME` is a member beside the plan."""
    if name.startswith("/") and part == SHARED and collection == ROOT:
        check_beside(name[1:], path)
        return UNKNOWN
    return field_kind(form, part, collection, name, path)


def check_beside(name: str, path: str) -> None:
    """Refuse a name that no unknown member beside the plan may have."""
    if name in TOP_MEMBERS or not NAME_PATTERN.fullmatch(name):
        raise Refusal("plan", path, "is no name that is allowed beside the plan")


def check_collection(form: Form, part: str, name: str, path: str) -> None:
    """Refuse what is no name of a collection in this part."""
    if part == SHARED and name in ("privateLines", "privateAnswers"):
        raise Refusal("plan", path, "belongs into the private plan")
    if form.is_known(name):
        return
    fields = {**form.fields_of(SHARED, ROOT), **form.fields_of(PRIVATE, ROOT)}
    if name in fields or name in ("id", ROOT) or not NAME_PATTERN.fullmatch(name):
        raise Refusal("plan", path, "is no name of a collection")


def read_plan(form: Form, root_id: str, part: str, plan: dict[str, Any], path: str) -> list[Item]:
    """Read a plan.

    Output: its items, the root's own fields first; items without an id have `id` None.
    Raises `Refusal` with `plan`.
    """
    own = Item(ROOT, "")
    items = [own]
    for name, value in plan.items():
        place = f"{path}.{name}"
        if name == "letter" and form.is_known(name):
            if not isinstance(value, dict):
                raise Refusal("plan", place, "must be an object")
            items.append(read_item(form, part, name, letter_id(root_id), value, place))
        elif form.is_known(name):
            if not isinstance(value, list):
                raise Refusal("plan", place, "must be a list")
            items += read_collection(form, part, name, value, place)
        elif name not in form.fields_of(part, ROOT) and looks_like_collection(value):
            items += read_collection(form, part, name, value, place)
        else:
            own.values[name] = read_value(field_kind(form, part, ROOT, name, place), value, place)
    return items


def read_collection(form: Form, part: str, name: str, value: list[Any], path: str) -> list[Item]:
    """Read the items of a collection; refuse what is no object, no id, or an id that stands twice."""
    items: list[Item] = []
    seen: set[str] = set()
    if value:
        check_collection(form, part, name, path)
    for place, entry in enumerate(value):
        here = f"{path}[{place}]"
        if not isinstance(entry, dict):
            raise Refusal("plan", here, "must be an object")
        if "id" in entry and not is_id(entry["id"]):
            raise Refusal("plan", f"{here}.id", "is no id")
        if entry.get("id") in seen:
            raise Refusal("plan", f"{here}.id", "stands twice in one list")
        if "id" in entry:
            seen.add(entry["id"])
        items.append(read_item(form, part, name, entry.get("id"), entry, here))
    return items


def read_item(form: Form, part: str, collection: str, thing: str | None, entry: dict[str, Any], path: str) -> Item:
    """Read the values of one thing; `id` was read before (and is ignored in the letter)."""
    item = Item(collection, thing, raw=entry)
    for name, value in entry.items():
        if name != "id":
            here = f"{path}.{name}"
            item.values[name] = read_value(field_kind(form, part, collection, name, here), value, here)
    return item


def name_of(entry: dict[str, Any]) -> str:
    """The name of an item without id: its title, text, name or question, else its compact text."""
    for member in ("title", "text", "name", "question"):
        if isinstance(entry.get(member), str) and entry[member]:
            return entry[member]
    return compact(entry)


def give_ids(root_id: str, items: list[Item], path: str) -> None:
    """Give the items of a proposal that have no id the one that follows from their name.

    Raises `Refusal` where that id is another item's of the same list.
    """
    taken = {item.place() for item in items if item.id is not None}
    counts: dict[tuple[str, str], int] = {}
    for item in items:
        if item.id is not None:
            continue
        name = name_of(item.raw)
        count = counts.get((item.collection, name), 0) + 1
        counts[item.collection, name] = count
        source = root_id + name + (f"\n{count}" if count > 1 else "")
        item.id = derived(item.collection, source)
        if item.place() in taken:
            raise Refusal("plan", f"{path}.{item.collection}", "an item without id would get the id of another item")
        taken.add(item.place())


def read_beside(file: dict[str, Any], allowed: tuple[str, ...], path: str) -> dict[str, Any]:
    """The unknown members beside a plan, by `/NAME`; refuse reserved names and names not allowed."""
    values: dict[str, Any] = {}
    for name, value in file.items():
        if name in allowed:
            continue
        here = f"{path}{name}"
        check_beside(name, here)
        values["/" + name] = read_value(UNKNOWN, value, here)
    return values
