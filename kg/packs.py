"""Packs: folders of Cypher files, read, checked and bound to parameters.

A pack is a folder with ``pack.toml`` (``title``, ``about``, ``order``) and one file a query. A
query file is plain Cypher under a header of comments: title, description, parameters, columns::

    // Who accuses whom
    // Accusations between actors, most frequent first.
    // param limit: integer = 25
    // returns: accuser, accused, claims

A default is a JSON value; ``null`` makes a parameter optional and no default makes it required.
``name.graph.cypher`` is the twin of ``name.cypher`` that returns paths, for Neo4j Browser.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from math import isfinite
from pathlib import Path

from kg.errors import PackError
from kg.records import Table, Value
from kg.stores.base import GraphStore

SUFFIX = ".cypher"
TWIN = ".graph"
TYPES = {
    "string": "a text",
    "integer": "a whole number such as 25",
    "float": "a number such as 0.5",
    "boolean": "true or false",
    "date": "a day such as 2024-12-31",
    "strings": "texts with commas between them, or a JSON list of texts",
}
"""The types of a parameter, with what a value of each looks like."""

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


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of queries, in the order of its report; ``twins`` return paths, for Browser only."""

    name: str
    title: str
    about: str
    queries: tuple[Query, ...]
    twins: tuple[Query, ...]


def builtin_packs() -> Path:
    """The folder of the packs that come with kg: inside the wheel, or beside it in a checkout."""
    package = Path(__file__).parent
    shipped = package / "_cypher"
    return shipped if shipped.is_dir() else package.parent / "cypher"


def find_packs(folders: Iterable[Path] = ()) -> dict[str, Path]:
    """Pack names with their folders: those that come with kg, and those in the user's ``folders``.

    A user's pack takes the place of one of the same name. A folder without any is a PackError.
    """
    found = _packs_in(builtin_packs())
    for folder in folders:
        packs = _packs_in(folder)
        if not packs:
            raise PackError(f"{folder} holds no pack: a pack is a folder with a pack.toml in it")
        found |= packs
    return dict(sorted(found.items()))


def _packs_in(folder: Path) -> dict[str, Path]:
    """The folder itself where it is a pack, else the packs right below it."""
    tomls = sorted([*folder.glob("pack.toml"), *folder.glob("*/pack.toml")])
    return {path.parent.resolve().name: path.parent for path in tomls}


def load_pack(name: str, folders: Iterable[Path] = ()) -> Pack:
    """The pack of that name, every file of it checked."""
    packs = find_packs(folders)
    if name not in packs:
        raise PackError(f"there is no pack {name!r}{_near(name, packs)}: see `kg packs`")
    folder = packs[name]
    title, about, order = _read_toml(folder / "pack.toml")
    queries = {q.name: q for q in map(read_query, sorted(folder.glob(f"*{SUFFIX}")))}
    plain = {name: query for name, query in queries.items() if not name.endswith(TWIN)}
    for listed in order:
        if listed not in plain:
            near = _near(listed, plain)
            raise PackError(f"{folder / 'pack.toml'}: order names {listed!r}, no query here{near}")
    ordered = [plain[each] for each in dict.fromkeys([*order, *plain])]
    twins = [query for name, query in queries.items() if name.endswith(TWIN)]
    return Pack(name, title, about, tuple(ordered), tuple(twins))


def load_query(address: str, folders: Iterable[Path] = ()) -> Query:
    """The query at ``PACK/NAME``."""
    pack_name, slash, name = address.partition("/")
    if not slash:
        raise PackError(f"{address!r} names no query: write PACK/NAME, see `kg packs`")
    pack = load_pack(pack_name, folders)
    queries = {query.name: query for query in (*pack.queries, *pack.twins)}
    if name not in queries:
        near = _near(name, queries)
        raise PackError(
            f"pack {pack_name!r} has no query {name!r}{near}: see `kg packs {pack_name}`"
        )
    return queries[name]


def run_query(store: GraphStore, query: Query, params: Mapping[str, Value]) -> Table:
    """The rows of the query. Raises PackError where the columns are not those of its header."""
    table = store.query(query.cypher, params)
    if table.columns != query.columns:
        told, given = ", ".join(query.columns), ", ".join(table.columns)
        raise PackError(f"{query.path}: the header promises {told} and the query returns {given}")
    return table


