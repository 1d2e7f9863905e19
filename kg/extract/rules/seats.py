"""Words for an office -> who holds it: ``the president``, ``the chief of X``, ``a minister``."""

from spacy.tokens import Token

from kg.extract.rules import home
from kg.extract.rules.found import Found
from kg.extract.rules.names import Name
from kg.extract.rules.owners import Owner
from kg.extract.rules.passage import Passage
from kg.extract.rules.states import body, state
from kg.ontology.classes import load_classes, words
from kg.ontology.gazetteer import Role
from kg.records import Mention

Told = tuple[Token, str]
"""The head of a phrase, and its words that tell a role."""

_TITLED = {"appos", "compound", "nmod"}


def office(
    passage: Passage, role: Role, owned: list[Owner], country: Name | None, told: Told
) -> list[Found]:
    """Whoever holds an office: its holder in this article, else the office of its country.

    Several leaders of a country stand for it; of others nobody holds the office alone.
    """
    token = told[0]
    if not _any(token):
        code = country.country if country else None
        if holder := home.holder(passage.memory, role.name, code) or _kindred(passage, role, code):
            return [Found(passage.referred(holder, token), 0.85)]
    elif not owned:
        return [_unnamed(passage, *told)]
    return _served(passage, role, owned, token) or _seat(passage, role, country, told)


def _kindred(passage: Passage, role: Role, code: str | None) -> Mention | None:
    """``the minister`` who is a foreign minister, ``the X leader`` who is X's president."""
    titles = load_classes().get(f"{role.name.lower()}_titles")
    found = home.last_of(passage.memory, titles, code) if titles else None
    sole = code is not None and role.name == "Leader"
    return found or (home.compatriot(passage.memory, code or "") if sole else None)


def titled_person(passage: Passage, token: Token) -> Mention | None:
    """The person whom a title introduces: ``the president, X``, ``President X``."""
    for child in token.children:
        name = passage.names.get(child.i)
        if child.dep_ in _TITLED and name is not None and name.kind == "person":
            return passage.actor(name, child)
    over = passage.names.get(token.head.i)
    if token.dep_ == "appos" and over is not None and over.kind == "person":
        return passage.actor(over, token.head)
    return None


def _served(passage: Passage, role: Role, owned: list[Owner], token: Token) -> list[Found]:
    """The body whose officer stands for it: ``the chief of the X mission in Y``."""
    bodies = [n for _, n in owned if n.kind in {"armed_group", "organization"}]
    places = any(n.kind == "country" or n.capital_of for _, n in owned)
    if places and (not bodies or role.name in words("state_offices")):
        return []
    return [Found(passage.actor(n, token), 0.7) for n in (bodies or [n for _, n in owned])[:1]]


def _seat(passage: Passage, role: Role, country: Name | None, told: Told) -> list[Found]:
    """The office of a country, or the country that its holders stand for."""
    token = told[0]
    if country is None and role.name not in words("state_offices"):
        return [_unnamed(passage, *told)]
    if country is None:
        return body(passage, token, role.name, passage.home(), 0.5)
    if _several(token) and role.name in words("leading"):
        return state(passage, token, country, 0.75)
    if role.name in words("diplomats"):
        return state(passage, token, country, 0.8)
    return body(passage, token, role.name, country, 0.8)


def _several(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"}


def _any(token: Token) -> bool:
    """Whether a phrase means no certain one: ``a minister``, ``ministers``."""
    return _several(token) or any(c.lower_ in {"a", "an", "another"} for c in token.children)


def _unnamed(passage: Passage, token: Token, phrase: str) -> Found:
    """People by what they are: ``church leaders``."""
    first = token.i - len(phrase.split()) + 1
    before = token.doc[first - 1] if first > token.sent.start else token
    kind = before.dep_ == "compound" or (before.dep_ == "amod" and before.text[0].isupper())
    if kind and before.i not in passage.names:
        phrase = f"{before.text} {phrase}"
    return Found(passage.made(token, phrase.lower(), "group", None), 0.5)
