"""Decisions -> who stands for whom, under which name; what contradicts itself is refused."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.decide.contradictions import check_apart, check_kinds
from kg.decide.records import Decision
from kg.ids import key_parts

if TYPE_CHECKING:
    import networkx

KindOf = Callable[[str], str | None]
"""The kind of the entity that a key stands for; None where nobody knows the key."""


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that are one entity: the ``chief`` that stands for them and what it is ``also``.

    ``name`` is what a decision calls it; ``numbers`` are the decisions that shape it. ``called``
    are those of ``also`` that are the chief under a wrong kind, and so tell its name.
    """

    chief: str
    also: tuple[str, ...] = ()
    name: str | None = None
    numbers: tuple[int, ...] = ()
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identities:
    """What decisions come to: the group of each key that they shape."""

    groups: Mapping[str, Group] = field(default_factory=dict)

    def of(self, key: str) -> Group:
        """The group of a key, its own where nothing was decided of it."""
        return self.groups.get(key) or Group(key)


UNDECIDED = Identities()
"""Nothing was decided."""


def identities(
    decisions: Iterable[Decision],
    kind_of: KindOf,
    distinct: Iterable[tuple[str, str]] = (),
) -> Identities:
    """What standing decisions come to.

    The gazetteer's key stands for the others, else one of the kind that was decided, of these the
    longest name, else the first by alphabet. A kind holds for all that are one. ``distinct`` are
    pairs that the gazetteer keeps apart. A key that nobody knows joins nothing until somebody does.
    Raises DecisionError where decisions contradict each other.
    """
    made = tuple(decisions)
    if not made:
        return UNDECIDED
    import networkx  # loads slowly, and most graphs have no decisions

    joined = _joined(made)
    check_kinds(joined, made, kind_of)
    check_apart(joined, made, distinct)
    shaping = _by_first(made)
    groups = (_group(keys, shaping, kind_of) for keys in networkx.connected_components(joined))
    found = [group for group in groups if group is not None]
    return Identities({key: group for group in found for key in (group.chief, *group.also)})


def _joined(decisions: Iterable[Decision]) -> "networkx.Graph[str]":
    """Keys, with an edge for each ``same`` and ``kind``; whoever is renamed is there as well."""
    import networkx

    joined: networkx.Graph[str] = networkx.Graph()
    for decision in decisions:
        if decision.verb in {"same", "kind"}:
            joined.add_edge(*decision.entities, decision=decision)
        elif decision.verb == "rename":
            joined.add_node(decision.entities[0])
    return joined


def _by_first(decisions: Iterable[Decision]) -> Mapping[str, list[Decision]]:
    """The decisions that shape entities, by the first of their keys."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.verb in {"same", "kind", "rename"}:
            found.setdefault(decision.entities[0], []).append(decision)
    return found


def _group(
    keys: set[str], decisions: Mapping[str, list[Decision]], kind_of: KindOf
) -> Group | None:
    """The keys as a group; None where no decision shapes an entity that is known."""
    found = (each for key in keys for each in decisions.get(key, ()))
    shaping = sorted(found, key=lambda each: each.number)
    kinds = {d.entities[0]: d.entities[1] for d in shaping if d.verb == "kind"}
    right = {kind_of(key) for key in kinds.values()}
    ranked = sorted((kind_of(key) not in right, *_rank(key), key) for key in keys)
    known = [key for *_, key in ranked if kind_of(key) is not None]
    renames = [d for d in shaping if d.verb == "rename" and d.entities[0] in known][-1:]
    if len(known) < 2 and not renames:
        return None
    joins = [d for d in shaping if d.verb != "rename"]
    numbers = sorted(d.number for d in (*(joins if len(known) > 1 else ()), *renames))
    name = renames[0].name if renames else None
    called = sorted(key for key, other in kinds.items() if other == known[0])
    return Group(known[0], tuple(sorted(known[1:])), name, tuple(numbers), tuple(called))


def _rank(key: str) -> tuple[bool, int]:
    parts = key_parts(key)
    return parts is not None, -len(parts[1]) if parts else 0
