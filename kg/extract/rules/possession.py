"""What ``its army``, ``the force`` and ``their leader`` refer back to."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.rules.found import Found
from kg.extract.rules.memory import Memory
from kg.extract.rules.passage import Passage
from kg.extract.rules.reference import Reading, pronoun

LookUp = Callable[[Memory, Token], list[Reading]]


def possessor(passage: Passage, token: Token) -> list[Found]:
    """Whom ``its`` or ``their`` before a word refers to."""
    for child in token.children:
        if child.tag_ == "PRP$":
            read = pronoun(passage, child)
            return [Found(passage.referred(m, token), sure) for m, sure in read]
    return []


def back(passage: Passage, look: LookUp, token: Token) -> list[Found]:
    """What a phrase refers back to."""
    return [Found(passage.referred(m, token), sure) for m, sure in look(passage.memory, token)]
