"""Claims of one sentence that say no more than others of it do."""

from collections.abc import Iterable

from kg.records import Claim


def distinct_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Without a claim that another of the same sentence tells more fully."""
    kept: list[Claim] = []
    for claim in claims:
        rivals = [c for c in kept if c.relation == claim.relation and c.status == claim.status]
        if not any(_within(claim, other) for other in rivals):
            kept = [c for c in kept if c not in rivals or not _within(c, claim)]
            kept.append(claim)
    return kept


def beside_offices(claims: Iterable[Claim], before: Iterable[Claim]) -> list[Claim]:
    """Without who leads what, where the same sentence tells it as an office: ``head of X``."""
    held = {_post(claim) for claim in before if claim.relation == "HOLDS_OFFICE"}
    return [c for c in claims if c.relation != "LEADS" or _post(c) not in held]


def _post(claim: Claim) -> tuple[int, frozenset[str], frozenset[str]]:
    holder, body = (frozenset(m.name for m in side) for side in (claim.source, claim.target))
    return claim.sentence.index, holder, body


def _within(small: Claim, big: Claim) -> bool:
    """Whether ``small`` names no party and no place that ``big`` does not name."""
    return all(
        {m.name for m in getattr(small, slot)} <= {m.name for m in getattr(big, slot)}
        for slot in ("source", "target", "place")
    )
