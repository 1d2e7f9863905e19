"""``A said it would help B``: what its doer announces, or refuses to do.

PLOVER AGREE holds help that is promised ("said it would send aid"), REJECT help that is refused
("would not recognise", "will never hand over").
"""

from kg.extract.rules.draft import Draft
from kg.extract.rules.factuality import Standing
from kg.extract.rules.found import Speakers
from kg.ontology.classes import words
from kg.ontology.governors import Effect
from kg.ontology.relations import Relation

_HELP = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
_NOT_MEANT: tuple[Effect, ...] = ("denied", "alleged", "dropped")


def announced(draft: Draft, standing: Standing, speakers: Speakers) -> bool:
    """Whether ``would`` is the future of a doer's own past words, and not a mere thought."""
    doubts = {word for effect, word in standing.effects if effect == "conditional"}
    if doubts != {"would"} or standing.has(*_NOT_MEANT, "negated", "planned"):
        return False
    return standing.has("said") and _own(draft, speakers)


def refused(draft: Draft, standing: Standing, speakers: Speakers) -> bool:
    """Whether a doer says that help will not be given, or parties fail to agree."""
    if draft.event_type == "AGREE" and ("negated", "failed") in standing.effects[:1]:
        return True
    if draft.event_type not in _HELP or not draft.source or standing.has(*_NOT_MEANT):
        return False
    ahead = {w for _, w in standing.effects} & {*words("future"), "would"}
    told = standing.has("said", "claimed") and "would" in ahead
    others = told or any(m.country for m in speakers)
    return _negated_ahead(draft, ahead) and (not others or _own(draft, speakers))


def reject(draft: Draft, rejects: Relation) -> None:
    """Turn refused help into a rejection by whoever refuses it."""
    draft.become(rejects)


def _negated_ahead(draft: Draft, ahead: set[str]) -> bool:
    """``will not``, ``would never``, right at the event's own verb."""
    around = list(draft.hit.anchor.children)
    return any(c.lower_ in ahead for c in around) and any(c.dep_ == "neg" for c in around)


def _own(draft: Draft, speakers: Speakers) -> bool:
    """Whether the speakers, or their country, tell what they do themselves."""
    names = {m.name for m in speakers}
    countries = {m.country for m in speakers} - {None}
    doers = [f.mention for f in draft.source]
    return any(m.name in names or m.country in countries for m in doers)
