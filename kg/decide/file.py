"""The file of decisions: lines of JSON that are added to and never changed."""

import json
import os
from pathlib import Path

from kg.decide.records import Decision, from_line, to_line
from kg.errors import DecisionError


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, which need not exist, in their order.

    Raises DecisionError with file and line for what is wrong; numbers only rise, and an undo takes
    back an earlier one.
    """
    try:
        data = path.read_bytes()
        _check_whole(data, path)
        lines = data.decode().split("\n")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(
            f"{path} cannot be read as UTF-8 text; correct its name or it."
        ) from error
    found: list[Decision] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            decision = from_line(line, f"{path}:{number}")
            _check_number(decision, found)
            found.append(decision)
    return tuple(found)


def append_decision(path: Path, decision: Decision) -> None:
    """Add a decision as the last line, on disk when this returns; all of the line or nothing."""
    line = to_line(decision).encode() + b"\n"
    try:
        with path.open("a+b", buffering=0) as file:
            end = file.tell()
            if end and _last_byte(path) != b"\n":
                line = b"\n" + line
            try:
                while line:
                    line = line[file.write(line) :]
                os.fsync(file.fileno())
            except OSError:
                file.truncate(end)
                raise
    except OSError as error:
        raise DecisionError(f"{path} cannot be written: {error.strerror}.") from error


def _check_whole(data: bytes, path: Path) -> None:
    """Refuse a last line that breaks off; one that only lacks its end of line is whole."""
    *before, last = data.split(b"\n")
    if not last.startswith(b"{"):
        return
    try:
        json.loads(last)
    except ValueError as error:
        raise DecisionError(
            f"{path}:{len(before) + 1} breaks off, so it was never applied; delete the line and "
            "decide again."
        ) from error


def _last_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1)


def _check_number(decision: Decision, before: list[Decision]) -> None:
    last = before[-1].number if before else 0
    if decision.number <= last:
        raise DecisionError(
            f"{decision.origin} has number {decision.number} after {last}; numbers must rise, so "
            "give it a higher one."
        )
    if decision.undoes is not None and decision.undoes not in {each.number for each in before}:
        raise DecisionError(
            f"{decision.origin} undoes {decision.undoes}, which no line before it is; correct it."
        )
