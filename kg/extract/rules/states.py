"""Parties of a state: ``the Y government``, ``the ministry``, ``the army of Y`` as a body."""

from spacy.tokens import Token

from kg.extract.rules import home
from kg.extract.rules.found import Found
from kg.extract.rules.names import Name
from kg.extract.rules.owners import Owner
from kg.extract.rules.passage import Passage
from kg.extract.rules.possession import possessor
from kg.extract.rules.voice import says
from kg.ontology.classes import words
from kg.ontology.gazetteer import Entry

Country = Name | Entry


def government(
    passage: Passage, owned: list[Owner], country: Name | None, token: Token
) -> list[Found]:
    """The country for its government; a group's own administration is the group."""
    nearer = [n for t, n in owned[:1] if n.kind == "organization" and t.i < token.i]
    if country is not None and not nearer:
        return state(passage, token, country, 0.9)
    if owned:
        return [Found(passage.actor(owned[0][1], token), 0.85)]
    if theirs := possessor(passage, token):
        return theirs
    if token.tag_ == "NNS" and token.lemma_ in words("nations"):  # "Western countries"
        return [Found(passage.made(token, passage.wording(token)[0], "group", None), 0.5)]
    speaks = token.dep_ == "nsubj" and says(token.head)
    code = (home.of_speaker if speaks else home.at_scene)(passage.memory)
    if meant := passage.country(code):
        return state(passage, token, meant, 0.6)
    return [Found(passage.made(token, token.lemma_.lower(), "group", None), 0.45)]


def institution(passage: Passage, name: str, country: Name | None, token: Token) -> list[Found]:
    """An institution of a country: the one named, the one told of before, or the one at home.

    An embassy that acts or speaks does so for its country.
    """
    if country is not None and name in words("diplomats") and token.dep_ == "nsubj":
        return state(passage, token, country, 0.85)
    if country is not None:
        return body(passage, token, name, country, 0.95)
    if back := passage.memory.institution(name):
        return [Found(passage.referred(back, token), 0.85)]
    return body(passage, token, name, passage.home(), 0.6)


def state(passage: Passage, token: Token, country: Country, sure: float) -> list[Found]:
    """The phrase of ``token`` as a country."""
    made = passage.made(token, country.name, "country", country.country, country.key)
    return [Found(made, sure)]


def body(
    passage: Passage, token: Token, name: str, country: Country | None, sure: float
) -> list[Found]:
    """The phrase of ``token`` as an institution, named with its country where one is known.

    Its key is that of the body with a name of its own: ``Israel's parliament`` is the Knesset.
    """
    code = country.country if country else None
    own = passage.gazetteer.body(name, code) if code else None
    named = f"{name} ({country.name})" if country else name
    made = passage.made(token, named, "institution", code, own.key if own else None)
    return [Found(made, sure)]
