"""Who protests and who does not: ``protesters seized the airport``, ``the army blocked a road``."""

from kg.extract.rules.draft import Draft
from kg.ontology.classes import words
from kg.ontology.relations import Lexicon

_MODES = {"ASSAULT": "riot", "COERCE": "obstruct"}
_BY_ARMS = {"obstruct": ("BLOCKADES", "restrict"), "riot": ("ATTACKS", "destroy")}
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
    """``the army blocked the road``, ``rebels burned a bus``: no protest of those in arms."""
    verbal, mode = draft.trigger.pattern.part == "verb", draft.trigger.mode or ""
    if draft.event_type != "PROTEST" or not verbal or mode not in _BY_ARMS or not _armed(draft):
        return
    relation, kind = _BY_ARMS[mode]
    draft.become(lexicon.relations[relation], mode=kind)


def capture(draft: Draft, lexicon: Lexicon) -> None:
    """``bandits took away 40 women``: an arrest by those who are no law is an abduction."""
    lawless = any(t.lemma_.lower() in words("lawless") for t in draft.source_tokens)
    armed = bool(draft.source) and all(f.mention.kind == "armed_group" for f in draft.source)
    if draft.relation.name != "ARRESTS" or not (lawless or armed):
        return
    if draft.trigger.mode == "raid":
        draft.become(lexicon.relations["ATTACKS"])
    elif draft.hit.token.lemma_.lower() in words("snatching"):
        draft.become(lexicon.relations["ABDUCTS"], mode="abduct")


def _armed(draft: Draft) -> bool:
    fighting = any(t.lemma_.lower() in words("combatants") for t in draft.source_tokens)
    forces = bool(draft.source) and all(f.mention.kind in _FORCES for f in draft.source)
    return forces or (fighting and draft.trigger.mode == "riot")
