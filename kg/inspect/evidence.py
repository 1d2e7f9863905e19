"""A node or edge -> the claims behind it, with sentence, speaker, rule and decisions."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, Literal

from kg.derive import CLAIMS_BEHIND_EDGE
from kg.inspect.background import Background, background
from kg.inspect.subject import Kind, Subject
from kg.ontology.gazetteer import Gazetteer
from kg.records import Value
from kg.stores.base import GraphStore

Slot = Literal["SOURCE", "TARGET", "IN", "SAID_BY"]
SLOTS: tuple[Slot, ...] = ("SOURCE", "TARGET", "IN", "SAID_BY")

_BEHIND: Mapping[Kind, str] = {
    "article": "MATCH (:Article {id: $id})-[:HAS_SENTENCE]->(:Sentence)<-[:STATED_IN]-(c:Claim)",
    "sentence": "MATCH (:Sentence {id: $id})<-[:STATED_IN]-(c:Claim)",
    "claim": "MATCH (c:Claim {id: $id})",
    "event": "MATCH (:Event {id: $id})<-[:ABOUT]-(c:Claim)",
    "entity": "MATCH (:Entity {id: $id})<-[:SOURCE|TARGET|IN|SAID_BY]-(c:Claim) WITH DISTINCT c",
    "short edge": CLAIMS_BEHIND_EDGE,
}
_CLAIMS = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (c)-[:STATED_IN]->(s:Sentence)
OPTIONAL MATCH (s)<-[:HAS_SENTENCE]-(a:Article)
OPTIONAL MATCH (c)-[:ABOUT]->(e:Event)
RETURN properties(c) AS properties, s.text AS sentence, a.title AS title, a.source AS publisher,
       toString(a.published) AS published, e.id AS event
ORDER BY c.article, c.start, c.id, event
"""
_PARTIES = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[x:SOURCE|TARGET|IN|SAID_BY]->(e:Entity)
RETURN id, type(x) AS slot, e.name AS name, e.key AS key, e.decisions AS decisions,
       x.text AS text, x.own AS own
ORDER BY id, slot, x.start, x.end, key
"""
_DISPUTES = """
UNWIND $ids AS id
MATCH (:Claim {id: id})-[:DISPUTES]->(other:Claim)
RETURN id, true AS disputes, other.id AS other
UNION
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:DISPUTES]-(other:Claim)
RETURN id, false AS disputes, other.id AS other
"""
_PARTIES_OF_EVENT = """
MATCH (:Event {id: $id})-[x:SOURCE|TARGET|IN]->(e:Entity)
RETURN type(x) AS slot, e.name AS name ORDER BY slot, name
"""
_WITHIN = """
MATCH (:Entity {id: $id})<-[:WITHIN]-(inner:Entity)
RETURN inner.name AS name ORDER BY name LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class Party:
    """An entity of a claim: ``text`` are the words that stood there.

    ``own`` are the keys of what the words name, where decisions joined that with the entity;
    ``decisions`` the numbers of those that shape the entity.
    """

    slot: Slot
    name: str
    key: str | None
    text: str
    own: tuple[str, ...]
    decisions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim of the graph with its sentence; ``properties`` are those of its node."""

    properties: Mapping[str, Value]
    sentence: str | None
    title: str | None
    publisher: str | None
    published: str | None
    event: str | None
    parties: tuple[Party, ...]
    disputes: tuple[str, ...]
    disputed_by: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the claim."""
        return str(self.properties["id"])


@dataclass(frozen=True, slots=True)
class Explained:
    """A subject with the first of the ``total`` claims behind it.

    ``within`` names places that lie in it, for the sake of which alone an entity may be there;
    ``background`` is what the gazetteer knows of it. ``parties`` are slots and names of an event's.
    """

    subject: Subject
    total: int
    claims: tuple[Evidence, ...]
    within: tuple[str, ...] = ()
    background: tuple[Background, ...] = ()
    parties: tuple[tuple[str, str], ...] = ()

    def numbers(self) -> tuple[int, ...]:
        """The numbers of all decisions that shape what is shown."""
        subject = self.subject
        shown = [numbers_of(each) for each in (subject.properties, *subject.ends)]
        shown += [party.decisions for claim in self.claims for party in claim.parties]
        return tuple(sorted({number for each in shown for number in each}))


def explained(store: GraphStore, gazetteer: Gazetteer, subject: Subject, limit: int) -> Explained:
    """The claims behind a node or short edge, ``limit`` of them at most, by article and place."""
    if subject.kind == "background edge":
        return Explained(subject, 0, ())
    params = _params(subject)
    behind = _BEHIND[subject.kind]
    total = store.query(f"{behind} RETURN count(c) AS n", params).rows[0][0]
    first = f"{behind} RETURN c.id AS id ORDER BY c.article, c.start, id LIMIT $limit"
    ids = tuple(str(row[0]) for row in store.query(first, {**params, "limit": limit}).rows)
    found = Explained(subject, int(str(total)), tuple(_claims(store, ids)))
    if subject.kind == "event":
        ends = store.query(_PARTIES_OF_EVENT, params).rows
        return replace(found, parties=tuple((str(slot), str(name)) for slot, name in ends))
    if subject.kind != "entity":
        return found
    inner = store.query(_WITHIN, {"id": subject.id, "limit": limit}).rows
    within = tuple(str(name) for (name,) in inner)
    return replace(found, within=within, background=background(store, gazetteer, subject))


def numbers_of(properties: Mapping[str, Value]) -> tuple[int, ...]:
    """The numbers of the decisions that shape an entity, by its properties."""
    return tuple(json.loads(str(properties.get("decisions") or "[]")))


def _params(subject: Subject) -> Mapping[str, Value]:
    if subject.kind != "short edge":
        return {"id": subject.id}
    source, target = (end["id"] for end in subject.ends)
    return {"source": source, "relation": subject.relation, "target": target, "gone": ()}


def _claims(store: GraphStore, ids: Sequence[str]) -> Iterator[Evidence]:
    parties: dict[str, list[Party]] = defaultdict(list)
    for row in _rows(store, _PARTIES, ids):
        parties[row["id"]].append(_party(row))
    others: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for row in sorted(_rows(store, _DISPUTES, ids), key=itemgetter("other")):
        others[row["id"], row["disputes"]].append(row["other"])
    for row in _rows(store, _CLAIMS, ids):
        id = row["properties"]["id"]
        disputes, disputed_by = tuple(others[id, True]), tuple(others[id, False])
        found = sorted(parties[id], key=lambda party: SLOTS.index(party.slot))
        yield Evidence(**row, parties=tuple(found), disputes=disputes, disputed_by=disputed_by)


def _party(row: Mapping[str, Any]) -> Party:
    named = json.loads(row["own"] or "[]")
    own = tuple(key for key, *_ in named if key != row["key"])
    text = ", ".join(dict.fromkeys(text for _, text, *_ in named)) or row["text"]
    return Party(row["slot"], row["name"], row["key"], text, own, numbers_of(row))


def _rows(store: GraphStore, cypher: str, ids: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    table = store.query(cypher, {"ids": tuple(ids)})
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)
