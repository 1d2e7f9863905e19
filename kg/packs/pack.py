"""Packs: folders of query files.

A pack is a folder with ``pack.toml`` (``title``, ``about``, ``order``) and one file a query.
``name.graph.cypher`` is the twin of ``name.cypher`` that returns paths, for Neo4j Browser.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import PackError
from kg.packs.query import SUFFIX, Query, near_names, read_query

TWIN = ".graph"


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
    package = Path(__file__).parent.parent
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
            raise PackError(f"{folder} holds no pack: a pack is a folder with a pack.toml in it.")
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
        raise PackError(f"There is no pack {name!r}{near_names(name, packs)}: see `kg packs`.")
    folder = packs[name]
    title, about, order = _read_toml(folder / "pack.toml")
    queries = {q.name: q for q in map(read_query, sorted(folder.glob(f"*{SUFFIX}")))}
    plain = {name: query for name, query in queries.items() if not name.endswith(TWIN)}
    for listed in order:
        if listed not in plain:
            near = near_names(listed, plain)
            raise PackError(f"{folder / 'pack.toml'}: order names {listed!r}, no query here{near}.")
    ordered = [plain[each] for each in dict.fromkeys([*order, *plain])]
    twins = [query for name, query in queries.items() if name.endswith(TWIN)]
    return Pack(name, title, about, tuple(ordered), tuple(twins))


def load_query(address: str, folders: Iterable[Path] = ()) -> Query:
    """The query at ``PACK/NAME``."""
    pack_name, slash, name = address.partition("/")
    if not slash:
        raise PackError(f"{address!r} names no query: write PACK/NAME, see `kg packs`.")
    pack = load_pack(pack_name, folders)
    queries = {query.name: query for query in (*pack.queries, *pack.twins)}
    if name not in queries:
        near = near_names(name, queries)
        raise PackError(
            f"Pack {pack_name!r} has no query {name!r}{near}: see `kg packs {pack_name}`."
        )
    return queries[name]


def _read_toml(path: Path) -> tuple[str, str, list[str]]:
    """Title, about and order of a pack.toml."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        title, about, order = data.pop("title"), data.pop("about"), data.pop("order", [])
    except (OSError, ValueError, KeyError) as error:
        raise PackError(f"{path} is no pack description with title and about: {error}.") from error
    if data or not (isinstance(title, str) and isinstance(about, str) and isinstance(order, list)):
        raise PackError(f"{path} may hold title and about as texts and order as a list, no more.")
    return title, about, order
