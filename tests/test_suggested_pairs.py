"""What ``kg suggest`` makes of labelled names: what is one is joined or listed, others seldom."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from kg.clean import clean
from kg.decide import UNDECIDED
from kg.pipeline import build
from kg.reading import Reading
from kg.records import Article
from kg.stores import GraphStore
from kg.suggest import apart_of, profiles_of, suggestions
from tests.test_name_pairs import pairs

HALF = "more"
REACHED, RIGHT = 0.85, 0.85
"""The share of pairs that are one that is joined or listed, and of listed ones that is one."""

_NAMED = """
MATCH (c:Claim)-[x:SOURCE|TARGET|IN|SAID_BY]->(e:Entity)
RETURN DISTINCT c.article AS article, x.start AS start, x.end AS end, e.key AS key
ORDER BY article, end - start, key
"""


class Score(NamedTuple):
    """Ids of pairs: those that are one, of these the joined; those listed, of these the right."""

    one: tuple[str, ...]
    joined: tuple[str, ...]
    listed: tuple[str, ...]
    right: tuple[str, ...]


def put(store: GraphStore, reading: Reading, half: str) -> None:
    """Build a graph of the articles of a half; an article's id is its text."""
    texts = {pair[side]["text"] for pair in pairs(half) for side in ("first", "second")}
    articles = [clean(Article(text, text, "gold")) for text in sorted(texts)]
    build(articles, store, reading, lambda failure: pytest.fail(str(failure)), batch=400)


def score(store: GraphStore, reading: Reading, half: str) -> Score:
    """How the pairs of a half fare whose names claims name."""
    distinct = reading.gazetteer.distinct
    made = suggestions(profiles_of(store), apart_of((), distinct, UNDECIDED))
    offered = {frozenset((each.first.key, each.second.key)) for each in made}
    named = keys(store)
    found: dict[str, list[str]] = {field: [] for field in Score._fields}
    for pair in pairs(half):
        two = frozenset({key_of(pair["first"], named, first=True), key_of(pair["second"], named)})
        label, same = str(pair["id"]), bool(pair["same"])
        found["one"] += [label] * (same and None not in two)
        found["joined"] += [label] * (same and None not in two and len(two) == 1)
        found["listed"] += [label] * (two in offered)
        found["right"] += [label] * (two in offered and same)
    return Score(**{field: tuple(ids) for field, ids in found.items()})


def keys(store: GraphStore) -> Mapping[str, list[tuple[int, int, str]]]:
    """By article, the offsets of words and the key of what they name; longer words come last."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for article, start, end, key in store.query(_NAMED).rows:
        assert isinstance(start, int)
        assert isinstance(end, int)
        found.setdefault(str(article), []).append((start, end, str(key)))
    return found


def key_of(
    side: Mapping[str, str], named: Mapping[str, list[tuple[int, int, str]]], first: bool = False
) -> str | None:
    """The key of the entity that the words of a side name; None where no claim names one."""
    text, words = side["text"], side["words"]
    at = text.find(words) if first else text.rfind(words)
    there = [key for start, end, key in named.get(text, ()) if at < end and start < at + len(words)]
    return there[-1] if there else None


def test_what_is_one_is_listed_and_what_is_listed_is_one(
    embedded: GraphStore, reading: Reading
) -> None:
    put(embedded, reading, HALF)
    found = score(embedded, reading, HALF)
    assert len({*found.joined, *found.right}) / len(found.one) >= REACHED
    assert len(found.right) / len(found.listed) >= RIGHT
