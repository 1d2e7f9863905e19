"""``kg packs``: what can be asked."""

from pathlib import Path

import click

from kg.cli.options import format_option, packs_option, show
from kg.packs import Pack, Parameter, Query, find_packs, load_pack
from kg.records import Table
from kg.report import to_json


@click.command()
@click.argument("pack", required=False)
@format_option()
@packs_option
def packs(pack: str | None, format: str, folders: tuple[Path, ...]) -> None:
    """List the packs, or the queries of PACK with their parameters.

    A graph twin is a query that returns paths, for Neo4j Browser alone.
    """
    if pack is None:
        show(list_packs([load_pack(name, folders) for name in find_packs(folders)]), format)
    else:
        show(list_queries(load_pack(pack, folders)), format)


def list_packs(found: list[Pack]) -> Table:
    """A row for each pack."""
    columns = ("pack", "title", "queries", "about")
    return Table(columns, tuple((p.name, p.title, len(p.queries), p.about) for p in found))


def list_queries(pack: Pack) -> Table:
    """A row for each query, in the order of the pack's report."""
    twins = {query.name.partition(".")[0]: query.path.name for query in pack.twins}
    columns = ("query", "title", "parameters", "graph_twin")
    return Table(columns, tuple((*_described(each), twins.get(each.name)) for each in pack.queries))


def _described(query: Query) -> tuple[str, str, tuple[str, ...]]:
    return f"{query.pack}/{query.name}", query.title, tuple(map(_usage, query.parameters))


def _usage(parameter: Parameter) -> str:
    """The parameter as it would be given: ``limit=25``, ``actor=STRING``."""
    if parameter.default is None:
        return f"{parameter.name}={parameter.type.upper()}"
    default = parameter.default
    if isinstance(default, tuple):
        return f"{parameter.name}={','.join(map(str, default))}"
    return f"{parameter.name}={default if isinstance(default, str) else to_json(default)}"
