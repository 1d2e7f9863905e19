"""Who protests and who does not: ``protesters seized the airport``, ``the army blocked a road``."""

from kg.extract.rules.draft import Draft
from kg.ontology.classes import words
from kg.ontology.relations import Lexicon

_MODES = {"ASSAULT": "riot", "COERCE": "obstruct"}
_FORCES = {"armed_group", "institution"}
_RELATIONS = {"ATTACKS", "BLOCKADES", "RESTRICTS", "SEIZES"}


def riot(draft: Draft, lexicon: Lexicon) -> None:
    """Turn what protesters destroy, throw or block into a part of their protest, as PLOVER does.

    Killing and shooting stay assaults.
    """
    mode = _MODES.get(draft.event_type or "")
    marching = any(t.lemma_.lower() in words("marchers") for t in draft.source_tokens)
    people = any(t.lemma_.lower() in words("civil") for t in draft.source_tokens)
    blocking = people and draft.relation.name == "BLOCKADES"  # "farmers blockaded the port"
    if mode is None or draft.relation.name not in _RELATIONS or not (marching or blocking):
        return
    draft.become(lexicon.relations["PROTESTS"], mode=mode)


def cordon(draft: Draft, lexicon: Lexicon) -> None:
    """``the army blocked the road``: forces that close a road do not protest."""
    armed = bool(draft.source) and all(f.mention.kind in _FORCES for f in draft.source)
    if draft.event_type == "PROTEST" and draft.trigger.mode == "obstruct" and armed:
        draft.become(lexicon.relations["BLOCKADES"], mode="restrict")
