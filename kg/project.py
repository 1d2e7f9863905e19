"""Articles, claims and entities -> nodes and edges, and statements that derive the short edges."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from kg.copies import minhash
from kg.derive import Pairs, derive_names, derive_ties, take_back
from kg.ids import entity_id, key_parts, stable_id, text_hash
from kg.records import (
    Claim,
    Document,
    Edge,
    Entity,
    Event,
    GraphBatch,
    Mention,
    Node,
    Sentence,
    Value,
)
from kg.schema import KIND_LABELS, WORDED
from kg.tally import add_up

SLOTS = (("SOURCE", "source"), ("TARGET", "target"), ("IN", "place"), ("SAID_BY", "said_by"))


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
    def ties(self) -> tuple[Edge, ...]:
        """The gazetteer's ties of the entities, also to such as the graph may lack."""


def project(
    documents: Iterable[tuple[Document, tuple[Sentence, ...]]],
    built: Built,
    extractor: str,
    gone: Collection[str] = (),
) -> GraphBatch:
    """The batch that puts these articles in the place of ``gone`` and of what is stored of them.

    To write it twice changes nothing. ``extractor`` is kept with each article.
    """
    pairs = list(documents)
    nodes = [
        *(_article(document, extractor) for document, _ in pairs),
        *(_sentence(s) for _, sentences in pairs for s in sentences),
        *map(entity_node, built.entities),
        *map(_claim, built.claims),
    ]
    edges = [
        *(
            Edge("HAS_SENTENCE", "Article", s.article, "Sentence", _sentence_id(s))
            for _, sentences in pairs
            for s in sentences
        ),
        *(Edge("WITHIN", "Entity", low, "Entity", high) for low, high in built.within),
        *(edge for claim in built.claims for edge in _claim_edges(claim)),
    ]
    derived = (
        *add_up(built.claims, built.entities),
        *derive_names(unlisted(built.entities)),
        *derive_ties(built.ties),
    )
    return GraphBatch(
        tuple(nodes),
        tuple(edges),
        derived,
        remove=take_back({*gone, *(document.article.id for document, _ in pairs)}),
    )


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
            "minhash": minhash(document.text),
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


def entity_node(entity: Entity) -> Node:
    """An entity with the labels of its kind."""
    properties: Mapping[str, Value] = {
        "name": entity.name,
        "kind": entity.kind,
        "country": entity.country,
        "key": entity.key,
        "also": json_list(entity.also),
        "decisions": json_list(entity.decisions),
        "given": entity.given,
    }
    return Node("Entity", entity.id, properties, KIND_LABELS[entity.kind])


def json_list(values: tuple[str, ...] | tuple[int, ...]) -> str | None:
    """The values as a JSON list; None where there are none."""
    return json.dumps(values, ensure_ascii=False) if values else None


def event_node(event: Event) -> Node:
    """An event, with what its claims come to."""
    properties: Mapping[str, Value] = {
        "relation": event.relation,
        "event_type": event.event_type,
        "mode": event.mode,
        "block": event.block,
        "date_start": event.date_start,
        "date_end": event.date_end,
        "killed_min": event.killed[0],
        "killed_max": event.killed[1],
        "injured_min": event.injured[0],
        "injured_max": event.injured[1],
        "claims": len(event.claims),
        "articles": event.articles,
        "independent": event.independent,
        "contested": event.contested,
    }
    return Node("Event", event.id, properties)


def event_edges(event: Event) -> Iterator[Edge]:
    """An edge to the event from each claim about it, and from it to its parties and places."""
    for claim in event.claims:
        yield Edge("ABOUT", "Claim", claim, "Event", event.id)
    for type_, slot in SLOTS[:3]:
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
    for disputed in claim.disputes:
        yield Edge("DISPUTES", "Claim", claim.id, "Claim", disputed)
    yield from party_edges(claim)


def party_edges(claim: Claim) -> Iterator[Edge]:
    """An edge from the claim to each of its parties, places and speakers, with the words."""
    for type_, slot in SLOTS:
        found: dict[str, dict[str, Mention]] = {}
        for mention in getattr(claim, slot):
            found.setdefault(mention.entity, {}).setdefault(mention.named, mention)
        for entity, named in found.items():
            yield Edge(type_, "Claim", claim.id, "Entity", entity, _words(tuple(named.values())))


def _words(mentions: tuple[Mention, ...]) -> Mapping[str, Value]:
    """The first of the words that name one entity, and all of them where a decision joined them."""
    named = sorted((m.named, m.text, m.start, m.end, _spelled(m)) for m in mentions)
    first = min(mentions, key=lambda m: (m.start, m.end))
    chief = all(not m.named or entity_id(m.named) == m.entity for m in mentions)
    own = None if chief else json.dumps(named, ensure_ascii=False)
    calling = [m for m in mentions if m.called and m.kind not in WORDED]
    told = {"name": _spelled(calling[0]) if calling else None, "own": own}
    return {"text": first.text, "start": first.start, "end": first.end, **told}


def _spelled(mention: Mention) -> str | None:
    """The name as the article spells it; None where that is known beforehand."""
    parts = key_parts(mention.named)
    return mention.name if parts and parts[0] not in WORDED else None


def unlisted(entities: Iterable[Entity]) -> Iterator[str]:
    """The ids of entities that are called what their claims call them."""
    mine = (e for e in entities if e.kind not in WORDED and not e.given)
    return (e.id for e in mine if key_parts(e.key) is not None)


def short_pairs(claims: Iterable[Claim]) -> Pairs:
    """The ends of the short edges that these claims may support."""
    touched: dict[str, set[tuple[str, str]]] = {}
    for claim in claims:
        ends = {mention.entity for mention in (*claim.target, *claim.place)}
        pairs = {(s.entity, end) for s in claim.source for end in ends if s.entity != end}
        touched.setdefault(claim.relation, set()).update(pairs)
    return touched
