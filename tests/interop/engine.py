"""Runs the command that is tested, and counts what passes and fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


class Command:
    """A program with `check FILE…` and `merge --private A B… -o OUT`, perhaps behind a wrapper."""

    def __init__(self, path: str, through: str | None) -> None:
        """Input: the command, and a program that is run in its place and finds it in CAIRN_COMMAND."""
        program = through or path
        self.start = [sys.executable, program] if program.endswith(".py") else [program]
        self.environment = {**os.environ, "CAIRN_COMMAND": os.path.abspath(path)}

    def run(self, arguments: list[str]) -> tuple[int, str]:
        """Run it; its exit code and what it says of errors. A run of over 60 s counts as exit code -1."""
        try:
            done = subprocess.run(self.start + arguments, env=self.environment, capture_output=True, timeout=60)
        except subprocess.TimeoutExpired:
            return -1, "took more than 60 s"
        return done.returncode, done.stderr.decode("utf-8", "replace")

    def check(self, files: list[Path]) -> tuple[int, list[str]]:
        """Run `check`; the exit code and the lines."""
        code, errors = self.run(["check", *map(str, files)])
        return code, errors.removesuffix("\n").split("\n") if errors else []

    def merge(self, files: list[Path], out: Path) -> tuple[int, str]:
        """Run `merge`, after removing an earlier OUT; the exit code and the first line."""
        out.unlink(missing_ok=True)
        code, errors = self.run(["merge", "--private", *map(str, files), "-o", str(out)])
        return code, errors.split("\n", 1)[0]


class Failed(Exception):
    """The first failure, where that is enough."""


class Tally:
    """Counts; says each failure in one line."""

    def __init__(self, ends_at_failure: bool = False) -> None:
        """Starts at zero. `ends_at_failure`: the first failure raises `Failed`."""
        self.passed = 0
        self.failed = 0
        self.ends_at_failure = ends_at_failure

    def result(self, name: str, fault: str | None) -> None:
        """Count one result: `fault` is None where it passed."""
        if fault is None:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {name}: {fault}", flush=True)
        if self.ends_at_failure:
            raise Failed


def first_difference(expected: bytes, got: bytes) -> str:
    """Where two files differ, for a message."""
    wanted, found = expected.split(b"\n"), got.split(b"\n")
    for number, (a, b) in enumerate(zip(wanted, found), 1):
        if a != b:
            a_text, b_text = (line.strip()[:60].decode("utf-8", "replace") for line in (a, b))
            return f"line {number} is {b_text!r}, expected {a_text!r}"
    return f"{len(found)} lines, expected {len(wanted)}"
