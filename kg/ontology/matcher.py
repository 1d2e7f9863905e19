"""Finds the names of the gazetteer in a text, longest first and never overlapping."""

import re
from collections import defaultdict
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


Named = tuple[tuple[str, ...], tuple[Sense, ...]]
"""The words of a name and its readings, best first; none: the words are no name."""


@dataclass(slots=True)
class _Node:
    """A point of the trie: what may follow, and what ends here (best first; empty: no name)."""

    follow: dict[str, "_Node"]
    senses: tuple[Sense, ...] | None = None

    @classmethod
    def of(cls, names: Iterable["Named"]) -> "_Node":
        """The names that go on behind one first word; the first of two of the same words stays."""
        first = cls({})
        for words, readings in names:
            node = first
            for word in words[1:]:
                node = node.follow.setdefault(word, cls({}))
            if node.senses is None:
                node.senses = readings
        return first


class Matcher:
    """Tries over the words of all names; ``senses`` maps a name's words to its readings."""

    def __init__(self, senses: Mapping[tuple[str, ...], tuple[Sense, ...]]) -> None:
        self._names: dict[str, list[Named]] = defaultdict(list)
        for named in senses.items():
            self._names[named[0][0]].append(named)
        for first in [word for word in self._names if _mixed(word)]:
            self._names[first.capitalize()] += self._names[first]
        for spelling, particle in PARTICLES.items():
            if particle in self._names:
                for word in (spelling, spelling.capitalize()):
                    self._names.setdefault(word, self._names[particle])
        self._first: dict[str, _Node | None] = {}

    def _starting(self, word: str) -> _Node | None:
        """The names that begin with a word, laid out when a text first has it."""
        if word not in self._first:
            names = list(self._names.get(word, ()))
            if len(word) > 1 and word.isupper():
                names += _shouted(self._names.get(word.capitalize(), ()))
            self._first[word] = _Node.of(names) if names else None
        return self._first[word]

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Sense, ...]]]:
        """Start, end and readings of every name in the text, left to right."""
        folded, done = fold(text), 0
        for found in _START.finditer(folded):
            start = found.start()
            if start < done:
                continue
            word = found.group()
            node = self._starting(word) or (self._starting(key(word)) if _odd(word) else None)
            if node is None:
                continue
            end, senses = _longest(node, folded, found.end())
            if senses is not None:
                done = end
                if senses:
                    yield start, end, senses


def _mixed(word: str) -> bool:
    """Whether a word is written like McAllen or tvN, so that its capitals do not tell it."""
    return word not in PARTICLES and word not in (word.capitalize(), word.upper())


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


def _shouted(names: Iterable[Named]) -> Iterator[Named]:
    """The names of four letters and more as headlines and datelines write them, in capitals."""
    for words, readings in names:
        spelled = tuple(word.upper() if len(word) > 1 else word for word in words)
        minor = readings and readings[0].entry.minor
        if spelled != words and sum(map(len, words)) > 3 and not minor:
            yield spelled, readings


def best_first(
    candidates: Iterable[Sense], order: Mapping[str, int], winner: str | None
) -> tuple[Sense, ...]:
    """The readings of one name: a rule's winner, minor places last, by kind, capitals first."""

    candidates = tuple(candidates)
    if len(candidates) == 1:
        return candidates

    def rank(sense: Sense) -> tuple[bool, bool, int, bool, bool]:
        entry = sense.entry
        return (
            entry.key != winner,
            entry.minor,
            order.get(entry.kind, len(order)),
            entry.capital_of is None,
            sense.form == "demonym",
        )

    return tuple(sorted(candidates, key=rank))
