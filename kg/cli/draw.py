"""``kg draw``: the graph as a picture."""

from pathlib import Path

import click

from kg.cli.options import save
from kg.cli.store import Common, graph_of
from kg.ontology.relations import load_relations

TIES = """
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.claims IS NOT NULL
RETURN a.id AS source, a.name AS source_name, a.kind AS source_kind, type(r) AS relation,
       b.id AS target, b.name AS target_name, b.kind AS target_kind,
       r.claims AS claims, r.asserted AS asserted
ORDER BY claims DESC, source, relation, target
LIMIT $limit
"""


@click.command()
@click.option(
    "-o", "output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="A file."
)
@click.option(
    "--limit",
    type=click.IntRange(1, 120),
    default=60,
    show_default=True,
    help="How many ties to draw, those with most claims first.",
)
@click.pass_obj
def draw(common: Common, output: Path, limit: int) -> None:
    """Draw who does what to whom as an SVG picture."""
    from kg.draw import draw as drawn  # loads numpy, which other verbs do without

    relations = load_relations().relations
    with graph_of(common) as store:
        ties = store.query(TIES, {"limit": limit})
    types = {name: relation.event_type for name, relation in relations.items()}
    save(drawn(ties, types), output)
