"""``kg query``: one question, answered."""

from pathlib import Path

import click

from kg.cli.options import format_option, packs_option, show
from kg.cli.store import Common, graph_of
from kg.packs import bind, load_query, run_query
from kg.records import Table


@click.command()
@click.argument("address", metavar="PACK/NAME")
@click.option("-p", "given", multiple=True, metavar="NAME=VALUE", help="A parameter; see `packs`.")
@click.option("-c", "--columns", metavar="NAME,...", help="Show these columns alone.")
@format_option()
@packs_option
@click.pass_obj
def query(
    common: Common,
    *,
    address: str,
    given: tuple[str, ...],
    columns: str | None,
    format: str,
    folders: tuple[Path, ...],
) -> None:
    """Run the query NAME of PACK. A parameter with an empty value is null: no restriction."""
    asked = load_query(address, folders)
    wanted = asked.columns if columns is None else named(columns, asked.columns)
    params = bind(asked, given)
    with graph_of(common) as store:
        table = run_query(store, asked, params)
    show(only(table, wanted), format)


def named(words: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that a list with commas names. Raises BadParameter where one is not ``known``."""
    names = tuple(word.strip() for word in words.split(","))
    for name in names:
        if name not in known:
            raise click.BadParameter(f"{name!r} is none of {', '.join(known)}")
    return names


def only(table: Table, columns: tuple[str, ...]) -> Table:
    """The table with these columns, in this order."""
    places = [table.columns.index(name) for name in columns]
    return Table(columns, tuple(tuple(row[place] for place in places) for row in table.rows))
