"""What the verbs that read articles share: their options, their failures, and the loaded reading."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.config import load_settings
from kg.records import Failure
from kg.report import plain

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


def loaded(extractors: tuple[str, ...], gazetteers: tuple[Path, ...]) -> "Reading":  # noqa: F821
    """The reading that options and settings ask for."""
    from kg.ontology.gazetteer import load_gazetteer
    from kg.pipeline import load_reading

    settings = load_settings()
    names = load_gazetteer(gazetteers or settings.gazetteers)
    return load_reading(extractors or settings.extractors, settings.spacy_model, names)


def tell(failures: list[Failure]) -> None:
    """Print each failure to standard error, and leave with exit code 1 where there is one."""
    for failure in failures:
        click.echo(plain(f"{failure.origin} {failure.reason}."), err=True)
    if failures:
        raise SystemExit(1)
