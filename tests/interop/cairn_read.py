"""Reading a file ("The outer form", "Whole or proposal", "Backups and records").

A file becomes a `Document`: one root, or the roots and settings of a workspace. A root is whole (with
its versions) or a proposal (with its values only).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cairn_json import Refusal, check_of, parse_text
from cairn_merge_part import MergeReader, as_object, read_things
from cairn_model import Root, check_limits, writers_of
from cairn_plan import Item, give_ids, read_beside, read_plan
from cairn_tables import MENTORSHIP, PRIVATE, PROGRAMME, ROOT, SETTINGS, SHARED, Form
from cairn_values import is_id, whole_number

AUDIENCES = ("other-side", "programme", "myself")
_TOP = ("$schema", "format", "version", "generator", "audience", "id", "plan", "merge", "private")
_IN_WORKSPACE = ("id", "plan", "merge", "private")


@dataclass
class Loaded:
    """One root of a file: `root` where it is whole, else `proposal`, the items of each part."""

    form: Form
    id: str
    audience: str = "other-side"
    root: Root | None = None
    proposal: dict[str, list[Item]] = field(default_factory=dict)


@dataclass
class Document:
    """What a file holds."""

    roots: list[Loaded]
    is_workspace: bool = False
    settings: Root | None = None


def read_bytes(data: bytes) -> Document:
    """Read the bytes of a file. Raises `Refusal`."""
    file = parse_text(data)
    if not isinstance(file, dict):
        raise Refusal("plan", "", "is no file of Cairn")
    kind = file.get("format")
    if kind not in (MENTORSHIP.format, PROGRAMME.format, "cairn-workspace"):
        raise Refusal("plan", "format", "is no format of Cairn")
    _check_version(file)
    if kind == "cairn-workspace":
        return _read_workspace(file)
    form = MENTORSHIP if kind == MENTORSHIP.format else PROGRAMME
    loaded = read_root(form, file, _TOP, "")
    audience = file.get("audience")
    if isinstance(audience, str) and audience in AUDIENCES:
        loaded.audience = audience
    return Document([loaded])


def _check_version(file: dict[str, Any]) -> None:
    """Refuse another major version, and a minor one that is no whole number from 0."""
    if "version" not in file:
        raise Refusal("plan", "version", "is missing")
    version = as_object(file["version"], "version")
    if whole_number(version.get("major")) != 1:
        raise Refusal("plan", "version.major", "is another major version than 1")
    if "minor" in version:
        minor = whole_number(version["minor"])
        if minor is None or minor < 0:
            raise Refusal("plan", "version.minor", "must be a whole number from 0")


def _read_workspace(file: dict[str, Any]) -> Document:
    """Read a backup: settings and the two lists of roots."""
    document = Document([], is_workspace=True)
    for form in (MENTORSHIP, PROGRAMME):
        entries = file.get(form.list_name, [])
        if not isinstance(entries, list):
            raise Refusal("plan", form.list_name, "must be a list")
        seen: set[str] = set()
        for number, entry in enumerate(entries):
            path = f"{form.list_name}[{number}]."
            loaded = read_root(form, as_object(entry, path), _IN_WORKSPACE, path)
            if loaded.id in seen:
                raise Refusal("plan", f"{path}id", "stands twice in one list")
            seen.add(loaded.id)
            document.roots.append(loaded)
    if "settings" in file:
        document.settings = _read_settings(as_object(file["settings"], "settings"))
    return document


def _read_settings(settings: dict[str, Any]) -> Root | None:
    """Read the settings of a workspace; None where their check does not fit."""
    private = settings.get("private")
    if not isinstance(private, dict) or not isinstance(private.get("plan"), dict) or not _fits(private):
        return None
    root = Root(SETTINGS, "")
    path = "settings.private."
    items = read_plan(SETTINGS, "", PRIVATE, private["plan"], path + "plan")
    reader = MergeReader(SETTINGS, "", PRIVATE, private["merge"], path + "merge")
    root.parts[PRIVATE] = read_things(reader, items, path + "plan")
    return root


def _fits(part: dict[str, Any]) -> bool:
    """Whether the plan of a part has a `merge` whose check is a text and fits."""
    merge = part.get("merge")
    return isinstance(merge, dict) and isinstance(merge.get("check"), str) and merge["check"] == check_of(part["plan"])


def read_root(form: Form, file: dict[str, Any], allowed: tuple[str, ...], path: str) -> Loaded:
    """Read one root: the top of a file, or an item of a workspace.

    Input: the form, the object, the members with a meaning beside the plan, the place of the object.
    Raises `Refusal`.
    """
    if not is_id(file.get("id")):
        raise Refusal("plan", f"{path}id", "is no id")
    parts = _parts_of(file, path)
    loaded = Loaded(form, file["id"])
    items: dict[str, list[Item]] = {}
    for part, (members, here) in parts.items():
        items[part] = read_plan(form, loaded.id, part, members["plan"], f"{here}plan")
    beside = read_beside(file, allowed, path)
    items.setdefault(SHARED, [Item(ROOT, "")])[0].values.update(beside)
    if all(_fits(members) for members, _ in parts.values()):
        loaded.root = _read_whole(form, loaded.id, parts, items, path)
        return loaded
    for part, (members, here) in parts.items():
        _check_loose_merge(members, here)
        give_ids(loaded.id, items[part], f"{here}plan")
    loaded.proposal = items
    return loaded


def _parts_of(file: dict[str, Any], path: str) -> dict[str, tuple[dict[str, Any], str]]:
    """The parts that a root has, each with its place; refuse what is wrong in their outer form."""
    parts: dict[str, tuple[dict[str, Any], str]] = {}
    if "plan" in file:
        as_object(file["plan"], f"{path}plan")
        parts[SHARED] = (file, path)
    elif "merge" in file:
        raise Refusal("plan", f"{path}merge", "stands without a plan")
    if "private" in file:
        here = f"{path}private."
        private = as_object(file["private"], here)
        if set(private) - {"plan", "merge"}:
            raise Refusal("plan", here, "may have plan and merge only")
        as_object(private.get("plan"), f"{here}plan")
        parts[PRIVATE] = (private, here)
    if not parts:
        raise Refusal("plan", f"{path}plan", "is missing")
    for members, here in parts.values():
        as_object(members.get("merge", {}), f"{here}merge")
    return parts


def _check_loose_merge(members: dict[str, Any], path: str) -> None:
    """Refuse a `merge` of a proposal whose dots, versions or deleted are not objects, of objects but for root."""
    merge = members.get("merge", {})
    for name in ("dots", "versions", "deleted"):
        here = f"{path}merge.{name}"
        for collection, things in as_object(merge.get(name, {}), here).items():
            if collection != ROOT:
                as_object(things, f"{here}.{collection}")


def _read_whole(form: Form, root_id: str, parts: dict[str, tuple[dict[str, Any], str]],
                items: dict[str, list[Item]], path: str) -> Root:
    """Read a whole root: every item has an id, every value its dot."""
    root = Root(form, root_id)
    if SHARED not in parts and items[SHARED][0].values:
        raise Refusal("plan", path, "a member beside the plan without a dot")
    for part, (members, here) in parts.items():
        for item in items[part]:
            if item.id is None:
                raise Refusal("plan", f"{here}plan.{item.collection}", "an item without id")
        reader = MergeReader(form, root_id, part, members["merge"], f"{here}merge")
        root.parts[part] = read_things(reader, items[part], f"{here}plan")
        if part == SHARED:
            authors = reader.read_authors()
            writers = writers_of(root.parts[SHARED])
            root.authors = {writer: entry for writer, entry in authors.items() if writer in writers}
    check_limits(root)
    return root
