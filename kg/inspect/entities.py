"""Entities that are not what gazetteer, decisions and claims make of them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from kg.decide import is_key
from kg.derive import NAMES_BY_CLAIMS, derive_names
from kg.ids import entity_id, key_parts
from kg.inspect.base import ANEW
from kg.inspect.chunks import chunks, column
from kg.inspect.findings import Finding, Present
from kg.project import entity_node, unlisted
from kg.records import Edge, Entity, GraphBatch, Statement, Value
from kg.resolve.entities import Entities
from kg.stores.base import GraphStore, GraphView

_HELD = """
UNWIND $ids AS id
MATCH (e:Entity {id: id}) WHERE e.key IS NOT NULL
RETURN id, e.key AS key, labels(e) AS labels, properties(e) AS properties,
       COLLECT { MATCH (e)-[:WITHIN]->(o:Entity) RETURN o.id } AS within
"""
_ORPHANS = """
MATCH (e:Entity)
WHERE e.id STARTS WITH 'entity:' AND NOT EXISTS {
  MATCH (e)<-[:WITHIN*0..8]-(:Entity)<-[:SOURCE|TARGET|IN|SAID_BY]-(:Claim)
}
RETURN e.id AS id ORDER BY id
"""
_DROP = "UNWIND $ids AS id MATCH (e:Entity {id: id}) DETACH DELETE e"
_CUT = "UNWIND $ids AS id MATCH (:Entity {id: id})-[x:WITHIN]->(:Entity) DELETE x"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Keys of entities that the names do not hold, that are broken, and that can be made anew."""

    unknown: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


def check_entities(
    store: GraphStore, present: Present, moving: Collection[str]
) -> Iterator[Finding]:
    """Entities that are not what they are to be, but for the keys that decisions still move."""
    pieces = [_wrong(store, present, ids, moving) for ids in chunks(store, "Entity")]
    if keys := tuple(key for each in pieces for key in each.unknown):
        mend = "give the --gazetteer that the graph was built with, or build it anew"
        yield Finding("entities are not among the names that were loaded", keys, mend)
    if keys := tuple(key for each in pieces for key in each.broken):
        yield Finding("entities have the id or the labels of another", keys, ANEW)
    if keys := tuple(key for each in pieces for key in each.other):
        told = "entities are not as gazetteer, decisions and claims call and place them"
        yield Finding(told, keys, "write them anew", derived=True)


def mend_entities(store: GraphStore, present: Present) -> None:
    """Write anew what is wrong, a piece of the graph in each transaction."""
    for ids in chunks(store, "Entity"):
        if _wrong(store, present, ids).other:
            store.change(partial(_mended, present=present, ids=ids))


def _mended(store: GraphView, present: Present, ids: tuple[str, ...]) -> GraphBatch:
    made = Entities(present.gazetteer, present.identities)
    mended = tuple(map(made.add, _wrong(store, present, ids).other))
    edges = (Edge("WITHIN", "Entity", low, "Entity", high) for low, high in made.within())
    cut = Statement(_CUT, {"ids": mended})
    named = tuple(derive_names(unlisted(made.found())))
    nodes = tuple(map(entity_node, made.found()))
    return GraphBatch(nodes, tuple(edges), named, (cut,))


def check_orphans(store: GraphStore) -> Iterator[Finding]:
    """Entities that no claim names, nor a place within them."""
    if found := column(store, _ORPHANS):
        yield Finding("entities are named by no claim", found, "take them out", derived=True)


def mend_orphans(store: GraphStore) -> None:
    """Take out the entities that no claim names."""
    if column(store, _ORPHANS):
        store.change(_without_orphans)


def _without_orphans(store: GraphView) -> GraphBatch:
    return GraphBatch(remove=(Statement(_DROP, {"ids": column(store, _ORPHANS)}),))


def _wrong(
    store: GraphView, present: Present, ids: tuple[str, ...], moving: Collection[str] = ()
) -> Wrong:
    """What is wrong with these entities."""
    named = {str(id): name for id, name in store.query(NAMES_BY_CLAIMS, _params(ids)).rows}
    table = store.query(_HELD, _params(ids))
    found: dict[str, list[str]] = {"unknown": [], "broken": [], "other": []}
    for each in table.rows:
        row: Row = dict(zip(table.columns, each, strict=True))
        if row["key"] not in moving and (what := _fault(row, present, named)):
            found[what].append(row["key"])
    return Wrong(*(tuple(sorted(keys)) for keys in found.values()))


def _params(ids: tuple[str, ...]) -> Mapping[str, Value]:
    return {"ids": ids, "gone": ()}


def _fault(row: Row, present: Present, named: Mapping[str, Value]) -> str | None:
    """Which list of ``Wrong`` an entity belongs to."""
    key, id = row["key"], row["id"]
    if not is_key(key) or entity_id(key) != id:
        return "broken"
    if key_parts(key) is None and key not in present.gazetteer.entries:
        return "unknown"
    made = Entities(present.gazetteer, present.identities)
    made.add(key)
    entity = next((each for each in made.found() if each.id == id), None)
    if entity is None:  # decisions that cannot be applied yet would move it
        return None
    node = entity_node(entity)
    if {*row["labels"]} != {node.label, *node.extra}:
        return "broken"
    wanted = {**node.properties, "name": _name(entity, named)}
    held = {name: row["properties"].get(name) for name in wanted}
    within = sorted(high for low, high in made.within() if low == id)
    return "other" if (wanted, within) != (held, sorted(row["within"])) else None


def _name(entity: Entity, named: Mapping[str, Value]) -> Value:
    """What most claims call it, unless gazetteer or decisions give it a name."""
    if entity.id in unlisted([entity]):
        return named.get(entity.id, entity.name)
    return entity.name
