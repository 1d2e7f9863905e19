"""Compares a graph with decisions, and changes what differs."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.decide import Group, Identities
from kg.ids import entity_id
from kg.ontology.gazetteer import Gazetteer
from kg.project import json_list
from kg.records import Claim, GraphBatch
from kg.regraph.batch import regraph_batch, shifted
from kg.regraph.claims import checked_key, claims_of
from kg.regraph.incidents import change_events, told_by
from kg.regraph.rows import Row, column_of, rows_of
from kg.resolve.entities import Entities
from kg.resolve.incidents import Telling, moved, world
from kg.stores.base import GraphStore, GraphView

_SHAPED = """
MATCH (e:Entity) WHERE e.decisions IS NOT NULL
RETURN e.id AS id, e.key AS key, e.name AS name, e.also AS also, e.decisions AS decisions
UNION
UNWIND $ids AS id MATCH (e:Entity {id: id})
RETURN e.id AS id, e.key AS key, e.name AS name, e.also AS also, e.decisions AS decisions
"""
_INSIDE = """
UNWIND $ids AS id MATCH (e:Entity {id: id})<-[:WITHIN*1..8]-(inner:Entity)
WITH DISTINCT inner
RETURN inner.id AS id, inner.key AS key,
       COLLECT { MATCH (inner)-[:WITHIN*1..8]->(o:Entity) RETURN DISTINCT o.id } AS around
ORDER BY id
"""
_AROUND = """
UNWIND $ids AS id MATCH (e:Entity {id: id})-[:WITHIN*1..8]->(outer:Entity)
RETURN DISTINCT outer.id AS id ORDER BY id
"""
_ARTICLES = """
UNWIND $ids AS id MATCH (:Entity {id: id})<-[:SOURCE|TARGET|IN]-(c:Claim)
RETURN DISTINCT c.article AS id ORDER BY id
"""


class Change(NamedTuple):
    """What decisions ask of a graph, by key.

    Nodes that are to be another are ``moved``, those that only lose some of the keys they stand
    for ``parted``; ``shown`` are to be written anew.
    """

    moved: tuple[str, ...]
    parted: tuple[str, ...]
    shown: tuple[str, ...]


def regraph(store: GraphStore, gazetteer: Gazetteer, identities: Identities) -> int:
    """Bring the graph in line with the decisions; gives the number of claims resolved anew.

    The store is set up. Afterwards the graph is the one that a build with these decisions makes.
    """
    if not any(_change(store, identities)):
        return 0
    moved: list[Claim] = []

    def plan(view: GraphView) -> GraphBatch:
        change = _change(view, identities)
        whole, joined = (tuple(map(entity_id, keys)) for keys in (change.moved, change.parted))
        moved[:] = claims_of(view, gazetteer, whole, joined)
        return _planned(view, gazetteer, change, moved, Entities(gazetteer, identities))

    store.change(plan)
    return len(moved)


def _planned(
    store: GraphView,
    gazetteer: Gazetteer,
    change: Change,
    before: Sequence[Claim],
    entities: Entities,
) -> GraphBatch:
    """The batch that makes the change; ``before`` are the claims that name what moves."""
    ids = tuple(map(entity_id, (*change.moved, *change.parted)))
    after = list(map(entities.resolve, before))
    inside = {row["id"]: row for row in rows_of(store, _INSIDE, ids)}
    for key in (*change.shown, *(row["key"] for row in inside.values())):
        entities.add(checked_key(key, gazetteer))
    known = world(entities.found(), entities.within())
    articles = {old.article for old, new in zip(before, after, strict=True) if shifted(old, new)}
    placed = [id for id, row in inside.items() if known.known[id].around != {*row["around"]}]
    articles.update(column_of(store, _ARTICLES, placed))
    told = _told_anew(told_by(store, sorted(articles)), after)
    events = change_events(store, told, articles, known)
    touched = {*ids, *column_of(store, _AROUND, ids), *(e.id for e in entities.found())}
    return regraph_batch(before, after, entities, events, touched)


def _told_anew(told: Iterable[Telling], claims: Iterable[Claim]) -> tuple[Telling, ...]:
    """The tellings with the parties and places of those claims that were resolved anew."""
    known = {claim.id: claim for claim in claims}
    return tuple(moved(t, known[t.claim]) if t.claim in known else t for t in told)


def apart(store: GraphView, identities: Identities) -> tuple[str, ...]:
    """The keys of entities that are not as decisions say, which ``regraph`` would mend."""
    change = _change(store, identities)
    return tuple(sorted({*change.moved, *change.parted, *change.shown}))


def _change(store: GraphView, identities: Identities) -> Change:
    """Compare the entities that decisions shaped, or are to shape, with what they are to be."""
    moved: list[str] = []
    parted: list[str] = []
    shown: list[str] = []
    for row in rows_of(store, _SHAPED, tuple(map(entity_id, sorted(identities.groups)))):
        key, also = row["key"], tuple(json.loads(row["also"] or "[]"))
        group = identities.of(key)
        lost = {each for each in (key, *also) if identities.of(each).chief != key}
        if lost:
            (moved if key in lost else parted).append(key)
        if group.chief == key and not _is_shown(row, group):
            shown.append(key)
    return Change(tuple(sorted(moved)), tuple(sorted(parted)), tuple(sorted(shown)))


def _is_shown(row: Row, group: Group) -> bool:
    """Whether an entity of the graph tells of its group what it is to tell."""
    told = row["also"], row["decisions"]
    named = group.name in (None, row["name"])
    return named and told == (json_list(group.also), json_list(group.numbers))
