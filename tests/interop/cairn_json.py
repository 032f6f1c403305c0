"""JSON as docs/format.md wants it ("The text", "The check", "Limits").

Python's `json` module does the parsing. Around it stand the rules that it does not have: one key
once, no NUL, no half surrogate pair, numbers kept as they are spelled, at most 64 levels.
A JSON value is here a dict, list, str, bool, None or `Number`.
"""

from __future__ import annotations

import json
import math
import re
import zlib
from dataclasses import dataclass
from typing import Any

MAX_TEXT_BYTES = 209_715_200
MAX_DEPTH = 64

_ESCAPED = re.compile(r'["\\\x00-\x1f]')
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Refusal(Exception):
    """A file that must not be taken.

    `code` is one of the codes of "Refusals", `path` the place in the file (may be empty), `message`
    the reason in words.
    """

    def __init__(self, code: str, path: str, message: str) -> None:
        """Input: the code, the place, the reason."""
        super().__init__(f"{code}: {path} {message}".strip())
        self.code = code
        self.path = path
        self.message = message


@dataclass(frozen=True)
class Number:
    """A JSON number, kept as the characters that stand in the file."""

    text: str

    def spelled(self) -> str:
        """The number as it is written: `-0` becomes `0`, all others stay."""
        return "0" if self.text == "-0" else self.text


def parse_text(data: bytes) -> Any:
    """Read the bytes of a file.

    Input: the whole file, perhaps with one byte order mark. Output: a JSON value.
    Raises `Refusal` with `json`, `number` or `plan`.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise Refusal("plan", "", "larger than 200 MB")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal("json", "", f"byte {error.start} is not UTF-8") from error
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_int=_number, parse_float=_number,
                           parse_constant=_constant)
    except json.JSONDecodeError as error:
        near = text[error.pos:error.pos + 12]
        raise Refusal("json", "", f'line {error.lineno}, column {error.colno} not JSON here, near "{near}"') from error
    except RecursionError as error:
        raise Refusal("json", "", f"nested deeper than {MAX_DEPTH}") from error
    _inspect(value, 0)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a dict of the members of one object; refuse a key that stands twice."""
    members: dict[str, Any] = {}
    for key, value in pairs:
        if key in members:
            raise Refusal("plan", key, "a key twice in one object")
        members[key] = value
    return members


def _number(text: str) -> Number:
    """Keep a number as it is spelled; refuse one that is not finite as a double."""
    if math.isinf(float(text)):
        raise Refusal("number", "", "a number beyond the finite range of an IEEE 754 double")
    return Number(text)


def _constant(name: str) -> None:
    """Refuse `NaN` and `Infinity`, which Python takes and RFC 8259 does not."""
    raise Refusal("json", "", f"not JSON: {name}")


def _inspect(value: Any, depth: int) -> None:
    """Walk through a value; refuse what is nested too deep, NUL and half surrogate pairs."""
    if isinstance(value, str):
        _inspect_string(value)
    elif isinstance(value, (dict, list)):
        if depth + 1 > MAX_DEPTH:
            raise Refusal("json", "", f"nested deeper than {MAX_DEPTH}")
        if isinstance(value, dict):
            for key in value:
                _inspect_string(key)
        for inner in value.values() if isinstance(value, dict) else value:
            _inspect(inner, depth + 1)


def _inspect_string(text: str) -> None:
    """Refuse NUL and half of a surrogate pair in a text or key."""
    if "\x00" in text:
        raise Refusal("plan", "", "the character NUL in a text or key")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refusal("json", "", "half of a surrogate pair") from error


def depth_of(value: Any) -> int:
    """How many objects and lists stand in one another: 0 for a number, 1 for `[]`."""
    if isinstance(value, dict):
        return 1 + max((depth_of(inner) for inner in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((depth_of(inner) for inner in value), default=0)
    return 0


def quote(text: str) -> str:
    """A text or key as JSON, with the escapes of "The check" and no others."""
    return '"' + _ESCAPED.sub(lambda found: _SHORT_ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}", text) + '"'


def _scalar(value: Any) -> str:
    """A text, number, yes/no or null as JSON."""
    if isinstance(value, str):
        return quote(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.spelled() if isinstance(value, Number) else str(value)


def compact(value: Any) -> str:
    """The compact text of a value ("The check"): no white space, members in their order."""
    if isinstance(value, dict):
        return "{" + ",".join(quote(key) + ":" + compact(inner) for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(compact(inner) for inner in value) + "]"
    return _scalar(value)


def pretty(value: Any, indent: str = "") -> str:
    """The text of a value in the canonical form: two spaces of indent, one member or item a line."""
    deeper = indent + "  "
    if isinstance(value, dict) and value:
        lines = [f"{deeper}{quote(key)}: {pretty(inner, deeper)}" for key, inner in value.items()]
        return "{\n" + ",\n".join(lines) + "\n" + indent + "}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(deeper + pretty(inner, deeper) for inner in value) + "\n" + indent + "]"
    return compact(value)


def check_of(plan: Any) -> str:
    """The check of a plan: `crc32:` and eight digits over its compact text."""
    return f"crc32:{zlib.crc32(compact(plan).encode('utf-8')):08x}"
