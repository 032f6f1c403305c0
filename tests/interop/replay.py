"""Replays test vectors with the Python beside it and with a command."""

from __future__ import annotations

import itertools
import time
from pathlib import Path
from typing import Any, Callable

from cairn_file import merge_documents
from cairn_json import Refusal, compact, parse_text
from cairn_read import read_bytes
from engine import Command, Tally, first_difference

BATCH = 25
Merger = Callable[[list[Path], Path], tuple[int, str]]


def python_merge(files: list[Path], out: Path) -> tuple[int, str]:
    """Merge with the Python beside it; the same answers as those of `Command.merge`."""
    texts = [file.read_bytes() for file in files]
    out.unlink(missing_ok=True)
    try:
        out.write_bytes(merge_documents([read_bytes(text) for text in texts], int(time.time() * 1000)))
    except Refusal as refusal:
        return 1, f"{out}: {refusal.code}: {refusal.path} {refusal.message}"
    return 0, ""


def python_check(file: Path) -> str:
    """The code with which the Python beside it refuses a file, or an empty text."""
    try:
        read_bytes(file.read_bytes())
    except Refusal as refusal:
        return refusal.code
    return ""


def code_of(line: str, file: Path | str) -> str:
    """The code in a refusal's line `FILE: code: …`; an empty text for a line of another form."""
    if not line.startswith(f"{file}: ") or any(ord(character) < 32 for character in line):
        return ""
    return line.removeprefix(f"{file}: ").split(":", 1)[0]


