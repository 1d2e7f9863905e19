"""``kg build``: articles in, graph out."""

import itertools
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import tell_absent
from kg.cli.reading import (
    extractor_option,
    failures,
    gazetteer_option,
    paths_argument,
    processes_option,
    reader,
)
from kg.cli.store import Common, decisions_path, graph_of

if TYPE_CHECKING:
    from kg.pipeline import Summary


@click.command()
@paths_argument
@gazetteer_option
@extractor_option
@click.option(
    "--prune",
    is_flag=True,
    help="Then take back every article that is not among those read from the PATHs; nothing is "
    "taken back where anything could not be read.",
)
@processes_option
@click.pass_obj
def build(
    common: Common,
    *,
    paths: tuple[str, ...],
    gazetteers: tuple[Path, ...],
    extractors: tuple[str, ...],
    prune: bool,
    processes: int,
) -> None:
    """Read articles and add what they claim to the graph.

    PATH is a text file, a file of JSON lines, a folder of such files, a pattern, or - for standard
    input. Articles that the graph holds already are passed over, so a build that was stopped can be
    run again. An article whose id the graph holds with another text or details, or read by other
    extractors, is replaced.

    With --prune the graph holds the articles of these PATHs alone in the end: name all of them. An
    article that is too much for an extractor or too long, or a file, line or folder that cannot be
    read, is no article that is gone, so then nothing is taken back and the exit code is 1.
    """
    from kg.decide import read_decisions, standing
    from kg.pipeline import BATCH, documents
    from kg.pipeline import build as run
    from kg.pipeline import prune as take_back
    from kg.regraph import absent

    started = time.monotonic()
    decisions = read_decisions(decisions_path(common))
    reads = reader(processes, extractors, gazetteers, decisions)
    with failures(common.debug) as failed, reads as reading:
        found = documents(paths, sys.stdin.buffer, failed)
        with graph_of(common, create=True) as store, _progress() as step:
            summary = run(found, store, reading, failed, step=step, batch=BATCH * processes)
            gone = take_back(summary.ids, store, batch=BATCH) if prune and not failed.found else 0
            without = absent(store, standing(decisions), reading.identities)
        click.echo(_told(summary, gone, time.monotonic() - started))
        tell_absent(without)
        if prune and failed.found:
            click.echo("Nothing was taken back, as not all could be read:", err=True)


@contextmanager
def _progress() -> Iterator[Callable[[int], None]]:
    """A bar on standard error where that is a terminal; how many articles come is not known."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(
        itertools.count(), label="articles", show_pos=True, show_eta=False, file=sys.stderr
    ) as bar:
        yield bar.update


def _told(summary: "Summary", gone: int, seconds: float) -> str:
    """The counts of what was written, the time, and what else there is to tell."""
    counts = {
        "articles": summary.articles,
        "sentences": summary.sentences,
        "claims": summary.claims,
        "entities": len(summary.entities),
        "events": len(summary.events),
    }
    told = ", ".join(f"{n} {name}" for name, n in counts.items())
    beside = {
        "replaced": summary.replaced,
        "articles were in the graph already": summary.unchanged,
        "taken back": gone,
        "entities were brought in line with the decisions": summary.followed,
    }
    return "; ".join(
        [f"{told}, {seconds:.1f} seconds", *(f"{n} {what}" for what, n in beside.items() if n)]
    )
