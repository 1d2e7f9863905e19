"""Violence of a protest: ``demonstrators threw stones``, ``protesters seized the airport``."""

from kg.extract.rules.draft import Draft
from kg.ontology.classes import words
from kg.ontology.relations import Lexicon

_MODES = {"ASSAULT": "riot", "COERCE": "obstruct"}
_RELATIONS = {"ATTACKS", "BLOCKADES", "RESTRICTS", "SEIZES"}


def riot(draft: Draft, lexicon: Lexicon) -> None:
    """Turn what protesters destroy, throw or block into a part of their protest, as PLOVER does.

    Killing and shooting stay assaults.
    """
    mode = _MODES.get(draft.event_type or "")
    marching = any(t.lemma_.lower() in words("marchers") for t in draft.source_tokens)
    if mode is None or draft.relation.name not in _RELATIONS or not marching:
        return
    draft.become(lexicon.relations["PROTESTS"], mode=mode)
