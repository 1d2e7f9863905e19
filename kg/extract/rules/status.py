"""How a claim stands: as a fact, as somebody's word, as denied, planned or conditional."""

from typing import Literal

from spacy.tokens import Token

from kg.extract.rules.draft import Draft
from kg.extract.rules.factuality import Standing
from kg.extract.rules.found import Found, Speakers
from kg.extract.rules.voice import quoted
from kg.ontology.governors import Effect
from kg.ontology.relations import Relation
from kg.records import Status

_PLAIN: tuple[Literal["denied", "negated", "planned"], ...] = ("denied", "negated", "planned")
_HELP = {"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
HARM = {"ASSAULT", "COERCE", "SANCTION", "PROTEST"}
_DECIDED = {"SANCTION", "CONCEDE", "SUPPORT", "REJECT"}
_SPOKEN = {"REQUEST", "ACCUSE", "SUPPORT", "PROTEST"}
_CHARGES = {"ACCUSE", "REQUEST", "THREATEN"}
_SIDES = {"country", "institution", "person"}
"""Kinds that stand for their country; a militia or a crowd of its people does not."""
_NOT_ANNOUNCED: tuple[Effect, ...] = ("denied", "negated", "alleged", "claimed", "dropped")


def status_of(draft: Draft, standing: Standing, speakers: Speakers) -> Status | None:
    """The status, or None where the event is only wanted, feared or thought of."""
    if _answers(draft, standing):
        return "asserted"
    if _unreal(draft, standing):
        return None
    if _quoted_condition(draft):
        return "conditional"
    if standing.has("conditional"):
        return "conditional" if _has_if(draft) else None
    for plain in _PLAIN:
        if plain == "planned" and _decreed(draft, standing):
            continue
        if standing.has(plain):
            return plain
    told = standing.has("said") and speakers and not own_act(draft, speakers)
    return "alleged" if told or draft.blamed or standing.has("alleged", "claimed") else "asserted"


def type_of(draft: Draft, status: Status) -> str | None:
    """The PLOVER type: what is only announced is AGREE where it helps, THREATEN where it harms."""
    if status not in {"planned", "conditional"}:
        return draft.event_type
    if draft.event_type in _HELP:
        return "AGREE"
    return "THREATEN" if draft.event_type in HARM else draft.event_type


def announces_force(draft: Draft, standing: Standing, speakers: Speakers) -> bool:
    """Whether force is announced by, or by a spokesman of, the side that would use it."""
    if not draft.violent or standing.has(*_NOT_ANNOUNCED):
        return False
    return standing.has("planned", "conditional") and own_act(draft, speakers)


def warns(draft: Draft, standing: Standing, speakers: Speakers) -> bool:
    """``any attack will be met with force, X said``: X threatens, and becomes the source."""
    ahead = standing.has("planned", "conditional") and not standing.has(*_NOT_ANNOUNCED)
    if draft.relation.name != "THREATENS" or draft.source or not (ahead and speakers):
        return False
    draft.source = [Found(mention, 0.8) for mention in speakers]
    own = {mention.country for mention in speakers} - {None}
    draft.target = [f for f in draft.target if f.mention.country not in own]
    return True


def threaten(draft: Draft, speakers: Speakers, threatens: Relation) -> Status:
    """Turn announced force into a threat by the speaker, and give the threat's own status.

    PLOVER THREATEN: "X will strike Y, its minister said" is no strike.
    """
    draft.become(threatens, mode="violence")
    draft.source = [Found(mention, 0.8) for mention in speakers] or draft.source
    if not draft.target:
        draft.target = [f for f in draft.place if f.mention.kind == "country"]
    draft.place = []
    return "conditional" if _has_if(draft) and quoted(draft.hit.anchor) else "asserted"


def _has_if(draft: Draft) -> bool:
    return any(token.lower_ in {"if", "unless"} for token in draft.hit.token.sent)


def _decreed(draft: Draft, standing: Standing) -> bool:
    """``decided to freeze assets``: to decide on such an act is to do it."""
    ahead = {word.lower() for effect, word in standing.effects if effect == "planned"}
    return draft.event_type in _DECIDED and ahead == {"decided"}


def _unreal(draft: Draft, standing: Standing) -> bool:
    """Whether it is only wished for, tried without force, or left: "vowed not to attack"."""
    wished = standing.has("dropped") and not _performed(draft, standing)
    tried = standing.has("attempted") and not _by_force(draft)
    left = draft.violent and standing.has("negated") and standing.has("planned")
    return wished or tried or left


def _by_force(draft: Draft) -> bool:
    """Whether an attempt is already the act: to shoot at X and miss, but not to take a town."""
    return draft.violent or (draft.event_type == "COERCE" and draft.relation.name != "SEIZES")


def _performed(draft: Draft, standing: Standing) -> bool:
    """``marched to demand``: the protest says it, though grammar makes it a purpose."""
    dropped = [word for effect, word in standing.effects if effect == "dropped"]
    return draft.event_type in _SPOKEN and dropped == ["to"]


def _quoted_condition(draft: Draft) -> bool:
    """``warned: "If ..., we will"``."""
    said = [t for t in draft.content if quoted(t)] if draft.event_type == "THREATEN" else []
    return any(t.lower_ == "if" for clause in said for t in clause.subtree)


def _answers(draft: Draft, standing: Standing) -> bool:
    """``rejected the allegation``: it is made all the same; what it says is denied."""
    nearest = next((effect for effect, _ in standing.effects if effect != "said"), None)
    refused = draft.event_type == "REQUEST" and nearest == "dropped" and _held_up(draft.hit.token)
    return (
        draft.event_type in _CHARGES
        and draft.trigger.pattern.part == "noun"
        and (nearest == "denied" or refused)
    )


def _held_up(noun: Token) -> bool:
    """``rejected X's demand``: it is made, whatever is done to it."""
    owned = any(c.dep_ == "poss" or c.lower_ == "by" for c in noun.children)
    return owned and noun.dep_ in {"dobj", "nsubjpass"}


def own_act(draft: Draft, speakers: Speakers) -> bool:
    """Whether the speakers, or their country, tell what they do themselves."""
    names = {m.name for m in speakers}
    countries = {m.country for m in speakers if m.kind in _SIDES} - {None}
    doers = [f.mention for f in (*draft.source, *(draft.target if draft.relation.mutual else ()))]
    return any(m.name in names or (m.kind in _SIDES and m.country in countries) for m in doers)
