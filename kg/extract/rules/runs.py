"""People whom no list holds, where the model calls them a body or place, cuts them or sees none.

A run of capitalised words is a person by its own words (a given name, the ending of a family name)
or by what the sentence says of it: it is arrested, it leads, it bears a rank.
"""

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract.rules.phrases import NOMINAL
from kg.ontology.classes import words
from kg.ontology.gazetteer import Gazetteer
from kg.ontology.naming import naming, reads_as_person
from kg.ontology.words import fold

_PLACED = {"GPE", "LOC", "FAC"}
_UNSURE = {"NORP", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "LANGUAGE", ""}
_QUOTES = {'"', "“", "”", "''", "``"}
_DATED = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"}
_SUFFERS = {"dobj", "nsubjpass"}
_LONGEST = 6


def persons(doc: Doc, taken: Container[int], gazetteer: Gazetteer) -> Iterator[Span]:
    """The runs that name a person; ``taken`` are the tokens of known names."""
    at = 0
    while at < len(doc):
        run = _run(doc, at, taken, gazetteer)
        if run is not None and not _cut(run, taken) and _is_person(run):
            yield run
        at = max(at + 1, run.end if run is not None else 0)


def _run(doc: Doc, start: int, taken: Container[int], gazetteer: Gazetteer) -> Span | None:
    """The words of a name from a token on, without a rank before them."""
    if start in taken or not _begins(doc[start], gazetteer):
        return None
    end = start + 1
    while (further := _next(doc, end, taken, gazetteer)) is not None:
        end = further
    return doc[start:end]


def _cut(run: Span, taken: Container[int]) -> bool:
    """Whether more belongs to it: the word of an office before it, or a known name behind it."""
    doc, root = run.doc, run.root
    before = doc[run.start - 1] if run.start > run.sent.start else None
    office = before is not None and before.is_title and before.lower_ in naming("rank_parts")
    if office and not reads_as_person(_names(run)):
        return True
    return root.dep_ == "compound" and root.head.i >= run.end and root.head.i in taken


def _begins(token: Token, gazetteer: Gazetteer) -> bool:
    if not _capital(token) or _is_rank(token, gazetteer):
        return False
    return token.pos_ == "PROPN" or fold(token.lower_) in naming("given")


def _next(doc: Doc, at: int, taken: Container[int], gazetteer: Gazetteer) -> int | None:
    """Behind the next word of the name that has come up to ``at``; None where it ends."""
    sent = doc[at - 1].sent.end
    at = _nicknamed(doc, at, sent)
    for last in range(at, min(at + 4, sent)):
        token = doc[last]
        if last in taken:
            return None
        if _capital(token) and not _is_rank(token, gazetteer):
            return last + 1
        if doc[last - 1].text == "-" and last == at + 1 and _second(token):
            return last + 1
        if token.text != "-" and token.lower_ not in naming("inside"):
            return None
    return None


def _nicknamed(doc: Doc, at: int, end: int) -> int:
    """Behind a nickname in quotes that stands at ``at``."""
    if at >= end or doc[at].text not in _QUOTES:
        return at
    closing = (i for i in range(at + 2, min(at + 5, end - 1)) if doc[i].text in _QUOTES)
    return next(closing, at - 1) + 1


def _capital(token: Token) -> bool:
    """Whether a word is written as a name's: ``Petrenko``, ``O'Hara``, ``J.``."""
    text = token.text
    initial = len(text) < 5 and text.endswith(".") and text[0].isupper()
    letters = text.replace("'", "").replace("’", "")
    whole = len(letters) > 1 and letters.isalpha() and text[0].isupper() and not text.isupper()
    return (initial or whole) and token.ent_type_ not in _DATED


def _second(token: Token) -> bool:
    """``guk`` of ``Pak In-guk``."""
    told = token.tag_ in {"VBN", "VBD", "VBG", "JJ"} and token.ent_type_ != "PERSON"
    return token.is_alpha and token.is_lower and not told


def _is_rank(token: Token, gazetteer: Gazetteer) -> bool:
    word = token.lower_.rstrip(".")
    ranks = naming("ranks"), naming("rank_parts"), words("titles"), words("former")
    return any(word in listed for listed in ranks) or gazetteer.role(word) is not None


def _is_person(run: Span) -> bool:
    names = _names(run)
    if len(names) > _LONGEST or _of_things(names) or _modifies(run):
        return False
    labels = {token.ent_type_ for token in run}
    if "PERSON" in labels:
        return len(names) > 1
    if _defined(run) or (_located(run) and labels & _PLACED):
        return False
    if reads_as_person(names) or _titled(run) or _leads(run):
        return True
    return _suffers(run) or (len(names) > 1 and _is_party(run, labels))


def _of_things(names: list[str]) -> bool:
    """Whether a word of a body or place is among them."""
    return not naming("generic").isdisjoint(names) or not words("place_names").isdisjoint(names)


def _names(run: Span) -> list[str]:
    """The words in small plain letters, without what stands between them."""
    return [fold(token.lower_) for token in run if _capital(token)]


def _modifies(run: Span) -> bool:
    """``the Ali Hassan mosque``: it names a thing and not a person."""
    root = run.root
    behind = root.dep_ in {"compound", "nmod"} and root.head.i >= run.end
    return behind and root.head.pos_ in NOMINAL


def _defined(run: Span) -> bool:
    return run.start > 0 and run.doc[run.start - 1].pos_ == "DET"


def _located(run: Span) -> bool:
    root, before = run.root, run.doc[run.start - 1] if run.start else run[0]
    return before.lower_ in words("locatives") or (
        root.dep_ == "pobj" and root.head.lower_ in words("locatives") | {"from", "to"}
    )


def _titled(run: Span) -> bool:
    """``commander X``, ``X, a colonel``, ``the colonel, X``."""
    root = run.root
    before = run.doc[run.start - 1] if run.start > run.sent.start else None
    if before is not None and _personal(before):
        return before.head == root or before.dep_ == "compound"
    if root.dep_ == "appos" and _personal(root.head):
        return True
    return any(child.dep_ == "appos" and _personal(child) for child in root.children)


def _personal(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in naming("ranks") or word in words("persons")


def _leads(run: Span) -> bool:
    """``rebels led by X``."""
    root = run.root
    by = root.dep_ == "pobj" and root.head.lower_ == "by"
    return by and root.head.head.lemma_ in words("leading_verbs")


def _suffers(run: Span) -> bool:
    """``police arrested X``."""
    root = run.root
    return root.dep_ in _SUFFERS and root.head.lemma_ in words("done_to_persons")


def _is_party(run: Span, labels: set[str]) -> bool:
    """``X accused``: what does or suffers so, and is no country or known place."""
    root = run.root
    does = root.dep_ == "nsubj" and root.head.pos_ == "VERB" and labels <= _UNSURE | _PLACED
    return does or (root.dep_ in _SUFFERS and labels <= _UNSURE)
