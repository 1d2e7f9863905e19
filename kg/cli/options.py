"""Options and small acts that several verbs share."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, TypeVar

import click

from kg.decide import Decision
from kg.errors import ConfigError
from kg.records import Table
from kg.report import FORMATS, Section, plain, render, render_sections

Verb = TypeVar("Verb", bound=Callable[..., Any])


def packs_option(verb: Verb) -> Verb:
    """``--packs DIR``, as often as wanted."""
    return click.option(
        "--packs",
        "folders",
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="A folder with packs of your own, beside those that come with kg.",
    )(verb)


def again_option(verb: Verb) -> Verb:
    """``--again``."""
    told = "Show again the pairs of which somebody was unsure."
    return click.option("--again", is_flag=True, help=told)(verb)


def format_option(*formats: str) -> Callable[[Verb], Verb]:
    """``--format``, one of ``formats`` (default: all there are), the first unless said."""
    names = formats or tuple(FORMATS)
    return click.option(
        "--format", "format", type=click.Choice(names), default=names[0], show_default=True
    )


def show(table: Table, format: str) -> None:
    """Print the table, no wider than the terminal where there is one."""
    click.echo(render(table, format, terminal_width()), nl=False)


def show_sections(sections: Iterable[Section], format: str) -> None:
    """Print titled tables, no wider than the terminal where there is one."""
    click.echo(render_sections(sections, format, terminal_width()), nl=False)


def terminal_width() -> int | None:
    """Columns of the terminal; None where output goes elsewhere."""
    return get_terminal_size().columns if sys.stdout.isatty() else None


def save(text: str, path: Path) -> None:
    """Write the text to the file. Raises ConfigError where it cannot be."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{path} cannot be written: {error.strerror}.") from error


def tell_absent(found: Iterable[tuple[Decision, str]]) -> None:
    """Report decisions about entities that the graph does not hold."""
    for decision, key in found:
        told = f"{decision.origin} is about {key}, which the graph does not hold; it is kept."
        click.echo(plain(told), err=True)
