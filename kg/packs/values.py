"""Values of parameters: as headers give them in JSON, and as words of the command line."""

import json
from datetime import date
from math import isfinite

from kg.errors import PackError
from kg.records import Value

TYPES = {
    "string": "a text",
    "integer": "a whole number such as 25",
    "float": "a number such as 0.5",
    "boolean": "true or false",
    "date": "a day such as 2024-12-31",
    "strings": "texts with commas between them, or a JSON list of texts",
}
"""The types of a parameter, with what a value of each looks like."""


def parse_word(name: str, kind: str, text: str) -> Value:
    """The value of a command line word, by the type of its parameter; nothing is null."""
    if not text:
        return None
    value: object = text
    if kind == "strings" and not text.startswith("["):
        value = [part.strip() for part in text.split(",")]
    elif kind not in ("string", "date"):
        value = _json(text.lower() if kind == "boolean" else text)
    return typed(kind, value, f"Parameter {name}: {text!r}")


def parse_default(kind: str, text: str, where: str) -> Value:
    """The value of a header's default, which is JSON."""
    return None if text == "null" else typed(kind, _json(text), f"{where}: default {text}")


def _json(text: str) -> object:
    """The JSON value, or the text itself where it is none (which then fails the type check)."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def typed(kind: str, value: object, where: str) -> Value:
    """``value`` as a value of the type. Raises PackError, which begins with ``where``."""
    match kind, value:
        case ("string", str(text)):
            return text
        case ("date", str(text)) if _is_day(text):
            return text
        case ("boolean", bool(flag)):
            return flag
        case ("integer", int()) if not isinstance(value, bool) and abs(value) < 2**63:
            return value
        case ("float", int() | float()) if not isinstance(value, bool) and isfinite(value):
            return float(value)
        case ("strings", list()) if all(isinstance(each, str) for each in value):
            return tuple(value)
    raise PackError(f"{where} is not {TYPES[kind]}.")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
