"""Words around an event that decide how it stands: governors of fact, and light verbs.

A governor says what becomes of the event in its clause or phrase: "denied that X fired" is denied.
A light verb says little itself and lends its subject to an event noun: "X carried out a strike".
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from kg.errors import OntologyError
from kg.ontology.tables import Table, read_table

Effect = Literal[
    "said",
    "claimed",
    "confirmed",
    "alleged",
    "denied",
    "negated",
    "planned",
    "dropped",
    "attempted",
    "kept",
    "conditional",
]
Governors = Mapping[tuple[str, str], Effect]
"""(part of speech, lemma) -> effect; a lemma may carry ``+particle`` or ``+object``."""

Verbs = frozenset[tuple[str, str | None]]
"""Verb lemmas, each with its particle or preposition where it needs one."""

FOLDER = Path(__file__).parent
_PARTS = ("verbs", "nouns", "adjectives", "adverbs")
_LIGHT = ("verbs", "passive_like", "happening", "ergative")


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """Verbs whose object, or the noun behind their preposition, is the event.

    The subject of ``lending`` does what the noun says, that of ``undergoing`` suffers it. An event
    noun that is the subject of ``happening`` only takes place. The subject of ``ergative`` is what
    their object would be: "talks ended".
    """

    lending: Verbs
    undergoing: Verbs
    happening: frozenset[str]
    ergative: frozenset[str]


@functools.cache
def load_governors(path: Path = FOLDER / "governors.toml") -> Governors:
    """What each word does to the event that it governs. Raises OntologyError with file and line."""
    table = read_table(path)
    found: dict[tuple[str, str], Effect] = {}
    for group in table.data.get("group", ()):
        effect = _effect(table, group)
        for key in _governed(group):
            if found.setdefault(key, effect) != effect:
                raise table.error(f"{key[1]!r} stands under two effects; keep one", key[1])
    return found


def _effect(table: Table, group: Mapping[str, Any]) -> Effect:
    effect = group.get("effect")
    if effect not in get_args(Effect):
        raise table.error(f"{effect!r} is no effect ({', '.join(get_args(Effect))})", str(effect))
    return cast(Effect, effect)


def _governed(group: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for part in _PARTS:
        for word in group.get(part, ()):
            yield part[:-1], word


@functools.cache
def load_light_verbs(path: Path = FOLDER / "light.toml") -> LightVerbs:
    """The light verbs. Raises OntologyError with the file where a list is missing."""
    table = read_table(path)
    if missing := [name for name in _LIGHT if name not in table.data]:
        raise OntologyError(f"{path} has no list {missing[0]!r}; add it")
    lists = {name: table.data[name] for name in _LIGHT}
    return LightVerbs(
        lending=_verbs(lists["verbs"]),
        undergoing=_verbs(lists["passive_like"]),
        happening=frozenset(lists["happening"]),
        ergative=frozenset(lists["ergative"]),
    )


def _verbs(listed: list[str]) -> Verbs:
    split = (word.partition("+") for word in listed)
    return frozenset((verb, particle or None) for verb, _, particle in split)
