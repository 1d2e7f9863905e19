"""Names of people that hold a name of the gazetteer and are somebody else's: ``Petro Poroshenko``.

A surname alone is known by the gazetteer, and a first name may be a country's: ``Israel Katz``.
Where more of a person's name stands around it, that is one whom no list holds.
"""

from collections.abc import Collection, Container, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from kg.ontology.classes import words
from kg.ontology.gazetteer import Gazetteer

_ARTICLES = {"al", "el", "bin", "ibn", "bint", "ben", "abu", "de", "van", "von"}
_TITLED = {"compound", "flat", "nmod", "appos"}


def whole_name(
    doc: Doc, span: range, forms: Collection[str], others: Container[int], gazetteer: Gazetteer
) -> Span | None:
    """The name of a person that holds the known name at ``span`` and is no form of it.

    ``others`` are the tokens of the other known names; None where nothing more stands around it.
    """
    first, last = span.start, span.stop
    while (start := _before(doc, first, others, gazetteer)) < first:
        first = start
    while _surname(doc, last, others, gazetteer):
        last += 1
    more = [doc[i] for i in range(first, last) if i not in span and doc[i].is_alpha]
    more = [token for token in more if token.lower_ not in _ARTICLES]
    return doc[first:last] if more and not _known(more, span.start, forms) else None


def one_person(doc: Doc, span: range) -> bool:
    """Whether the model reads a name and the words around it as one person."""
    ent = next((e for e in doc.ents if e.start <= span.start and span.stop <= e.end), None)
    wider = ent is not None and ent.end - ent.start > len(span)
    return wider and ent is not None and ent.label_ == "PERSON"


def with_article(doc: Doc, first: int) -> bool:
    """``al-`` before a name and a first name before that: ``Ali al-Houthi``."""
    return first > 2 and doc[first - 1].text == "-" and doc[first - 2].lower_ in _ARTICLES


def _before(doc: Doc, first: int, others: Container[int], gazetteer: Gazetteer) -> int:
    """Where the name begins with the word before ``first``, and an article between them."""
    start = first
    if with_article(doc, first):
        start = first - 2
    elif first and doc[first - 1].lower_ in _ARTICLES:
        start = first - 1
    fits = start > 0 and _part(doc[start - 1], others, gazetteer)
    return start - 1 if fits and doc[start - 1].dep_ in _TITLED else first


def _surname(doc: Doc, at: int, others: Container[int], gazetteer: Gazetteer) -> bool:
    if at >= len(doc) or not _part(doc[at], others, gazetteer):
        return False
    return doc[at - 1].dep_ in _TITLED and doc[at - 1].head.i >= at


def _part(token: Token, others: Container[int], gazetteer: Gazetteer) -> bool:
    """Whether a word may be part of a person's name."""
    if token.i in others or not token.is_title or not token.is_alpha:
        return False
    if token.pos_ != "PROPN" and (token.is_stop or token.is_sent_start or token.pos_ == "ADJ"):
        return False
    word = token.lower_
    if word in words("titles") or word in words("former"):
        return False
    return gazetteer.role(word) is None


def _known(more: Sequence[Token], name: int, forms: Collection[str]) -> bool:
    """Whether the words around ``name`` may be the known person's own.

    A first name may be spelled otherwise, ``Moammar``, and names may stand between it and the
    surname; a surname behind it is another person's.
    """
    own = {word.lower() for form in forms for word in form.split()}
    first = [t for t in more if t.i < name][:1]
    same = all(t.lower_ in own or t.lower_[0] in {word[0] for word in own} for t in first)
    return same and all(t.lower_ in own for t in more if t.i > name)


def people(
    doc: Doc, names: Sequence[tuple[range, str, Collection[str]]], gazetteer: Gazetteer
) -> Iterator[Span]:
    """Names of people around known names, each given by its tokens, its kind and its forms."""
    inside = {i for span, _, _ in names for i in span}
    for span, kind, forms in names:
        alone = kind == "person" and len(span) == 1
        if alone or one_person(doc, span) or with_article(doc, span.start):
            own = forms if kind == "person" else ()
            if found := whole_name(doc, span, own, inside - set(span), gazetteer):
                yield found
