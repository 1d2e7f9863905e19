"""Words for people -> who they are: ``X protesters``, ``its citizens``, ``the rebels``."""

from spacy.tokens import Token

from kg.extract.rules.found import ACTORS, Found
from kg.extract.rules.names import Name
from kg.extract.rules.owners import ethnic
from kg.extract.rules.passage import Passage
from kg.extract.rules.possession import back, possessor
from kg.extract.rules.reference import group_back
from kg.ontology.classes import words

_NEAR = 5
"""Tokens behind a phrase within which "specifically X" is looked for."""


def people(
    passage: Passage, group: Name | None, country: Name | None, token: Token, phrase: str
) -> list[Found]:
    """Members of a group stand for it; else they are people of some country: ``X protesters``."""
    if group is not None:
        return [Found(passage.actor(group, token), 0.85)]
    kin = token.lemma_.lower() in words("kin")
    known = ([] if kin else possessor(passage, token)) or _instance(passage, token)
    if known and token.lemma_.lower() in words("civil"):  # "urged its citizens to leave"
        theirs = passage.made(token, phrase.lower(), "group", known[0].mention.country)
        return [Found(theirs, 0.6)]
    if known:
        return known
    if country is None and (meant := back(passage, group_back, token)):
        return meant
    name = " ".join([*_nationality(passage, token), *_faced(phrase.lower().split())])
    code = country.country if country else None
    return [Found(passage.made(token, name, "group", code), 0.6)]


def _faced(phrase: list[str]) -> list[str]:
    """``unidentified gunmen``: gunmen."""
    return phrase[1:] if len(phrase) > 1 and phrase[0] in words("faceless") else phrase


def _instance(passage: Passage, token: Token) -> list[Found]:
    """Who exactly, behind a comma: ``militants, specifically X``."""
    for end in (token.right_edge.i, token.i):
        after = token.doc[end + 1 : end + 1 + _NEAR]
        if {t.lower_ for t in after} & words("instance_marks"):
            named = [(t, n) for t in after if (n := passage.names.get(t.i)) and n.kind in ACTORS]
            return [Found(passage.actor(name, t), 0.75) for t, name in named[:1]]
    return []


def _nationality(passage: Passage, token: Token) -> list[str]:
    """The words before a phrase that name its people: ``Syrian`` rebels, ``ethnic Serb`` rebels."""
    for child in token.lefts:
        name = passage.names.get(child.i)
        if name is None or child.dep_ not in {"amod", "compound", "nmod", "poss"}:
            continue
        if name.form == "demonym" or name.kind in {"country", "group"}:
            text = token.doc[name.first : name.last].text
            return [f"ethnic {text}" if ethnic(child) else text]
    return []
