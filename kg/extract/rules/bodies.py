"""Names of fronts, parties and unions that no list holds, by the words such names are made of."""

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Span, Token

from kg.ontology.classes import words
from kg.ontology.gazetteer import Gazetteer

_WORDLY = {"PROPN", "ADJ", "NOUN", "VERB"}
_DATED = {"DATE", "TIME"}


def bodies(doc: Doc, gazetteer: Gazetteer, peoples: Container[int]) -> Iterator[Span]:
    """``Movement for a Free X``, ``Y Salvation Front``: what stands in capitals around such a word.

    ``peoples`` are the tokens that name countries and peoples; with these and the word for a role
    alone it is no name: ``the X Army``.
    """
    done = 0
    for token in doc:
        if token.i >= done and token.lower_ in words("body_names") and _part(token):
            span = _around(token, peoples)
            done = span.end
            own = [t for t in span if t.i not in peoples and t.lower_ not in words("body_links")]
            if len(own) > 1 and gazetteer.role(" ".join(t.lower_ for t in own)) is None:
                yield span


def _around(head: Token, peoples: Container[int]) -> Span:
    doc, first, last = head.doc, head.i, head.i + 1
    while first > head.sent.start and _before(doc, first, peoples):
        first -= 1
    while (linked := _linked(doc, last)) is not None and linked < head.sent.end:
        last = linked + 1
    return doc[first:last]


def _before(doc: Doc, first: int, peoples: Container[int]) -> bool:
    """Whether the word before a name belongs to it, as in ``People's Front``."""
    token = doc[first - 1]
    if token.tag_ == "POS" and first > 1:
        several = token.text in {"'", "’"} and first - 2 not in peoples and _part(doc[first - 2])
        return several or doc[first - 2].lower_ in words("body_owners")
    return _part(token) and token.lower_ not in words("titles")


def _part(token: Token) -> bool:
    capital = token.text[:1].isupper() and token.text[1:2].islower()
    return capital and token.pos_ in _WORDLY and token.ent_type_ not in _DATED


def _linked(doc: Doc, at: int) -> int | None:
    """The next capitalised word of a name from ``at`` on, behind at most two linking words."""
    for index in range(at, min(at + 3, len(doc))):
        if _part(doc[index]):
            return index
        if doc[index].lower_ not in words("body_links"):
            return None
    return None