class Replay:
    """Replays all vectors of a folder."""

    def __init__(self, folder: Path, command: Command, tally: Tally, work: Path, every: int = 1) -> None:
        """Input: the folder with `vectors.json`, the command, the counts, a folder for results.

        `every`: 10 takes every tenth vector.
        """
        self.folder, self.command, self.tally, self.work = folder, command, tally, work
        self.vectors: list[dict[str, Any]] = parse_text((folder / "vectors.json").read_bytes())[::every]
        self.written: list[Path] = []

    def run(self) -> None:
        """Replay them all, then let the command check all that it wrote."""
        self.run_checks()
        for vector in self.vectors:
            if vector["kind"] in ("merge", "proposal"):
                for engine, merge in (("python", python_merge), ("command", self.command.merge)):
                    name = f"{engine} {vector['kind']} {vector['name']}"
                    self.tally.result(name, self.fault_of(vector, merge, engine))
        self.check_written()

    def inputs(self, vector: dict[str, Any]) -> list[Path]:
        """The input files of a vector."""
        return [self.folder / path for path in vector["inputs"]]

    def run_checks(self) -> None:
        """The vectors `accept` and `refuse`: several files for each run of the command."""
        chosen = [vector for vector in self.vectors if vector["kind"] in ("accept", "refuse")]
        for vector in chosen:
            code = python_check(self.inputs(vector)[0])
            self.tally.result(f"python {vector['kind']} {vector['name']}", _wrong_code(vector, code, 1 if code else 0))
        for start in range(0, len(chosen), BATCH):
            batch = chosen[start:start + BATCH]
            files = [self.inputs(vector)[0] for vector in batch]
            exit_code, lines = self.command.check(files)
            codes = {file: code for file in files for line in lines if (code := code_of(line, file))}
            if exit_code not in (0, 1) or exit_code != (1 if codes else 0) or len(lines) != len(codes):
                codes = {}
            for vector, file in zip(batch, files):
                code, single = codes.get(file, ""), 1 if codes.get(file) else 0
                if _wrong_code(vector, code, single):
                    single, lines = self.command.check([file])
                    code = code_of(lines[0], file) if len(lines) == 1 else ""
                self.tally.result(f"command {vector['kind']} {vector['name']}", _wrong_code(vector, code, single))

    def fault_of(self, vector: dict[str, Any], merge: Merger, engine: str) -> str | None:
        """Replay a vector of merging; what is wrong, or None."""
        out = self.work / f"{engine}-{vector['name']}.cairn.json"
        if vector["kind"] == "proposal":
            fault = self.proposal_fault(vector, merge, out)
        else:
            fault = self.merge_fault(vector, merge, out)
        if engine == "command" and out.exists():
            self.written.append(out)
        return fault

    def merge_fault(self, vector: dict[str, Any], merge: Merger, out: Path) -> str | None:
        """Merge in every order, with repeats, in every grouping of three files; and the result once more."""
        half = out.with_name("half-" + out.name)
        for order in _orders(self.inputs(vector)):
            fault = self.one_merge(vector, merge, order, out)
            if fault:
                return f"{fault} ({' '.join(path.name[0] for path in order)})"
        if "code" in vector:
            return None
        files = self.inputs(vector)
        if len(files) == 3:
            for a, b, c in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
                code, line = merge([files[a], files[b]], half)
                fault = f"exit {code} of two files: {line}"
                if code == 0:
                    fault = self.one_merge(vector, merge, [half, files[c]], out)
                if fault:
                    return f"{fault} (grouping {a}{b}, {c})"
        half.write_bytes(out.read_bytes())
        fault = self.one_merge(vector, merge, [half, files[0]], out)
        half.unlink()
        return f"{fault} (the result again, with {files[0].name})" if fault else None

    def one_merge(self, vector: dict[str, Any], merge: Merger, order: list[Path], out: Path) -> str | None:
        """One run of merging against the expected bytes or code."""
        code, line = merge(order, out)
        if "code" in vector:
            return _wrong_refusal(vector, code, line, out)
        if code != 0 or not out.exists():
            return f"exit {code}: {line}"
        expected = (self.folder / vector["expected"]).read_bytes()
        got = out.read_bytes()
        return None if got == expected else first_difference(expected, got)

    def proposal_fault(self, vector: dict[str, Any], merge: Merger, out: Path) -> str | None:
        """Merge in the order given; then the file with one proposal again, which must change nothing."""
        files = self.inputs(vector)
        code, line = merge(files, out)
        if "code" in vector:
            return _wrong_refusal(vector, code, line, out)
        if code != 0 or not out.exists():
            return f"exit {code}: {line}"
        try:
            file = parse_text(out.read_bytes())
            if read_bytes(out.read_bytes()).roots[0].root is None:
                return "the result is no whole file"
        except Refusal as refusal:
            return f"the result cannot be read: {refusal}"
        for member, plan in (("expectedPlan", file.get("plan")),
                             ("expectedPrivatePlan", (file.get("private") or {}).get("plan"))):
            if compact(plan) != compact(vector.get(member)):
                return f"{member} is {compact(plan)}, expected {compact(vector.get(member))}"
        if "expected" in vector and out.read_bytes() != (self.folder / vector["expected"]).read_bytes():
            return first_difference((self.folder / vector["expected"]).read_bytes(), out.read_bytes())
        return self.again_fault(files, merge, out)

    def again_fault(self, files: list[Path], merge: Merger, out: Path) -> str | None:
        """Take the only proposal of a vector once more."""
        proposals = [file for file in files if read_bytes(file.read_bytes()).roots[0].root is None]
        if len(set(file.read_bytes() for file in proposals)) != 1:
            return None
        again = out.with_name("again-" + out.name)
        code, line = merge([out, proposals[0]], again)
        if code != 0:
            return f"taking it again: exit {code}: {line}"
        same = again.read_bytes() == out.read_bytes()
        again.unlink()
        return None if same else "taking it again changes the file"

    def check_written(self) -> None:
        """What the command wrote it must be able to read."""
        for start in range(0, len(self.written), BATCH):
            code, lines = self.command.check(self.written[start:start + BATCH])
            self.tally.result(f"command reads what it wrote, {start + 1} and on",
                              None if code == 0 and not lines else f"exit {code}: {' | '.join(lines)}")


def _orders(files: list[Path]) -> list[list[Path]]:
    """Every order of files, the first of them once more at the end; one order where all are the same."""
    if len({file.read_bytes() for file in files}) == 1:
        return [files]
    return [[*order, order[0]] for order in itertools.permutations(files)]


def _wrong_code(vector: dict[str, Any], code: str, exit_code: int) -> str | None:
    """What is wrong with the answer of a check, or None."""
    wanted = vector.get("code", "")
    if code == wanted and exit_code == (1 if wanted else 0):
        return None
    return f"exit {exit_code}, code {code or 'none'}, expected {wanted or 'none'}; {vector['why']}"


def _wrong_refusal(vector: dict[str, Any], code: int, line: str, out: Path) -> str | None:
    """What is wrong with a refused merge, or None."""
    coded = vector["code"] == "any" or f": {vector['code']}: " in line
    if code != 1 or not coded:
        return f"exit {code}, expected a refusal with {vector['code']}: {line or 'nothing said'}; {vector['why']}"
    return "refused, but written" if out.exists() else None
