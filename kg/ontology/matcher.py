"""Finds the names of the gazetteer in a text, longest first and never overlapping."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.ontology.names import Entry, NameForm
from kg.ontology.words import PARTICLES, WORD, fold, key

_START = re.compile(
    r"\b(?:(?:[A-Z]\.)+[A-Z](?!\w)\.?|[A-Z0-9][\w\u0300-\u036f]*"
    r"|(?:al|el)(?=[- ]\w)|(?:an|as|ad|ar|az|ash|at)(?=-\w))"
)
_NEXT = re.compile(rf"(?: {{1,2}}|['-]|\. ?)({WORD})")


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a name."""

    entry: Entry
    form: NameForm


@dataclass(slots=True)
class _Node:
    """A point of the trie: what may follow, and what ends here (best first; empty: no name)."""

    follow: dict[str, "_Node"]
    senses: tuple[Sense, ...] | None = None


class Matcher:
    """A trie over the words of all names; ``senses`` maps a name's words to its readings."""

    def __init__(self, senses: Mapping[tuple[str, ...], tuple[Sense, ...]]) -> None:
        self._root = _Node({})
        for words, readings in senses.items():
            self._add(words, readings)
        for words, readings in _shouted(senses):
            self._add(words, readings)
        for spelling, particle in PARTICLES.items():
            if particle in self._root.follow:
                for word in (spelling, spelling.capitalize()):
                    self._root.follow.setdefault(word, self._root.follow[particle])

    def _add(self, words: tuple[str, ...], readings: tuple[Sense, ...]) -> None:
        node = self._root
        for word in words:
            node = node.follow.setdefault(word, _Node({}))
        if node.senses is None:
            node.senses = readings

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Sense, ...]]]:
        """Start, end and readings of every name in the text, left to right."""
        folded, done = fold(text), 0
        first = self._root.follow
        for found in _START.finditer(folded):
            start = found.start()
            if start < done:
                continue
            word = found.group()
            node = first.get(word) or (first.get(key(word)) if _odd(word) else None)
            if node is None:
                continue
            end, senses = _longest(node, folded, found.end())
            if senses is not None:
                done = end
                if senses:
                    yield start, end, senses


def _odd(word: str) -> bool:
    return "." in word or not word.isascii()


def _longest(node: _Node, text: str, end: int) -> tuple[int, tuple[Sense, ...] | None]:
    """The end and readings of the longest name that goes on from a node."""
    best = (end, node.senses)
    while node.follow:
        found = _NEXT.match(text, end)
        after = node.follow.get(key(found.group(1))) if found else None
        if found is None or after is None:
            break
        node, end = after, found.end()
        if node.senses is not None:
            best = (end, node.senses)
    return best


def _shouted(
    senses: Mapping[tuple[str, ...], tuple[Sense, ...]],
) -> Iterator[tuple[tuple[str, ...], tuple[Sense, ...]]]:
    """The names of four letters and more as headlines and datelines write them, in capitals."""
    for words, readings in senses.items():
        spelled = tuple(key(word.upper()) for word in words)
        if spelled != words and sum(map(len, words)) > 3:
            yield spelled, readings


def best_first(
    candidates: Iterable[Sense], order: Mapping[str, int], winner: str | None
) -> tuple[Sense, ...]:
    """The readings of one name: a rule's winner, then by kind, capitals before other cities."""

    def rank(sense: Sense) -> tuple[bool, int, bool, bool]:
        entry = sense.entry
        return (
            entry.key != winner,
            order.get(entry.kind, len(order)),
            entry.capital_of is None,
            sense.form == "demonym",
        )

    return tuple(sorted(candidates, key=rank))
