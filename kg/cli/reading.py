"""What the verbs that read articles share: options, failures, and the loaded reading."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.config import load_settings
from kg.records import Failure
from kg.report import plain

if TYPE_CHECKING:
    from kg.decide import Decision
    from kg.ontology.gazetteer import Gazetteer
    from kg.reading import Reader, Reading

Verb = TypeVar("Verb", bound=Callable[..., Any])


def paths_argument(verb: Verb) -> Verb:
    """The paths, at least one."""
    return click.argument("paths", nargs=-1, required=True, metavar="PATH...")(verb)


def gazetteer_option(verb: Verb) -> Verb:
    """``--gazetteer FILE``, as often as wanted."""
    return click.option(
        "--gazetteer",
        "gazetteers",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Names of your own (TOML), which win over those that come with kg.",
    )(verb)


def extractor_option(verb: Verb) -> Verb:
    """``--extractor NAME``, as often as wanted."""
    return click.option(
        "--extractor",
        "extractors",
        multiple=True,
        metavar="NAME",
        help="An installed extractor; several may run.  [default: KG_EXTRACTORS, else rules]",
    )(verb)


def processes_option(verb: Verb) -> Verb:
    """``--processes N``."""
    return click.option(
        "--processes",
        type=click.IntRange(1, 64),
        default=1,
        show_default=True,
        help="How many processes read articles; each loads the model for itself.",
    )(verb)


@contextmanager
def reader(
    processes: int,
    extractors: tuple[str, ...],
    gazetteers: tuple[Path, ...],
    decisions: "tuple[Decision, ...]" = (),
    explains: bool = False,
) -> "Iterator[Reader]":
    """What reads articles, in this process or in several, as options and settings ask for."""
    if processes == 1:
        yield loaded(extractors, gazetteers, decisions, explains)
        return
    from kg.decide import identities, standing
    from kg.workers import Workers

    load = partial(loaded, extractors, gazetteers, (), explains)
    names = loaded_names(gazetteers)
    made = identities(standing(decisions), names.kind_of, names.distinct)
    with Workers(processes, load, names, made) as workers:
        yield workers


def loaded_names(gazetteers: tuple[Path, ...]) -> "Gazetteer":
    """The names that options and settings ask for."""
    from kg.ontology.gazetteer import load_gazetteer

    return load_gazetteer(gazetteers or load_settings().gazetteers)


def loaded(
    extractors: tuple[str, ...],
    gazetteers: tuple[Path, ...],
    decisions: "tuple[Decision, ...]" = (),
    explains: bool = False,
) -> "Reading":
    """The reading that options and settings ask for, with what decisions come to."""
    from kg.decide import identities, standing
    from kg.reading import load_reading

    settings = load_settings()
    names = loaded_names(gazetteers)
    made = identities(standing(decisions), names.kind_of, names.distinct)
    asked = extractors or settings.extractors
    return load_reading(asked, settings.spacy_model, names, made, explains)


class Failures:
    """Collects what was left out; with ``debug`` the traceback of an error is shown at once."""

    def __init__(self, debug: bool) -> None:
        self.found: list[Failure] = []
        self._debug = debug

    def __call__(self, failure: Failure) -> None:
        """Add one, while the error that was the reason is handled."""
        self.found.append(failure)
        if self._debug and sys.exc_info()[0] is not None:
            click.echo(traceback.format_exc(), err=True, nl=False)


@contextmanager
def failures(debug: bool) -> Iterator[Failures]:
    """Collects failures; at the end each goes to standard error and the exit code is 1."""
    failed = Failures(debug)
    try:
        yield failed
    finally:
        for failure in failed.found:
            click.echo(plain(f"{failure.origin} {failure.reason}."), err=True)
    if failed.found:
        raise SystemExit(1)
