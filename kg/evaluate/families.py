"""Relations that count as one another, and those whose parties may change sides."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "families.toml"


@dataclass(frozen=True, slots=True)
class Families:
    """``kin`` of a relation: those of all its families, itself among them."""

    kin: Mapping[str, frozenset[str]]
    mutual: frozenset[str]

    def akin(self, one: str, other: str) -> bool:
        """Whether the relations are the same or share a family."""
        return one == other or other in self.kin.get(one, ())


@cache
def load_families(file: Path = FILE) -> Families:
    """The families of ``families.toml``."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    kin: dict[str, frozenset[str]] = {}
    for family in data["families"]:
        for relation in family:
            kin[relation] = kin.get(relation, frozenset()) | frozenset(family)
    return Families(kin, frozenset(data["mutual"]))
