"""Who holds which office: ``Defence Minister X``, ``the spokesman of Y, X``, ``X, leader of Y``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.extract.rules.names import Name
from kg.extract.rules.phrases import NOMINAL, prepositions
from kg.extract.rules.subjects import antecedent
from kg.ontology.classes import words
from kg.ontology.gazetteer import Gazetteer, Role

_BODIES = {"country", "armed_group", "organization", "institution"}
_TITLED = {"appos", "compound", "nmod"}
_OWNING = {"poss", "amod", "compound", "nmod"}
COUNTERPART = "Counterpart"
"""The name of the role of one who holds the same office elsewhere."""

_LONGEST = 5
"""Words of a title."""

Names = Mapping[int, Name]


@dataclass(frozen=True, slots=True)
class Office:
    """A person, the role, and the token that owns the office.

    The words of the office are the tokens from ``first`` up to but not including ``last``.
    """

    person: Token
    role: Role
    owner: Token | None
    first: int
    last: int


def offices(sentence: Span, names: Names, gazetteer: Gazetteer) -> Iterator[Office]:
    """Every office that ``sentence`` ascribes to a named person by title or apposition."""
    done: set[int] = set()
    for token in sentence:
        name = names.get(token.i)
        if name is None or name.kind != "person" or name.first in done or not _is_root(token, name):
            continue
        found = [*_before(token, name, gazetteer, names), *_beside(token, gazetteer, names)]
        found += _appointed(token, gazetteer, names)
        if found:
            done.add(name.first)
            yield next((office for office in found if office.owner is not None), found[0])


def _is_root(token: Token, name: Name) -> bool:
    return bool(token == token.doc[name.first : name.last].root)


def _before(token: Token, name: Name, gazetteer: Gazetteer, names: Names) -> Iterator[Office]:
    """The title right before a name: ``Y's Prime Minister X``."""
    end = name.first
    first, role = _title(token, end, gazetteer)
    if role is None:
        return
    title = [token.doc[i] for i in range(first, end)]
    around = [t for t in token.children if t.i < first]
    if any(t.lower_ in words("former") for t in (*around, *title)):
        return
    owner = _owner([token, *title], names)
    if owner is None and first > 0 and first - 1 in names:
        owner = token.doc[first - 1]
    yield Office(token, role, owner, first, end)


def _beside(token: Token, gazetteer: Gazetteer, names: Names) -> Iterator[Office]:
    """The title beside a name: ``the leader of Y, X``; ``X, leader of Y``."""
    heads = [child for child in token.children if child.dep_ == "appos"]
    if token.dep_ in _TITLED:
        heads.insert(0, token.head)
    for head in heads:
        if head.i in names or head.pos_ not in NOMINAL:
            continue
        first, role = _title(head, head.i + 1, gazetteer)
        if role is not None and not any(c.lower_ in words("former") for c in head.children):
            owner = _owner([head], names, pronouns=role.name != COUNTERPART)
            yield Office(token, role, owner, first, head.i + 1)


def _appointed(token: Token, gazetteer: Gazetteer, names: Names) -> Iterator[Office]:
    """``Y appointed X as minister``, ``X was named minister of Y``."""
    verb = token.head
    if token.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_ not in words("installing"):
        return
    if verb.tag_ not in {"VBD", "VBN"} or any(
        c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children
    ):
        return
    heads = [c for c in verb.children if c.dep_ in {"oprd", "attr"} and c.pos_ in NOMINAL]
    heads += [n for at in (verb, token) for word, n, _ in prepositions(at) if word == "as"]
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    for head in heads:
        first, role = _title(head, head.i + 1, gazetteer)
        if role is not None and head.i not in names:
            body = next((c for c in doers if _is_body(c, names)), None)
            yield Office(token, role, _owner([head, *doers], names) or body, first, head.i + 1)


def _title(head: Token, end: int, gazetteer: Gazetteer) -> tuple[int, Role | None]:
    """The longest office or spokesperson phrase that ends before token ``end``."""
    for first in range(max(head.sent.start, end - _LONGEST), end):
        role = gazetteer.role(head.doc[first:end].text.lower())
        if role is not None and role.kind in {"office", "spokesperson"}:
            return first, role
    return end, None


def _owner(heads: list[Token], names: Names, pronouns: bool = True) -> Token | None:
    """The country or body that the office belongs to."""
    found = (owner for head in heads for owner in _owners(head, names))
    return next((owner for owner in found if pronouns or owner.tag_ != "PRP$"), None)


def _owners(head: Token, names: Names) -> Iterator[Token]:
    for child in head.children:
        if child.tag_ == "WP$":
            clause = next((t for t in head.ancestors if t.dep_ == "relcl"), head)
            yield antecedent(child, clause)  # "X, whose leader, Y, fled"
        unnamed = child.i not in names and child.dep_ in {"poss", "compound"}
        if (unnamed and _serving(child)) or (child.dep_ in _OWNING and _is_body(child, names)):
            yield child
    for word, noun, _ in prepositions(head):
        if word in {"of", "for", "in"} and noun.pos_ in NOMINAL:
            yield noun


def _serving(child: Token) -> bool:
    """``its`` leader, ``the ministry's`` and ``ministry`` spokesman."""
    if child.dep_ == "poss":
        return child.tag_ == "PRP$" or child.pos_ in NOMINAL
    return child.lemma_ in words("institution_words") or child.lemma_ in words("group_words")


def _is_body(token: Token, names: Names) -> bool:
    name = names.get(token.i)
    return name is not None and (name.kind in _BODIES or bool(name.capital_of))
