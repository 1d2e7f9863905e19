"""Names of tests/gold/names_*.jsonl, two by two, read from articles: which are one entity."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from kg.clean import clean
from kg.pipeline import extract
from kg.reading import Reading
from kg.records import Article, Claim
from kg.resolve.mentions import mentions

GOLD = Path(__file__).parent / "gold"
FLOORS = {"dev": 0.98, "heldout": 0.92, "more": 0.81, "sealed": 0.63}
"""The share that is right; they only rise."""

Pair = dict[str, dict[str, str]]


@cache
def pairs(half: str) -> list[Pair]:
    """The pairs of a half: an id, whether they are the ``same``, the two with text and words."""
    lines = (GOLD / f"names_{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def entities(reading: Reading, half: str) -> list[tuple[str | None, str | None]]:
    """The entities that the words of each pair name; None where no claim names them."""
    texts = {pair[side]["text"] for pair in pairs(half) for side in ("first", "second")}
    articles = [clean(Article(text, text, "gold")) for text in sorted(texts)]
    found = extract(articles, reading, lambda failure: pytest.fail(str(failure)))
    claims = {document.article.id: told for document, told in found}
    named = []
    for first, second in ((pair["first"], pair["second"]) for pair in pairs(half)):
        places = first["text"].find(first["words"]), second["text"].rfind(second["words"])
        two = zip((first, second), places, strict=True)
        one, other = (entity(claims[s["text"]], at, at + len(s["words"])) for s, at in two)
        named.append((one, other))
    return named


def entity(claims: Iterable[Claim], start: int, end: int) -> str | None:
    """The entity that a claim names between two offsets, by the longest words."""
    there = (m for c in claims for m in mentions(c) if start < m.end and m.start < end)
    best = max(there, key=lambda m: (m.end - m.start, m.entity), default=None)
    return best.entity if best else None


def right(pair: Pair, named: tuple[str | None, str | None]) -> bool:
    return None not in named and (named[0] == named[1]) == bool(pair["same"])


@pytest.mark.parametrize("half", FLOORS)
def test_names_are_one_or_two_as_labelled(reading: Reading, half: str) -> None:
    told = [right(*each) for each in zip(pairs(half), entities(reading, half), strict=True)]
    share = sum(told) / len(told)
    assert share >= FLOORS[half]
