"""What new claims add to the short edges, so that no claim of an earlier batch is read again."""

from collections.abc import Iterable, Iterator, Mapping

from kg.records import STATUSES, Claim, Entity, Statement, Value

_ADD_COUNTS = ", ".join(
    f"r.{name} = coalesce(r.{name}, 0) + pair.{name}" for name in ("claims", "articles", *STATUSES)
)


def pairs_of(claim: Claim, entities: Mapping[str, Entity]) -> set[tuple[str, str]]:
    """The ends of the short edges that a claim supports, by the ids of the entities.

    That is one to each target, and one to each place where nobody is aimed at but the state whose
    place it is: a strike on Afghanistan in Khost is one on Khost.
    """
    targets = [entities[mention.entity] for mention in claim.target]
    places = [entities[mention.entity] for mention in claim.place]
    ends = [*targets, *(place for place in places if _is_hit(place, targets))]
    return {(s.entity, e.id) for s in claim.source for e in ends if s.entity != e.id}


def _is_hit(place: Entity, targets: Iterable[Entity]) -> bool:
    return all(t.kind == "country" and t.country == place.country for t in targets)


def add_up(claims: Iterable[Claim], entities: Iterable[Entity]) -> Iterator[Statement]:
    """Statements that add these claims, which no short edge counts yet, to the short edges.

    ``entities`` are all that the claims name.
    """
    known = {entity.id: entity for entity in entities}
    found: dict[str, dict[tuple[str, str], list[Claim]]] = {}
    for claim in claims:
        for pair in pairs_of(claim, known):
            found.setdefault(claim.relation, {}).setdefault(pair, []).append(claim)
    for relation, pairs in sorted(found.items()):
        rows = tuple(_row(*pair, pairs[pair]) for pair in sorted(pairs))
        yield Statement(_add(relation), {"pairs": rows})


def _row(source: str, target: str, claims: list[Claim]) -> dict[str, Value]:
    statuses = [claim.status for claim in claims]
    return {
        "source": source,
        "target": target,
        "claims": len(claims),
        "articles": len({claim.article for claim in claims}),
        **{status: statuses.count(status) for status in STATUSES},
        "first": min((c.when.start for c in claims if c.when and c.when.start), default=None),
        "last": max((c.when.end for c in claims if c.when and c.when.end), default=None),
        "title": min((c.title for c in claims if c.title is not None), default=None),
    }


def _add(relation: str) -> str:
    """The statement that adds to the short edges of a relation, a name of the checked ontology."""
    return f"""
    UNWIND $pairs AS pair
    MATCH (a:Entity {{id: pair.source}})
    MATCH (b:Entity {{id: pair.target}})
    MERGE (a)-[r:`{relation}`]->(b)
    SET {_ADD_COUNTS}, r.first = {_further("first", "<=", "date(pair.first)")},
        r.last = {_further("last", ">=", "date(pair.last)")},
        r.title = {_further("title", "<=", "pair.title")}
    """


def _further(name: str, order: str, other: str) -> str:
    """The outer one of what the edge has and the claims have; the known one where one is null."""
    return f"CASE WHEN r.{name} {order} {other} THEN r.{name} ELSE coalesce({other}, r.{name}) END"
