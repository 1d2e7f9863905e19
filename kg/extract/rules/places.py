"""Noun phrases -> mentions of places."""

import itertools
from collections.abc import Collection
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.rules.found import PLACES, Found, distinct
from kg.extract.rules.owners import Owner, names_in
from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import conjuncts, prepositions
from kg.ontology.classes import words
from kg.records import Mention

_SIDES = {"against", "between", "by", "with"}
_NO_PLACE = {"DATE", "TIME", "PERSON", "EVENT"}


def places(passage: Passage, token: Token) -> list[Found]:
    """The places in the phrase of ``token``, the narrowest: of ``X in Y province``, X."""
    if called := _called(passage, token):
        return called
    named = [o for t in conjuncts(token) for o in names_in(passage, t) if not _party(o[0], t)]
    if not named and (spot := _unknown(passage, token)):
        return [spot]
    ground = token.lemma_.lower() in words("ground")
    spots = [(t, n) for t, n in named if n.kind in PLACES and (ground or n.form != "demonym")]
    return distinct(Found(passage.name(n, t), 0.9) for t, n in _narrowest(spots, token))


def state_of(passage: Passage, place: Found) -> Found | None:
    """The country that a place lies in, under the words that name the place."""
    mention = place.mention
    if mention.kind == "country" or mention.country is None:
        return place if mention.kind == "country" else None
    entry = passage.gazetteer.country(mention.country)
    state = replace(mention, name=entry.name, kind="country", key=entry.key)
    return Found(state, place.sure - 0.1)


def _narrowest(spots: list[Owner], phrase: Token) -> list[Owner]:
    narrow = [(t, n) for t, n in spots if n.kind != "country"]
    return [(t, n) for t, n in narrow if not _beside(t, phrase)] or narrow or spots


def _beside(name: Token, phrase: Token) -> bool:
    """Whether a name only tells where a place lies: ``X, near Y``; ``X, in Y province``."""
    node = name
    while node.i != phrase.i and node.head != node:
        leads = node.dep_ == "prep" and node.lower_ in words("locatives")
        if leads and node.head.pos_ == "PROPN":
            return True
        node = node.head
    return False


def _party(name: Token, phrase: Token) -> bool:
    """Whether a name tells of a party to what ``phrase`` names: ``days of fighting with X``."""
    path = itertools.chain([name], name.ancestors)
    between = itertools.takewhile(lambda over: over.i != phrase.i, path)
    return any(over.dep_ == "prep" and over.lower_ in _SIDES for over in between)


def _called(passage: Passage, token: Token) -> list[Found]:
    """``the villages of X and Y``: X and Y are places, whatever the model takes them for."""
    if token.lemma_.lower() not in words("settlements"):
        return []
    of = [noun for word, noun, _ in prepositions(token) if word == "of"]
    of += [c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"][-1:]
    each = [name for noun in of for name in conjuncts(noun)]
    if any((known := passage.names.get(t.i)) and known.kind in PLACES for t in each):
        return []
    return [spot for t in each if (spot := _unknown(passage, t, no_place=())) is not None]


def _unknown(passage: Passage, token: Token, no_place: Collection[str] = _NO_PLACE) -> Found | None:
    """A capitalised name behind a preposition of place that neither gazetteer nor model knows."""
    if token.pos_ != "PROPN" or token.ent_type_ in no_place:
        return None
    before = [t.i for t in token.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"]
    span = token.doc[min([token.i, *before]) : token.i + 1]
    start = passage.offset + span.start_char
    return Found(Mention(span.text, start, start + len(span.text), span.text, "place"), 0.6)
