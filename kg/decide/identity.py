"""Decisions -> who stands for whom, under which name; what contradicts itself is refused."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.decide.records import Decision
from kg.errors import DecisionError
from kg.ids import key_parts
from kg.schema import KIND_LABELS

if TYPE_CHECKING:
    import networkx

KindOf = Callable[[str], str | None]
"""The kind of the entity that a key stands for; None where nobody knows the key."""


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that are one entity: the ``chief`` that stands for them and what it is ``also``.

    ``name`` is what a decision calls it; ``numbers`` are the decisions that shape it.
    """

    chief: str
    also: tuple[str, ...] = ()
    name: str | None = None
    numbers: tuple[int, ...] = ()


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

    The gazetteer's key stands for the others, else the longest name, else the first by alphabet.
    ``distinct`` are pairs that the gazetteer keeps apart. A key that nobody knows joins nothing
    until somebody does. Raises DecisionError where decisions contradict each other.
    """
    made = tuple(decisions)
    if not made:
        return UNDECIDED
    import networkx  # loads slowly, and most graphs have no decisions

    joined = _joined(made, kind_of)
    _keep_apart(joined, made, distinct)
    groups = (_group(keys, made, kind_of) for keys in networkx.connected_components(joined))
    found = [group for group in groups if group is not None]
    return Identities({key: group for group in found for key in (group.chief, *group.also)})


def _joined(decisions: Iterable[Decision], kind_of: KindOf) -> "networkx.Graph[str]":
    """Keys, with an edge for each ``same``; whoever is renamed is there as well."""
    import networkx

    joined: networkx.Graph[str] = networkx.Graph()
    for decision in decisions:
        if decision.verb == "same":
            _check_kinds(decision, kind_of)
            joined.add_edge(*decision.entities, decision=decision)
        elif decision.verb == "rename":
            joined.add_node(decision.entities[0])
    return joined


def _check_kinds(decision: Decision, kind_of: KindOf) -> None:
    first, second = decision.entities
    if first == second:
        raise _refused(decision, f"{first} is one entity already")
    kinds = [kind_of(key) for key in decision.entities]
    if None not in kinds and len({KIND_LABELS[str(kind)] for kind in kinds}) > 1:
        told = f"{first} is of kind {kinds[0]} and {second} of kind {kinds[1]}"
        raise _refused(decision, f"{told}, and no node can be both")


def _keep_apart(
    joined: "networkx.Graph[str]",
    decisions: Iterable[Decision],
    distinct: Iterable[tuple[str, str]],
) -> None:
    """Refuse two entities that are kept apart and joined all the same."""
    apart = [(d.entities, f"(decision {d.number})") for d in decisions if d.verb == "different"]
    apart += [(pair, "(the gazetteer)") for pair in distinct]
    for (first, second), by in apart:
        if first == second:
            raise DecisionError(f"{first} cannot be different from itself; undo {by}.")
        if joined.has_node(first) and joined.has_node(second):
            _check_apart(joined, first, second, by)


def _check_apart(joined: "networkx.Graph[str]", first: str, second: str, by: str) -> None:
    import networkx

    if not networkx.has_path(joined, first, second):
        return
    steps = networkx.utils.pairwise(networkx.shortest_path(joined, first, second))
    chain = [f"{a} same {b} (decision {joined[a][b]['decision'].number})" for a, b in steps]
    against = f"but {first} different {second} {by}"
    raise DecisionError(
        f"Decisions contradict each other: {', '.join(chain)}, {against}; undo one of them."
    )


def _group(keys: set[str], decisions: tuple[Decision, ...], kind_of: KindOf) -> Group | None:
    """The keys as a group; None where no decision shapes an entity that is known."""
    known = sorted((key for key in keys if kind_of(key) is not None), key=_rank)
    renames = [d for d in decisions if d.verb == "rename" and d.entities[0] in known][-1:]
    if len(known) < 2 and not renames:
        return None
    joins = [d for d in decisions if d.verb == "same" and keys.issuperset(d.entities)]
    numbers = sorted(d.number for d in (*(joins if len(known) > 1 else ()), *renames))
    name = renames[0].name if renames else None
    return Group(known[0], tuple(sorted(known[1:])), name, tuple(numbers))


def _rank(key: str) -> tuple[bool, int, str]:
    parts = key_parts(key)
    return parts is not None, -len(parts[1]) if parts else 0, key


def _refused(decision: Decision, reason: str) -> DecisionError:
    return DecisionError(f"Decision {decision.number} cannot stand: {reason}.")
