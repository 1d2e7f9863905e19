"""The canonical name: the same for all spellings of a name, and worked out from it alone.

Because nothing else is looked at, it does not matter in which order articles come, and taking an
article back needs no second look at the names of others.
"""

import functools
from collections.abc import Mapping

from kg.resolve.names.person import person_words
from kg.resolve.names.sounds import sounded
from kg.resolve.names.spellings import spellings
from kg.resolve.names.words import name_words, title_case
from kg.schema import WORDED


@functools.lru_cache(maxsize=65_536)
def canonical(kind: str, name: str) -> str:
    """The canonical name of an entity of a kind that no list knows."""
    if kind in WORDED:
        return name
    if kind == "person":
        words = person_words(name)
    elif kind in {"organization", "armed_group"}:
        words = _body(name_words(name))
    else:
        words = _place(name_words(name))
    return title_case(words) or name


def _body(words: tuple[str, ...]) -> tuple[str, ...]:
    known = spellings()
    words = _chosen(_without_the(words), known.bodies)
    while len(words) > 1 and words[-1] in known.corporate:
        words = words[:-1]
    return words


def _place(words: tuple[str, ...]) -> tuple[str, ...]:
    """One word, as the press parts names of places at will: ``Gubden-Makhi``."""
    known = spellings()
    words = _without_the(words)
    if len(words) > 1 and words[0] in {"al", "el"}:
        words = words[1:]
    joined = "".join(_chosen(words, known.places))
    return (sounded(joined),) if joined else words


def _without_the(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _chosen(words: tuple[str, ...], one: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(one.get(word, word) for word in words)
