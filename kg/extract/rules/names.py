"""Names over a finished parse: the gazetteer decides, the model's own entities fill in."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.annotate import Paragraph
from kg.ontology.classes import words
from kg.ontology.gazetteer import Gazetteer

_MODEL_KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "region",
    "FAC": "place",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a paragraph: tokens from ``first`` up to but not including ``last``."""

    first: int
    last: int
    name: str
    kind: str
    country: str | None
    key: str | None
    form: str
    capital_of: str | None = None


def overlay(paragraph: Paragraph, gazetteer: Gazetteer) -> Mapping[int, Name]:
    """The name that each token belongs to, by token index."""
    found: dict[int, Name] = {}
    for name in [*_known(paragraph), *_guessed(paragraph.doc, gazetteer)]:
        span = range(name.first, name.last)
        if not any(i in found for i in span):
            found.update(dict.fromkeys(span, name))
    return found


def _known(paragraph: Paragraph) -> list[Name]:
    found = []
    for match in paragraph.names:
        span = paragraph.doc.char_span(match.start, match.end, alignment_mode="expand")
        entry = match.entry
        if span is not None:
            found.append(
                Name(
                    span.start,
                    span.end,
                    entry.name,
                    entry.kind,
                    entry.country,
                    entry.key,
                    match.form,
                    entry.capital_of,
                )
            )
    return found


def _guessed(doc: Doc, gazetteer: Gazetteer) -> list[Name]:
    found = []
    for span in doc.ents:
        kind = _MODEL_KINDS.get(span.label_)
        trimmed = _trim(span)
        if kind is None or trimmed is None or gazetteer.role(trimmed.text.lower()) is not None:
            continue
        if all(token.pos_ in {"NOUN", "ADJ", "VERB"} for token in trimmed):
            continue
        if kind == "person" and not _person_like(trimmed):
            continue
        name = " ".join(trimmed.text.split())
        found.append(Name(trimmed.start, trimmed.end, name, kind, None, None, "name"))
    return found


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
    return token.is_punct or token.is_space or token.pos_ == "DET" or token.tag_ == "POS"


def _person_like(span: Span) -> bool:
    return span[0].text[:1].isupper() and all(t.is_alpha or t.text in "-.'’" for t in span)
