"""Brings a graph in line with decisions: the claims they touch are resolved anew.

A claim's edges keep the words and the key of what each names, so that claims can be read back as
they were before any decision. All of it is one transaction.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from kg.decide import Group, Identities
from kg.derive import Pairs, derive
from kg.errors import StoreError
from kg.ids import entity_id, key_parts
from kg.ontology.gazetteer import Gazetteer
from kg.project import (
    entity_node,
    event_edges,
    event_node,
    json_list,
    party_edges,
    short_pairs,
)
from kg.records import (
    Claim,
    Edge,
    Event,
    GraphBatch,
    Mention,
    Sentence,
    Statement,
    Value,
    When,
)
from kg.resolve.entities import Entities
from kg.resolve.events import event_of
from kg.stores.base import GraphStore

_SHAPED = """
MATCH (e:Entity) WHERE e.decisions IS NOT NULL
RETURN e.id AS id, e.key AS key, e.name AS name, e.also AS also, e.decisions AS decisions
UNION
UNWIND $ids AS id MATCH (e:Entity {id: id})
RETURN e.id AS id, e.key AS key, e.name AS name, e.also AS also, e.decisions AS decisions
"""
_CLAIMS = """
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:SOURCE|TARGET|IN|SAID_BY]-(c:Claim)
WITH DISTINCT c
MATCH (c)-[x:SOURCE|TARGET|IN|SAID_BY]->(e:Entity)
OPTIONAL MATCH (c)-[:ABOUT]->(v:Event)
RETURN c.id AS id, c.article AS article, c.relation AS relation, c.event_type AS event_type,
       c.mode AS mode, c.status AS status, toString(c.date_start) AS first,
       toString(c.date_end) AS last, c.date_text AS date_text, v.id AS event,
       type(x) AS slot, e.id AS entity, e.key AS key, x.text AS text, x.start AS start,
       x.end AS end, x.own AS own
