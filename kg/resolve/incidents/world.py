"""What is known of the entities that tellings name, and how two of them stand to one another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kg.records import Entity

Party = Literal["same", "state", "unnamed", "unknown", "other"]
Where = Literal["same", "within", "country", "unknown", "other"]
Ids = frozenset[str]
Pair = tuple[Ids, Ids]

_CLOSEST = ("same", "within", "state", "country", "unnamed", "unknown", "other")

STATE = frozenset({"country", "institution"})
VAGUE = frozenset({"city", "place", "region"})
"""Places of which one may lie in another without the gazetteer knowing."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entity: ``around`` are the ids of the places that it lies in, at any remove."""

    kind: str
    country: str | None
    around: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class World:
    """What is known of entities, by id; what two sets of them come to is worked out once."""

    known: Mapping[str, Known]
    _parties: dict[Pair, Party] = field(default_factory=dict, init=False, repr=False, compare=False)
    _places: dict[Pair, Where] = field(default_factory=dict, init=False, repr=False, compare=False)

    def country(self, id: str) -> str | None:
        """The ISO 3166 alpha-3 code of the entity's country."""
        return self.known[id].country

    def parties(self, ones: Ids, others: Ids) -> Party:
        """How the two actors stand that are closest; nothing is known where one side has none."""
        if (pair := (ones, others)) not in self._parties:
            found = (self._party(one, other) for one in ones for other in others)
            self._parties[pair] = min(found, key=_CLOSEST.index, default="unknown")
        return self._parties[pair]

    def places(self, ones: Ids, others: Ids) -> Where:
        """How the two places stand that are closest; nothing is known where one side has none."""
        if (pair := (ones, others)) not in self._places:
            found = (self._place(one, other) for one in ones for other in others)
            self._places[pair] = min(found, key=_CLOSEST.index, default="unknown")
        return self._places[pair]

    def _party(self, one: str, other: str) -> Party:
        """How two actors stand: the same, of one state, or not to be told apart for certain."""
        if one == other:
            return "same"
        a, b = self.known[one], self.known[other]
        kinds = {a.kind, b.kind}
        if kinds <= STATE and a.country is not None and a.country == b.country:
            return "state"
        if "group" in kinds:
            return "unnamed"
        if "person" in kinds and kinds != {"person"}:
            return "unknown"
        return "other"

    def _place(self, one: str, other: str) -> Where:
        """How two places stand; two of one country that are no more than named may be one."""
        a, b = self.known[one], self.known[other]
        if one == other:
            return "country" if a.kind == "country" else "same"
        if other in a.around or one in b.around:
            outer = b if other in a.around else a
            return "country" if outer.kind == "country" else "within"
        alike = a.country is None or b.country is None or a.country == b.country
        if (
            alike
            and a.kind != b.kind
            and {a.kind, b.kind} & VAGUE
            and "country" not in {a.kind, b.kind}
        ):
            return "unknown"
        return "other"


def world(entities: Iterable[Entity], within: Iterable[tuple[str, str]]) -> World:
    """The world of resolved entities: ``within`` are pairs of a place and the one it lies in."""
    outer: dict[str, set[str]] = {}
    for low, high in within:
        outer.setdefault(low, set()).add(high)
    return World({e.id: Known(e.kind, e.country, _around(e.id, outer)) for e in entities})


def _around(id: str, outer: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(outer.get(id, ()))
    while waiting:
        next_ = waiting.pop()
        if next_ not in found:
            found.add(next_)
            waiting += outer.get(next_, ())
    return frozenset(found)
