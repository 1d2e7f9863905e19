"""Files, folders, patterns and standard input to articles, one at a time."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import IO

from kg.ids import text_hash
from kg.records import Article, Failure
from kg.sources.catalog import Catalog, Fields, load_catalog
from kg.sources.find import LINES, TEXT, Found, find, shown
from kg.sources.jsonl import byte_lines, read_lines
from kg.sources.text import read_text

__all__ = ["read"]


def read(paths: Iterable[str], stdin: IO[bytes]) -> Iterator[Article | Failure]:
    """The articles of ``paths`` in order; ``-`` is ``stdin``. What cannot be read is a Failure.

    Lazy: of the articles already given only ids and hashes are kept. The same article again is
    skipped, another text or other details under the same id are a Failure.
    """
    seen: dict[str, tuple[str, str, str]] = {}
    for item in _read_all(paths, stdin):
        if isinstance(item, Failure):
            yield item
            continue
        text, details = text_hash(item.text), text_hash(repr(replace(item, text="", origin="")))
        if item.id not in seen:
            seen[item.id] = (text, details, item.origin)
            yield item
        elif seen[item.id][:2] != (text, details):
            first = seen[item.id][2]
            what = "another text" if seen[item.id][0] != text else "other details"
            yield Failure(
                item.origin,
                f"has the id of {first} ({item.id}) but {what}; give it an id or a url of its own, "
                "or build the folder above both",
            )


def _read_all(paths: Iterable[str], stdin: IO[bytes]) -> Iterator[Article | Failure]:
    catalogs: dict[Path, Catalog] = {}
    for given in paths:
        if given == "-":
            yield from _sniffed(stdin, Found(Path("stdin"), "stdin"), {})
            continue
        for item in find(given):
            if isinstance(item, Failure):
                yield item
                continue
            folder = item.path.parent
            if folder not in catalogs:
                catalogs[folder] = load_catalog(folder)
                yield from catalogs[folder].failures
            yield from _read_file(item, catalogs[folder].files.get(item.path.name, {}))


def _read_file(found: Found, known: Fields) -> Iterator[Article | Failure]:
    origin = shown(found.path)
    suffix = found.path.suffix.lower()
    try:
        with found.path.open("rb") as file:
            if suffix in LINES:
                yield from read_lines(byte_lines(file), found.name, origin)
            elif suffix in TEXT:
                yield read_text(file, found.name, origin, known)
            else:
                yield from _sniffed(file, found, known)
    except OSError as error:
        yield Failure(origin, f"cannot be read: {(error.strerror or str(error)).lower()}")


def _sniffed(file: IO[bytes], found: Found, known: Fields) -> Iterator[Article | Failure]:
    """JSON lines where the first character that is not blank is ``{``, else one text."""
    origin = shown(found.path)
    lines = byte_lines(file)
    head = []
    for line in lines:
        head.append(line)
        if start := line.removeprefix(BOM_UTF8).strip():
            break
    else:
        start = b""
    if start.startswith(b"{"):
        yield from read_lines(chain(head, lines), found.name, origin)
    else:
        yield read_text(file, found.name, origin, known, b"".join(head))
