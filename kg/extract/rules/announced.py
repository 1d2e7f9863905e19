"""``A said it would help B``: what its doer announces, or refuses to do.

PLOVER AGREE holds help that is promised ("said it would send aid"), REJECT help that is refused
("would not recognise", "will never hand over").
"""

from spacy.tokens import Token

from kg.extract.rules.aim import Drafts
from kg.extract.rules.draft import Draft
from kg.extract.rules.factuality import Standing
from kg.extract.rules.found import Speakers
from kg.extract.rules.status import HARM, own_act
from kg.ontology.classes import words
from kg.ontology.governors import Effect
from kg.ontology.relations import Lexicon

_THREATS = HARM | {"THREATEN"}
_HELP = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
_THREATENING = {"may", "might", "could", "likely"}
"""To say that one may do harm is to threaten it."""

_TOLD: tuple[Effect, ...] = ("said", "confirmed", "claimed")
_NOT_MEANT: tuple[Effect, ...] = ("denied", "alleged", "dropped")


def announced(draft: Draft, standing: Standing, speakers: Speakers) -> bool:
    """Whether ``would`` is the future of a doer's own words, or ``may`` a threat in them."""
    doubts = {word for effect, word in standing.effects if effect in {"conditional", "dropped"}}
    ahead = {"would", *(_THREATENING if draft.event_type in HARM else ())}
    if not doubts or doubts - ahead or standing.has("denied", "alleged", "negated", "planned"):
        return False
    return standing.has(*_TOLD) and own_act(draft, speakers)


def weigh_promise(draft: Draft, others: Drafts, lexicon: Lexicon) -> None:
    """``ready to strike X`` is a threat, ``vowed not to strike X`` a promise."""
    acts = [act for act in others.values() if act.hit.anchor in draft.content and act is not draft]
    harms = [act for act in acts if act.event_type in _THREATS]
    spared = any(_negated(act.hit.anchor) for act in harms)
    if draft.relation.name == "PROMISES" and draft.source and harms and not spared:
        draft.become(lexicon.relations["THREATENS"])
    elif draft.relation.name == "THREATENS" and spared:
        draft.become(lexicon.relations["PROMISES"])


def refused(draft: Draft, standing: Standing, speakers: Speakers) -> bool:
    """Whether a doer says that help will not be given, or parties fail to agree."""
    if draft.event_type == "AGREE" and ("negated", "failed") in standing.effects[:1]:
        return True
    if draft.event_type not in _HELP or not draft.source or standing.has(*_NOT_MEANT):
        return False
    ahead = {w for _, w in standing.effects} & {*words("future"), "would"}
    told = standing.has("said", "claimed") and "would" in ahead
    others = told or any(m.country for m in speakers)
    return _negated_ahead(draft, ahead) and (not others or own_act(draft, speakers))


def _negated_ahead(draft: Draft, ahead: set[str]) -> bool:
    """``will not``, ``would never``, right at the event's own verb."""
    verb = draft.hit.anchor
    return any(c.lower_ in ahead for c in verb.children) and _negated(verb)


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)
