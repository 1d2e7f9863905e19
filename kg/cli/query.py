"""``kg query``: one question, answered."""

from pathlib import Path

import click

from kg.cli.options import format_option, packs_option, show
from kg.cli.store import Common, graph_of
from kg.packs import bind, load_query, run_query


@click.command()
@click.argument("address", metavar="PACK/NAME")
@click.option("-p", "given", multiple=True, metavar="NAME=VALUE", help="A parameter; see `packs`.")
@format_option()
@packs_option
@click.pass_obj
def query(
    common: Common, address: str, given: tuple[str, ...], format: str, folders: tuple[Path, ...]
) -> None:
    """Run the query NAME of PACK. A parameter with an empty value is null: no restriction."""
    asked = load_query(address, folders)
    params = bind(asked, given)
    with graph_of(common) as store:
        table = run_query(store, asked, params)
    show(table, format)
