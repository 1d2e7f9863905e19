"""``kg same``, ``kg different``, ``kg rename``, ``kg undo``: decisions on who is who."""

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
from kg.schema import graph_schema
from kg.stores.base import GraphStore

if TYPE_CHECKING:
    from kg.ontology.gazetteer import Gazetteer

Command = TypeVar("Command", bound=Callable[..., Any])
Made = Callable[[int, Callable[[str], str]], Decision]
"""Makes a decision of its number and of what finds the key that words stand for."""


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
    _decide(common, lambda n, find: Decision(n, "same", (find(a), find(b)), ""), **told)


@click.command()
@click.argument("a")
@click.argument("b")
@decision_options
@click.pass_obj
def different(common: Common, /, a: str, b: str, **told: Any) -> None:  # noqa: ANN401
    """Decide that A and B are two, so that no decision joins them."""
    _decide(common, lambda n, find: Decision(n, "different", (find(a), find(b)), ""), **told)


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
    _decide(common, lambda n, find: Decision(n, "rename", (find(a),), "", name=shown), **told)


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
    _decide(common, lambda n, _: Decision(n, "undo", (), "", undoes=number), **told)


def _decide(
    common: Common, made: Made, *, why: str, by: str | None, gazetteers: tuple[Path, ...]
) -> None:
    """Add a decision that can stand to the file, and bring the graph in line with it."""
    from kg.regraph import find_key

    names = loaded_names(gazetteers)
    with graph_of(common) as store:
        store.setup(graph_schema(load_relations().relations))
        file = Deciding(store, names, decisions_path(common), by)
        file.decide(lambda number: made(number, lambda words: find_key(store, names, words)), why)


class Deciding:
    """What turns what somebody decides into a record and a graph in line with it."""

    def __init__(self, store: GraphStore, names: "Gazetteer", path: Path, by: str | None) -> None:
        self.store = store
        self.names = names
        self.path = path
        self.by = by or load_settings().by
        self.made = read_decisions(path)
        self.come_to = self._come_to(self.made)

    def decide(self, made: Callable[[int], Decision], why: str) -> None:
        """Add the decision of the next number, apply it, and tell what it did."""
        from kg.regraph import absent, regraph

        number = self.made[-1].number + 1 if self.made else 1
        new = self._signed(made(number), why)
        come_to = self._come_to((*self.made, new))
        append_decision(self.path, new)
        self.made, self.come_to = (*self.made, new), come_to
        claims = regraph(self.store, self.names, come_to)
        click.echo(plain(f"{number}: {new.told()}; {claims} claims were resolved anew"))
        left = absent(self.store, standing(self.made), come_to)
        tell_absent(each for each in left if each[0] is new)

    def _come_to(self, made: tuple[Decision, ...]) -> Identities:
        return identities(standing(made), self.names.kind_of, self.names.distinct)

    def _signed(self, decision: Decision, why: str) -> Decision:
        """The decision with who made it, when and why."""
        today = datetime.now(UTC).date().isoformat()
        origin = f"{self.path}:{decision.number}"
        return replace(decision, why=why, by=self.by, date=today, origin=origin)
