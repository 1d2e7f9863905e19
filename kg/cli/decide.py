"""``kg same``, ``kg different``, ``kg kind``, ``kg rename``, ``kg undo``: who is who and what."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.options import tell_absent
from kg.cli.reading import gazetteer_option, loaded_names
from kg.cli.store import Common, decisions_path, graph_of
from kg.config import load_settings
from kg.decide import (
    Decision,
    Identities,
    append_decision,
    identities,
    read_decisions,
    standing,
    undone,
)
from kg.errors import DecisionError
from kg.ontology.relations import load_relations
from kg.report import plain
from kg.schema import KIND_LABELS, graph_schema
from kg.stores.base import GraphStore

if TYPE_CHECKING:
    from kg.ontology.gazetteer import Gazetteer

Command = TypeVar("Command", bound=Callable[..., Any])
Keys = Callable[["Deciding"], tuple[str, ...]]
"""Finds the keys of the entities that a decision is about."""


def decision_options(verb: Command) -> Command:
    """``--why``, ``--by`` and ``--gazetteer``."""
    why = click.option("--why", required=True, metavar="TEXT", help="The reason.")
    by = click.option("--by", metavar="NAME", help="Who decides; else KG_BY, else your login.")
    verb = why(by(verb))
    return gazetteer_option(verb)


@click.command()
@click.argument("a")
@click.argument("b")
@decision_options
@click.pass_obj
def same(common: Common, /, a: str, b: str, **told: Any) -> None:  # noqa: ANN401
    """Decide that A and B are one entity.

    Each is a name or a key, as the property key of a node tells it. The entity of the gazetteer
    stands for both, else the one with the longer name. Claims keep their own words.
    """
    _decide(common, Decision(0, "same", (), ""), _named(a, b), **told)


@click.command()
@click.argument("a")
@click.argument("b")
@decision_options
@click.pass_obj
def different(common: Common, /, a: str, b: str, **told: Any) -> None:  # noqa: ANN401
    """Decide that A and B are two, so that no decision joins them."""
    _decide(common, Decision(0, "different", (), ""), _named(a, b), **told)


@click.command()
@click.argument("a")
@click.argument("kind", type=click.Choice(tuple(KIND_LABELS)))
@decision_options
@click.pass_obj
def kind(common: Common, /, a: str, kind: str, **told: Any) -> None:  # noqa: ANN401
    """Decide that A is of kind KIND.

    Where a name has nodes of several kinds, A is the one of another kind; name it by key where
    there are more. What it is now and what bears its name under the right kind are one from then
    on, and kg same may join it with others of that kind. Kinds of the gazetteer's own entities are
    corrected by a file of your own (--gazetteer).
    """

    def keys(file: Deciding) -> tuple[str, ...]:
        from kg.regraph import find_other_kind

        return find_other_kind(file.store, file.names, file.come_to, a, kind)

    _decide(common, Decision(0, "kind", (), ""), keys, **told)


@click.command()
@click.argument("a")
@click.argument("name")
@decision_options
@click.pass_obj
def rename(common: Common, /, a: str, name: str, **told: Any) -> None:  # noqa: ANN401
    """Decide that A is called NAME."""
    shown = " ".join(name.split())
    if not shown:
        raise click.UsageError("NAME is empty.")
    _decide(common, Decision(0, "rename", (), "", name=shown), _named(a), **told)


@click.command()
@click.argument("number", type=click.IntRange(1))
@decision_options
@click.pass_obj
def undo(common: Common, /, number: int, **told: Any) -> None:  # noqa: ANN401
    """Take decision NUMBER back; an undo can be undone as well."""
    found = read_decisions(decisions_path(common))
    if number not in {decision.number for decision in found}:
        raise DecisionError(f"There is no decision {number}; kg decisions lists them.")
    if by := undone(found).get(number):
        raise DecisionError(f"Decision {number} is undone already, by {by}.")
    _decide(common, Decision(0, "undo", (), "", undoes=number), _named(), **told)


def _named(*words: str) -> Keys:
    """Finds the entity of each of the words."""

    def keys(file: Deciding) -> tuple[str, ...]:
        from kg.regraph import find_key

        return tuple(find_key(file.store, file.names, each) for each in words)

    return keys


def _decide(
    common: Common,
    made: Decision,
    keys: Keys,
    *,
    why: str,
    by: str | None,
    gazetteers: tuple[Path, ...],
) -> None:
    """Add a decision that can stand to the file, and bring the graph in line with it."""
    names = loaded_names(gazetteers)
    with graph_of(common) as store:
        store.setup(graph_schema(load_relations().relations))
        file = Deciding(store, names, decisions_path(common), by)
        file.decide(replace(made, entities=keys(file), why=why))


class Deciding:
    """What turns what somebody decides into a record and a graph in line with it."""

    def __init__(self, store: GraphStore, names: "Gazetteer", path: Path, by: str | None) -> None:
        self.store = store
        self.names = names
        self.path = path
        self.by = by or load_settings().by
        self.made = read_decisions(path)
        self.come_to = self._come_to(self.made)

    def decide(self, made: Decision) -> None:
        """Add a decision under the next number, apply it, and tell what it did."""
        from kg.regraph import absent, regraph

        new = self._signed(made)
        come_to = self._come_to((*self.made, new))
        append_decision(self.path, new)
        self.made, self.come_to = (*self.made, new), come_to
        claims = regraph(self.store, self.names, come_to)
        click.echo(plain(f"{new.number}: {new.told()}; {claims} claims were resolved anew"))
        left = absent(self.store, standing(self.made), come_to)
        tell_absent(each for each in left if each[0] is new)

    def _come_to(self, made: tuple[Decision, ...]) -> Identities:
        return identities(standing(made), self.names.kind_of, self.names.distinct)

    def _signed(self, decision: Decision) -> Decision:
        """The decision with its number, who made it and when."""
        number = self.made[-1].number + 1 if self.made else 1
        today = datetime.now(UTC).date().isoformat()
        origin = f"{self.path}:{number}"
        return replace(decision, number=number, by=self.by, date=today, origin=origin)
