"""Names within one article: short forms get the full name that the article gives.

What is joined is told by the article: a short form without a full name, or with several that it may
stand for, stays as it is, and is an entity of that article alone where it may be many people's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from kg.ids import entity_key
from kg.records import Claim, Mention
from kg.resolve.mentions import mentions, with_each
from kg.resolve.names import (
    alone,
    canonical,
    given_alone,
    name_words,
    person_like,
    person_words,
    short_body,
    short_person,
    within,
)
from kg.resolve.names.spellings import spellings

_BODIES = {"organization", "armed_group"}


def in_full(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of one article with full names."""
    read = partial(_of_kind, surnames=set(_surnames(claims)), places=set(_places(claims)))
    claims = [with_each(claim, read) for claim in claims]
    named = {_id(m): m for claim in claims for m in mentions(claim)}
    apart = set(_apart(claims))
    full = {id: _full(m, named.values(), apart) for id, m in named.items() if m.key is None}
    for claim in claims:
        yield with_each(claim, partial(_read, full=full, article=claim.article))


def _surnames(claims: Iterable[Claim]) -> Iterator[str]:
    """The last words of the names of people, of two words and more."""
    people = (m for claim in claims for m in mentions(claim) if m.kind == "person")
    yield from (words[-1] for m in people if len(words := person_words(m.name)) > 1)


def _places(claims: Iterable[Claim]) -> Iterator[tuple[str, ...]]:
    """The names of what claims have for their place."""
    yield from (name_words(m.name) for c in claims for m in c.place if m.kind == "place")


def _of_kind(mention: Mention, surnames: set[str], places: set[tuple[str, ...]]) -> Mention:
    """The mention with the kind that its name shows, where the model took it for a body."""
    if mention.key is not None or mention.kind != "organization":
        return mention
    words = name_words(mention.name)
    if person_like(mention.name) or (len(words) == 1 and not surnames.isdisjoint(alone(words[0]))):
        return replace(mention, kind="person")
    return replace(mention, kind="place") if words in places else mention


def _id(mention: Mention) -> str:
    return mention.key or entity_key(mention.kind, mention.name, None)


def _apart(claims: Iterable[Claim]) -> Iterator[frozenset[str]]:
    """Pairs that take part in one happening, and so are two."""
    for claim in claims:
        parties = {_id(m) for m in (*claim.source, *claim.target)}
        yield from map(frozenset, combinations(sorted(parties), 2))


def _full(mention: Mention, named: Iterable[Mention], apart: set[frozenset[str]]) -> list[Mention]:
    """Mentions of the article that may name the same in full, the fullest of each."""
    others = [m for m in named if _may_be(mention, m) and {_id(mention), _id(m)} not in apart]
    if mention.kind == "person":
        found = _people(person_words(mention.name), others)
    elif mention.kind in _BODIES:
        words = name_words(mention.name)
        found = [m for m in others if short_body(words, name_words(m.name))]
    else:
        found = []
    fullest = (m for m in found if not any(_shorter(m, other) for other in found))
    return list({m.key or canonical(m.kind, m.name): m for m in fullest}.values())


def _may_be(mention: Mention, other: Mention) -> bool:
    kinds = mention.kind == other.kind or {mention.kind, other.kind} <= _BODIES
    return kinds and _id(mention) != _id(other) and _agree(mention.country, other.country)


def _agree(one: str | None, other: str | None) -> bool:
    return None in {one, other} or one == other


def _people(short: tuple[str, ...], others: list[Mention]) -> list[Mention]:
    for called in (short_person, given_alone, within):
        if found := [m for m in others if called(short, person_words(m.name))]:
            return found
    return []


def _shorter(mention: Mention, other: Mention) -> bool:
    if mention.kind == "person":
        return short_person(person_words(mention.name), person_words(other.name))
    return short_body(name_words(mention.name), name_words(other.name))


def _read(mention: Mention, full: Mapping[str, list[Mention]], article: str) -> Mention:
    found = full.get(_id(mention), []) if mention.key is None else []
    if len(found) == 1:
        whole = found[0]
        country = mention.country or whole.country
        return replace(mention, name=whole.name, kind=whole.kind, key=whole.key, country=country)
    if mention.key is None and mention.kind == "person" and _unsure(mention.name, bool(found)):
        return replace(mention, named=local_key(mention, article))
    return mention


def _unsure(name: str, several: bool) -> bool:
    """Whether a surname, alone or with initials, may be another person in the next article."""
    *given, last = person_words(name) or ("",)
    short = all(len(word) == 1 for word in given)
    return short and (several or last in spellings().common)


def local_key(mention: Mention, article: str) -> str:
    """The key of somebody of this article alone."""
    return entity_key("person", f"{mention.name} ({article})", None)
