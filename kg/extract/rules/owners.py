"""Names within a phrase, and the names that a role word belongs to."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.rules.names import Name
from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import NOMINAL, conjuncts, following, infinitive, prepositions
from kg.ontology.classes import words

Owner = tuple[Token, Name]

_NESTING = {"poss", "compound", "amod", "nmod"}
_MODIFIERS = _NESTING | {"npadvmod", "appos", "det"}
_OUTSIDE = {"relcl", "acl", "advcl", "conj", "cc", "punct"}


def owners(passage: Passage, token: Token) -> list[Owner]:
    """Names that modify a phrase, the nearest kind first: ``X's army``, ``the army of X``."""
    return [
        *_before(passage, token),
        *_behind(passage, token),
        *_in_participles(passage, token),
    ]


def names_at(passage: Passage, token: Token) -> list[Owner]:
    """The name that a token belongs to, if any."""
    name = passage.names.get(token.i)
    return [(token, name)] if name is not None else []


def names_in(passage: Passage, token: Token) -> Iterator[Owner]:
    """All names within a phrase, in order, each once."""
    seen: set[int] = set()
    for inner in sorted([token, *_inside(token, token)], key=lambda t: t.i):
        for _, name in names_at(passage, inner):
            if name.first not in seen:
                seen.add(name.first)
                yield inner, name


def ethnic(name: Token) -> bool:
    """``ethnic Albanians``: a people, wherever it lives, and no state."""
    return not name.is_sent_start and name.doc[name.i - 1].lower_ == "ethnic"


def country_of(passage: Passage, found: Iterable[Owner]) -> Name | None:
    """The country among the owners of a phrase, else the one whose capital is among them."""
    named = [name for _, name in found]
    countries = [name for name in named if name.kind == "country"]
    capitals = [passage.as_country(name) for name in named if name.capital_of]
    return next(iter([*countries, *capitals]), None)


def _before(passage: Passage, token: Token) -> Iterator[Owner]:
    for child in token.children:
        if child.dep_ in _MODIFIERS and not _only_tells(child):
            for conjunct in conjuncts(child):
                yield from names_at(passage, conjunct)
            if child.dep_ in _NESTING:
                yield from owners(passage, child)


def _only_tells(name: Token) -> bool:
    """``X-backed``, ``X-born``, ``pro-X``, ``ethnic X``: it tells of a phrase, but owns it not."""
    doc, at = name.doc, name.i
    if ethnic(name) or name.lower_.rpartition("-")[2] in words("ties"):  # "U.S.-backed", one word
        return True
    if at > 1 and doc[at - 1].text == "-" and doc[at - 2].lower_ in words("stances"):
        return True
    if at + 2 >= len(doc) or doc[at + 1].text != "-":
        return False
    return doc[at + 2].lower_ in words("ties")


def _behind(passage: Passage, token: Token) -> Iterator[Owner]:
    for word, noun, _ in (*prepositions(token), *following(token)):
        if word in words("owner_prepositions") and noun.pos_ in NOMINAL:
            listed = [o for each in conjuncts(noun) for o in names_at(passage, each)]
            yield from listed or owners(passage, noun)


def _in_participles(passage: Passage, token: Token) -> Iterator[Owner]:
    """``rebels based in X``."""
    for child in token.children:
        if child.dep_ == "acl" and not infinitive(child):
            hosted = child.lemma_.lower() in words("hosting")
            for word, noun, _ in prepositions(child):
                if not (hosted and word == "by"):
                    yield from names_at(passage, noun)


def _inside(token: Token, top: Token) -> Iterator[Token]:
    """The words of a phrase, outside clauses that hang on it; not what ``top`` is listed with."""
    for child in token.children:
        apart = token is top and token.dep_ == "pobj"
        listed = child.dep_ == "conj" and child.pos_ in NOMINAL and not apart
        if listed or child.dep_ not in _OUTSIDE:
            yield child
            yield from _inside(child, top)
