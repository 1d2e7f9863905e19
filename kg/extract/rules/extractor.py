"""The rule extractor: sentences -> drafts -> claims."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.annotate import Annotated
from kg.extract.rules import (
    aim,
    announced,
    blamed,
    claims,
    dating,
    factuality,
    holders,
    joint,
    merge,
    repeats,
    riots,
    speakers,
    status,
    toll,
)
from kg.extract.rules.draft import Draft
from kg.extract.rules.explain import explain
from kg.extract.rules.factuality import Told
from kg.extract.rules.found import names_of
from kg.extract.rules.frames import by_accident, fill
from kg.extract.rules.ground import aim_at_ground, blame_the_state
from kg.extract.rules.memory import Memory
from kg.extract.rules.sayings import sayings
from kg.extract.rules.scope import Scope, note_parties, scopes, seen
from kg.extract.rules.seek import seek
from kg.extract.rules.triggers import hits
from kg.ontology.gazetteer import Gazetteer
from kg.ontology.relations import Lexicon, load_relations
from kg.records import Claim


class RuleExtractor:
    """Claims by a lexicon of triggers over the arcs of a dependency parse."""

    name = claims.NAME
    version = claims.VERSION

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.lexicon = load_relations()

    def extract(self, annotated: Annotated) -> tuple[Claim, ...]:
        """The claims of an article in the order of its sentences."""
        return self._read(annotated, explains=False)

    def explain(self, annotated: Annotated) -> tuple[Claim, ...]:
        """The same claims, each with its explanation."""
        return self._read(annotated, explains=True)

    def _read(self, annotated: Annotated, explains: bool) -> tuple[Claim, ...]:
        memory = Memory()
        sentences = list(scopes(annotated, self.gazetteer, memory, explains))
        for scope in sentences:
            memory.begin(scope.sentence.start, scope.passage.offset)
            memory.note(seen(scope))
        offices: list[Claim] = []
        for scope in sentences:
            note_parties(scope)
            dating.note_dates(scope)
            offices += holders.office_claims(scope)
        found = holders.each_once(offices)
        for scope, after in itertools.pairwise(sentences):
            holders.foretell(scope, after)
        for scope in sentences:
            found += _claims(scope, self.lexicon, found)
        return tuple(sorted(found, key=lambda c: (c.sentence.index, c.start, c.id)))


def _claims(scope: Scope, lexicon: Lexicon, before: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, after all those of the sentences before it."""
    scope.passage.parties.clear()  # what is remembered has changed since
    drafts = [d for hit in hits(scope.span, lexicon) if (d := fill(hit, scope.passage))]
    drafts += sayings(scope.span, scope.passage, lexicon)
    governing = {draft.hit.token.i: draft for draft in drafts}
    drafts = [draft for draft in drafts if not (draft.violent and by_accident(draft))]
    toll.count(drafts)
    drafts = merge.absorbed(drafts)
    toll.count_loose(drafts, scope.span)
    drafts = blamed.blame(drafts, scope.passage)
    for draft in drafts:
        joint.each_other(draft)
        joint.exercise_together(draft, lexicon)
        riots.riot(draft, lexicon)
        riots.cordon(draft, lexicon)
        riots.capture(draft, lexicon)
        _aim(draft, governing, scope, before)
        joint.agree_together(draft, lexicon)
        announced.weigh_promise(draft, governing, lexicon)
    told = list(before)
    for draft in drafts:
        told += _judged(draft, governing, scope, lexicon, told)
    speakers.remember_speakers(scope)
    return repeats.beside_offices(repeats.distinct_claims(told[len(before) :]), before)


def _aim(draft: Draft, governing: aim.Drafts, scope: Scope, before: Sequence[Claim]) -> None:
    memory = scope.passage.memory
    memory.here = scope.passage.offset + draft.hit.token.idx
    aim.aim_at_doer(draft, governing, scope.passage)
    aim.aim_by_content(draft, governing)
    aim.imply(draft, governing, memory, before)
    seek(draft, scope.passage)
    aim_at_ground(draft, scope.passage)
    blame_the_state(draft, scope.passage)


def _judged(
    draft: Draft, governing: aim.Drafts, scope: Scope, lexicon: Lexicon, before: Sequence[Claim]
) -> list[Claim]:
    """The claim of a draft, unless it is only wished for or tells too little."""
    standing = factuality.standing(
        draft.hit.anchor, lambda over, via: _content(governing.get(over.i), via)
    )
    said_by = speakers.said_by(draft, standing, scope)
    speakers.speak_for_themselves(draft, said_by)
    stands, doers = status.status_of(draft, standing, said_by), names_of(draft.source)
    if status.warns(draft, standing, said_by):
        stands, doers = "asserted", names_of(draft.source)
    if status.announces_force(draft, standing, said_by):
        stands = status.threaten(draft, said_by, lexicon.relations["THREATENS"])
    if stands is None and announced.announced(draft, standing, said_by):
        stands = "planned"
    if announced.refused(draft, standing, said_by):
        draft.become(lexicon.relations["REJECTS"])
        stands = "asserted"
    if stands is None or not claims.tells(draft):
        return []
    if standing.has("attempted"):
        draft.quantities = []
    said_by = speakers.told_by(draft, said_by, doers)
    claim = claims.claim_of(draft, stands, said_by, scope, before)
    if scope.explains:
        claim = replace(claim, explanation=explain(claim, draft, standing, governing, scope))
    return [claim]


def _content(draft: Draft | None, via: Token) -> Told:
    """What a relation does to the event that hangs on its trigger by ``via``, and who speaks."""
    if draft is None or draft.relation.content == "kept":
        return None
    if via.pos_ == "ADP" and via not in _leads(draft):
        return None
    return draft.relation.content, draft.source_tokens


def _leads(draft: Draft) -> list[Token]:
    """The words by which the content of a draft hangs on its trigger."""
    ends = {draft.hit.token, draft.hit.anchor}
    return [_below(token, ends) for token in draft.content]


def _below(token: Token, ends: set[Token]) -> Token:
    while token.head not in ends and token.head != token:
        token = token.head
    return token
