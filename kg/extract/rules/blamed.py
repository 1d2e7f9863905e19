"""Attacks that are blamed on somebody in passing: ``a blast blamed on X killed six``."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.rules.actors import actors
from kg.extract.rules.draft import Draft
from kg.extract.rules.found import names_of
from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import NOMINAL, prepositions
from kg.extract.rules.subjects import is_passive
from kg.ontology.classes import words

_LEADS = {"by", "on", "to"}


def blame(drafts: list[Draft], passage: Passage) -> list[Draft]:
    """Give attacks without a doer those whom they are blamed on or claimed by.

    Returns the drafts without the blame of nobody that is told by that.
    """
    told: set[int] = set()
    for draft in drafts:
        for clause in _blames(draft) if draft.violent else ():
            named = [noun for word, noun, _ in prepositions(clause) if word in _LEADS]
            doers = actors(passage, named)
            if doers and names_of(draft.source) <= names_of(doers):
                draft.source, draft.blamed = doers, True
                told.add(clause.i)
    return [d for d in drafts if d.source or d.event_type != "ACCUSE" or d.hit.token.i not in told]


def _blames(draft: Draft) -> Iterator[Token]:
    """The participles that tell who is blamed, at the nouns that name the attack."""
    around = draft.hit.roles
    nouns = [draft.hit.token, *draft.source_tokens, *around["in"]]
    for noun in nouns:
        if noun.pos_ in NOMINAL:
            yield from (child for child in noun.children if _lays(child))


def _lays(clause: Token) -> bool:
    """``blamed on``, ``attributed to``, ``claimed by``, as a participle or relative clause."""
    told = clause.dep_ in {"acl", "relcl"} and is_passive(clause)
    return told and clause.lemma_.lower() in words("blaming")
