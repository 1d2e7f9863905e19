"""Refuses decisions that cannot stand together, with the chain of those that lead to it."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg.decide.records import Decision
from kg.errors import DecisionError
from kg.ids import key_parts

if TYPE_CHECKING:
    import networkx


class Fixed(NamedTuple):
    """A key whose kind is beyond doubt, and what makes it so: a decision or the gazetteer."""

    key: str
    kind: str | None
    by: Decision | None

    def told(self) -> str:
        """The kind, in words."""
        return f"{self.key} is of kind {self.kind} {_source(self.by)}"


def check_kinds(
    joined: "networkx.Graph[str]",
    decisions: Sequence[Decision],
    kind_of: Callable[[str], str | None],
) -> None:
    """Refuse two kinds for one entity. ``joined`` has an edge for each decision that joins."""
    import networkx

    decided: dict[str, Fixed] = {}
    for decision in decisions:
        if decision.verb == "kind":
            _check_kind(decision, kind_of)
            key, right = decision.entities
            first = Fixed(key, kind_of(right), decision)
            if key in decided:
                _check_one(joined, decided[key], first)
            else:
                decided |= dict.fromkeys(networkx.node_connected_component(joined, key), first)
    for key in sorted(decided):
        if key_parts(key) is None and (kind := kind_of(key)):
            _check_one(joined, decided[key], Fixed(key, kind, None))
    for decision in decisions:
        if decision.verb == "same":
            _check_same(decision, kind_of, free=decision.entities[0] in decided)


def check_apart(
    joined: "networkx.Graph[str]",
    decisions: Iterable[Decision],
    distinct: Iterable[tuple[str, str]],
) -> None:
    """Refuse two entities that are kept apart and joined all the same.

    ``distinct`` are pairs that the gazetteer keeps apart.
    """
    import networkx

    apart = [(d.entities, d) for d in decisions if d.verb == "different"]
    for (first, second), by in (*apart, *((pair, None) for pair in distinct)):
        if first == second:
            raise DecisionError(f"{first} cannot be different from itself; undo {_source(by)}.")
        if not joined.has_node(first) or not joined.has_node(second):
            continue
        if networkx.has_path(joined, first, second):
            against = f"{first} different {second} {_source(by)}"
            raise _contradiction(_steps(joined, first, second), against)


def _check_one(joined: "networkx.Graph[str]", first: Fixed, other: Fixed) -> None:
    """Refuse another kind for what is one with the first."""
    if first.kind != other.kind:
        steps = _steps(joined, first.key, other.key, (first.by, other.by))
        raise _contradiction([first.told(), *steps], other.told())


def _check_kind(decision: Decision, kind_of: Callable[[str], str | None]) -> None:
    wrong, right = decision.entities
    for key in decision.entities:
        if key_parts(key) is None:
            listed = f"the gazetteer knows {key}, and a file of your own (--gazetteer) corrects it"
            raise _refused(decision, listed)
    if kind_of(wrong) == kind_of(right):
        raise _refused(decision, f"{wrong} is of kind {kind_of(right)} already")


def _check_same(decision: Decision, kind_of: Callable[[str], str | None], free: bool) -> None:
    """Refuse to join two kinds, unless a decision says which is right and they are ``free``."""
    first, second = decision.entities
    if first == second:
        raise _refused(decision, f"{first} is one entity already")
    kinds = [kind_of(key) for key in decision.entities]
    if not free and None not in kinds and kinds[0] != kinds[1]:
        told = f"{first} is of kind {kinds[0]} and {second} of kind {kinds[1]}"
        raise _refused(decision, f"{told}, and no node can be both; kg kind corrects a kind")


def _steps(
    joined: "networkx.Graph[str]",
    first: str,
    last: str,
    told: tuple[Decision | None, ...] = (),
) -> list[str]:
    """The decisions that lead from one key to another, but those that are ``told`` anyway."""
    import networkx

    found = []
    for one, two in networkx.utils.pairwise(networkx.shortest_path(joined, first, last)):
        decision = joined[one][two]["decision"]
        if decision not in told:
            step = f"{one} same {two}" if decision.verb == "same" else decision.told()
            found.append(f"{step} {_source(decision)}")
    return found


def _source(by: Decision | None) -> str:
    return f"(decision {by.number})" if by else "(the gazetteer)"


def _contradiction(chain: list[str], against: str) -> DecisionError:
    told = f"{', '.join(chain)}, but {against}"
    return DecisionError(f"Decisions contradict each other: {told}; undo one of them.")


def _refused(decision: Decision, reason: str) -> DecisionError:
    return DecisionError(f"Decision {decision.number} cannot stand: {reason}.")
