"""Who takes part in what a noun tells: ``the strike by X on Y``, ``X carried out a strike``."""

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.rules.arguments import Roles, roles
from kg.extract.rules.phrases import first_conjunct, particle, possessors, prepositions
from kg.ontology.governors import load_light_verbs

_MODIFIERS = {"compound", "amod", "nmod"}
_NOT_LENT = {"subj", "obj", "attr", "clause"}
"""Roles of a light verb that its event noun does not take over as they are."""


def light_verb(noun: Token) -> tuple[Token | None, bool]:
    """The verb that lends its subject to an event noun, and whether that undergoes the event."""
    top = first_conjunct(noun)
    verb = top.head
    prep = verb if verb.pos_ == "ADP" else None
    if prep is not None:
        verb = prep.head
        if verb.lemma_ == "part" and verb.dep_ == "dobj":  # "took part in a march"
            verb = verb.head
    if verb.pos_ != "VERB" or top.dep_ not in {"dobj", "nsubjpass", "pobj"}:
        return None, False
    key = verb.lemma_.lower(), prep.lower_ if prep is not None else particle(verb)
    undergone = key in load_light_verbs().undergoing
    return (verb if undergone or key in load_light_verbs().lending else None), undergone


def takes_place(noun: Token) -> Token | None:
    """The verb by which an event noun as its subject only takes place: ``clashes erupted``."""
    over = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or over.pos_ != "VERB":
        return None
    return over if over.lemma_.lower() in load_light_verbs().happening else None


def noun_roles(noun: Token, light: Token | None, happening: Token | None) -> Roles:
    """Who stands around an event noun, and around the verb that lends it a subject or happens."""
    found: defaultdict[str, list[Token]] = defaultdict(list)
    _add_prepositions(noun, found)
    found["owner"] = possessors(noun)
    found["modifier"] = [child for child in noun.children if child.dep_ in _MODIFIERS]
    found["clause"] = [child for child in noun.children if child.dep_ == "acl"]
    found["copula"] = _copula(noun)
    if happening is not None:
        _add_prepositions(happening, found)
    if light is not None:
        _lend(roles(light), found)
    return found


def _add_prepositions(token: Token, found: defaultdict[str, list[Token]]) -> None:
    for word, other, _ in prepositions(token):
        found[word].append(other)


def _copula(noun: Token) -> list[Token]:
    """Who ``is`` the event: ``it was an attack``; an apposition too, ``X, an ally of Y``."""
    if noun.dep_ == "appos":
        return [noun.head]
    if noun.dep_ == "attr":
        return list(roles(noun.head)["subj"])
    if noun.dep_ == "conj" and noun.head.dep_ == "attr":
        return list(roles(noun.head.head)["subj"])
    return []


def _lend(around: Roles, found: defaultdict[str, list[Token]]) -> None:
    """Give the noun the subject and the prepositions of its light verb."""
    found["light"] = around["subj"]
    for key in around.keys() - _NOT_LENT:
        _add_new(found[key], around[key])


def _add_new(tokens: list[Token], more: Iterable[Token]) -> None:
    for token in more:
        if token not in tokens:
            tokens.append(token)
