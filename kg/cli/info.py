"""``kg info``: how much of what the graph holds."""

import click

from kg.cli.options import format_option, show
from kg.cli.store import Common, graph_of
from kg.records import Table
from kg.report import to_json
from kg.stores.base import GraphStore

LABELS = """
MATCH (n) UNWIND labels(n) AS label
RETURN label AS name, count(*) AS count ORDER BY name
"""
RELATIONSHIPS = """
MATCH ()-[r]->() WITH type(r) AS name
RETURN name, count(*) AS count ORDER BY name
"""


@click.command()
@format_option("table", "json")
@click.pass_obj
def info(common: Common, format: str) -> None:
    """Count nodes by label and relationships by type; the same for the same graph."""
    with graph_of(common) as store:
        counts = count_graph(store)
    if format == "json":
        click.echo(to_json(counts, indent=2))
    else:
        rows = [(of, name, n) for of, found in counts.items() for name, n in found.items()]
        show(Table(("of", "name", "count"), tuple(rows)), "table")


def count_graph(store: GraphStore) -> dict[str, dict[str, int]]:
    """Counts by label under ``labels`` and by relationship type under ``relationships``."""
    found = {"labels": store.query(LABELS), "relationships": store.query(RELATIONSHIPS)}
    return {of: {str(name): int(str(n)) for name, n in table.rows} for of, table in found.items()}
