"""``kg suggest``: pairs of entities that may be one."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import again_option, format_option, show
from kg.cli.reading import gazetteer_option, loaded_names
from kg.cli.store import Common, decisions_path, graph_of
from kg.decide import identities, read_decisions, standing
from kg.records import Table

if TYPE_CHECKING:
    from kg.ontology.gazetteer import Gazetteer
    from kg.suggest import Suggestion

COLUMNS = ("likely", "claims", "first", "second", "for_one", "for_two")


@click.command()
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="How many pairs to show at most.",
)
@again_option
@format_option()
@gazetteer_option
@click.pass_obj
def suggest(
    common: Common, limit: int, again: bool, format: str, gazetteers: tuple[Path, ...]
) -> None:
    """List pairs of entities that may be one, with the evidence, most useful first.

    Use is how likely they are one, times the claims that joining them would move. A pair is listed
    where its names allow for one entity and something else speaks for it: an office, a country,
    whom both are named with, of what articles speak beside them. What decisions or the gazetteer
    have judged is left out, and so are pairs that a review put aside as unsure. kg same and kg
    different judge a pair, kg review walks through all.
    """
    from kg.suggest import apart_of, profiles_of, suggestions

    names = loaded_names(gazetteers)
    made = standing(read_decisions(decisions_path(common)))
    come_to = identities(made, names.kind_of, names.distinct)
    with graph_of(common) as store:
        apart = apart_of(made, names.distinct, come_to, again)
        found = suggestions(profiles_of(store), apart, country_names(names))
    show(suggestion_table(found[:limit]), format)


def country_names(names: "Gazetteer") -> dict[str, str]:
    """The names of countries by ISO 3166 alpha-3 code."""
    countries = (entry for entry in names.entries.values() if entry.kind == "country")
    return {entry.country: entry.name for entry in countries if entry.country}


def suggestion_table(found: "Iterable[Suggestion]") -> Table:
    """A row for each pair: how likely it is one, the claims it would move, keys and evidence."""
    rows = (
        (
            round(each.likelihood, 2),
            len(each.second.claims),
            each.first.key,
            each.second.key,
            "; ".join(e.told for e in each.evidence if e.weight > 0),
            "; ".join(e.told for e in each.evidence if e.weight < 0),
        )
        for each in found
    )
    return Table(COLUMNS, tuple(rows))
