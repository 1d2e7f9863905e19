"""The mentions of a claim, all slots alike."""

from collections.abc import Callable
from dataclasses import replace

from kg.records import Claim, Mention


def mentions(claim: Claim) -> tuple[Mention, ...]:
    """All parties, places and speakers."""
    return (*claim.source, *claim.target, *claim.place, *claim.said_by)


def with_each(claim: Claim, read: Callable[[Mention], Mention]) -> Claim:
    """The claim with each mention as ``read`` gives it."""
    return replace(
        claim,
        source=tuple(map(read, claim.source)),
        target=tuple(map(read, claim.target)),
        place=tuple(map(read, claim.place)),
        said_by=tuple(map(read, claim.said_by)),
    )
