"""``kg decisions``: what was decided."""

import click

from kg.cli.options import format_option, show
from kg.cli.store import Common, decisions_path
from kg.decide import Decision, read_decisions, undone
from kg.records import Table

COLUMNS = ("number", "decision", "why", "by", "date", "undone_by")


@click.command()
@format_option()
@click.pass_obj
def decisions(common: Common, format: str) -> None:
    """List all decisions, those that were undone as well."""
    show(list_decisions(read_decisions(decisions_path(common))), format)


def list_decisions(found: tuple[Decision, ...]) -> Table:
    """A row for each decision, in their order."""
    gone = undone(found)
    rows = ((d.number, d.told(), d.why, d.by, d.date, gone.get(d.number)) for d in found)
    return Table(COLUMNS, tuple(rows))
