"""What the gazetteer tells between entities -> edges, by their ids."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from kg.decide import Identities
from kg.ids import entity_id
from kg.ontology.gazetteer import Gazetteer, Tie
from kg.records import Edge, Entity, Value
from kg.schema import TIES

SYMMETRIC = "allied_with"


def ties_of(
    entities: Iterable[Entity], gazetteer: Gazetteer, identities: Identities
) -> tuple[Edge, ...]:
    """The ties of these entities and of all that decisions joined with them, both ways.

    The other end may be an entity that the graph does not hold. Where decisions make one tie of
    several, it lasts from the first year of any to the last.
    """
    found: dict[tuple[str, str, str], set[Tie]] = defaultdict(set)
    for entity in entities:
        for key in (entity.key, *entity.also):
            for tie in gazetteer.ties_of(key):
                start, end = (entity_id(identities.of(k).chief) for k in (tie.key, tie.other))
                if tie.kind == SYMMETRIC:
                    start, end = min(start, end), max(start, end)
                if start != end:
                    found[TIES[tie.kind], start, end].add(tie)
    return tuple(
        Edge(type_, "Entity", start, "Entity", end, _years(found[type_, start, end]))
        for type_, start, end in sorted(found)
    )


def _years(ties: Collection[Tie]) -> dict[str, Value]:
    """The first year and the last; a tie without a last year goes on, as far as is known."""
    since = [tie.since for tie in ties if tie.since is not None]
    until = [tie.until for tie in ties if tie.until is not None]
    return {
        "since": min(since, default=None),
        "until": max(until) if len(until) == len(ties) else None,
    }
