"""``kg same``, ``kg different``, ``kg rename``, ``kg undo``: decisions on who is who."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.cli.options import tell_absent
from kg.cli.reading import gazetteer_option, loaded_names
from kg.cli.store import Common, decisions_path, graph_of
from kg.config import load_settings
from kg.decide import Decision, append_decision, identities, read_decisions, standing, undone
from kg.errors import DecisionError
from kg.ontology.relations import load_relations
from kg.report import plain
from kg.schema import graph_schema

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
    from kg.regraph import absent, find_key, regraph

    path = decisions_path(common)
    before = read_decisions(path)
    names = loaded_names(gazetteers)
    with graph_of(common) as store:
        number = before[-1].number + 1 if before else 1
        new = made(number, lambda words: find_key(store, names, words))
        new = _signed(new, why, by, f"{path}:{number}")
        left = standing((*before, new))
        come_to = identities(left, names.kind_of, names.distinct)
        append_decision(path, new)
        store.setup(graph_schema(load_relations().relations))
        claims = regraph(store, names, come_to)
        click.echo(plain(f"{number}: {new.told()}; {claims} claims were resolved anew"))
        tell_absent(each for each in absent(store, left, come_to) if each[0] is new)


def _signed(decision: Decision, why: str, by: str | None, origin: str) -> Decision:
    """The decision with who made it, when and why."""
    from dataclasses import replace

    today = datetime.now(UTC).date().isoformat()
    by = by or load_settings().by
    return replace(decision, why=why, by=by, date=today, origin=origin)
