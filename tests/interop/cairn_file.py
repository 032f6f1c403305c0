"""An independent reader, writer and merger of `.cairn.json`, written from docs/format.md alone.

    python3 cairn_file.py check FILE…
    python3 cairn_file.py merge A B… -o OUT

Ends with 0 (done), 1 (bad input) or 2 (usage). A refusal is one line: file, code, place, reason.
The parts: `cairn_json` (text), `cairn_tables` and `cairn_values` (fields), `cairn_model` (merging),
`cairn_plan`, `cairn_merge_part` and `cairn_read` (reading), `cairn_proposal`, `cairn_audience`,
`cairn_write`.
"""

from __future__ import annotations

import re
import secrets
import sys
import time
from pathlib import Path

from cairn_audience import merge_audience
from cairn_json import Refusal
from cairn_model import Root, check_limits, merge_roots
from cairn_proposal import apply_proposal
from cairn_read import Document, Loaded, read_bytes
from cairn_tables import MENTORSHIP, PRIVATE, PROGRAMME, SHARED, Form
from cairn_values import BASE32
from cairn_write import root_text, workspace_text

USAGE = "usage: cairn_file.py check FILE…\n       cairn_file.py merge A B… -o OUT"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\udc80-\udcff]")


def now_ms() -> int:
    """The clock, in ms since 1970 UTC."""
    return int(time.time() * 1000)


def new_writer() -> str:
    """Forty random bits, for a writer that is used once."""
    return "".join(secrets.choice(BASE32) for _ in range(8))


def one_line(text: str) -> str:
    """A text with control characters and bytes that are not UTF-8 escaped, for a refusal."""
    def escape(found: re.Match[str]) -> str:
        """One character, escaped."""
        code = ord(found[0])
        if 0xDC80 <= code <= 0xDCFF:
            return f"\\x{code - 0xDC00:02x}"
        return f"\\u{code:04x}"
    return _CONTROL.sub(escape, text).encode("utf-8", "backslashreplace").decode("utf-8")


def read_file(path: str) -> Document:
    """Read a file by its path. Raises `Refusal`, and `OSError` where it cannot be read."""
    return read_bytes(Path(path).read_bytes())


def merge_loaded(files: list[Loaded], writers: dict[str, str], now: int) -> Root:
    """Merge what several files have of one root: first the whole ones, then the proposals in order.

    Raises `Refusal`.
    """
    root = Root(files[0].form, files[0].id)
    for loaded in files:
        if loaded.root is not None:
            root = merge_roots(root, loaded.root)
    check_limits(root)
    counter = 0
    for loaded in files:
        if loaded.root is None:
            counter += 1
            apply_proposal(root, loaded.proposal, writers, counter, now)
    return root


def merge_documents(documents: list[Document], now: int) -> bytes:
    """Merge files to the bytes of one: a workspace if one of them is, else a file of one root.

    Raises `Refusal`.
    """
    writers = {SHARED: new_writer(), PRIVATE: new_writer()}
    groups: dict[tuple[str, str], list[Loaded]] = {}
    for document in documents:
        for loaded in document.roots:
            groups.setdefault((loaded.form.format, loaded.id), []).append(loaded)
    if any(document.is_workspace for document in documents):
        return _merge_workspace(documents, groups, writers, now)
    if len(groups) != 1:
        raise Refusal("plan", "id", "the files are not of one root")
    files = next(iter(groups.values()))
    root = merge_loaded(files, writers, now)
    return root_text(root, merge_audience(root, files))


def _merge_workspace(documents: list[Document], groups: dict[tuple[str, str], list[Loaded]],
                     writers: dict[str, str], now: int) -> bytes:
    """Merge the roots and settings of workspaces and other files."""
    settings: Root | None = None
    for document in documents:
        if document.settings is not None:
            settings = document.settings if settings is None else merge_roots(settings, document.settings)

    def merged(form: Form) -> list[Root]:
        """The roots of a form."""
        return [merge_loaded(files, writers, now) for (name, _), files in groups.items() if name == form.format]

    return workspace_text(merged(MENTORSHIP), merged(PROGRAMME), settings)


def refusal_line(path: str, refusal: Refusal) -> str:
    """The line of a refusal: file, code, place, reason."""
    return one_line(f"{path}: {refusal.code}: {refusal.path} {refusal.message}".replace(":  ", ": "))


def read_all(paths: list[str]) -> tuple[list[Document], bool]:
    """Read files, say what is refused; the documents, and whether all could be read."""
    documents: list[Document] = []
    for path in paths:
        try:
            documents.append(read_file(path))
        except Refusal as refusal:
            print(refusal_line(path, refusal), file=sys.stderr)
        except OSError:
            print(one_line(f"{path}: cannot be read"), file=sys.stderr)
    return documents, len(documents) == len(paths)


def command_merge(paths: list[str], out: str) -> int:
    """Do `merge`; nothing is written where anything is refused."""
    documents, good = read_all(paths)
    if not good:
        return 1
    try:
        Path(out).write_bytes(merge_documents(documents, now_ms()))
    except Refusal as refusal:
        print(refusal_line(out, refusal), file=sys.stderr)
        return 1
    except OSError:
        print(one_line(f"{out}: cannot be written"), file=sys.stderr)
        return 1
    return 0


def main(arguments: list[str]) -> int:
    """Do what the arguments say; the exit code."""
    if len(arguments) >= 2 and arguments[0] == "check":
        return 0 if read_all(arguments[1:])[1] else 1
    if len(arguments) >= 4 and arguments[0] == "merge" and arguments[-2] == "-o":
        return command_merge(arguments[1:-2], arguments[-1])
    print(USAGE, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
