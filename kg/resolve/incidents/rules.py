"""Families of relations, and the points of the evidence, read from data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from kg.ontology.relations import load_relations

FOLDER = Path(__file__).parent
Points = Mapping[str, Mapping[str, float]]
Scope = Literal["article", "articles"]


@dataclass(frozen=True, slots=True)
class Family:
    """Relations under which one happening is told, the most telling first."""

    name: str
    by_place: bool
    relations: tuple[str, ...]


@cache
def families() -> Mapping[str, Family]:
    """The family of each relation that shares one with others, or has a setting of its own."""
    data = tomllib.loads((FOLDER / "families.toml").read_text(encoding="utf-8"))
    found = (Family(name, t["at"] == "place", tuple(t["names"])) for name, t in data.items())
    return {relation: family for family in found for relation in family.relations}


def family_of(relation: str) -> Family:
    """The family of a relation; one that none lists is a family of its own."""
    return families().get(relation) or Family(relation, False, (relation,))


@cache
def mutual() -> frozenset[str]:
    """Relations whose parties do it to each other, so that either may be named first."""
    return frozenset(r.name for r in load_relations().relations.values() if r.mutual)


@cache
def points() -> Points:
    """What each outcome of a comparison counts, and the days of the window."""
    data = _weights()
    return {name: table for name, table in data.items() if name != "bar"}


def bar(family: Family, scope: Scope) -> float:
    """The points that two reports of the family need within one article, or in several."""
    value: float = _weights()["bar"]["place" if family.by_place else "parties"][scope]
    return value


@cache
def _weights() -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / "weights.toml").read_text(encoding="utf-8"))


@cache
def plain_words() -> frozenset[str]:
    """Words of news that tell no happening from another, without their endings."""
    return frozenset((FOLDER / "plain_words.txt").read_text(encoding="utf-8").split())
