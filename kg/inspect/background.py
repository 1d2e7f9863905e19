"""What the gazetteer knows of an entity, beside all claims."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.inspect.subject import Subject
from kg.ontology.gazetteer import Entry, Gazetteer, Tie
from kg.schema import TIES
from kg.stores.base import GraphStore

_TIED = f"""
MATCH (:Entity {{id: $id}})-[:{"|".join(TIES.values())}]-(o:Entity)
RETURN DISTINCT o.key AS key, o.also AS also ORDER BY key
"""


class Named(NamedTuple):
    """An entity of the gazetteer by its key and its name there."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class KnownTie:
    """A tie with its two parties: ``held`` tells whether the graph holds it too."""

    tie: Tie
    source: Named
    target: Named
    held: bool


@dataclass(frozen=True, slots=True)
class Background:
    """What the gazetteer knows of one key.

    ``country`` and ``capital_of`` are names of countries, ``within`` the places that it lies in,
    the nearest first, ``names`` its other names, ``apart`` those that it is never one with.
    """

    entry: Entry
    country: str | None
    capital_of: str | None
    within: tuple[Named, ...]
    names: tuple[str, ...]
    ties: tuple[KnownTie, ...]
    apart: tuple[Named, ...]


def background(store: GraphStore, gazetteer: Gazetteer, subject: Subject) -> tuple[Background, ...]:
    """What is known of an entity, and of each that decisions joined with it."""
    told = subject.properties
    keys = (str(told.get("key")), *json.loads(str(told.get("also") or "[]")))
    known = [gazetteer.entries[key] for key in keys if key in gazetteer.entries]
    tied = set(_tied(store, subject)) if known else set()
    return tuple(_background(gazetteer, entry, tied) for entry in known)


def _tied(store: GraphStore, subject: Subject) -> Iterator[str]:
    """The keys to which the graph has a tie of the entity."""
    for key, also in store.query(_TIED, {"id": subject.id}).rows:
        yield from (str(key), *json.loads(str(also or "[]")))


def _background(gazetteer: Gazetteer, entry: Entry, tied: set[str]) -> Background:
    apart = (key for pair in gazetteer.distinct if entry.key in pair for key in pair)
    return Background(
        entry,
        _country(gazetteer, entry.country),
        _country(gazetteer, entry.capital_of),
        tuple(_around(gazetteer, entry)),
        tuple(dict.fromkeys((*entry.aliases, *entry.demonyms))),
        tuple(
            KnownTie(
                tie,
                _named(gazetteer, tie.key),
                _named(gazetteer, tie.other),
                not tied.isdisjoint((tie.key, tie.other)),
            )
            for tie in gazetteer.ties_of(entry.key)
        ),
        tuple(_named(gazetteer, key) for key in sorted({*apart} - {entry.key})),
    )


def _country(gazetteer: Gazetteer, code: str | None) -> str | None:
    entry = gazetteer.entries.get(f"country:{code}")
    return entry.name if entry else code


def _around(gazetteer: Gazetteer, entry: Entry) -> Iterator[Named]:
    """The places around one, from the inside out; a user's file may send them in a circle."""
    seen = {entry.key}
    while (outer := gazetteer.entries.get(entry.within or "")) and outer.key not in seen:
        seen.add(outer.key)
        yield Named(outer.key, outer.name)
        entry = outer


def _named(gazetteer: Gazetteer, key: str) -> Named:
    return Named(key, gazetteer.entries[key].name)
