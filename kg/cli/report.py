"""``kg report``: a pack as a document."""

from pathlib import Path

import click

from kg.cli.options import packs_option, save
from kg.cli.store import Common, graph_of
from kg.packs import Pack, bind, load_pack, run_query
from kg.report import Section, markdown_report
from kg.stores.base import GraphStore


@click.command()
@click.argument("pack")
@click.option("-o", "output", type=click.Path(dir_okay=False, path_type=Path), help="A file.")
@packs_option
@click.pass_obj
def report(common: Common, pack: str, output: Path | None, folders: tuple[Path, ...]) -> None:
    """Write all queries of PACK, with their defaults, as one Markdown document."""
    asked = load_pack(pack, folders)
    with graph_of(common) as store:
        text = pack_report(store, asked)
    if output is None:
        click.echo(text, nl=False)
    else:
        save(text, output)


def pack_report(store: GraphStore, pack: Pack) -> str:
    """The Markdown document of a pack."""
    sections = [
        Section(query.title, query.about, run_query(store, query, bind(query)))
        for query in pack.queries
    ]
    return markdown_report(pack.title, pack.about, sections)
