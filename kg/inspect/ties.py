"""Ties that are not those that the gazetteer tells between entities of the graph."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from kg.derive import derive_ties
from kg.ids import entity_id, key_parts
from kg.inspect.chunks import chunks, column
from kg.inspect.edges import Short, cut, shown
from kg.inspect.findings import Finding, Present
from kg.records import Edge, GraphBatch, Value
from kg.resolve.entities import Entities
from kg.schema import TIES
from kg.stores.base import GraphStore, GraphView

_KEYS = "UNWIND $ids AS id MATCH (e:Entity {id: id}) WHERE e.key IS NOT NULL RETURN e.key AS key"
_HELD = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN DISTINCT e.id AS id"
_TIES = f"""
UNWIND $ids AS id
MATCH (a:Entity {{id: id}})-[r:{"|".join(TIES.values())}]->(b:Entity)
RETURN a.id AS source, type(r) AS type, b.id AS target, r.since AS since, r.until AS until
"""


class Wrong(NamedTuple):
    """Ties of the graph that are to go, and those to be written, some of them in their place."""

    gone: list[Short]
    wanted: list[Edge]

    def all(self) -> list[Short]:
        """Every tie that is wrong, once."""
        return sorted({*self.gone, *map(_short, self.wanted)})


def check_ties(store: GraphStore, present: Present, moving: Collection[str]) -> Iterator[Finding]:
    """Ties to be written anew, but for those of the keys that decisions still move."""
    still = set(map(entity_id, moving))
    found = [each for ids in chunks(store, "Entity") for each in _wrong(store, present, ids).all()]
    if wrong := [each for each in found if not still & {each.source, each.target}]:
        told = "ties of background are not those that the gazetteer tells"
        yield Finding(told, shown(store, wrong), "write them anew", derived=True)


def mend_ties(store: GraphStore, present: Present) -> None:
    """Write anew what is wrong, a piece of the graph in each transaction."""
    for ids in chunks(store, "Entity"):
        if any(_wrong(store, present, ids)):
            store.change(partial(_mended, present=present, ids=ids))


def _mended(store: GraphView, present: Present, ids: tuple[str, ...]) -> GraphBatch:
    gone, wanted = _wrong(store, present, ids)
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for source, type_, target in gone:
        pairs[type_].add((source, target))
    return GraphBatch(derive=(*cut(pairs), *derive_ties(wanted)))


def _wrong(store: GraphView, present: Present, ids: tuple[str, ...]) -> Wrong:
    """The ties that start at these entities and differ from what the gazetteer tells."""
    wanted = {_short(edge): edge for edge in _wanted(store, present, ids)}
    held: dict[Short, list[Mapping[str, Value]]] = defaultdict(list)
    for source, type_, target, since, until in store.query(_TIES, {"ids": ids}).rows:
        short = Short(str(source), str(type_), str(target))
        held[short].append({"since": since, "until": until})
    right = {each for each, edge in wanted.items() if held.get(each) == [edge.properties]}
    gone = sorted(held.keys() - right)
    return Wrong(gone, [wanted[each] for each in sorted(wanted.keys() - right)])


def _wanted(store: GraphView, present: Present, ids: tuple[str, ...]) -> list[Edge]:
    """The ties that start at these entities and lead to others of the graph."""
    made = Entities(present.gazetteer, present.identities)
    for key in column(store, _KEYS, ids=ids):
        if key_parts(key) or key in present.gazetteer.entries:
            made.add(key)
    starting = [edge for edge in made.ties() if edge.start in ids]
    held = set(column(store, _HELD, ids=tuple(sorted({edge.end for edge in starting}))))
    return [edge for edge in starting if edge.end in held]


def _short(edge: Edge) -> Short:
    return Short(edge.start, edge.type, edge.end)