ORDER BY id, slot, start, end, entity
"""
_INSIDE = """
UNWIND $ids AS id MATCH (e:Entity {id: id})<-[:WITHIN]-(inner:Entity)
RETURN DISTINCT inner.key AS key ORDER BY key
"""
_AROUND = """
UNWIND $ids AS id MATCH (e:Entity {id: id})-[:WITHIN*1..8]->(outer:Entity)
RETURN DISTINCT outer.id AS id ORDER BY id
"""

_CUT_PARTIES = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})-[x:SOURCE|TARGET|IN|SAID_BY|ABOUT]->(e)
WHERE NOT type(x) + ' ' + e.id IN row.keep
DELETE x
"""
_CUT_EVENTS = """
UNWIND $ids AS id
MATCH (e:Event {id: id}) WHERE NOT EXISTS { (e)<-[:ABOUT]-(:Claim) }
DETACH DELETE e
"""
_CUT_SHORT = """
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair.source})-[r:`%s`]->(b:Entity {id: pair.target})
DELETE r
"""
_CUT_WITHIN = """
UNWIND $rows AS row
MATCH (a:Entity {id: row.id})-[x:WITHIN]->(b:Entity) WHERE NOT b.id IN row.keep
DELETE x
"""
_CUT_ENTITIES = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS {
  MATCH (e)<-[:WITHIN*0..8]-(:Entity)<-[:SOURCE|TARGET|IN|SAID_BY]-(:Claim)
}
WITH collect(e) AS gone
UNWIND gone AS e
DETACH DELETE e
"""

Row = Mapping[str, Any]


class Change(NamedTuple):
    """What decisions ask of a graph: entities to resolve anew, entities to write anew, by key."""

    moved: tuple[str, ...]
    shown: tuple[str, ...]


def regraph(store: GraphStore, gazetteer: Gazetteer, identities: Identities) -> int:
    """Bring the graph in line with the decisions; gives the number of claims resolved anew.

    The store is set up. Afterwards the graph is the one that a build with these decisions makes.
    """
    change = _change(store, identities)
    if not any(change):
        return 0
    ids = tuple(map(entity_id, change.moved))
    before = _claims(_rows(store, _CLAIMS, ids), gazetteer)
    entities = Entities(gazetteer, identities)
    after = [event_of(entities.resolve(claim)) for claim in before]
    for key in (*change.shown, *_column(store, _INSIDE, ids)):
        entities.add(_checked(key, gazetteer))
    touched = {*ids, *_column(store, _AROUND, ids), *(e.id for e in entities.found())}
    store.write(_batch(before, after, entities, touched))
    return len(before)


def _change(store: GraphStore, identities: Identities) -> Change:
    """Compare the entities that decisions shaped, or are to shape, with what they are to be."""
    moved, shown = [], []
    for row in _rows(store, _SHAPED, tuple(map(entity_id, sorted(identities.groups)))):
        key, also = row["key"], tuple(json.loads(row["also"] or "[]"))
        group = identities.of(key)
        if any(identities.of(each).chief != key for each in (key, *also)):
            moved.append(key)
        if group.chief == key and not _is_shown(row, group):
            shown.append(key)
    return Change(tuple(sorted(moved)), tuple(sorted(shown)))


def _is_shown(row: Row, group: Group) -> bool:
    """Whether an entity of the graph tells of its group what it is to tell."""
    told = row["also"], row["decisions"]
    named = group.name in (None, row["name"])
    return named and told == (json_list(group.also), json_list(group.numbers))


def _rows(store: GraphStore, cypher: str, ids: tuple[str, ...]) -> Iterator[Row]:
    table = store.query(cypher, {"ids": ids})
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def _column(store: GraphStore, cypher: str, ids: tuple[str, ...]) -> list[str]:
    return [str(row[0]) for row in store.query(cypher, {"ids": ids}).rows]


def _claims(rows: Iterable[Row], gazetteer: Gazetteer) -> list[Claim]:
    """The claims as they are resolved now: what events and edges need of them, no more."""
    return [_claim(list(group), gazetteer) for _, group in groupby(rows, key=itemgetter("id"))]


def _claim(rows: list[Row], gazetteer: Gazetteer) -> Claim:
    slots: dict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        slots[row["slot"]] += _mentions(row, gazetteer)
    first = rows[0]
    dated = first["date_text"] is not None
    return Claim(
        first["id"],
        first["article"],
        Sentence(first["article"], 0, "", 0, 0),
        first["relation"],
        first["event_type"],
        first["mode"],
        trigger="",
        start=0,
        end=0,
        status=first["status"],
        confidence=0.0,
        extractor="",
        source=tuple(slots["SOURCE"]),
        target=tuple(slots["TARGET"]),
        place=tuple(slots["IN"]),
        said_by=tuple(slots["SAID_BY"]),
        when=When(first["date_text"], first["first"], first["last"], "") if dated else None,
        event=first["event"],
    )


def _mentions(row: Row, gazetteer: Gazetteer) -> Iterator[Mention]:
    """What an edge of a claim names: one entity, or several that a decision joined."""
    single = [[row["key"], row["text"], row["start"], row["end"]]]
    for key, text, start, end in json.loads(row["own"]) if row["own"] else single:
        kind, name, country = key_parts(_checked(key, gazetteer)) or ("", "", None)
        known = key if not kind else None
        yield Mention(text, start, end, name, kind, country, known, row["entity"], key)


def _checked(key: str, gazetteer: Gazetteer) -> str:
    """The key of an entity of the graph; without its names it cannot be made anew."""
    if key_parts(key) is None and key not in gazetteer.entries:
        raise StoreError(
            f"The graph holds {key}, which is not among the names that were loaded; "
            "give the --gazetteer that it was built with."
        )
    return key


def _batch(
    before: list[Claim],
    after: list[tuple[Event | None, Claim]],
    entities: Entities,
    touched: set[str],
) -> GraphBatch:
    """Writes what is to be, then cuts what is no longer, then derives the rest."""
    claims = [claim for _, claim in after]
    events = {event.id: event for event, _ in after if event is not None}
    nodes = (*map(entity_node, entities.found()), *map(event_node, events.values()))
    parties = {claim.id: tuple(_claim_edges(claim)) for claim in claims}
    within = [Edge("WITHIN", "Entity", low, "Entity", high) for low, high in entities.within()]
    edges = (
        *within,
        *(edge for event in events.values() for edge in event_edges(event)),
        *(edge for each in parties.values() for edge in each),
    )
    past = {claim.event for claim in before if claim.event is not None}
    pairs = _union(short_pairs(before), short_pairs(claims))
    cuts = (
        Statement(_CUT_PARTIES, {"rows": tuple(_kept(parties))}),
        Statement(_CUT_EVENTS, {"ids": tuple(sorted(past))}),
        *(Statement(_CUT_SHORT % name, {"pairs": rows}) for name, rows in _ends(pairs)),
        Statement(_CUT_WITHIN, {"rows": tuple(_kept_within(entities, within))}),
        Statement(_CUT_ENTITIES, {"ids": tuple(sorted(touched))}),
    )
    return GraphBatch(nodes, edges, derive=(*cuts, *derive(past | events.keys(), pairs)))


def _claim_edges(claim: Claim) -> Iterator[Edge]:
    yield from party_edges(claim)
    if claim.event is not None:
        yield Edge("ABOUT", "Claim", claim.id, "Event", claim.event)


def _kept(parties: Mapping[str, tuple[Edge, ...]]) -> Iterator[Mapping[str, Value]]:
    for id, edges in parties.items():
        yield {"id": id, "keep": tuple(f"{edge.type} {edge.end}" for edge in edges)}


def _kept_within(entities: Entities, within: list[Edge]) -> Iterator[Mapping[str, Value]]:
    outer: dict[str, list[str]] = {entity.id: [] for entity in entities.found()}
    for edge in within:
        outer[edge.start].append(edge.end)
    for id, keep in outer.items():
        yield {"id": id, "keep": tuple(keep)}


def _union(one: Pairs, other: Pairs) -> Pairs:
    return {name: one.get(name, set()) | other.get(name, set()) for name in {*one, *other}}


def _ends(pairs: Pairs) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The ends of the short edges of each relation, as rows of a statement."""
    for name, found in sorted(pairs.items()):
        yield name, tuple({"source": s, "target": t} for s, t in sorted(found))
