"""Names over a finished parse: the gazetteer decides, the model's own entities fill in."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span

from kg.annotate import Paragraph
from kg.extract.rules.acronyms import initials, introduced, short_form
from kg.extract.rules.bodies import bodies
from kg.extract.rules.guesses import guesses
from kg.extract.rules.people import people
from kg.extract.rules.runs import persons
from kg.extract.rules.spots import spots
from kg.ontology.classes import words
from kg.ontology.gazetteer import Gazetteer
from kg.ontology.naming import naming

_STEM = 6
"""Letters by which two names of a body are seen to begin alike."""
_CALLED = 4
"""Letters that a word needs to call a person by it alone."""
_AMONG = 2
"""Words of its own that a body's name has beside that of another body in it."""
_GROUPS = {"organization", "armed_group"}
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


@dataclass(frozen=True, slots=True)
class Told:
    """What an article has told: bodies by short forms and initials, words of people's names."""

    short: dict[str, Name] = field(default_factory=dict)
    initials: dict[str, Name] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)


def overlay(
    paragraph: Paragraph, gazetteer: Gazetteer, told: Told | None = None
) -> Mapping[int, Name]:
    """The name that each token belongs to, by token index; what the paragraph tells is added."""
    doc = paragraph.doc
    known = [n for n in _known(paragraph) if not _of_another(n, paragraph, gazetteer)]
    known = [*known, *_halves(doc, gazetteer, known)]
    made = [
        *_spots(doc, known),
        *_introduced(doc, gazetteer, known),
        *_people(doc, gazetteer, known),
        *_bodies(doc, gazetteer, known),
    ]
    made += _persons(doc, gazetteer, [*made, *known])
    found = _laid([*made, *known, *_guessed(doc, gazetteer)])
    told = Told() if told is None else told
    _note(doc, found.values(), known, told)
    called = _called(doc, known, told)
    return _laid([*called, *_surnames(doc, found, told.people), *found.values()])


def _note(doc: Doc, found: Iterable[Name], known: Iterable[Name], told: Told) -> None:
    """Add the short forms, initials and words of people that these names tell."""
    listed = {name.first for name in known}
    for name in found:
        span = doc[name.first : name.last]
        form = short_form(span, listed)
        if form and name.key is None:
            told.short.setdefault(form, name)
        if name.key is None and name.kind in _GROUPS:
            told.initials.setdefault(initials(span), name)
        if name.kind == "person":
            told.people.update(_parts(span))


def _called(doc: Doc, known: Iterable[Name], told: Told) -> Iterator[Name]:
    """What is called by a short form or, where no other name is known, by initials."""
    taken = {i for name in known for i in range(name.first, name.last)}
    if told.short:
        yield from (_at(t.i, told.short[t.text]) for t in doc if t.text in told.short)
    if told.initials:
        free = (t for t in doc if t.i not in taken and t.text in told.initials)
        yield from (_at(t.i, told.initials[t.text]) for t in free)


def _parts(person: Span) -> Iterator[str]:
    """The words of a person's name of two words and more by which one may be called."""
    named = [token.text for token in person if token.text.istitle() and len(token) >= _CALLED]
    yield from named if len(named) > 1 else ()


def _surnames(doc: Doc, found: Mapping[int, Name], people: Container[str]) -> Iterator[Name]:
    """Single words that the article has told as a part of a person's name."""
    for token in doc:
        if token.pos_ != "PROPN" or token.text not in people:
            continue
        name = found.get(token.i)
        if name is None or (name.key is None and name.last - name.first == 1):
            yield Name(token.i, token.i + 1, token.text, "person", None, None, "name")


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


def _spots(doc: Doc, known: Iterable[Name]) -> Iterator[Name]:
    """Names of places that the sentence calls so."""
    taken = {i for name in known for i in range(name.first, name.last)}
    for span in spots(doc, taken):
        yield Name(span.start, span.end, span.text, "place", None, None, "name")


def _persons(doc: Doc, gazetteer: Gazetteer, known: Iterable[Name]) -> Iterator[Name]:
    """Names of people that hold no known name."""
    taken = {i for n in known if not _given(doc, n) for i in range(n.first, n.last)}
    for span in persons(doc, taken, gazetteer):
        yield Name(span.start, span.end, span.text, "person", None, None, "name")


def _given(doc: Doc, name: Name) -> bool:
    """``German`` of ``German Ortiz Suarez``: a first name and no people."""
    after = doc[name.last : name.last + 2]
    named = len(after) > 1 and all(t.pos_ == "PROPN" and t.text.istitle() for t in after)
    first = name.last - name.first == 1 and doc[name.first].lower_ in naming("given")
    if not (first and named):
        return False
    return after[0].lower_ not in naming("given") and after[0].lower_ not in naming("ranks")


def _forms(name: Name, gazetteer: Gazetteer) -> list[str]:
    entry = gazetteer.entries.get(name.key or "")
    return [form for form, _ in entry.forms()] if entry else []


def _introduced(doc: Doc, gazetteer: Gazetteer, known: list[Name]) -> Iterator[Name]:
    """Names with a short form in brackets that are no known name nor the end of one.

    Where the short form is a known body's, the name before it is that body.
    """
    spans = {(name.first, name.last) for name in known}
    at = {n.first: n for n in known if n.key and n.kind in _BODIES}
    for span in introduced(doc, {name.last - 1 for name in known}):
        longer = any(n.first < span.start < n.last for n in known)
        if (span.start, span.end) in spans or longer:
            continue
        within = (n.country for n in known if span.start <= n.first < span.end and n.country)
        short = at.get(span.end + 1)
        same = short is not None and _alike(span, _forms(short, gazetteer))
        made = short if short and same else _body(span, next(within, None))
        yield replace(made, first=span.start, last=span.end)


def _alike(span: Span, forms: list[str]) -> bool:
    """Whether a name begins as one of the forms of a known body does: ``Palestinian``."""
    return any(form.lower().startswith(span[0].lower_[:_STEM]) for form in forms)


def _bodies(doc: Doc, gazetteer: Gazetteer, known: list[Name]) -> list[Name]:
    """Names of bodies that hold no known name but those of countries, peoples and places."""
    inside = {i: name for name in known for i in range(name.first, name.last)}
    peoples = {i for i, name in inside.items() if name.kind not in _BODIES}
    found = []
    for span in bodies(doc, gazetteer, peoples):
        within = [name for i, name in inside.items() if span.start <= i < span.end]
        whole = all(span.start <= n.first and n.last <= span.end for n in within)
        if whole and not any(_chief(name, span, peoples) for name in within):
            found.append(_body(span, next((n.country for n in within if n.country), None)))
    return found


def _chief(name: Name, span: Span, peoples: Container[int]) -> bool:
    """Whether a known body in a longer name is what that is about: ``Hamas`` of ``Hamas Party``.

    One word among others is a word as any: ``Solidarity`` of ``Green Solidarity Front``, and so is
    what bodies of states are called: ``Workers' Congress``.
    """
    own = [t for t in span if t.i not in peoples and t.text[0].isupper()]
    inner = (
        name.last - name.first == 1
        and own[0].i < name.first
        and (len(own) > _AMONG or name.kind == "institution")
    )
    return name.kind in _BODIES and not inner


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


def _guessed(doc: Doc, gazetteer: Gazetteer) -> Iterator[Name]:
    for span, kind in guesses(doc, gazetteer):
        name = " ".join(span.text.split())
        yield Name(span.start, span.end, name, kind, None, None, "name")


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
