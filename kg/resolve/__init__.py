"""Mentions -> entities, and claims -> events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.decide import UNDECIDED, Identities
from kg.ontology.gazetteer import Gazetteer
from kg.records import Claim, Entity, Event
from kg.resolve.article import in_full
from kg.resolve.entities import Entities
from kg.resolve.events import event_of

__all__ = ["Resolved", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Claims whose mentions and events have ids, with what those ids stand for.

    ``within`` are pairs of entity ids: a place and the place it lies in.
    """

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    within: tuple[tuple[str, str], ...]
    events: tuple[Event, ...]


def resolve(
    claims: Iterable[Claim], gazetteer: Gazetteer, identities: Identities = UNDECIDED
) -> Resolved:
    """The claims over entities and events: an article's claims give the same ids, alone or among
    those of others.

    ``identities`` are what decisions say: who is the same, and under which name.
    """
    entities = Entities(gazetteer, identities)
    events: dict[str, Event] = {}
    done = []
    for claim in _in_full(claims):
        event, about = event_of(entities.resolve(claim))
        if event is not None:
            events[event.id] = event
        done.append(about)
    return Resolved(tuple(done), entities.found(), entities.within(), tuple(events.values()))


def _in_full(claims: Iterable[Claim]) -> Iterator[Claim]:
    for _, group in groupby(claims, key=lambda claim: claim.article):
        yield from in_full(list(group))
