"""A draft with its status -> a claim."""

from collections.abc import Sequence

from kg.extract.rules import confidence
from kg.extract.rules.dating import date_of
from kg.extract.rules.denials import denied
from kg.extract.rules.draft import Draft
from kg.extract.rules.found import mentions
from kg.extract.rules.scope import Scope
from kg.extract.rules.status import type_of
from kg.ids import stable_id
from kg.records import Claim, Mention, Status

NAME = "rules"
VERSION = "1"
MADE_BY = f"{NAME} {VERSION}"

_ONE_SIDED = {
    "AGREE",
    "CONCEDE",
    "DENY",
    "REJECT",
    "REQUEST",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
}
"""Types that are told when only the source is known."""
_ALONE = {"SEIZES_POWER"}
"""Such relations: ``the army chief seized power``."""
_TESTS = {"weapons"}
"""Modes of what aims at nobody: ``X's nuclear test``."""
_UNDERGONE = {"ARRESTS", "RELEASES"}
"""Relations that are told when only the target is known: ``the arrest of X``."""


def claim_of(
    draft: Draft,
    status: Status,
    speakers: tuple[Mention, ...],
    scope: Scope,
    before: Sequence[Claim],
) -> Claim:
    """The claim that a draft makes; ``before`` are the claims that a denial may dispute."""
    token = draft.hit.token
    start = scope.passage.offset + token.idx
    target, disputes = mentions(draft.target), tuple[str, ...]()
    if draft.event_type == "DENY":
        target, disputes = denied(draft, target, before)
    return Claim(
        id=claim_id(scope, draft.relation.name, start, status),
        article=scope.sentence.article,
        sentence=scope.sentence,
        relation=draft.relation.name,
        event_type=type_of(draft, status),
        mode=draft.trigger.mode,
        trigger=token.text,
        start=start,
        end=start + len(token.text),
        status=status,
        confidence=_confidence(draft, status, scope),
        extractor=MADE_BY,
        rule=draft.trigger.rule,
        source=mentions(draft.source),
        target=target,
        place=mentions(draft.place),
        said_by=speakers,
        when=date_of(draft, scope),
        quantities=tuple(draft.quantities),
        disputes=disputes,
    )


def claim_id(scope: Scope, relation: str, start: int, status: Status) -> str:
    """The id of what is said, how and where."""
    return stable_id("claim", scope.sentence.article, start, relation, status)


def tells(draft: Draft) -> bool:
    """Whether enough is known of who, whom or where."""
    known = bool(draft.target or draft.place)
    verbal = draft.trigger.pattern.part == "verb"
    if draft.event_type is None or draft.relation.name == "SUPPORTS":
        alone = draft.relation.name == "SEIZES_POWER"
        told = draft.target if draft.relation.mutual else known or alone
        return bool(draft.source and told)  # "armed with machetes": by nobody
    if draft.relation.mutual and not (verbal and draft.event_type in _ONE_SIDED):
        return bool(draft.source and draft.target)
    if draft.source:
        alone = draft.event_type in _ONE_SIDED or draft.trigger.mode in _TESTS
        return alone or draft.violent or known or verbal
    if draft.event_type in _ONE_SIDED - {"SANCTION"}:
        return False
    done = verbal or draft.relation.name in _UNDERGONE
    return (draft.violent and known) or (done and bool(draft.target))


def _confidence(draft: Draft, status: Status, scope: Scope) -> float:
    known = confidence.grounds(
        scope,
        draft.hit.token,
        draft.source,
        draft.target,
        draft.place,
        event_type=draft.event_type,
        status=status,
    )
    return confidence.sureness(known)