def bind(query: Query, given: Sequence[str] = ()) -> dict[str, Value]:
    """Parameter values from ``NAME=VALUE`` texts, over the defaults; an empty value is null."""
    known = {parameter.name: parameter for parameter in query.parameters}
    values = {p.name: p.default for p in query.parameters if not p.required}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise PackError(f"{text!r} is no parameter: write NAME=VALUE")
        if name not in known:
            near = _near(name, known)
            raise PackError(f"{query.pack}/{query.name} has no parameter {name!r}{near}")
        values[name] = _parse(known[name], value)
    if missing := [name for name in known if name not in values]:
        raise PackError(f"{query.pack}/{query.name} needs -p {missing[0]}=VALUE")
    return values


def _parse(parameter: Parameter, text: str) -> Value:
    """The value of a command line word, by the parameter's type."""
    if not text:
        return None
    value: object = text
    if parameter.type == "strings" and not text.startswith("["):
        value = [part.strip() for part in text.split(",")]
    elif parameter.type not in ("string", "date"):
        value = _json(text.lower() if parameter.type == "boolean" else text)
    return _typed(parameter.type, value, f"parameter {parameter.name}: {text!r}")


def _json(text: str) -> object:
    """The JSON value, or the text itself where it is none (which then fails the type check)."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _typed(kind: str, value: object, where: str) -> Value:
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
    raise PackError(f"{where} is not {TYPES[kind]}")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _near(name: str, names: Iterable[str]) -> str:
    """`` (did you mean ...?)`` with the nearest names, or nothing."""
    near = get_close_matches(name, list(names), n=3, cutoff=0.5)
    return f" (did you mean {' or '.join(near)}?)" if near else ""


def _read_toml(path: Path) -> tuple[str, str, list[str]]:
    """Title, about and order of a pack.toml."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        title, about, order = data.pop("title"), data.pop("about"), data.pop("order", [])
    except (OSError, ValueError, KeyError) as error:
        raise PackError(f"{path} is no pack description with title and about: {error}") from error
    if data or not (isinstance(title, str) and isinstance(about, str) and isinstance(order, list)):
        raise PackError(f"{path} may hold title and about as texts and order as a list, no more")
    return title, about, order


def read_query(path: Path) -> Query:
    """A query file, checked. Raises PackError with file and line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path} cannot be read as UTF-8 text: {error}") from error
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
            columns = tuple(name.strip() for name in words.removeprefix("returns:").split(","))
        elif words:
            prose.append(words)
    if not prose or not all(columns) or not columns:
        raise PackError(f"{path}:1: the header needs a title and a `// returns: a, b` line")
    return prose, tuple(parameters), columns


def _read_parameter(words: str, where: str) -> Parameter:
    """The parameter that a header line declares."""
    found = _PARAM.match(words)
    if not found or found[2] not in TYPES:
        raise PackError(
            f"{where}: write `// param NAME: TYPE = DEFAULT`, TYPE one of {', '.join(TYPES)}"
        )
    name, kind, default = found.groups()
    if default is None or default == "null":
        return Parameter(name, kind, None, required=default is None)
    value = _typed(kind, _json(default), f"{where}: default {default}")
    return Parameter(name, kind, value, required=False)


def _check(query: Query) -> None:
    """Raise PackError where parameters are not those declared, or where the query would write.

    The store refuses writes as well: this check says so before anything is opened, with the line.
    """
    bare = _QUIET.sub(lambda found: "\n" * found[0].count("\n") + " ", query.cypher)
    if write := _WRITES.search(bare):
        line = bare.count("\n", 0, write.start()) + 1
        raise PackError(f"{query.path}:{line}: {write[1]} is refused, queries only read")
    used = set(re.findall(r"\$(\w+)", bare))
    declared = {parameter.name for parameter in query.parameters}
    if used - declared:
        raise PackError(f"{query.path}: ${min(used - declared)} is used and not declared")
    if declared - used:
        raise PackError(f"{query.path}: ${min(declared - used)} is declared and not used")
