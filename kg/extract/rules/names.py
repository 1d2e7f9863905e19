"""Names over a finished parse: the gazetteer decides, the model's own entities fill in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.annotate import Paragraph
from kg.extract.rules.bodies import bodies, short_form
from kg.extract.rules.people import people
from kg.extract.rules.runs import persons
from kg.ontology.classes import words
from kg.ontology.gazetteer import Gazetteer

_MODEL_KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "region",
    "FAC": "place",
}
_INITIAL = re.compile(r"(?:[A-Z]\.)+[A-Z]?|[JS]r\.")
_BODIES = {"organization", "armed_group", "institution", "person"}


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


def overlay(
    paragraph: Paragraph, gazetteer: Gazetteer, short: dict[str, Name] | None = None
) -> Mapping[int, Name]:
    """The name that each token belongs to, by token index.

    ``short`` holds the names that the article has given a short form in brackets so far, by that
    form; those of this paragraph are added.
    """
    doc = paragraph.doc
    known = [n for n in _known(paragraph) if not _of_another(n, paragraph, gazetteer)]
    known = [*known, *_halves(doc, gazetteer, known)]
    made = [*_people(doc, gazetteer, known), *_bodies(doc, gazetteer, known)]
    made += _persons(doc, gazetteer, [*made, *known])
    found = _laid([*made, *known, *_guessed(doc, gazetteer)])
    short = {} if short is None else short
    for name in found.values():
        if name.key is None and (form := short_form(doc[name.first : name.last])):
            short.setdefault(form, name)
    spelled = [_at(t.i, short[t.text]) for t in doc if t.text in short]
    return _laid([*spelled, *found.values()])


def _laid(names: Iterable[Name]) -> dict[int, Name]:
    """The names by token; a name that overlaps an earlier one is left out."""
    found: dict[int, Name] = {}
    for name in dict.fromkeys(names):
        span = range(name.first, name.last)
        if not any(i in found for i in span):
            found.update(dict.fromkeys(span, name))
    return found


def _at(index: int, name: Name) -> Name:
    return replace(name, first=index, last=index + 1)


def _halves(doc: Doc, gazetteer: Gazetteer, known: list[Name]) -> Iterator[Name]:
    """``North`` of ``North and South X``."""
    for name in known:
        first, at = doc[name.first], name.first - 2
        sides = at >= 0 and {doc[at].lower_, first.lower_} <= words("sides")
        if not sides or doc[at + 1].lower_ not in {"and", "or"}:
            continue
        rest = doc[name.first + 1 : name.last].text
        for match in gazetteer.match(f"{doc[at].text} {rest}")[:1]:
            entry = match.entry
            parts = entry.name, entry.kind, entry.country, entry.key, match.form
            yield Name(at, at + 1, *parts)


def _people(doc: Doc, gazetteer: Gazetteer, known: list[Name]) -> list[Name]:
    """Names of people that hold the name of another, or of a country or group."""
    names = [(range(n.first, n.last), n.kind, _forms(n, gazetteer)) for n in known]
    spans = people(doc, names, gazetteer)
    return [Name(s.start, s.end, s.text, "person", None, None, "name") for s in spans]


def _persons(doc: Doc, gazetteer: Gazetteer, known: Iterable[Name]) -> Iterator[Name]:
    """Names of people that hold no known name."""
    taken = {i for name in known for i in range(name.first, name.last)}
    for span in persons(doc, taken, gazetteer):
        yield Name(span.start, span.end, span.text, "person", None, None, "name")


def _forms(name: Name, gazetteer: Gazetteer) -> list[str]:
    entry = gazetteer.entries.get(name.key or "")
    return [form for form, _ in entry.forms()] if entry else []


def _bodies(doc: Doc, gazetteer: Gazetteer, known: list[Name]) -> list[Name]:
    """Names of bodies that hold no known name but those of countries, peoples and places."""
    inside = {i: name for name in known for i in range(name.first, name.last)}
    peoples = {i for i, name in inside.items() if name.kind not in _BODIES}
    found = []
    for span in bodies(doc, gazetteer, peoples):
        within = [name for i, name in inside.items() if span.start <= i < span.end]
        whole = all(span.start <= n.first and n.last <= span.end for n in within)
        if whole and not any(name.kind in _BODIES for name in within):
            found.append(_body(span, next((n.country for n in within if n.country), None)))
    return found


def _body(span: Span, country: str | None) -> Name:
    armed = any(token.lower_ in words("armed_names") for token in span)
    kind = "armed_group" if armed else "organization"
    return Name(span.start, span.end, span.text, kind, country, None, "name")


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


def _of_another(name: Name, paragraph: Paragraph, gazetteer: Gazetteer) -> bool:
    """``Peru's Congress``: a word that names one country's body and is here another's."""
    doc = paragraph.doc
    word = doc[name.first : name.last].text.lower()
    if name.kind != "institution" or gazetteer.role(word) is None or name.first == 0:
        return False
    before = doc[name.first - 1]
    end = before.idx if before.tag_ == "POS" else before.idx + len(before)
    owner = next((m.entry for m in paragraph.names if m.end == end), None)
    return owner is not None and owner.country not in {None, name.country}


def _guessed(doc: Doc, gazetteer: Gazetteer) -> list[Name]:
    found = []
    for span in doc.ents:
        kind = _MODEL_KINDS.get(span.label_)
        trimmed = _trim(span)
        if kind is None or trimmed is None or gazetteer.role(trimmed.text.lower()) is not None:
            continue
        plain = all(token.pos_ in {"NOUN", "ADJ", "VERB"} for token in trimmed)
        if plain or _of_role(span, gazetteer) or _refers(trimmed):
            continue
        if kind == "person" and not _person_like(trimmed):
            continue
        spans = [_whole(trimmed), trimmed] if kind == "person" else [trimmed]
        for named in spans:
            name = " ".join(named.text.split())
            found.append(Name(named.start, named.end, name, kind, None, None, "name"))
    return found


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
