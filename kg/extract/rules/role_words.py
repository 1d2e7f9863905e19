"""Words for a role: ``government``, ``army chief``, ``ministry of defence``."""

from spacy.tokens import Token

from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import NOMINAL, prepositions
from kg.ontology.gazetteer import Role

_JOINING = NOMINAL | {"ADJ"}


def role_at(passage: Passage, token: Token) -> tuple[Role | None, str]:
    """The role word that ends in ``token``, taken as long as possible, and its words."""
    if not passage.gazetteer.tells_role(token.lower_):
        return None, ""
    with_of = _with_of(token)
    for start in range(_first(token), token.i + 1):
        if start in passage.names:
            continue
        phrase = token.doc[start : token.i + 1].text
        for wording in (phrase.lower(), *with_of):
            if role := passage.gazetteer.role(wording):
                return role, phrase
    return None, ""


def _first(token: Token) -> int:
    """The first token of the words before ``token`` that may be one phrase with it."""
    first, doc = token.i, token.doc
    while not doc[first].is_sent_start and _joins(doc[first - 1], token):
        first -= 1
    hyphened = token.pos_ == "PROPN" and first > 1 and doc[first - 1].text == "-"
    if hyphened and doc[first - 2].pos_ == "PROPN" and _joins(doc[first - 2], token):
        first -= 2  # "Secretary-General"
    return first


def _joins(left: Token, head: Token) -> bool:
    return left.pos_ in _JOINING and left.i <= left.head.i <= head.i


def _with_of(token: Token) -> list[str]:
    """``ministry`` with the of-phrase behind it: ``ministry of defence`` (``of X``)."""
    rest = [noun for word, noun, _ in prepositions(token) if word == "of"]
    if not rest or rest[0].i - token.i > 4:
        return []
    ends = rest[0].right_edge.i + 1, rest[0].i + 1
    return [token.doc[token.i : end].text.lower() for end in ends]
