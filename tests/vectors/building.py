"""Builds test vectors: small files, and the index `vectors.json` that says what to expect of them."""

from __future__ import annotations

import itertools
import shutil
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "interop"))

from cairn_file import merge_documents                              # noqa: E402
from cairn_json import Refusal, check_of, compact, parse_text, pretty    # noqa: E402
from cairn_read import read_bytes                                   # noqa: E402

ROOT_ID = "vect0r0000000001"
AMINA = "am1na0000000vec1"
MARTA = "marta0000000vec1"
GOAL = "g0a10000000vec01"
GOAL2 = "g0a10000000vec02"
SESSION = "sess10n00000vec1"
LINE = "11ne00000000vec1"
SERIES = "ser1es000000vec1"
WRITERS = ["aaaaaaaa", "bbbbbbbb", "cccccccc"]
NOW = 1_800_000_000_000             # of edits made by proposals

Json = dict[str, Any]


def file_of(plan: Any = None, **members: Any) -> Json:
    """A mentorship's file; `plan` None leaves it out. `form` is another format."""
    file: Json = {"format": members.pop("form", "cairn-mentorship"), "version": {"major": 1, "minor": 0},
                  "id": members.pop("id", ROOT_ID)}
    if plan is not None:
        file["plan"] = plan
    file.update(members)
    return file


def part_of(plan: Json, writers: list[str] | None = None, **merge: Any) -> Json:
    """`plan` and a `merge` whose check fits; members of `merge` by name."""
    return {"plan": plan, "merge": {"check": check_of(plan), "writers": WRITERS if writers is None else writers,
                                    **merge}}


def whole(plan: Json, writers: list[str] | None = None, private: Json | None = None, beside: Json | None = None,
          audience: str | None = None, form: str = "cairn-mentorship", id: str = ROOT_ID, **merge: Any) -> Json:
    """A whole file of one root."""
    members = part_of(plan, writers, **merge)
    if private is not None:
        members["private"] = private
    if audience is not None:
        members["audience"] = audience
    return file_of(form=form, id=id, **members, **(beside or {}))


def text_of(file: Any) -> bytes:
    """The bytes of a file: bytes as they are, anything else as indented JSON."""
    return file if isinstance(file, bytes) else (pretty(file) + "\n").encode("utf-8")


def replaced(file: Json, old: str, new: str | bytes) -> bytes:
    """The bytes of a file with one text in them replaced, for what JSON writers do not write."""
    data = text_of(file)
    assert data.count(old.encode()) == 1, old
    return data.replace(old.encode(), new if isinstance(new, bytes) else new.encode())


class Vectors:
    """Collects vectors, proves each against the Python beside it, and writes them."""

    def __init__(self) -> None:
        """Starts without vectors."""
        self.index: list[Json] = []
        self.files: dict[str, bytes] = {}

    def _add(self, kind: str, name: str, files: list[Any], why: str, **members: Any) -> None:
        """Put a vector into the index, and its inputs into the files."""
        assert all(entry["name"] != name for entry in self.index), name
        inputs = []
        for letter, file in zip("abcdefgh", files):
            path = f"{kind}/{name}.cairn.json" if kind in ("accept", "refuse") else f"{kind}/{name}/{letter}.cairn.json"
            self.files[path] = text_of(file)
            inputs.append(path)
        self.index.append({"name": name, "kind": kind, "inputs": inputs, **members, "why": why})

    def accept(self, name: str, file: Any, why: str) -> None:
        """A file that must be read."""
        read_bytes(text_of(file))
        self._add("accept", name, [file], why)

    def refuse(self, name: str, file: Any, code: str, why: str) -> None:
        """A file that must be refused with a code."""
        try:
            read_bytes(text_of(file))
        except Refusal as refusal:
            assert refusal.code == code, (name, refusal)
        else:
            raise AssertionError(f"{name} was read")
        self._add("refuse", name, [file], why, code=code)

    def merge(self, name: str, files: list[Any], plan: Json | None, why: str, **members: Any) -> None:
        """Whole files that merge to the same bytes in every order, grouping and with repeats.

        `plan` is what must show, written by hand; `members` are further members of the result,
        written by hand too (`dots`, `versions`, `deleted`, `authors` of `merge`; any other at the top).
        """
        texts = [text_of(file) for file in files]
        results = {_merged(list(order)) for order in itertools.permutations(texts)} | {_merged(texts + texts)}
        if len(texts) == 3:
            results |= {_merged([_merged([a, b]), c]) for a, b, c in itertools.permutations(texts)}
        assert len(results) == 1, f"{name}: the order counts"
        result = results.pop()
        got = parse_text(result)
        assert _merged([result, result]) == result, name
        if plan is not None:
            assert compact(got.get("plan")) == compact(plan), (name, compact(got["plan"]))
        for member, value in members.items():
            inside = got["merge"] if member in ("dots", "versions", "deleted", "authors", "writers") else got
            assert compact(inside.get(member)) == compact(value), (name, member, compact(inside.get(member)))
        expected = f"merge/{name}/expected.cairn.json"
        self.files[expected] = result
        self._add("merge", name, files, why, expected=expected)

    def refuse_together(self, kind: str, name: str, files: list[Any], why: str, code: str = "plan") -> None:
        """Files that can be read one by one, and must not be merged; nothing is written. `code` may be `any`."""
        for file in files:
            read_bytes(text_of(file))
        try:
            _merged([text_of(file) for file in files])
        except Refusal as refusal:
            assert refusal.code == "plan", (name, refusal)
        else:
            raise AssertionError(f"{name} was merged")
        self._add(kind, name, files, why, code=code)

    def proposal(self, name: str, files: list[Any], plan: Json, why: str, private: Json | None = None) -> None:
        """Files with proposals: what the plan of the result is, written by hand."""
        got = parse_text(_merged([text_of(file) for file in files]))
        assert compact(got["plan"]) == compact(plan), (name, compact(got["plan"]))
        own = got.get("private", {}).get("plan")
        assert compact(own) == compact(private), (name, compact(own))
        members: Json = {"expectedPlan": plan}
        if private is not None:
            members["expectedPrivatePlan"] = private
        self._add("proposal", name, files, why, **members)

    def no_edit(self, name: str, files: list[Any], why: str) -> None:
        """A base and proposals that change nothing: the result is the base in canonical form."""
        result = _merged([text_of(file) for file in files])
        assert result == _merged([text_of(files[0])]), name
        expected = f"proposal/{name}/expected.cairn.json"
        self.files[expected] = result
        self._add("proposal", name, files, why, expected=expected, expectedPlan=parse_text(result)["plan"])

    def write(self) -> None:
        """Write all files and the index; files of earlier runs go."""
        for kind in ("accept", "refuse", "merge", "proposal"):
            shutil.rmtree(HERE / kind, ignore_errors=True)
        for path, data in self.files.items():
            assert len(data) <= 100_000, path
            (HERE / path).parent.mkdir(parents=True, exist_ok=True)
            (HERE / path).write_bytes(data)
        (HERE / "vectors.json").write_text(pretty(self.index) + "\n", encoding="utf-8")


def _merged(texts: list[bytes]) -> bytes:
    """The bytes of merging files."""
    return merge_documents([read_bytes(text) for text in texts], NOW)
