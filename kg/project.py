"""Articles, claims, entities and events -> nodes and edges, and statements that derive the rest."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from kg.ids import stable_id, text_hash
from kg.records import (
    STATUSES,
    Claim,
    Document,
    Edge,
    Entity,
    Event,
    GraphBatch,
    Mention,
    Node,
    Sentence,
    Statement,
    Value,
)
from kg.schema import KIND_LABELS

_SLOTS = (("SOURCE", "source"), ("TARGET", "target"), ("IN", "place"), ("SAID_BY", "said_by"))

_DERIVE_EVENTS = """
UNWIND $ids AS id
MATCH (e:Event {id: id})<-[:ABOUT]-(c:Claim)
OPTIONAL MATCH (d:Claim)-[:DISPUTES]->(c)
WITH e, count(DISTINCT c) AS claims, count(DISTINCT c.article) AS articles,
     min(c.date_start) AS first, max(c.date_end) AS last,
     min(c.killed_min) AS least, max(c.killed_max) AS most,
     sum(CASE WHEN c.status = 'denied' THEN 1 ELSE 0 END) + count(d) AS against
SET e.claims = claims, e.articles = articles, e.date_start = first, e.date_end = last,
    e.killed_min = least, e.killed_max = most, e.contested = against > 0
"""

_DERIVE_EDGES = """
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair.source})<-[:SOURCE]-(c:Claim)-[x:TARGET|IN]->(b:Entity {id: pair.target})
WHERE c.relation = $relation AND (type(x) = 'TARGET' OR NOT EXISTS { (c)-[:TARGET]->(:Entity) })
WITH a, b, count(DISTINCT c) AS claims, count(DISTINCT c.article) AS articles, %s,
     min(c.date_start) AS first, max(c.date_end) AS last, min(c.title) AS title
MERGE (a)-[r:`%s`]->(b)
SET r.claims = claims, r.articles = articles, %s, r.first = first, r.last = last, r.title = title
"""


class Built(Protocol):
    """What a batch is made from: documents and sentences as read, and the resolved claims."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, with ids of entities and events in them."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities that claims and ``within`` name."""

    @property
    def within(self) -> tuple[tuple[str, str], ...]:
        """Pairs of entity ids: a place and the place it lies in."""

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that claims tell of."""


def project(
    documents: Iterable[tuple[Document, tuple[Sentence, ...]]], built: Built, extractor: str
) -> GraphBatch:
    """The batch that adds these articles and claims; ``extractor`` is kept with each article."""
    pairs = list(documents)
    nodes = [
        *(_article(document, extractor) for document, _ in pairs),
        *(_sentence(s) for _, sentences in pairs for s in sentences),
        *map(_entity, built.entities),
        *map(_event, built.events),
        *map(_claim, built.claims),
    ]
    edges = [
        *(
            Edge("HAS_SENTENCE", "Article", s.article, "Sentence", _sentence_id(s))
            for _, sentences in pairs
            for s in sentences
        ),
        *(Edge("WITHIN", "Entity", low, "Entity", high) for low, high in built.within),
        *(edge for event in built.events for edge in _event_edges(event)),
        *(edge for claim in built.claims for edge in _claim_edges(claim)),
    ]
    return GraphBatch(tuple(nodes), tuple(edges), tuple(_derive(built)))


def _article(document: Document, extractor: str) -> Node:
    article = document.article
    return Node(
        "Article",
        article.id,
        {
            "title": document.title,
            "url": article.url,
            "source": article.source,
            "published": article.published,
            "language": article.language,
            "text": document.text,
            "hash": text_hash(document.text),
            "extractor": extractor,
        },
    )


def _sentence_id(sentence: Sentence) -> str:
    return stable_id("sentence", sentence.article, sentence.start, sentence.end)


def _sentence(sentence: Sentence) -> Node:
    return Node(
        "Sentence",
        _sentence_id(sentence),
        {
            "article": sentence.article,
            "index": sentence.index,
            "text": sentence.text,
            "start": sentence.start,
            "end": sentence.end,
        },
    )


def _entity(entity: Entity) -> Node:
    properties = {"name": entity.name, "kind": entity.kind, "country": entity.country}
    return Node("Entity", entity.id, properties, KIND_LABELS[entity.kind])


def _event(event: Event) -> Node:
    return Node(
        "Event",
        event.id,
        {"relation": event.relation, "event_type": event.event_type, "mode": event.mode},
    )


def _event_edges(event: Event) -> Iterator[Edge]:
    for type_, slot in _SLOTS[:3]:
        for entity in getattr(event, slot):
            yield Edge(type_, "Event", event.id, "Entity", entity)


def _claim(claim: Claim) -> Node:
    when = claim.when
    return Node(
        "Claim",
        claim.id,
        {
            "article": claim.article,
            "relation": claim.relation,
            "event_type": claim.event_type,
            "mode": claim.mode,
            "status": claim.status,
            "date_start": when.start if when else None,
            "date_end": when.end if when else None,
            "date_text": when.text if when else None,
            **_counts(claim),
            "title": claim.title,
            "confidence": claim.confidence,
            "trigger": claim.trigger,
            "start": claim.start,
            "end": claim.end,
            "extractor": claim.extractor,
            "rule": claim.rule,
        },
    )


def _counts(claim: Claim) -> Mapping[str, Value]:
    found: dict[str, Value] = {}
    for quantity in claim.quantities:
        if quantity.kind in {"killed", "injured"}:
            found.setdefault(f"{quantity.kind}_min", quantity.min)
            found.setdefault(f"{quantity.kind}_max", quantity.max)
    return found


def _claim_edges(claim: Claim) -> Iterator[Edge]:
    yield Edge("STATED_IN", "Claim", claim.id, "Sentence", _sentence_id(claim.sentence))
    if claim.event is not None:
        yield Edge("ABOUT", "Claim", claim.id, "Event", claim.event)
    for disputed in claim.disputes:
        yield Edge("DISPUTES", "Claim", claim.id, "Claim", disputed)
    for type_, slot in _SLOTS:
        mentions: dict[str, Mention] = {}
        for mention in getattr(claim, slot):
            mentions.setdefault(mention.entity, mention)
        for entity, mention in mentions.items():
            words: Mapping[str, Value] = {
                "text": mention.text,
                "start": mention.start,
                "end": mention.end,
            }
            yield Edge(type_, "Claim", claim.id, "Entity", entity, words)


def _derive(built: Built) -> Iterator[Statement]:
    """Recompute, over all claims of the graph, the events and short edges these claims touch."""
    if built.events:
        yield Statement(_DERIVE_EVENTS, {"ids": tuple(sorted(e.id for e in built.events))})
    touched: dict[str, set[tuple[str, str]]] = {}
    for claim in built.claims:
        ends = claim.target or claim.place
        pairs = {(s.entity, e.entity) for s in claim.source for e in ends if s.entity != e.entity}
        touched.setdefault(claim.relation, set()).update(pairs)
    for relation, found in sorted(touched.items()):
        if found:
            rows = tuple({"source": s, "target": t} for s, t in sorted(found))
            yield Statement(_short_edge(relation), {"pairs": rows, "relation": relation})


def _short_edge(relation: str) -> str:
    """The statement that derives the short edges of a relation, a name of the checked ontology.

    A claim without a target gives an edge to each of its places.
    """
    sums = ", ".join(
        f"sum(CASE WHEN c.status = '{status}' THEN 1 ELSE 0 END) AS {status}" for status in STATUSES
    )
    sets = ", ".join(f"r.{status} = {status}" for status in STATUSES)
    return _DERIVE_EDGES % (sums, relation, sets)
