"""Rows of short edges -> what is drawn: parties, and one arrow for all that one does to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kg.records import Table, Value

COLUMNS = (
    *("source", "source_name", "source_kind", "relation"),
    *("target", "target_name", "target_kind", "claims", "asserted"),
)
"""Ids, names and kinds of both ends, the relation, its claims and how many are asserted."""

Family = Literal["talk", "help", "quarrel", "force", "lasting"]

FAMILIES: dict[str, Family] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "talk"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "help"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "DENY", "CLAIM"), "quarrel"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "force"),
}
"""PLOVER's four classes: verbal and material cooperation, verbal and material conflict."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A relation with its number of claims; ``told`` where none of them is asserted."""

    relation: str
    family: Family
    claims: int
    told: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """All that one party does to another, what has most claims first."""

    source: str
    target: str
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """An entity as it is drawn."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, in the order of ids."""

    parties: tuple[Party, ...]
    ties: tuple[Tie, ...]


def picture(table: Table, event_types: Mapping[str, str | None]) -> Picture:
    """The parties and ties of rows with ``COLUMNS``."""
    parties: dict[str, Party] = {}
    deeds: dict[tuple[str, str], list[Deed]] = {}
    for row in table.rows:
        told = dict(zip(COLUMNS, row, strict=True))
        source, target = (_party(told, end) for end in ("source", "target"))
        parties |= {source.id: source, target.id: target}
        deeds.setdefault((source.id, target.id), []).append(_deed(told, event_types))
    ties = [Tie(*ends, tuple(sorted(all, key=_rank))) for ends, all in sorted(deeds.items())]
    return Picture(tuple(parties[id] for id in sorted(parties)), tuple(ties))


def _party(told: Mapping[str, Value], end: str) -> Party:
    return Party(str(told[end]), str(told[f"{end}_name"]), str(told[f"{end}_kind"]))


def _deed(told: Mapping[str, Value], event_types: Mapping[str, str | None]) -> Deed:
    relation = str(told["relation"])
    family = FAMILIES.get(event_types.get(relation) or "", "lasting")
    return Deed(relation, family, int(str(told["claims"])), not told["asserted"])


def _rank(deed: Deed) -> tuple[int, str]:
    return -deed.claims, deed.relation
