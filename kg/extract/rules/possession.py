"""What ``its army``, ``the force`` and ``their leader`` refer back to."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.rules.found import Found
from kg.extract.rules.memory import Memory
from kg.extract.rules.passage import Passage
from kg.extract.rules.persons import Reading
from kg.extract.rules.reference import pronoun, told_back
from kg.extract.rules.subjects import antecedent

LookUp = Callable[[Memory, Token], list[Reading]]


def possessor(passage: Passage, token: Token) -> list[Found]:
    """Whom ``its``, ``their``, ``whose`` or ``his country's`` before a word refers to."""
    for child in token.children:
        if child.tag_ == "WP$" and (owner := _with_clause(passage, token, child)):
            return owner
        if child.tag_ == "PRP$":
            read = pronoun(passage, child)
            return [Found(passage.referred(m, token), sure) for m, sure in read]
        if child.dep_ == "poss" and child.pos_ == "NOUN" and child.i not in passage.names:
            read = told_back(passage, child) or []
            return [Found(passage.referred(m, token), sure) for m, sure in read]
    return []


def _with_clause(passage: Passage, token: Token, whose: Token) -> list[Found]:
    """The name that a clause with ``whose`` hangs on: ``X, whose army``."""
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), token)
    owner = antecedent(whose, clause)
    name = passage.names.get(owner.i)
    return [Found(passage.actor(name, owner), 0.85)] if name is not None else []


def back(passage: Passage, look: LookUp, token: Token) -> list[Found]:
    """What a phrase refers back to."""
    return [Found(passage.referred(m, token), sure) for m, sure in look(passage.memory, token)]
