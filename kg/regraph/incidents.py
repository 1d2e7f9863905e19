"""Events anew: what a batch adds and takes away changes the events of the blocks it touches."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kg.project import event_edges, event_node
from kg.records import Edge, Event, Node, Statement
from kg.regraph.rows import Row, column_of, rows_of
from kg.resolve.incidents import (
    Known,
    Telling,
    World,
    beside,
    blocks_of,
    events_of,
    joined,
    line_of,
    reports_of,
)
from kg.stores.base import GraphView

_BLOCKS = """
UNWIND $ids AS id
MATCH (:Article {id: id})-[:HAS_SENTENCE]->(:Sentence)<-[:STATED_IN]-(:Claim)-[:ABOUT]->(e:Event)
RETURN DISTINCT e.block AS block ORDER BY block
"""
_OF_BLOCKS = """
UNWIND $ids AS block
MATCH (e:Event {block: block})<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(s:Sentence)
"""
_OF_ARTICLES = """
UNWIND $ids AS id
MATCH (:Article {id: id})-[:HAS_SENTENCE]->(s:Sentence)<-[:STATED_IN]-(c:Claim)
WHERE c.event_type IS NOT NULL AND c.status <> 'conditional'
OPTIONAL MATCH (c)-[:ABOUT]->(e:Event)
"""
_TOLD = """
MATCH (s)<-[:HAS_SENTENCE]-(a:Article)
OPTIONAL MATCH (c)-[x:SOURCE|TARGET|IN]->(p:Entity)
RETURN e.id AS event, e.block AS block, c.id AS claim, c.article AS article, c.relation AS relation,
       c.event_type AS event_type, c.mode AS mode, c.status AS status,
       toString(c.date_start) AS first, toString(c.date_end) AS last, c.date_text AS words,
       c.killed_min AS killed_min, c.killed_max AS killed_max,
       c.injured_min AS injured_min, c.injured_max AS injured_max, s.text AS text,
       s.index AS sentence,
       EXISTS { (:Claim)-[:DISPUTES]->(c) } AS disputed, toString(a.published) AS published,
       a.minhash AS copy,
       type(x) AS slot, p.id AS entity
ORDER BY claim, slot, entity
"""
_KNOWN = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.kind AS kind, e.country AS country,
       COLLECT { MATCH (e)-[:WITHIN*1..8]->(o:Entity) RETURN DISTINCT o.id } AS around
"""
_DROP = "UNWIND $ids AS id MATCH (e:Event {id: id}) DETACH DELETE e"


@dataclass(frozen=True, slots=True)
class EventChange:
    """Events that are to go, and events to be written, some of them under an id that goes."""

    gone: tuple[str, ...]
    made: tuple[Event, ...]

    @property
    def remove(self) -> tuple[Statement, ...]:
        """What takes events away, before claims are."""
        return (Statement(_DROP, {"ids": self.gone}),) if self.gone else ()

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The new events."""
        return tuple(map(event_node, self.made))

    @property
    def edges(self) -> tuple[Edge, ...]:
        """What ties them to claims, parties and places."""
        return tuple(edge for event in self.made for edge in event_edges(event))


class Stored(NamedTuple):
    """What a claim of the graph tells, with the id and the block of its event."""

    event: str
    block: str
    telling: Telling


def change_events(
    store: GraphView, told: Collection[Telling], replaced: Collection[str], known: World
) -> EventChange:
    """What becomes of events when ``told`` takes the place of what ``replaced`` articles tell.

    Articles are given by id; one that is only taken back tells nothing any more. ``known`` are
    entities as they will be. Only the blocks that the articles touch are read, with those beside.
    """
    fresh = reports_of(told, _world(store, told, known))
    before = column_of(store, _BLOCKS, replaced)
    touched = {each for block in before for each in beside(block)} | blocks_of(fresh)
    rows = list(_stored(store, _OF_BLOCKS, sorted(touched)))
    left = [each for each in rows if each.telling.article not in replaced]
    world = _world(store, (*(each.telling for each in left), *told), known)
    whole = {name: list(reports) for name, reports in fresh.items()}
    for name, group in groupby(sorted(left, key=_line), _line):
        whole.setdefault(name, []).extend(joined((each.telling for each in group), world))
    return _difference(rows, {each.telling.claim for each in left}, events_of(whole, world))


def _line(stored: Stored) -> str:
    return line_of(stored.block)


def told_by(store: GraphView, articles: Iterable[str]) -> list[Telling]:
    """What articles of the graph tell of events, those claims as well that lack theirs."""
    return [each.telling for each in _stored(store, _OF_ARTICLES, articles)]


def events_anew(store: GraphView, articles: Iterable[str]) -> EventChange:
    """What the events of these articles are to be, by the claims of the graph as they stand."""
    ids = {*articles}
    return change_events(store, told_by(store, sorted(ids)), ids, World({}))


def _difference(before: Iterable[Stored], left: set[str], after: Iterable[Event]) -> EventChange:
    """An event stays as it is where block and claims are the same, and these were left alone."""
    claims: dict[tuple[str, str], set[str]] = {}
    for each in before:
        claims.setdefault((each.event, each.block), set()).add(each.telling.claim)
    made = tuple(
        event
        for event in after
        if claims.get((event.id, event.block)) != {*event.claims}
        or not left.issuperset(event.claims)
    )
    kept = {event.id for event in after} - {event.id for event in made}
    return EventChange(tuple(sorted({event for event, _ in claims} - kept)), made)


def _stored(store: GraphView, claims: str, ids: Iterable[str]) -> Iterator[Stored]:
    """The claims that a query finds, each with the id of its event."""
    for _, group in groupby(rows_of(store, claims + _TOLD, ids), key=itemgetter("claim")):
        rows = list(group)
        yield Stored(rows[0]["event"], rows[0]["block"], _telling(rows[0], rows))


def _telling(row: Row, rows: list[Row]) -> Telling:
    def ids(slot: str) -> tuple[str, ...]:
        return tuple(sorted({each["entity"] for each in rows if each["slot"] == slot}))

    return Telling(
        **{name: row[name] for name in _SAME},
        source=ids("SOURCE"),
        target=ids("TARGET"),
        place=ids("IN"),
        killed=_count(row, "killed"),
        injured=_count(row, "injured"),
    )


_SAME = (
    "claim",
    "article",
    "relation",
    "event_type",
    "mode",
    "status",
    "first",
    "last",
    "words",
    "sentence",
    "text",
    "disputed",
    "published",
    "copy",
)


def _count(row: Row, kind: str) -> tuple[int, int | None] | None:
    least = row[f"{kind}_min"]
    return None if least is None else (least, row[f"{kind}_max"])


def _world(store: GraphView, told: Iterable[Telling], known: World) -> World:
    """All entities that the tellings name; what is known of them wins over the graph."""
    named = {id for t in told for id in (*t.source, *t.target, *t.place)}
    rows = rows_of(store, _KNOWN, sorted(named - known.known.keys()))
    found = {r["id"]: Known(r["kind"], r["country"], frozenset(r["around"])) for r in rows}
    return World({**found, **known.known})
