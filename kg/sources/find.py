"""Paths, folders and patterns to the files that may hold articles."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.records import Failure
from kg.sources.catalog import NAME as CATALOG

LINES = (".jsonl", ".ndjson")
TEXT = (".txt",)
SNIFFED = ("", ".text", ".md")
"""File names that are read, by what stands in them, where the file itself is given."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read and the name that its articles go by."""

    path: Path
    name: str


def find(given: str) -> Iterator[Found | Failure]:
    """The files that ``given`` stands for, sorted; a file, a folder or a pattern (``*?[``)."""
    path = Path(given)
    try:
        if path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield from _file(path)
        elif any(sign in given for sign in "*?["):
            yield from _pattern(path)
        else:
            yield Failure(shown(given), "is missing: there is no such file or folder")
    except (OSError, ValueError) as error:
        yield Failure(shown(given), f"cannot be read: {_reason(error)}")


def shown(path: str | Path) -> str:
    """``path`` as text that can be printed and stored, whatever bytes the file name has."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")


def _file(path: Path) -> Iterator[Found | Failure]:
    if path.suffix.lower() in LINES + TEXT + SNIFFED:
        yield Found(path, shown(path.name))
    elif path.name != CATALOG:
        reason = f"is a {path.suffix} file; give text (.txt) or JSON lines (.jsonl)"
        yield Failure(shown(path), reason)


def _folder(folder: Path) -> Iterator[Found | Failure]:
    empty = True
    for item in _walk(folder, set()):
        empty = False
        if isinstance(item, Failure):
            yield item
        else:
            yield Found(item, shown(item.relative_to(folder)))
    if empty:
        yield Failure(shown(folder), "is a folder without articles (.txt or .jsonl files)")


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Failure]:
    """The article files below ``folder``; each real folder once, so that links cannot loop."""
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Failure(shown(folder), f"cannot be read: {_reason(error)}")
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path, seen)
        elif path.suffix.lower() in LINES + TEXT:
            yield path


def _pattern(pattern: Path) -> Iterator[Found | Failure]:
    fixed = 0
    while not any(sign in pattern.parts[fixed] for sign in "*?["):
        fixed += 1
    base = Path(*pattern.parts[:fixed])
    below = str(Path(*pattern.parts[fixed:]))
    matches = sorted(path for path in base.glob(below) if not _hidden(path, base))
    files = [path for path in matches if path.suffix.lower() in LINES + TEXT and path.is_file()]
    folders = [path for path in matches if path.is_dir()] if "**" not in below else []
    if not files and not folders:
        yield Failure(shown(pattern), "matches no article (.txt or .jsonl file)")
    yield from (Found(path, shown(path.name)) for path in files)
    for folder in folders:
        yield from _folder(folder)


def _hidden(path: Path, base: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(base).parts)


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
