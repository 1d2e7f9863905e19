"""JSON lines: one article a line, with ``text`` and what else is known of it."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import IO

from kg.errors import InputError
from kg.records import Article, Failure
from kg.sources.decode import LIMIT, WIDE_MARKS, decode, encodable
from kg.sources.fields import known_fields, text_field


def byte_lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of ``file``; of a line over the limit, so much that it is seen to be over it."""
    while line := file.readline(LIMIT + 2):
        yield line
        while len(line) > LIMIT + 1 and not line.endswith(b"\n"):
            line = file.readline(LIMIT + 2)


def read_lines(lines: Iterable[bytes], name: str, origin: str) -> Iterator[Article | Failure]:
    """The article of each line; ``name`` and the line number make the id where none is given."""
    number = 0
    empty = True
    for raw in lines:
        if number == 0 and raw.startswith(WIDE_MARKS):
            yield Failure(origin, "is UTF-16 or UTF-32; save JSON lines as UTF-8")
            return
        body = raw.removeprefix(BOM_UTF8).removesuffix(b"\n").removesuffix(b"\r")
        for line in body.split(b"\r"):
            number += 1
            if line.strip():
                empty = False
                yield _article(line, f"{name}:{number}", f"{origin}:{number}")
    if empty:
        yield Failure(origin, "is empty")


def _article(line: bytes, name: str, origin: str) -> Article | Failure:
    try:
        record = _record(decode(line))
        fields = known_fields(record)
        given = text_field(record, "id") or fields["url"] or name
        if not given.isprintable():
            raise InputError("has an id with control characters")
        return Article(id=given, text=_text(record), origin=origin, **fields)
    except InputError as error:
        return Failure(origin, str(error))


def _record(line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except RecursionError:
        raise InputError("is nested too deeply for an article") from None
    except json.JSONDecodeError as error:
        raise InputError(f"is no JSON: {error.msg} at column {error.colno}") from None
    except ValueError as error:
        raise InputError(f"is no JSON that can be read: {error}") from None
    if not isinstance(record, dict):
        raise InputError("is JSON but no object with a text")
    return record


def _text(record: dict[str, object]) -> str:
    value = record.get("text")
    if value is None:
        raise InputError("lacks text")
    if not isinstance(value, str):
        raise InputError("has no string as its text")
    if not value.strip():
        raise InputError("has an empty text")
    return encodable(value)
