"""Compares a command with the Python beside it: test vectors, then random histories.

    python3 run.py --command PATH [--histories N] [--seed S] [--vectors DIR] [--every N]
                   [--through WRAPPER] [--until-failed]

Prints one line a failure, with the files kept in a temporary folder, and at the end
`N passed, N failed`; ends with 1 if anything failed. WRAPPER is run in place of the command, which it
finds in CAIRN_COMMAND (see faulty.py). A program whose name ends with .py is run by this Python.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import shutil
import sys
import tempfile
from pathlib import Path

from engine import Command, Failed, Tally, first_difference
from histories import History, conflicts
from replay import BATCH, Replay, python_merge


class HistoryRun:
    """Makes random histories and merges each with the Python and the command."""

    def __init__(self, command: Command, tally: Tally, work: Path) -> None:
        """Input: the command, the counts, a folder for files."""
        self.command, self.tally, self.work = command, tally, work
        self.unchecked: list[tuple[str, Path]] = []
        self.conflicts = 0

    def run(self, count: int, seed: int) -> None:
        """Make and merge `count` histories."""
        for number in range(seed, seed + count):
            folder = self.work / f"history-{number}"
            folder.mkdir()
            fault = self.fault_of(number, folder)
            self.tally.result(f"history {number}", None if fault is None else f"{fault}; files in {folder}")
            if fault is None:
                self.unchecked.append((f"history {number}", folder / "all.json"))
            if len(self.unchecked) == BATCH or number == seed + count - 1:
                self.check_results()

    def fault_of(self, number: int, folder: Path) -> str | None:
        """One history; what is wrong, or None. The Python must not depend on the order either."""
        history = History(number)
        files: list[Path] = []
        for place, data in enumerate(history.files):
            files.append(folder / f"{place}.json")
            files[-1].write_bytes(data)
        python_out = folder / "python.json"
        code, line = python_merge(files, python_out)
        if code:
            return f"the Python refuses: {line}"
        expected = python_out.read_bytes()
        self.conflicts += conflicts(expected)
        python_merge([python_out, *reversed(files)], python_out)
        if python_out.read_bytes() != expected:
            return "the Python: the order of files counts"
        python_out.write_bytes(expected)
        return self.command_fault(files, expected, folder, random.Random(number))

    def command_fault(self, files: list[Path], expected: bytes, folder: Path, rng: random.Random) -> str | None:
        """The command's part of a history; what is wrong, or None.

        About every third history is merged in one run, the others in two groups; in any order, with repeats.
        """
        order = files + rng.sample(files, 2)
        rng.shuffle(order)
        half = rng.randint(1, len(order) - 1)
        runs = [(order, "all.json", "in one run")]
        if rng.randrange(3):
            runs = [(order[:half], "half.json", "the first half"),
                    ([*order[half:], folder / "half.json", order[0]], "all.json", "in two groups")]
        for chosen, name, words in runs:
            code, line = self.command.merge(chosen, folder / name)
            if code or not (folder / name).exists():
                return f"{words}: exit {code}: {line}"
            got = (folder / name).read_bytes()
            if name != "half.json" and got != expected:
                return f"{words} ({' '.join(path.name for path in chosen)}): {first_difference(expected, got)}"
        return None

    def check_results(self) -> None:
        """Let the command check what it wrote; then the folders of histories that passed go."""
        code, lines = self.command.check([path for _, path in self.unchecked]) if self.unchecked else (0, [])
        if code or lines:
            self.tally.result("check of histories", f"exit {code}: {' | '.join(lines[:3])}")
            return
        for _, path in self.unchecked:
            shutil.rmtree(path.parent)
        self.unchecked.clear()


def main() -> int:
    """Read the arguments, run all, say how it ended."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", required=True, help="the program to test")
    parser.add_argument("--histories", type=int, default=0, help="how many random histories")
    parser.add_argument("--seed", type=int, default=1, help="the number of the first history")
    parser.add_argument("--vectors", type=Path, default=Path(__file__).resolve().parent.parent / "vectors")
    parser.add_argument("--every", type=int, default=1, help="10: only every tenth vector")
    parser.add_argument("--until-failed", action="store_true", help="end with the first failure")
    parser.add_argument("--through", help="a program that is run in place of the command")
    arguments = parser.parse_args()
    command, tally = Command(arguments.command, arguments.through), Tally(arguments.until_failed)
    work = Path(tempfile.mkdtemp(prefix="cairn-interop-"))
    (work / "vectors").mkdir()
    histories = HistoryRun(command, tally, work)
    with contextlib.suppress(Failed):
        Replay(arguments.vectors, command, tally, work / "vectors", arguments.every).run()
        histories.run(arguments.histories, arguments.seed)
    if arguments.histories:
        print(f"{arguments.histories} histories with {histories.conflicts} fields in conflict")
    print(f"{tally.passed} passed, {tally.failed} failed" + (f"; files in {work}" if tally.failed else ""))
    if not tally.failed:
        shutil.rmtree(work)
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
