"""``kg eval``: how well claims are drawn, against labels."""

import sys
from pathlib import Path

import click

from kg.cli.options import format_option, show_sections
from kg.cli.reading import extractor_option, failures, gazetteer_option, loaded
from kg.cli.store import Common

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("eval")
@click.argument("gold", type=_FILE)
@click.option("--articles", metavar="PATH", help="The articles that labelled claims are about.")
@click.option("--aliases", type=_FILE, help="Other names accepted for a name (a JSON object).")
@click.option("--misses", is_flag=True, help="List the labels that were missed.")
@click.option("--false", "wrong", is_flag=True, help="List the claims that no label explains.")
@format_option("table", "json", "md")
@gazetteer_option
@extractor_option
@click.pass_obj
def evaluate(
    common: Common,
    *,
    gold: Path,
    articles: str | None,
    aliases: Path | None,
    misses: bool,
    wrong: bool,
    format: str,
    gazetteers: tuple[Path, ...],
    extractors: tuple[str, ...],
) -> None:
    """Score the extractor against GOLD: JSON lines of labelled claims, or of sentence records.

    Labelled claims need --articles; sentence records hold their own text.
    """
    from kg.evaluate.gold import load_gold
    from kg.evaluate.names import Names, load_aliases
    from kg.evaluate.tables import sections
    from kg.pipeline import documents, extract

    labels = load_gold(gold)
    accepted = load_aliases(aliases) if aliases else {}
    if articles is None and labels.claims:
        raise click.UsageError("Labelled claims need --articles PATH: what they were drawn from.")
    reading = loaded(extractors, gazetteers)
    with failures(common.debug) as failed:
        found = documents([articles or str(gold)], sys.stdin.buffer, failed)
        claims = [claim for _, each in extract(found, reading, failed) for claim in each]
        names = Names(accepted, reading.gazetteer.entries)
        show_sections(sections(labels, claims, names, missed=misses, false=wrong), format)
