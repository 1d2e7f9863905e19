"""Words of which names are made, read from naming.toml; and what they tell of a name."""

import functools
from collections.abc import Sequence
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.classes import load_classes

FILE = Path(__file__).parent / "naming.toml"
_SHORTEST = 5
"""Letters of a word whose ending shows a person; shorter ones are other words as well."""


@functools.cache
def naming(group: str) -> frozenset[str]:
    """The words of a group; of one that the file does not hold, an OntologyError."""
    try:
        return load_classes(FILE)[group]
    except KeyError:
        raise OntologyError(f"{FILE} has no group {group!r}; add it there") from None


def reads_as_person(words: Sequence[str]) -> bool:
    """Whether two to five words in small plain letters are a person's name by themselves.

    They begin with a given name or hold one that ends as only names of people do, and none is a
    word of a body.
    """
    if not 1 < len(words) < 6 or not naming("generic").isdisjoint(words):
        return False
    return words[0] in naming("given") or any(map(family_name, words))


def family_name(word: str) -> bool:
    """Whether a word ends as only names of people do: ``Petrenko``, ``Sirajuddin``."""
    return len(word) >= _SHORTEST and word.endswith(_endings())


@functools.cache
def _endings() -> tuple[str, ...]:
    return tuple(naming("endings"))
