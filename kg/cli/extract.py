"""``kg extract``: the claims of articles, without a graph."""

import sys
from pathlib import Path

import click

from kg.cli.reading import extractor_option, gazetteer_option, loaded, paths_argument, tell
from kg.lines import FORMATS
from kg.records import Failure


@click.command()
@paths_argument
@click.option(
    "--format", "format", type=click.Choice(tuple(FORMATS)), default="text", show_default=True
)
@gazetteer_option
@extractor_option
def extract(
    paths: tuple[str, ...], format: str, gazetteers: tuple[Path, ...], extractors: tuple[str, ...]
) -> None:
    """Print the claims of articles: for people, or as JSON lines with --format jsonl."""
    from kg.pipeline import documents
    from kg.pipeline import extract as run

    failures: list[Failure] = []
    write = FORMATS[format]
    found = documents(paths, sys.stdin.buffer, failures.append)
    for _, claims in run(found, loaded(extractors, gazetteers)):
        for claim in claims:
            click.echo(write(claim))
    tell(failures)
