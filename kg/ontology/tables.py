"""Reads gazetteer files: TOML tables with one line a name, checked, errors with file and line."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.ontology.names import TIE_KINDS, Entry, Rule
from kg.schema import KIND_LABELS

PREFIX = {
    "armed_group": "group",
    "province": "subdivision",
    "organization": "org",
    "group": "people",
}
"""The first part of a key where it is not the kind itself."""

_LISTS = {"aliases", "demonyms"}
_TRUTHS = {"capital", "minor"}
_WORDS = {"key", "within", "part_of", "name", "role"}
_SETTINGS = {"ambiguous", "order", "care", "subdivisions", "distinct", *TIE_KINDS}
_WORLD = "world"
_UNFIT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Table:
    """One file as read: its path, its text and the parsed TOML."""

    path: Path
    text: str
    data: Mapping[str, Any]

    def error(self, what: str, name: str) -> OntologyError:
        """An error that points at the line where ``name`` is given."""
        return OntologyError(f"{self.path}:{self.line(name)}: {what}")

    def line(self, name: str) -> int:
        """The first line that starts with ``name`` or holds it, counted from 1."""
        start = re.compile(rf'\s*\[*["\']?{re.escape(name)}["\']?\s*[=.\]]')
        lines = self.text.splitlines()
        for number, line in enumerate(lines, 1):
            if start.match(line):
                return number
        return next((number for number, line in enumerate(lines, 1) if name in line), 1)


def read_table(path: Path) -> Table:
    """Parse a TOML file; what is no UTF-8 or no TOML is an OntologyError with the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    try:
        return Table(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = line.group(1) if line else len(text.splitlines())
        raise OntologyError(f"{path}:{where}: not valid TOML: {error}") from error


def entries(table: Table) -> Iterator[Entry]:
    """The entities of a file, in the file's order."""
    for name in table.data.keys() - KIND_LABELS.keys() - _SETTINGS:
        raise table.error(f"[{name}] is no kind of entity ({', '.join(KIND_LABELS)})", name)
    for kind in KIND_LABELS:
        countries = table.data.get(kind, {})
        if not isinstance(countries, dict):
            raise table.error(f"[{kind}] must be a table", kind)
        if kind == "country":
            yield from (_country(table, code, line) for code, line in countries.items())
            continue
        for code, lines in countries.items():
            if not isinstance(lines, dict):
                raise table.error(f"write [{kind}.{_WORLD}] or [{kind}.ALPHA3] above it", code)
            for name, line in lines.items():
                yield _entry(table, kind, None if code == _WORLD else code, name, line)


def rules(table: Table) -> Iterator[Rule]:
    """The rules of a file for names that several entities bear."""
    for rule in table.data.get("ambiguous", []):
        fields = rule if isinstance(rule, dict) else {}
        alias, winner = fields.get("alias"), fields.get("winner")
        if not isinstance(alias, str) or not isinstance(winner, str):
            known = alias or winner or "ambiguous"
            raise table.error("[[ambiguous]] needs an alias and a winner", str(known))
        near = fields.get("unless_near", {})
        if not isinstance(near, dict):
            raise table.error(f"unless_near of {alias} must be a table of key = [words]", alias)
        yield Rule(alias, winner, tuple((word, key) for key in near for word in near[key]))


def _country(table: Table, code: str, line: object) -> Entry:
    fields = _fields(table, code, line)
    if "name" not in fields:
        raise table.error(f"country {code} has no name", code)
    return Entry(
        key=f"country:{code}",
        name=fields["name"],
        kind="country",
        country=code,
        aliases=tuple(fields.get("aliases", ())),
        demonyms=tuple(fields.get("demonyms", ())),
    )


def _entry(table: Table, kind: str, country: str | None, name: str, line: object) -> Entry:
    fields = _fields(table, name, line)
    return Entry(
        key=_key(kind, country, name, fields),
        name=name,
        kind=kind,
        country=country,
        aliases=tuple(fields.get("aliases", ())),
        demonyms=tuple(fields.get("demonyms", ())),
        within=fields.get("within") or (f"country:{country}" if _is_place(kind, country) else None),
        capital_of=country if fields.get("capital") else None,
        part_of=fields.get("part_of"),
        minor=bool(fields.get("minor")),
        role=fields.get("role"),
    )


def _is_place(kind: str, country: str | None) -> bool:
    return country is not None and "Place" in KIND_LABELS[kind]


def _fields(table: Table, name: str, line: object) -> dict[str, Any]:
    """A line's fields; a bare list is the aliases."""
    fields = {"aliases": line} if isinstance(line, list) else line
    if not isinstance(fields, dict):
        raise table.error(f"{name} must have a list of aliases or a table of fields", name)
    for field, value in fields.items():
        if field in _LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise table.error(f"{field} of {name} must be a list of strings", name)
        elif field in _WORDS:
            if not isinstance(value, str):
                raise table.error(f"{field} of {name} must be a string", name)
        elif field not in _TRUTHS or not isinstance(value, bool):
            raise table.error(f"{field} of {name} is no field of the gazetteer", name)
    return fields


def _key(kind: str, country: str | None, name: str, fields: Mapping[str, Any]) -> str:
    prefix = PREFIX.get(kind, kind)
    slug = fields.get("key") or slugify(name)
    if kind == "city" and "key" not in fields and country is not None:
        slug = f"{slug}-{country.lower()}"
    return f"{prefix}:{slug}"


def slugify(name: str) -> str:
    """A name in small plain letters, with hyphens between the words."""
    plain = name
    if not name.isascii():
        letters = unicodedata.normalize("NFD", name)
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _UNFIT.sub("-", plain.lower()).strip("-")
