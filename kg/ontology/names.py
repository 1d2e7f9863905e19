"""The records of the gazetteer: entities with their names, roles, and names found in a text."""

from dataclasses import dataclass
from typing import Literal, get_args

NameForm = Literal["name", "acronym", "demonym"]
RoleKind = Literal["government", "institution", "forces", "office", "spokesperson", "people"]

TieKind = Literal["part_of", "splinter_of", "allied_with"]
TIE_KINDS: tuple[TieKind, ...] = get_args(TieKind)

Pair = tuple[str, str]
"""Two keys, the smaller first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity of the gazetteer.

    ``key`` is its stable slug (``country:AFG``), ``name`` what the press writes, ``kind`` one of
    ``kg.schema.KIND_LABELS``, ``country`` an ISO 3166 alpha-3 code. ``within`` is the key of the
    place it lies in, ``part_of`` that of the group it belongs to, ``capital_of`` an alpha-3 code.
    ``role`` is what such a body is called in any country: Israel's Parliament is the Knesset.
    The name of a ``minor`` place is no name of it unless the words around speak for that.
    """

    key: str
    name: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    within: str | None = None
    capital_of: str | None = None
    part_of: str | None = None
    minor: bool = False
    role: str | None = None

    def forms(self) -> tuple[tuple[str, NameForm], ...]:
        """Every name of the entity with the form it has."""
        named: list[tuple[str, NameForm]] = [
            (name, "acronym" if is_acronym(name) else "name") for name in (self.name, *self.aliases)
        ]
        return (*named, *((name, "demonym") for name in self.demonyms))


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found in a text: ``text[start:end]`` names ``entry``."""

    start: int
    end: int
    entry: Entry
    form: NameForm


@dataclass(frozen=True, slots=True)
class Role:
    """What a party is without being named: ``name`` is the canonical wording."""

    name: str
    kind: RoleKind


@dataclass(frozen=True, slots=True)
class Tie:
    """A lasting tie between two parties, by keys: ``key`` is part of ``other``, or split from it.

    Years are the first and the last, None where unknown or where it goes on. It merges nothing.
    """

    kind: TieKind
    key: str
    other: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Who gets a name that several entities bear.

    ``winner`` is a key, or "none" where the words are no name at all. ``unless_near`` maps words to
    the key that wins in a text where one of them occurs.
    """

    alias: str
    winner: str
    unless_near: tuple[tuple[str, str], ...] = ()


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals (and digits) throughout: TTP, M23, IS-KP."""
    return name == name.upper() and any(letter.isalpha() for letter in name)
