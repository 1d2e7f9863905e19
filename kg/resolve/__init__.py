"""Mentions -> entities, and claims -> events."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.decide import UNDECIDED, Identities
from kg.ontology.gazetteer import Gazetteer
from kg.records import Claim, Entity, Event
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
    """The claims over entities and events: a claim gives the same ids, alone or among others.

    ``identities`` are what decisions say: who is the same, and under which name.
    """
    entities = Entities(gazetteer, identities)
    events: dict[str, Event] = {}
    done = []
    for claim in claims:
        event, about = event_of(entities.resolve(claim))
        if event is not None:
            events[event.id] = event
        done.append(about)
    return Resolved(tuple(done), entities.found(), entities.within(), tuple(events.values()))
