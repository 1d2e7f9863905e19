"""The canonical name: the same for all spellings of a name, and worked out from it alone.

Because nothing else is looked at, it does not matter in which order articles come, and taking an
article back needs no second look at the names of others.
"""

import functools
from collections.abc import Mapping

from kg.resolve.names.body import body_words, without_the
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
        words = body_words(name)
    else:
        words = _place(name_words(name))
    return title_case(words) or name


def _place(words: tuple[str, ...]) -> tuple[str, ...]:
    """One word, as the press parts names of places at will: ``Gubden-Makhi``."""
    known = spellings()
    words = without_the(words)
    words = tuple(word for word in words if word not in {"al", "el"}) or words
    joined = "".join(_chosen(words, known.places))
    return (sounded(joined),) if joined else words


def _chosen(words: tuple[str, ...], one: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(one.get(word, word) for word in words)
