"""Claims -> events: claims of one happening share an event.

Claims join only where nothing is guessed: same relation, mode, parties and places, and the same
known days. Where the days are not known, only claims of one article with the same date words join.
"""

from dataclasses import replace

from kg.ids import stable_id
from kg.records import Claim, Event, Mention


def event_of(claim: Claim) -> tuple[Event | None, Claim]:
    """The event that a claim tells of, and the claim with its id.

    Lasting relations and what depends on a condition are no events.
    """
    if claim.event_type is None or claim.status == "conditional":
        return None, claim
    source, target, place = _ids(claim.source), _ids(claim.target), _ids(claim.place)
    told = (claim.relation, claim.event_type, claim.mode)
    made = Event(
        stable_id("event", *told, source, target, place, _date_key(claim)),
        *told,
        source,
        target,
        place,
    )
    return made, replace(claim, event=made.id)


def _ids(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(sorted({m.entity for m in mentions}))


def _date_key(claim: Claim) -> tuple[str | None, ...]:
    when = claim.when
    if when is not None and when.start and when.end:
        return when.start, when.end
    return claim.article, when.text.casefold() if when is not None else None
