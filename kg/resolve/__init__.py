"""Mentions -> entities; ``incidents`` brings claims to events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.decide import UNDECIDED, Identities
from kg.ontology.gazetteer import Gazetteer
from kg.records import Claim, Edge, Entity
from kg.resolve.article import in_full
from kg.resolve.entities import Entities

__all__ = ["Resolved", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Claims whose mentions have ids, with what those ids stand for.

    ``within`` are pairs of entity ids: a place and the place it lies in. ``ties`` are those that
    the gazetteer tells, also to entities that the graph may lack.
    """

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    within: tuple[tuple[str, str], ...]
    ties: tuple[Edge, ...] = ()


def resolve(
    claims: Iterable[Claim], gazetteer: Gazetteer, identities: Identities = UNDECIDED
) -> Resolved:
    """The claims over entities: an article's claims give the same ids, alone or among
    those of others.

    ``identities`` are what decisions say: who is the same, and under which name.
    """
    entities = Entities(gazetteer, identities)
    done = tuple(map(entities.resolve, _in_full(claims)))
    return Resolved(done, entities.found(), entities.within(), entities.ties())


def _in_full(claims: Iterable[Claim]) -> Iterator[Claim]:
    for _, group in groupby(claims, key=lambda claim: claim.article):
        yield from in_full(list(group))
