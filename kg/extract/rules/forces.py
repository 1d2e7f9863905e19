"""Words for forces -> whose they are: ``its army``, ``Kurdish forces``, ``foreign troops``."""

from spacy.tokens import Token

from kg.extract.rules.found import Found
from kg.extract.rules.home import at_home
from kg.extract.rules.names import Name
from kg.extract.rules.passage import Passage
from kg.extract.rules.possession import back, possessor
from kg.extract.rules.reference import force_back
from kg.extract.rules.states import Country, body, state
from kg.extract.rules.subjects import surface_subject
from kg.ontology.classes import words
from kg.ontology.gazetteer import Role

_ARMY = {"Armed Forces", "Army", "troops"}


def forces(
    passage: Passage, role: Role, group: Name | None, country: Name | None, token: Token
) -> list[Found]:
    """The armed forces of a country, of a group or of its leader.

    ``foreign troops in X`` are not those of X.
    """
    foreign = any(child.lower_ in words("outsiders") for child in token.children)
    if country is not None and not foreign:
        return _forces_of(passage, role, country, token, 0.85)
    if group is not None:
        owner = passage.actor(group, token)
        led = passage.memory.bodies.get(owner.name, owner)
        whose = Found(passage.referred(led, token), 0.85)
        return _own_forces(passage, role, whose, token) or [whose]
    if theirs := possessor(passage, token) or back(passage, force_back, token):
        return _own_forces(passage, role, theirs[0], token) or theirs
    return _unowned(passage, role, token, foreign)


def _own_forces(passage: Passage, role: Role, owner: Found, token: Token) -> list[Found]:
    """``its soldiers``: those of the country that ``its`` means, or that ``his`` person serves."""
    mention = owner.mention
    country = passage.country(mention.country or passage.memory.offices.get(mention.name))
    served = mention.kind == "person" and mention.name in passage.memory.bodies
    if (mention.kind != "country" and not served) or country is None:
        return []
    return _forces_of(passage, role, country, token, owner.sure)


def _unowned(passage: Passage, role: Role, token: Token, foreign: bool) -> list[Found]:
    """Forces of whoever sends them, or of the country where they are."""
    if (sender := _sender(passage, token)) is not None:
        return _forces_of(passage, role, sender, token, 0.75)
    there = None if foreign else passage.home()
    if there is not None and role.name in _ARMY and there.country in words("unarmed"):
        there = passage.country(at_home(passage.memory, {there.country}))
    if there is not None and role.name in words("stateless"):
        return [Found(passage.made(token, role.name, "group", there.country), 0.6)]
    return _forces_of(passage, role, there, token, 0.6)


def _forces_of(
    passage: Passage, role: Role, country: Country | None, token: Token, sure: float
) -> list[Found]:
    if country is None:
        return [Found(passage.made(token, role.name, "group", None), 0.6)]
    served = token.lemma_.lower() in words("service_members") or any(
        child.dep_ == "compound" and child.lower_ in words("services") for child in token.children
    )
    if role.name in words("equipment") and not served:
        return state(passage, token, country, sure)
    name = "Armed Forces" if role.name in {"Army", "troops"} else role.name
    return body(passage, token, name, country, sure)


def _sender(passage: Passage, token: Token) -> Country | None:
    """``X, which sent troops``: those of X."""
    if token.dep_ != "dobj" or token.head.lemma_.lower() not in words("sending"):
        return None
    for subject in surface_subject(token.head):
        name = passage.names.get(subject.i)
        if name is not None and name.kind in {"country", "person"}:
            mention = passage.actor(name, subject)
            code = mention.country or passage.memory.offices.get(mention.name)
            return passage.country(code)
    return None
