"""Events that are not what their claims make of them."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from kg.inspect.chunks import CHUNK, chunks, column
from kg.inspect.findings import Finding
from kg.project import event_edges, event_node
from kg.records import Event, GraphBatch, Statement
from kg.regraph.incidents import EventChange, events_anew
from kg.stores.base import GraphStore, GraphView

_BROKEN = """
MATCH (e:Event)
WHERE e.id STARTS WITH 'event:' AND (e.block IS NULL OR NOT EXISTS { (e)<-[:ABOUT]-(:Claim) })
RETURN e.id AS id
UNION
MATCH (c:Claim)-[:ABOUT]->(:Event) WITH c, count(*) AS events WHERE events > 1
MATCH (c)-[:ABOUT]->(e:Event)
RETURN e.id AS id
"""
_HELD = """
UNWIND $ids AS id
MATCH (e:Event {id: id})
RETURN id, properties(e) AS properties,
       COLLECT { MATCH (e)-[x:SOURCE|TARGET|IN]->(p:Entity) RETURN type(x) + ' ' + p.id } AS ends,
       COLLECT { MATCH (c:Claim)-[:ABOUT]->(e) RETURN 'ABOUT ' + c.id } AS claims
"""
_DROP = "UNWIND $ids AS id MATCH (e:Event {id: id}) DETACH DELETE e"

Told = tuple[Mapping[str, Any], list[str]]
"""The properties of an event, and its edges as type and other end."""


def check_events(store: GraphStore) -> Iterator[Finding]:
    """Events to be worked out anew, those that are to be and are not among them."""
    wrong = {*column(store, _BROKEN)}
    for articles in chunks(store, "Article", 2 * CHUNK):
        wrong |= _wrong(store, events_anew(store, articles))
    if wrong:
        told = "events are not what their claims make of them"
        yield Finding(told, tuple(sorted(wrong)), "work them out anew", derived=True)


def mend_events(store: GraphStore) -> None:
    """Work out anew what is wrong, the events of some articles in each transaction."""
    if column(store, _BROKEN):
        store.change(_without_broken)
    for articles in chunks(store, "Article", 2 * CHUNK):
        if _wrong(store, events_anew(store, articles)):
            store.change(partial(_mended, articles=articles))


def _without_broken(store: GraphView) -> GraphBatch:
    return GraphBatch(remove=(_drop({*column(store, _BROKEN)}),))


def _mended(store: GraphView, articles: tuple[str, ...]) -> GraphBatch:
    change = events_anew(store, articles)
    drop = _drop({*change.gone, *(event.id for event in change.made)})
    return GraphBatch(change.nodes, change.edges, remove=(drop,))


def _drop(ids: set[str]) -> Statement:
    return Statement(_DROP, {"ids": tuple(sorted(ids))})


def _wrong(store: GraphView, change: EventChange) -> set[str]:
    """The events that differ from what is to be."""
    wanted = {event.id: _told(event) for event in change.made}
    ids = tuple(sorted({*change.gone, *wanted}))
    held = {str(row[0]): _held(row) for row in store.query(_HELD, {"ids": ids}).rows}
    return {id for id in ids if wanted.get(id) != held.get(id)}


def _told(event: Event) -> Told:
    properties = {"id": event.id, **event_node(event).properties}
    ends = (e.start if e.type == "ABOUT" else e.end for e in event_edges(event))
    edges = (f"{e.type} {end}" for e, end in zip(event_edges(event), ends, strict=True))
    return {name: value for name, value in properties.items() if value is not None}, sorted(edges)


def _held(row: tuple[Any, ...]) -> Told:
    _, properties, ends, claims = row
    return properties, sorted((*ends, *claims))
