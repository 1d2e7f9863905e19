"""What is right about the claims found, field by field."""

from collections.abc import Iterator, Mapping

from kg.evaluate.claims import ClaimScores
from kg.evaluate.gold import GoldClaim
from kg.evaluate.measures import Share, share
from kg.evaluate.names import Names, plain
from kg.records import Claim

FIELDS = (
    "status",
    "status, not asserted",
    "said_by",
    "said_by, someone",
    "place",
    "date words",
    "deaths",
)
"""``status, not asserted`` and ``said_by, someone``: the harder part of the field before."""


def fields(scores: ClaimScores, names: Names) -> Mapping[str, Share]:
    """For each field, how many of the required claims found have it right."""
    pairs = [(scores.gold[left], scores.claims[right]) for left, right in scores.loose.items()]
    required = [(gold, claim) for gold, claim in pairs if not gold.optional]
    judged = [each for gold, claim in required for each in _judge(gold, claim, names)]
    return {field: share(right for name, right in judged if name == field) for field in FIELDS}


def _judge(gold: GoldClaim, claim: Claim, names: Names) -> Iterator[tuple[str, bool]]:
    """Each field that is asked for, and whether it is right."""
    statuses = {reading.status for reading in gold.readings}
    yield "status", claim.status in statuses
    if "asserted" not in statuses:
        yield "status, not asserted", claim.status in statuses
    yield "said_by", _said(gold, claim, names)
    if all(reading.said_by for reading in gold.readings):
        yield "said_by, someone", _said(gold, claim, names)
    if all(reading.place for reading in gold.readings):
        yield "place", any(names.nothing_else(r.place, claim.place) for r in gold.readings)
    if gold.date:
        yield "date words", plain(gold.date) in plain(claim.when.text if claim.when else "")
    if gold.deaths is not None:
        killed = [q.min for q in claim.quantities if q.kind == "killed"]
        yield "deaths", gold.deaths in killed


def _said(gold: GoldClaim, claim: Claim, names: Names) -> bool:
    """Whether the claim has the speaker of a reading, or none where that has none."""
    return any(
        bool(reading.said_by) == bool(claim.said_by)
        and names.all_named(reading.said_by, claim.said_by)
        for reading in gold.readings
    )
