"""Classes of words that a rule asks for by name, read from classes.toml and checked."""

import functools
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.tables import Table, read_table

FILE = Path(__file__).parent / "classes.toml"


@functools.cache
def words(name: str) -> frozenset[str]:
    """The words of a class of the shipped file; of one that it does not hold, an OntologyError."""
    try:
        return load_classes()[name]
    except KeyError:
        raise OntologyError(f"{FILE} has no class {name!r}; add it there") from None


@functools.cache
def load_classes(path: Path = FILE) -> Mapping[str, frozenset[str]]:
    """Every class of a file by its name. Raises OntologyError with file and line."""
    table = read_table(path)
    return {name: _words(table, name, listed) for name, listed in table.data.items()}


def _words(table: Table, name: str, listed: object) -> frozenset[str]:
    if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
        raise table.error(f"{name} must be a list of words", name)
    if not listed:
        raise table.error(f"{name} has no words; fill it or take it out", name)
    if twice := {word for word, times in Counter(listed).items() if times > 1}:
        raise table.error(f"{name} has {min(twice)!r} twice; keep one", name)
    return frozenset(listed)
