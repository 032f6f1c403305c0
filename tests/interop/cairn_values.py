"""The values of fields and the ids of things ("Values", "Ids", "Unknown members").

A value is kept as: text, id, date, time, decimal and word as `str`; number as `int`; yes/no as
`bool`; hours as a tuple of seven `str`; an unknown value as its compact text, or None where there is
a dot and no value.
"""

from __future__ import annotations

import datetime
import re
from typing import Any

from cairn_json import Number, Refusal, compact, depth_of
from cairn_tables import Kind

MAX_UNKNOWN_DEPTH = 32
ZERO_ID = "0" * 16
BASE32 = "0123456789abcdefghjkmnpqrstvwxyz"

_ID = re.compile(f"[{BASE32}]{{16}}", re.ASCII)
_WRITER = re.compile(f"[{BASE32}]{{8}}", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
_HOURS = re.compile(r"(([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9])?", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_WHOLE = re.compile(r"-?[0-9]+", re.ASCII)


def is_id(value: Any) -> bool:
    """Whether a JSON value is the id of a thing: sixteen characters of base 32, not all zero."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None and value != ZERO_ID


def is_writer(value: Any) -> bool:
    """Whether a JSON value is the id of a writer: eight characters of base 32."""
    return isinstance(value, str) and _WRITER.fullmatch(value) is not None


def whole_number(value: Any) -> int | None:
    """The value of a JSON number without fraction and exponent; None for anything else."""
    if isinstance(value, Number) and _WHOLE.fullmatch(value.text) and len(value.text) <= 400:
        return int(value.text)
    return None


def looks_like_collection(value: Any) -> bool:
    """Whether a JSON value is a list of one or more objects that each have an id."""
    return isinstance(value, list) and bool(value) and all(
        isinstance(item, dict) and is_id(item.get("id")) for item in value)


def _is_date(text: str) -> bool:
    """Whether a text is a day that exists, from 0001-01-01 to 9999-12-31."""
    if not _DATE.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def read_value(kind: Kind, value: Any, path: str) -> Any:
    """Turn a JSON value into the value of a field.

    Input: the field's kind, the value, the place for messages. Raises `Refusal` with `plan` where
    the value is of another kind or out of range.
    """
    if kind.name == "unknown":
        if depth_of(value) > MAX_UNKNOWN_DEPTH:
            raise Refusal("plan", path, f"an unknown value nested deeper than {MAX_UNKNOWN_DEPTH}")
        return compact(value)
    if kind.name == "yes/no":
        if not isinstance(value, bool):
            raise Refusal("plan", path, "must be true or false")
        return value
    if kind.name == "number":
        number = whole_number(value)
        if number is None:
            raise Refusal("plan", path, "must be a whole number")
        if number != 0 and not kind.low <= number <= kind.high:
            raise Refusal("plan", path, f"must be from {kind.low} to {kind.high}")
        return number
    if kind.name == "hours":
        return _read_hours(value, path)
    if not isinstance(value, str):
        raise Refusal("plan", path, "must be a text")
    return _read_string(kind, value, path)


def _read_hours(value: Any, path: str) -> tuple[str, ...]:
    """Read seven texts such as `09:00-17:00`, Monday first."""
    if not isinstance(value, list) or len(value) != 7:
        raise Refusal("plan", path, "must be a list of seven texts")
    for day in value:
        if not isinstance(day, str) or not _HOURS.fullmatch(day):
            raise Refusal("plan", path, "hours must be such as 09:00-17:00 or empty")
    return tuple(value)


def _read_string(kind: Kind, value: str, path: str) -> str:
    """Check a text against a kind that is a text in JSON."""
    if kind.name == "text":
        if len(value) > kind.limit:
            raise Refusal("plan", path, f"longer than {kind.limit} characters")
        return value
    if kind.name == "word":
        if value not in kind.words:
            raise Refusal("plan", path, "must be one of " + ", ".join(kind.words))
        return value
    if kind.name == "id" and value == ZERO_ID:
        return ""
    good = value == "" or {
        "id": is_id(value),
        "date": _is_date(value),
        "time": _TIME.fullmatch(value) is not None,
        "decimal": len(value) <= 30 and _DECIMAL.fullmatch(value) is not None,
    }[kind.name]
    if not good:
        raise Refusal("plan", path, f"is no {kind.name}")
    return value


def empty_value(kind: Kind) -> Any:
    """The empty value of a kind; for an unknown member None, which is no value at all."""
    if kind.name == "unknown":
        return None
    if kind.name == "number":
        return 0
    if kind.name == "yes/no":
        return False
    if kind.name == "word":
        return kind.words[0]
    return ("",) * 7 if kind.name == "hours" else ""


def left_out(kind: Kind, value: Any) -> bool:
    """Whether the canonical form leaves a value out of the plan."""
    return kind.name not in ("yes/no", "word") and value == empty_value(kind)


def order_of(kind: Kind, value: Any) -> Any:
    """A key by which two values of one kind compare ("order of values")."""
    if kind.name == "unknown":
        return (0, "") if value is None else (1, value)
    return kind.words.index(value) if kind.name == "word" else value


def _fnv1a(data: bytes) -> int:
    """FNV-1a with 64 bits."""
    result = 0xCBF29CE484222325
    for byte in data:
        result = ((result ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return result


def derived(kind: str, source: str) -> str:
    """The id that follows from what a thing is made of: `derived(KIND, SOURCE)`."""
    text = f"{kind}\n{source}".encode("utf-8")
    bits = (_fnv1a(text + b"\n") >> 48) << 64 | _fnv1a(text)
    return "".join(BASE32[bits >> (75 - 5 * place) & 31] for place in range(16))


def letter_id(root: str) -> str:
    """The id of the letter of a root."""
    return derived("letter", root)
