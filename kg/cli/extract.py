"""``kg extract``: the claims of articles, without a graph."""

import sys
from pathlib import Path

import click

from kg.cli.reading import (
    extractor_option,
    failures,
    gazetteer_option,
    paths_argument,
    processes_option,
    reader,
)
from kg.cli.store import Common, decisions_path
from kg.lines import FORMATS


@click.command()
@paths_argument
@click.option(
    "--format", "format", type=click.Choice(tuple(FORMATS)), default="text", show_default=True
)
@click.option("--explain", "explains", is_flag=True, help="Tell why each claim is made.")
@gazetteer_option
@extractor_option
@processes_option
@click.pass_obj
def extract(
    common: Common,
    *,
    paths: tuple[str, ...],
    format: str,
    explains: bool,
    gazetteers: tuple[Path, ...],
    extractors: tuple[str, ...],
    processes: int,
) -> None:
    """Print the claims of articles: for people, or as JSON lines with --format jsonl."""
    from kg.decide import read_decisions
    from kg.pipeline import documents
    from kg.pipeline import extract as run

    write = FORMATS[format]
    decisions = read_decisions(decisions_path(common))
    reads = reader(processes, extractors, gazetteers, decisions, explains)
    with failures(common.debug) as failed, reads as reading:
        found = documents(paths, sys.stdin.buffer, failed)
        for _, claims in run(found, reading, failed):
            for claim in claims:
                click.echo(write(claim))
