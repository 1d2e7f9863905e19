"""articles.toml: what is known of the text files beside it, one table a file name."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError
from kg.records import Failure
from kg.sources.decode import decode
from kg.sources.fields import KNOWN, known_fields

NAME = "articles.toml"

Fields = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Catalog:
    """What is known by file name, and what was wrong in the file that says so."""

    files: dict[str, Fields] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()


def load_catalog(folder: Path) -> Catalog:
    """The catalogue of ``folder``; empty where it has none. What is wrong in it is left out."""
    path = folder / NAME
    if not path.is_file():
        return Catalog()
    try:
        data = path.read_bytes()
        text = decode(data) if data.strip() else ""
        tables = tomllib.loads(text)
    except OSError as error:
        return _broken(path, f"cannot be read: {error.strerror}")
    except (InputError, tomllib.TOMLDecodeError, RecursionError) as error:
        return _broken(path, f"is no TOML that can be read: {error}")
    return _checked(path, text, tables)


def _broken(path: Path, reason: str) -> Catalog:
    return Catalog(failures=(Failure(str(path), reason),))


def _checked(path: Path, text: str, tables: dict[str, object]) -> Catalog:
    files: dict[str, Fields] = {}
    failures = []
    for name, table in tables.items():
        try:
            files[name] = _fields(path.parent, name, table)
        except InputError as error:
            failures.append(Failure(f"{path}:{_line(text, name)}", str(error)))
    return Catalog(files, tuple(failures))


def _fields(folder: Path, name: str, table: object) -> Fields:
    if not isinstance(table, dict):
        raise InputError(f'gives {name} no table; write ["{name}"] on a line of its own')
    if not (folder / name).is_file():
        raise InputError(f"names {name}, which is no file in this folder")
    unknown = sorted(set(table) - set(KNOWN))
    if unknown:
        raise InputError(f"has the unknown key {unknown[0]} for {name}; known: {', '.join(KNOWN)}")
    try:
        return known_fields(table)
    except InputError as error:
        raise InputError(f"{error}, for {name}") from None


def _line(text: str, name: str) -> int:
    """The line, from 1, on which ``name`` opens a table or a value; 1 where it is not found."""
    opens = re.compile(rf"\s*\[?\s*[\"']?{re.escape(name)}[\"']?\s*[\]=.]")
    numbered = enumerate(text.splitlines(), start=1)
    return next((number for number, line in numbered if opens.match(line)), 1)
