"""``kg explain``: what stands behind a node or an edge."""

from pathlib import Path

import click

from kg.cli.options import format_option
from kg.cli.reading import gazetteer_option, loaded_names
from kg.cli.store import Common, decisions_path, graph_of
from kg.decide import read_decisions
from kg.ontology.relations import load_relations
from kg.report import to_json


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="NODE_OR_EDGE...")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="How many claims to show at most.",
)
@format_option("text", "json")
@gazetteer_option
@click.pass_obj
def explain(
    common: Common, *, words: tuple[str, ...], limit: int, format: str, gazetteers: tuple[Path, ...]
) -> None:
    """Print the claims and sentences behind a node or an edge, and what made them.

    A node is an entity by name or key, or an entity, event, claim, sentence or article by its id.
    An edge is what one does to another: Pakistan ACCUSES Afghanistan. Each claim tells who said it
    and how it stands, and which trigger, rule and extractor found it; decisions that joined or
    renamed entities follow with their reasons. Of an entity, what the gazetteer knows comes first,
    as background: kind, country, other names, ties to other parties, and what it is never one with.
    """
    from kg.inspect.evidence import explained
    from kg.inspect.subject import find_subject
    from kg.inspect.told import explained_text, explained_values

    lexicon = load_relations()
    made = read_decisions(decisions_path(common))
    with graph_of(common) as store:
        names = loaded_names(gazetteers)
        subject = find_subject(store, names, lexicon.relations, " ".join(words))
        found = explained(store, names, subject, limit)
    files = {each.rule: each.file for group in lexicon.triggers.values() for each in group}
    if format == "json":
        click.echo(to_json(explained_values(found, files, made), indent=2))
    else:
        click.echo(explained_text(found, files, made), nl=False)
