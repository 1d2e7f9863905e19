"""A query file: plain Cypher under a header of comments, checked when it is read.

The header holds title, description, parameters and columns (``returns:`` may be repeated)::

    // Who accuses whom
    // Accusations between actors, most frequent first.
    // param limit: integer = 25
    // returns: accuser, accused, claims

A default is a JSON value; ``null`` makes a parameter optional and no default makes it required.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kg.errors import PackError
from kg.packs.values import TYPES, parse_default, parse_word
from kg.records import Table, Value
from kg.stores.base import GraphStore

SUFFIX = ".cypher"

_PARAM = re.compile(r"param\s+(\w+)\s*:\s*(\w+)\s*(?:=\s*(.+))?$")
_QUIET = re.compile(
    r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`", re.DOTALL
)
_WRITES = re.compile(
    r"(?<![.:$\w])(CREATE|MERGE|SET|DELETE|REMOVE|DROP|FOREACH|LOAD\s+CSV|CALL\s+dbm?s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query; ``required`` where no default is given."""

    name: str
    type: str
    default: Value
    required: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A checked query file; ``name`` ends with ``.graph`` for a twin that returns paths."""

    pack: str
    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    cypher: str
    path: Path


def read_query(path: Path) -> Query:
    """A query file, checked. Raises PackError with file and line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path} cannot be read as UTF-8 text: {error}.") from error
    prose, parameters, columns = _read_header(path, text)
    query = Query(
        pack=path.parent.resolve().name,
        name=path.name.removesuffix(SUFFIX),
        title=prose[0],
        about=" ".join(prose[1:]),
        parameters=parameters,
        columns=columns,
        cypher=text.rstrip().rstrip(";"),
        path=path,
    )
    _check(query)
    return query


def _read_header(path: Path, text: str) -> tuple[list[str], tuple[Parameter, ...], tuple[str, ...]]:
    """Title and description, parameters and columns of the comment lines at the top."""
    prose: list[str] = []
    parameters: list[Parameter] = []
    columns: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            break
        words = line[2:].strip()
        if words.startswith("param "):
            parameters.append(_read_parameter(words, f"{path}:{number}"))
        elif words.startswith("returns:"):
            columns += tuple(name.strip() for name in words.removeprefix("returns:").split(","))
        elif words:
            prose.append(words)
    if not prose or not all(columns) or not columns:
        raise PackError(f"{path}:1: the header needs a title and a `// returns: a, b` line.")
    return prose, tuple(parameters), columns


def _read_parameter(words: str, where: str) -> Parameter:
    """The parameter that a header line declares."""
    found = _PARAM.match(words)
    if not found or found[2] not in TYPES:
        raise PackError(
            f"{where}: write `// param NAME: TYPE = DEFAULT`, TYPE one of {', '.join(TYPES)}."
        )
    name, kind, default = found.groups()
    if default is None:
        return Parameter(name, kind, None, required=True)
    return Parameter(name, kind, parse_default(kind, default, where), required=False)


def _check(query: Query) -> None:
    """Raise PackError where parameters are not those declared, or where the query would write.

    The store refuses writes as well: this check says so before anything is opened, with the line.
    """
    bare = _QUIET.sub(lambda found: "\n" * found[0].count("\n") + " ", query.cypher)
    if write := _WRITES.search(bare):
        line = bare.count("\n", 0, write.start()) + 1
        raise PackError(f"{query.path}:{line}: {write[1]} is refused, queries only read.")
    used = set(re.findall(r"\$(\w+)", bare))
    declared = {parameter.name for parameter in query.parameters}
    if used - declared:
        raise PackError(f"{query.path}: ${min(used - declared)} is used and not declared.")
    if declared - used:
        raise PackError(f"{query.path}: ${min(declared - used)} is declared and not used.")


def bind(query: Query, given: Sequence[str] = ()) -> dict[str, Value]:
    """Parameter values from ``NAME=VALUE`` texts, over the defaults; an empty value is null."""
    known = {parameter.name: parameter for parameter in query.parameters}
    values = {p.name: p.default for p in query.parameters if not p.required}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise PackError(f"{text!r} is no parameter: write NAME=VALUE.")
        if name not in known:
            near = near_names(name, known)
            raise PackError(f"{query.pack}/{query.name} has no parameter {name!r}{near}.")
        values[name] = parse_word(name, known[name].type, value)
    if missing := [name for name in known if name not in values]:
        raise PackError(f"{query.pack}/{query.name} needs -p {missing[0]}=VALUE.")
    return values


def run_query(store: GraphStore, query: Query, params: Mapping[str, Value]) -> Table:
    """The rows of the query. Raises PackError where the columns are not those of its header."""
    table = store.query(query.cypher, params)
    if table.columns != query.columns:
        told, given = ", ".join(query.columns), ", ".join(table.columns)
        raise PackError(f"{query.path}: the header promises {told} and the query returns {given}.")
    return table


def near_names(name: str, names: Iterable[str]) -> str:
    """`` (did you mean ...?)`` with the nearest names, or nothing."""
    near = get_close_matches(name, list(names), n=3, cutoff=0.5)
    return f" (did you mean {' or '.join(near)}?)" if near else ""
