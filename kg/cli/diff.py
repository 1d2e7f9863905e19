"""``kg diff``: what sets two graphs apart."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option
from kg.cli.reading import Failures, extractor_option, failures, gazetteer_option, loaded
from kg.cli.store import Common, decisions_path, graph_of
from kg.decide import read_decisions
from kg.records import Value
from kg.report import plain, to_json
from kg.stores import GraphStore, open_store

if TYPE_CHECKING:
    from kg.inspect.compare import Difference, Sign
    from kg.reading import Reading

SIGNS: "dict[Sign, str]" = {"added": "+", "lost": "-", "changed": "~"}
LONGEST = 120
"""Characters of a value or name that the text shows."""


@click.command()
@click.argument("others", nargs=-1, required=True, metavar="OTHER")
@click.option("--build", "builds", is_flag=True, help="OTHER is a fresh build of these PATHs.")
@format_option("text", "json")
@gazetteer_option
@extractor_option
@click.pass_obj
def diff(
    common: Common,
    *,
    others: tuple[str, ...],
    builds: bool,
    format: str,
    gazetteers: tuple[Path, ...],
    extractors: tuple[str, ...],
) -> None:
    """List what OTHER has more (+), less (-) or other (~) than the graph.

    OTHER is a folder or a Neo4j server, which is entered with the same user and password. With
    --build it is a graph that is made for the occasion of the PATHs that are given, with the same
    decisions. Articles, sentences, claims, entities, events and short edges are compared with all
    that is known of them. The exit code is 0 where the graphs are equal, 1 where they are not, and
    2 where they cannot be compared.
    """
    from kg.inspect.compare import compare

    if not builds and len(others) > 1:
        raise click.UsageError("Give one OTHER, or PATHs with --build.")
    with failures(common.debug) as failed, graph_of(common) as store:
        if builds:
            reading = loaded(extractors, gazetteers, read_decisions(decisions_path(common)))
            with _built(others, reading, failed) as other:
                found = list(compare(store, other))
        else:
            with graph_of(replace(common, store=others[0])) as other:
                found = list(compare(store, other))
        click.echo(_json(found) if format == "json" else _text(found))
    if found:
        raise SystemExit(1)


@contextmanager
def _built(paths: tuple[str, ...], reading: "Reading", failed: Failures) -> Iterator[GraphStore]:
    """A graph of these paths that is gone afterwards."""
    from kg.pipeline import build, documents

    folder = TemporaryDirectory(prefix="kg-diff-")
    with folder as name, open_store(str(Path(name) / "kg.db")) as store:
        build(documents(paths, sys.stdin.buffer, failed), store, reading, failed)
        yield store


def _text(found: "list[Difference]") -> str:
    """A line for each difference, those of a kind together, and how many there are."""
    lines = [
        _line(each) for each in sorted(found, key=lambda each: (each.kind, each.name, each.id))
    ]
    counts = Counter(each.sign for each in found)
    told = ", ".join(f"{counts[sign]} {sign}" for sign in SIGNS)
    return "\n".join([*lines, told if found else "The graphs are equal."])


def _line(difference: "Difference") -> str:
    head = f"{SIGNS[difference.sign]} {difference.kind} {_cut(difference.name)}"
    fields = "; ".join(_field(*each) for each in difference.fields)
    return plain(f"{head}: {fields}" if fields else head)


def _field(name: str, old: Value, new: Value) -> str:
    """A field before and after; an edge that is new or gone needs no more than a sign."""
    if old is None and isinstance(new, Mapping):
        return f"+{_cut(name)}"
    if new is None and isinstance(old, Mapping):
        return f"-{_cut(name)}"
    return f"{_cut(name)} {_value(old)} -> {_value(new)}"


def _value(value: Value) -> str:
    return "none" if value is None else _cut(value if isinstance(value, str) else to_json(value))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _json(found: "list[Difference]") -> str:
    """A list with an object for each difference."""
    return to_json(
        [
            {
                "change": each.sign,
                "kind": each.kind,
                "id": each.id,
                "name": each.name,
                "fields": {n: {"before": old, "after": new} for n, old, new in each.fields},
            }
            for each in sorted(found, key=lambda each: (each.kind, each.name, each.id))
        ],
        indent=2,
    )
