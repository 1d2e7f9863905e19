"""Who holds which office: ``Defence Minister X``, ``the spokesman of Y, X``, ``X, leader of Y``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.extract.rules.arguments import prepositions
from kg.extract.rules.names import Name
from kg.ontology.gazetteer import Gazetteer, Role

_FORMER = {
    "former",
    "ex",
    "ex-",
    "late",
    "then",
    "ousted",
    "deposed",
    "acting-",
    "previous",
    "onetime",
    "one-time",
}
_BODIES = {"country", "armed_group", "organization", "institution"}


@dataclass(frozen=True, slots=True)
class Office:
    """A person token, the head token of the office phrase, the role and the token that owns the office."""

    person: Token
    head: Token
    role: Role
    owner: Token | None
    first: int
    last: int


def offices(sentence: Span, names: Mapping[int, Name], gazetteer: Gazetteer) -> Iterator[Office]:
    """Every office that ``sentence`` ascribes to a named person by title or apposition."""
    done: set[int] = set()
    for token in sentence:
        name = names.get(token.i)
        if (
            name is None
            or name.kind != "person"
            or name.first in done
            or token.i != _root(token, name)
        ):
            continue
        found = list(_of_person(token, name, gazetteer, names))
        if found:
            done.add(name.first)
            yield next((office for office in found if office.owner is not None), found[0])


def _root(token: Token, name: Name) -> int:
    return token.doc[name.first : name.last].root.i


def _of_person(
    token: Token, name: Name, gazetteer: Gazetteer, names: Mapping[int, Name]
) -> Iterator[Office]:
    if (made := _before(token, name, gazetteer, names)) is not None:
        yield made
    heads = [c for c in token.children if c.dep_ == "appos"]
    if token.dep_ in {"appos", "compound", "nmod"}:
        heads.insert(0, token.head)
    for head in heads:
        if head.i in names or head.pos_ not in {"NOUN", "PROPN"}:
            continue
        first, role = _title(head, head.i + 1, gazetteer)
        if role is not None and not _former(head):
            yield Office(token, head, role, _owner([head], names), first, head.i + 1)


def _before(
    token: Token, name: Name, gazetteer: Gazetteer, names: Mapping[int, Name]
) -> Office | None:
    """The title right before a name."""
    end = name.first
    first, role = _title(token, end, gazetteer)
    if role is None or first == end:
        return None
    words = [token.doc[i] for i in range(first, end)]
    around = [t for t in token.children if t.i < end and t.i not in range(first, end)]
    if any(t.lower_ in _FORMER for t in [*around, *words]):
        return None
    owner = _owner([token, *words], names)
    if owner is None and first > 0 and (before := token.doc[first - 1]).i in names:
        owner = before
    return Office(token, words[-1], role, owner, first, end)


def _title(head: Token, end: int, gazetteer: Gazetteer) -> tuple[int, Role | None]:
    """The longest office or spokesperson phrase that ends before token ``end``."""
    doc = head.doc
    for first in range(max(head.sent.start, end - 5), end):
        role = gazetteer.role(doc[first:end].text.lower())
        if role is not None and role.kind in {"office", "spokesperson"}:
            return first, role
    return end, None


def _former(head: Token) -> bool:
    return any(c.lower_ in _FORMER for c in head.children)


def _owner(heads: list[Token], names: Mapping[int, Name]) -> Token | None:
    """The country or body that the office belongs to."""
    for head in heads:
        for child in head.children:
            if child.dep_ in {"poss", "amod", "compound", "nmod"} and _is_body(child, names):
                return child
            if child.dep_ == "poss" and child.i not in names and child.pos_ in {"NOUN", "PROPN"}:
                return child
        for word, noun, _ in prepositions(head):
            if word in {"of", "for", "in"} and noun.pos_ in {"NOUN", "PROPN"}:
                return noun
    return None


def _is_body(token: Token, names: Mapping[int, Name]) -> bool:
    name = names.get(token.i)
    return name is not None and (name.kind in _BODIES or bool(name.capital_of))
