"""``kg check``: what is amiss with a graph."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option
from kg.cli.reading import extractor_option, gazetteer_option, loaded
from kg.cli.store import Common, decisions_path, graph_of
from kg.decide import read_decisions
from kg.report import plain, to_json
from kg.schema import graph_schema

if TYPE_CHECKING:
    from kg.inspect.findings import Finding

EXAMPLES = 3
"""Items of a finding that the text names."""


@click.command()
@click.option("--repair", is_flag=True, help="Work out anew what is derived.")
@format_option("text", "json")
@gazetteer_option
@extractor_option
@click.pass_obj
def check(
    common: Common,
    *,
    repair: bool,
    format: str,
    gazetteers: tuple[Path, ...],
    extractors: tuple[str, ...],
) -> None:
    """Examine the graph: a line for each sort of thing that is amiss, with how to mend it.

    With --repair, short edges, events, names and places of entities, entities that nothing names,
    constraints and what decisions say are worked out anew, each piece in one transaction; what was
    read from articles stays as it is. The exit code is 0 where nothing is amiss, or nothing is left
    after a repair, 1 where something is, and 2 where the graph cannot be examined.
    """
    from kg.inspect.check import check as examine
    from kg.inspect.check import repair as mend
    from kg.inspect.findings import Present
    from kg.ontology.relations import load_relations

    reading = loaded(extractors, gazetteers, read_decisions(decisions_path(common)))
    schema = graph_schema(load_relations().relations)
    present = Present(schema, reading.gazetteer, reading.identities, reading.label)
    with graph_of(common) as store:
        found = examine(store, present)
        left = found
        if repair and any(finding.derived for finding in found):
            mend(store, present)
            left = examine(store, present)
    click.echo(_json(found, left) if format == "json" else _text(found, left, repair))
    if left:
        raise SystemExit(1)


def _text(found: "Sequence[Finding]", left: "Sequence[Finding]", repaired: bool) -> str:
    """What was mended, then what is left."""
    lines = [f"repaired: {_line(each)}" for each in found if each not in left]
    lines += [f"{_line(each)}: {_mend(each, repaired)}." for each in left]
    return "\n".join(map(plain, lines)) if lines else "Nothing is amiss."


def _line(finding: "Finding") -> str:
    """How many of what, with the first of them."""
    shown = [*finding.items[:EXAMPLES], *(["..."] if len(finding.items) > EXAMPLES else [])]
    return f"{len(finding.items)} {finding.what} ({', '.join(shown)})"


def _mend(finding: "Finding", repaired: bool) -> str:
    if not finding.derived:
        return finding.mend
    return f"{finding.mend} with {'a build' if repaired else 'kg check --repair'}"


def _json(found: "Sequence[Finding]", left: "Sequence[Finding]") -> str:
    """A list with an object for each finding, those that were repaired as well."""
    kept = [each for each in found if each not in left]
    return to_json(
        [
            {
                "finding": each.what,
                "count": len(each.items),
                "items": each.items,
                "mend": each.mend,
                "derived": each.derived,
                "repaired": each in kept,
            }
            for each in (*kept, *left)
        ],
        indent=2,
    )
