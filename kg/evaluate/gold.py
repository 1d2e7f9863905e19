"""Labelled claims and labelled sentence records, read from JSON lines and checked."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import InputError
from kg.records import STATUSES

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a labelled claim; a slot without names asks for nothing."""

    relation: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    place: tuple[str, ...]
    said_by: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A labelled claim: the reading preferred, then those that count as well.

    ``doc`` is the id of its article, or the last part of it. ``deaths`` is the lowest count told.
    """

    doc: str
    evidence: str
    readings: tuple[Reading, ...]
    date: str | None
    deaths: int | None
    optional: bool

    @property
    def first(self) -> Reading:
        """The reading preferred."""
        return self.readings[0]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of an event: its words and its code, a country's or a kind of organisation's."""

    text: str
    code: str | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """The event that a record is labelled with; ``mutual``: its parties may change sides."""

    event_type: str
    source: tuple[Party, ...]
    target: tuple[Party, ...]
    mutual: bool


@dataclass(frozen=True, slots=True)
class SentenceRecord:
    """A sentence with the events that were labelled in it."""

    id: str
    text: str
    events: tuple[GoldEvent, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """The labels of a file: claims or sentence records, never both."""

    claims: tuple[GoldClaim, ...] = ()
    records: tuple[SentenceRecord, ...] = ()


def load_gold(file: Path) -> Gold:
    """All labels of a file, of the form of its first line. Raises InputError for any other line."""
    rows = list(_rows(file))
    if not rows:
        raise InputError(f"{file} holds no labels.")
    if "gold" in rows[0][1]:
        return Gold(records=tuple(_made(_record, where, row) for where, row in rows))
    return Gold(claims=tuple(_made(_claim, where, row) for where, row in rows))


def _rows(file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The objects of JSON lines, each with file and line."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read as UTF-8 text: {error}.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield f"{file}:{number}", _object(f"{file}:{number}", line)


def _object(where: str, line: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where} is no JSON: {error}.") from error
    if not isinstance(row, dict):
        raise InputError(f"{where} is no JSON object.")
    return row


def _made(make: Callable[[Mapping[str, Any]], Label], where: str, row: Mapping[str, Any]) -> Label:
    """What ``make`` makes of the row; a field that is missing or wrong is an InputError."""
    try:
        return make(row)
    except KeyError as error:
        raise InputError(f"{where} lacks {error.args[0]}.") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{where} is no label: {error}.") from error


def _claim(row: Mapping[str, Any]) -> GoldClaim:
    others = row.get("accept") or ()
    return GoldClaim(
        doc=_text(row["doc"]),
        evidence=_text(row["evidence"]),
        readings=tuple(_reading({**row, **other}) for other in ({}, *others)),
        date=row.get("date"),
        deaths=row.get("deaths"),
        optional=bool(row.get("optional")),
    )


def _reading(row: Mapping[str, Any]) -> Reading:
    if row["status"] not in STATUSES:
        raise ValueError(f"{row['status']!r} is no status")
    return Reading(
        relation=_text(row["relation"]),
        source=_texts(row["source"]),
        target=_texts(row["target"]),
        place=_texts(row["place"]),
        said_by=_texts(row.get("said_by") or ()),
        status=row["status"],
    )


def _record(row: Mapping[str, Any]) -> SentenceRecord:
    events = tuple(_event(event) for event in row["gold"] if event["event_type"])
    return SentenceRecord(_text(row["id"]), _text(row["text"]), events)


def _event(row: Mapping[str, Any]) -> GoldEvent:
    return GoldEvent(
        event_type=_text(row["event_type"]),
        source=tuple(map(_party, row["source"])),
        target=tuple(map(_party, row["target"])),
        mutual=bool(row.get("reciprocal")),
    )


def _party(row: Mapping[str, Any]) -> Party:
    return Party(row.get("text") or "", row.get("code"))


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError(f"{values!r} should be a list")
    return tuple(map(_text, values))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} should be a text")
    return value
