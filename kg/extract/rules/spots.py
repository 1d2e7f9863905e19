"""Places that no list holds, where the sentence says what they are: ``the village of X``."""

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Span, Token

from kg.ontology.classes import words
from kg.ontology.naming import naming


def spots(doc: Doc, taken: Container[int]) -> Iterator[Span]:
    """``the town of X``, ``X, a village in Y``; ``taken`` are the tokens of known names."""
    at = 0
    while at < len(doc):
        end = at
        while end < len(doc) and _part(doc, at, end) and end not in taken:
            end += 1
        if end > at and _is_settled(doc[at:end]) and end not in taken:
            yield doc[at:end]
        at = max(at + 1, end)


def _part(doc: Doc, start: int, at: int) -> bool:
    """Whether a token goes on with a name: ``Deir al-Hajar``, ``La Union del Norte``."""
    token = doc[at]
    if token.pos_ == "PROPN" and token.text[0].isupper():
        return True
    if at == start:
        return False
    after = doc[at + 1] if at + 1 < token.sent.end else token
    link = token.text == "-" or token.lower_ in naming("inside")
    return link and (after.text[0].isupper() or after.text == "-")


def _is_settled(name: Span) -> bool:
    root = name.root
    if root.dep_ == "pobj" and root.head.lower_ == "of" and _settlement(root.head.head):
        return True
    if root.dep_ == "appos" and _settlement(root.head) and root.head.i < name.start:
        return True
    return any(child.dep_ == "appos" and _settlement(child) for child in root.children)


def _settlement(token: Token) -> bool:
    return token.lemma_.lower() in words("dwellings") and token.is_lower
