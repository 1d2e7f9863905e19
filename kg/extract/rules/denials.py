"""Whose allegations a denial answers, and which claims it disputes."""

from collections.abc import Sequence

from kg.extract.rules.draft import Draft
from kg.ontology.classes import words
from kg.records import Claim, Mention

Parties = tuple[Mention, ...]

_CHARGES = {"ACCUSE", "REQUEST", "THREATEN"}


def denied(
    draft: Draft, target: Parties, before: Sequence[Claim]
) -> tuple[Parties, tuple[str, ...]]:
    """Target and disputed claims of a denial: "X denied the allegation" looks back for both."""
    names = {name for f in draft.source for name in (f.mention.name, f.mention.country) if name}
    alleged = [c for c in before if c.said_by and c.status == "alleged" and _about(c, names)]
    charges = [c for c in before if _charges(c, names)]
    anaphoric = any(t.lemma_.lower() in words("anaphors") for t in draft.hit.roles["obj"])
    if not target and charges and (anaphoric or alleged):
        target = charges[-1].source
    elif not target and alleged:
        target = alleged[-1].said_by
    if not anaphoric or not alleged:
        return target, ()
    last = alleged[-1].sentence.index
    return target, tuple(c.id for c in alleged if c.sentence.index >= last)


def _charges(claim: Claim, names: set[str]) -> bool:
    """Whether another party accuses, or makes demands of, those with ``names``, or of nobody."""
    if claim.event_type not in _CHARGES or not claim.source or _about(claim, names):
        return False
    return not claim.target or _named(claim.target, names)


def _about(claim: Claim, names: set[str]) -> bool:
    return _named(claim.source, names)


def _named(parties: Parties, names: set[str]) -> bool:
    return any({m.name, m.country} & names for m in parties)
