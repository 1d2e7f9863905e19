"""Names that the language model finds, without what is no part of them."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.ontology.classes import words
from kg.ontology.gazetteer import Gazetteer
from kg.ontology.naming import naming

_MODEL_KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_INITIAL = re.compile(r"(?:[A-Z]\.)+[A-Z]?|[JS]r\.")


def guesses(doc: Doc, gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """Names that the model finds, each with its kind; of a person also the words cut off behind."""
    for span in doc.ents:
        kind = _MODEL_KINDS.get(span.label_)
        trimmed = _trim(span)
        if kind is None or trimmed is None or gazetteer.role(trimmed.text.lower()) is not None:
            continue
        plain = all(token.pos_ in {"NOUN", "ADJ", "VERB"} for token in trimmed)
        if plain or _of_role(span, gazetteer) or _refers(trimmed):
            continue
        if kind == "person" and trimmed[-1].lower_ in naming("generic"):
            kind = "organization"  # "X Monitoring Mission"
        if kind == "person" and not _person_like(trimmed):
            continue
        if kind == "person":
            yield _whole(trimmed), kind
        yield trimmed, kind


def _refers(span: Span) -> bool:
    """``the Ministry``, ``the Organization``: what was named before."""
    classes = "institution_words", "league_words", "group_words"
    return any(span.text.lower() in words(name) for name in classes)


def _whole(person: Span) -> Span:
    """The span with the further names behind it, which the model has cut off."""
    doc, end = person.doc, person.end
    while end < person.sent.end and _further(doc[end]):
        end += 1
    return doc[person.start : end]


def _further(token: Token) -> bool:
    """Whether a word goes on with a person's name: it is of no other name, role or body."""
    spelled = token.text[:1].isupper() and token.text[1:].islower()
    before = token.nbor(-1)
    free = not token.ent_type_ or (before.dep_ == "compound" and before.head.i >= token.i)
    return token.pos_ == "PROPN" and spelled and free and token.lower_ not in words("body_names")


def _of_role(span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a word begins a role: ``Defence`` of ``Defence Minister X``."""
    after = span.doc[span.start : span.end + 1].text.lower()
    return len(span) == 1 and gazetteer.role(after) is not None


def _trim(span: Span) -> Span | None:
    """The span without article, title, quotes and possessive ending."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end and (_outside(doc[start]) or doc[start].lower_ in words("titles")):
        start += 1
    while end > start and _outside(doc[end - 1]):
        end -= 1
    return doc[start:end] if start < end else None


def _outside(token: Token) -> bool:
    bare = token.is_punct or token.is_space or token.tag_ == "POS"
    return bare or token.pos_ in {"DET", "CCONJ"}


def _person_like(span: Span) -> bool:
    spelled = (t.is_alpha or t.text in "-.'’" or _INITIAL.fullmatch(t.text) for t in span)
    return span[0].text[:1].isupper() and all(spelled)
