"""The state on whose ground an event happens, for events that name no other party.

PLOVER codes a curfew, a riot or an invasion without a named recipient at the country it hits: "an
invasion of southern X" is done to X.
"""

from kg.extract.rules.actors import actors
from kg.extract.rules.draft import Draft
from kg.extract.rules.found import Found, distinct, names_of, without
from kg.extract.rules.passage import Passage
from kg.extract.rules.places import state_of

_LAW = {"ARRESTS", "CONVICTS", "INVESTIGATES", "EXPELS"}
"""Relations that only the authorities of a state can make true."""

_HITS = {"ASSAULT", "COERCE", "THREATEN", "CONCEDE", "RETREAT", "MOBILIZE", "PROTEST"}
_BY_FORCE = {"ASSAULT", "MOBILIZE", "RETREAT"}
_TAKING = {"SEIZES", "BLOCKADES"}
_OF_STATE = {"country", "institution", "person"}
_SURE = 0.55


def aim_at_ground(draft: Draft, passage: Passage) -> None:
    """``imposed a curfew on Y``, ``shelled Y``: the country of Y, where nobody else is aimed at."""
    if draft.target or draft.relation.mutual or draft.event_type not in _HITS:
        return
    if not (draft.source or draft.violent):
        return
    states = [state for place in draft.place if (state := state_of(passage, place)) is not None]
    states = [Found(state.mention, _SURE) for state in states if not _at_home(draft, state)]
    draft.target = without(distinct(states), names_of(draft.source))


def blame_the_state(draft: Draft, passage: Passage) -> None:
    """``was expelled from X``, ``was arrested in X``: by X, where nobody else is named."""
    lawful = draft.relation.name in _LAW and draft.trigger.pattern.part == "verb"
    if draft.source or not lawful or not draft.target:
        return
    left = actors(passage, draft.hit.roles["from"])
    states = left or [s for p in draft.place[:1] if (s := state_of(passage, p)) is not None]
    states = [Found(s.mention, _SURE) for s in states if s.mention.kind == "country"]
    draft.source = without(states, names_of(draft.target))


def _at_home(draft: Draft, state: Found) -> bool:
    """Whether a state's own forces act on its own ground: against whom, nobody says."""
    forces = draft.event_type in _BY_FORCE or draft.relation.name in _TAKING
    doers = {f.mention.country for f in draft.source if f.mention.kind in _OF_STATE}
    return forces and state.mention.country in doers
