"""Small steps over the parse that all rules share: conjuncts, prepositions, particles."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.ontology.classes import words

NOMINAL = {"NOUN", "PROPN"}
VERBAL = {"VERB", "AUX"}
_COORDINATED = {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"}
_PREPOSITIONAL = {"ADP", "SCONJ", "VERB", "ADV"}

Prepositional = tuple[str, Token, Token]
"""A preposition's word in small letters, its noun or gerund, and the preposition itself."""


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, to its right: ``X, Y and Z``."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in _COORDINATED:
            found += conjuncts(child)
    return found


def first_conjunct(noun: Token) -> Token:
    """The first of the nouns that ``noun`` is coordinated with."""
    while noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
        noun = noun.head
    return noun


def real_head(token: Token) -> Token:
    """The noun that counts: ``a wave of drones``, ``tens of thousands of men``, ``$5m in aid``."""
    while token.lemma_.lower() in words("partitives") or token.pos_ == "NUM":
        leads = {"of", "in"} if token.lemma_.lower() in words("sums") else {"of"}
        behind = (c for child in token.children if child.lower_ in leads for c in child.children)
        inner = next((c for c in behind if c.dep_ == "pobj"), None)
        if inner is None:
            break
        token = inner
    return token


def prepositions(token: Token) -> Iterator[Prepositional]:
    """Each preposition that hangs on ``token`` or its particle, with its noun or gerund."""
    children = list(token.children)
    behind = (c for part in children if _is_particle(part) for c in part.children)
    for child in (*children, *behind):
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in _PREPOSITIONAL:
            yield from _governed(child)


def following(noun: Token) -> Iterator[Prepositional]:
    """The preposition right behind a noun phrase that the parser hung on the verb instead."""
    after = noun.right_edge.i + 1
    if after < len(noun.doc):
        prep = noun.doc[after]
        if prep.dep_ == "prep" and prep.head == noun.head and noun.dep_ in {"dobj", "pobj"}:
            yield from _governed(prep)


def _governed(prep: Token) -> Iterator[Prepositional]:
    """The nouns of a preposition; of ``from near X``, the inner one counts."""
    for child in prep.children:
        if child.dep_ in {"pobj", "pcomp"} and child.pos_ != "ADP":
            yield prep.lower_, child, prep
        elif child.dep_ in {"prep", "pcomp"} or (child.dep_ == "conj" and child.pos_ == "ADP"):
            yield from _governed(child)


def particle(verb: Token) -> str | None:
    """The particle of a phrasal verb: ``back`` of ``pulled its forces back``."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    near = [*verb.children, *([after] if after.dep_ == "quantmod" else [])]
    return next((t.lower_ for t in near if _is_particle(t) or _stranded(t)), None)


def _stranded(child: Token) -> bool:
    """``was fired on from the hill``: the preposition of a passive, whose noun is the subject."""
    alone = all(inner.dep_ == "prep" for inner in child.children)
    return child.dep_ == "prep" and child.head.tag_ == "VBN" and alone


def _is_particle(child: Token) -> bool:
    link = child.dep_
    said = link in {"advmod", "quantmod"}  # "handed over three rebels"
    return link == "prt" or (said and child.lower_ in words("particles"))


def infinitive(clause: Token) -> bool:
    """Whether a clause is an infinitive with ``to``."""
    return any(child.tag_ == "TO" for child in clause.children)


def introduced(clause: Token) -> bool:
    """Whether a clause begins with ``that`` or ``to``, so that it tells the content of its noun."""
    return any(child.dep_ == "mark" or child.tag_ == "TO" for child in clause.children)


def possessors(noun: Token) -> list[Token]:
    """Who has a noun: ``X`` of ``X's army``, ``its`` of ``its army``."""
    return [child for child in noun.children if child.dep_ == "poss"]
