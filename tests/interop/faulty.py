"""Runs the command in CAIRN_COMMAND and spoils what `merge` does in one of five ways.

    CAIRN_FAULT=1..5 run.py --command PATH --through faulty.py

It shows that the comparison notices: run.py must fail for each. CAIRN_FAULT is
1  of a field with several versions one that does not show is lost
2  contexts in the text of a thing and in `""` are ignored
3  unknown members are lost
4  a field that a deletion covers is kept
5  of two authors of a writer the earlier counts
Anything else, and `check`, goes through unchanged.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Callable

from cairn_json import Refusal, compact, parse_text
from cairn_model import ROOT_PLACE, Field, Root, Thing, covers
from cairn_read import Document, read_bytes
from cairn_tables import UNKNOWN
from cairn_write import root_text


def run_command(arguments: list[str]) -> int:
    """Run the command; its exit code. What it says goes through."""
    program = os.environ["CAIRN_COMMAND"]
    start = [sys.executable, program] if program.endswith(".py") else [program]
    return subprocess.run(start + arguments).returncode


def lose_a_version(root: Root, inputs: list[Document]) -> None:
    """Fault 1, in the first field that has several versions."""
    for part, (collection, _), name, entry in root.fields():
        if len(entry.versions) > 1:
            entry.versions.discard(min(entry.versions - {entry.shown(root.kind_of(part, collection, name))},
                                       key=lambda version: (version.writer, version.counter, version.stamp)))
            return


def lose_unknown_members(root: Root, inputs: list[Document]) -> None:
    """Fault 3: fields and collections that the tables do not have."""
    for part, things in root.parts.items():
        for place in list(things):
            things[place].fields = {name: entry for name, entry in things[place].fields.items()
                                    if root.kind_of(part, place[0], name) is not UNKNOWN}
            if place != ROOT_PLACE and not root.form.is_known(place[0]):
                del things[place]


def keep_what_is_deleted(root: Root, inputs: list[Document]) -> None:
    """Fault 4: what an input has and a deletion of the result covers comes back, beside the deletion."""
    for document in inputs:
        given = document.roots[0].root
        if given is None:
            continue
        for part, place, name, entry in given.fields():
            thing = root.parts[part].get(place, Thing())
            mine = thing.fields.get(name, Field())
            lost = {version for version in entry.versions
                    if covers(thing.deleted, version) and not covers(mine.context, version)}
            if lost:
                thing.fields[name] = Field(mine.versions | lost, mine.context)


def earlier_authors(root: Root, inputs: list[Document]) -> None:
    """Fault 5: the lowest of all entries for a writer."""
    for document in inputs:
        given = document.roots[0].root
        for writer, entry in (given.authors if given is not None else {}).items():
            if writer in root.authors and entry[1] < root.authors[writer][1]:
                root.authors[writer] = entry


SPOIL: dict[str, Callable[[Root, list[Document]], None]] = {
    "1": lose_a_version, "3": lose_unknown_members, "4": keep_what_is_deleted, "5": earlier_authors}


def spoil_output(fault: str, inputs: list[str], out: Path) -> None:
    """Write OUT again with a fault; a workspace stays as it is."""
    try:
        document = read_bytes(out.read_bytes())
        given = [read_bytes(Path(path).read_bytes()) for path in inputs]
    except Refusal:
        return
    root = document.roots[0].root if document.roots else None
    if document.is_workspace or root is None:
        return
    before = root_text(root, document.roots[0].audience)
    SPOIL[fault](root, given)
    after = root_text(root, document.roots[0].audience)
    if after != before:
        out.write_bytes(after)


def without_contexts(data: bytes) -> bytes:
    """Fault 2: a file whose signatures for several fields have lost their contexts."""
    try:
        file = parse_text(data)
    except Refusal:
        return data
    parts = [file] if isinstance(file, dict) else []
    parts += [part.get("private") for part in parts]
    for part in parts:
        merge = part.get("merge") if isinstance(part, dict) else None
        dots = merge.get("dots") if isinstance(merge, dict) else None
        for collection, things in (dots.items() if isinstance(dots, dict) else ()):
            if collection == "root":
                dots[collection] = _cut(things)
            elif isinstance(things, dict):
                dots[collection] = {thing: _cut(entry) for thing, entry in things.items()}
    return compact(file).encode("utf-8")


def _cut(entry: Any) -> Any:
    """An entry of `dots` without the context of the text or of `""`."""
    if isinstance(entry, str):
        return entry.split("<", 1)[0]
    if isinstance(entry, dict) and isinstance(entry.get(""), str):
        return {**entry, "": entry[""].split("<", 1)[0]}
    return entry


def merge(fault: str, inputs: list[str], out: str) -> int:
    """Run `merge --private` with a fault; its exit code."""
    if fault == "2":
        with tempfile.TemporaryDirectory() as folder:
            copies = [Path(folder) / f"{place}.json" for place in range(len(inputs))]
            for copy, path in zip(copies, inputs):
                copy.write_bytes(without_contexts(Path(path).read_bytes()))
            return run_command(["merge", "--private", *map(str, copies), "-o", out])
    code = run_command(["merge", "--private", *inputs, "-o", out])
    if code == 0 and fault in SPOIL:
        spoil_output(fault, [path for path in inputs if path != out], Path(out))
    return code


def main(arguments: list[str]) -> int:
    """Run the command with the fault of CAIRN_FAULT."""
    fault = os.environ.get("CAIRN_FAULT", "")
    if len(arguments) >= 5 and arguments[:2] == ["merge", "--private"] and arguments[-2] == "-o":
        return merge(fault, arguments[2:-2], arguments[-1])
    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
