"""Readings of phrases: a mention with how sure it is, and the kinds that mentions have."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.records import Mention

ACTORS = {"country", "person", "organization", "armed_group", "institution", "group"}
SPOTS = {"province", "city", "region", "place"}
PLACES = SPOTS | {"country"}

Speakers = tuple[Mention, ...]
"""To whom a claim is ascribed."""


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with how sure the reading of its phrase is (0 to 1)."""

    mention: Mention
    sure: float


def distinct(found: Iterable[Found]) -> list[Found]:
    """Each entity once, as it was read first."""
    kept: dict[tuple[str, str], Found] = {}
    for item in found:
        kept.setdefault((item.mention.name, item.mention.kind), item)
    return list(kept.values())


def mentions(found: Iterable[Found]) -> tuple[Mention, ...]:
    """The mentions alone, each entity once."""
    return tuple(item.mention for item in distinct(found))


def names_of(found: Iterable[Found]) -> set[str]:
    """The names of the entities."""
    return {item.mention.name for item in found}


def without(found: Iterable[Found], names: set[str]) -> list[Found]:
    """The readings whose entities have none of ``names``."""
    return [item for item in found if item.mention.name not in names]


def others(found: list[Found], these: list[Found]) -> list[Found]:
    """The actors that are not ``these``, nor the country that one of ``these`` belongs to."""
    names = {f.mention.name for f in these}
    countries = {f.mention.country for f in these} - {None}
    return [
        f
        for f in found
        if f.mention.kind in ACTORS
        and f.mention.name not in names
        and not (f.mention.kind == "country" and f.mention.country in countries)
    ]
