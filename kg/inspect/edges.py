"""Short edges that are not what their claims make of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from kg.derive import EDGES_BY_CLAIMS, derive
from kg.inspect.base import ANEW
from kg.inspect.chunks import chunks
from kg.inspect.findings import Finding
from kg.records import GraphBatch, Statement, Value
from kg.schema import BACKGROUND, SHORT_EDGE
from kg.stores.base import GraphStore, GraphView

_FIELDS = tuple(each.name for each in SHORT_EDGE)
_HELD = f"""
UNWIND $ids AS id
MATCH (a:Entity {{id: id}})-[r]->(b:Entity) WHERE NOT type(r) IN $background
RETURN a.id AS source, type(r) AS relation, b.id AS target,
       {", ".join(f"r.{name} AS {name}" for name in _FIELDS)}
"""
_NAMES = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN id, e.name AS name
"""
_CUT = """
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair.source})-[r:`%s`]->(b:Entity {id: pair.target})
DELETE r
"""


class Short(NamedTuple):
    """A short edge by its ends and its relation."""

    source: str
    relation: str
    target: str


def check_edges(store: GraphStore, relations: Collection[str]) -> Iterator[Finding]:
    """Short edges to be worked out anew, and those that the ontology has no word for."""
    wrong = [each for ids in chunks(store, "Entity") for each in _wrong(store, ids)]
    known = [each for each in wrong if each.relation in relations]
    strange = [each for each in wrong if each.relation not in relations]
    if known:
        told = "short edges are not what their claims make of them"
        yield Finding(told, shown(store, known), "work them out anew", derived=True)
    if strange:
        told = "short edges are of relations that the ontology does not know"
        yield Finding(told, shown(store, strange), ANEW)


def mend_edges(store: GraphStore, relations: Collection[str]) -> None:
    """Work out anew what is wrong, a piece of the graph in each transaction."""
    for ids in chunks(store, "Entity"):
        if _wrong(store, ids):
            store.change(partial(_mended, ids=ids, relations=relations))


def _mended(store: GraphView, ids: tuple[str, ...], relations: Collection[str]) -> GraphBatch:
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for source, relation, target in _wrong(store, ids):
        if relation in relations:
            pairs[relation].add((source, target))
    return GraphBatch(derive=(*cut(pairs), *derive(pairs)))


def cut(pairs: Mapping[str, set[tuple[str, str]]]) -> Iterator[Statement]:
    """Statements that take these edges away, by type."""
    for relation, ends in sorted(pairs.items()):
        rows = tuple({"source": source, "target": target} for source, target in sorted(ends))
        yield Statement(_CUT % relation, {"pairs": rows})


def _wrong(store: GraphView, ids: tuple[str, ...]) -> list[Short]:
    """The short edges that start at these entities and differ from what claims call for."""
    wanted, held = _read(store, EDGES_BY_CLAIMS, ids), _read(store, _HELD, ids)
    return sorted(each for each in wanted.keys() | held.keys() if wanted[each] != held[each])


def _read(
    store: GraphView, cypher: str, ids: tuple[str, ...]
) -> Mapping[Short, list[Mapping[str, Value]]]:
    """The fields of each short edge; there is one, unless the graph is damaged."""
    found: dict[Short, list[Mapping[str, Value]]] = defaultdict(list)
    table = store.query(cypher, {"ids": ids, "gone": (), "background": BACKGROUND})
    for row in table.rows:
        told = dict(zip(table.columns, row, strict=True))
        ends = (str(told.pop(name)) for name in Short._fields)
        found[Short(*ends)].append(told)
    return found


def shown(store: GraphStore, edges: list[Short]) -> tuple[str, ...]:
    """Edges by the names of their ends."""
    ids = tuple(sorted({id for each in edges for id in (each.source, each.target)}))
    names = {str(id): str(name or id) for id, name in store.query(_NAMES, {"ids": ids}).rows}
    return tuple(f"{names[e.source]} {e.relation} {names[e.target]}" for e in edges)
