"""``kg build``: articles in, graph out."""

import itertools
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.reading import extractor_option, failures, gazetteer_option, loaded, paths_argument
from kg.cli.store import Common, graph_of

if TYPE_CHECKING:
    from kg.pipeline import Summary


@click.command()
@paths_argument
@gazetteer_option
@extractor_option
@click.pass_obj
def build(
    common: Common,
    paths: tuple[str, ...],
    gazetteers: tuple[Path, ...],
    extractors: tuple[str, ...],
) -> None:
    """Read articles and add what they claim to the graph.

    PATH is a text file, a file of JSON lines, a folder of such files, a pattern, or - for standard
    input. Articles that the graph holds already are passed over, so a build that was stopped can be
    run again.
    """
    from kg.pipeline import build as run
    from kg.pipeline import documents

    started = time.monotonic()
    reading = loaded(extractors, gazetteers)
    with failures(common.debug) as failed:
        found = documents(paths, sys.stdin.buffer, failed)
        with graph_of(common, create=True) as store, _progress() as step:
            summary = run(found, store, reading, failed, step=step)
        click.echo(_told(summary, time.monotonic() - started))


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


def _told(summary: "Summary", seconds: float) -> str:
    counts = {
        "articles": summary.articles,
        "sentences": summary.sentences,
        "claims": summary.claims,
        "entities": len(summary.entities),
        "events": len(summary.events),
    }
    told = ", ".join(f"{n} {name}" for name, n in counts.items())
    already = summary.unchanged
    passed = f"; {already} articles were in the graph already" if already else ""
    return f"{told}, {seconds:.1f} seconds{passed}"
