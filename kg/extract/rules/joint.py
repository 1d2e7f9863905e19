"""What two parties do together: ``A and B held drills``, ``A and B agreed to reopen it``."""

from dataclasses import replace

from kg.extract.rules.draft import Draft
from kg.ontology.relations import Lexicon

_RECIPROCAL = {"each other", "one another"}


def exercise_together(draft: Draft, lexicon: Lexicon) -> None:
    """Turn an exercise held by two countries into cooperation between them."""
    drills = draft.relation.name == "MOBILIZES" and "exercise" in draft.trigger.pattern.objects
    countries = {f.mention.country for f in draft.source} - {None}
    if not drills or draft.target or len(countries) < 2:
        return
    draft.become(lexicon.relations["COOPERATES_WITH"], mode="exercise")
    draft.source, draft.target = draft.source[:1], draft.source[1:]


def agree_together(draft: Draft, lexicon: Lexicon) -> None:
    """Turn the consent of two parties, where none is asked for it, into an agreement of both."""
    consents = draft.relation.name == "PROMISES" and draft.hit.token.lemma_ == "agree"
    if not consents or draft.target or len(draft.source) != 2:
        return
    draft.trigger = replace(draft.trigger, relation=lexicon.relations["SIGNS_AGREEMENT"])
    draft.source, draft.target = draft.source[:1], draft.source[1:]


def each_other(draft: Draft) -> None:
    """``X and Y accused each other``: X is the source, Y the target."""
    if draft.target or len(draft.source) < 2:
        return
    tokens = [t for name in ("obj", "of", "at", "with", "against") for t in draft.hit.roles[name]]
    if any(t.doc[t.i - 1 : t.i + 1].text.lower() in _RECIPROCAL for t in tokens if t.i):
        draft.source, draft.target = draft.source[:1], draft.source[1:]
