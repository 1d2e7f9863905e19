"""What is measured on gold data does not fall below tests/floors.toml.

The held-out half is read for measuring alone: nothing here shows what it holds.
"""

import json
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from kg.evaluate.claims import ClaimScores, Judge, score_claims
from kg.evaluate.families import load_families
from kg.evaluate.fields import fields
from kg.evaluate.gold import load_gold
from kg.evaluate.incidents import load_labels, score_incidents
from kg.evaluate.measures import share
from kg.evaluate.names import Names, load_aliases
from kg.evaluate.sentences import score_records, surest
from kg.evaluate.tables import claim_measure
from kg.ontology.gazetteer import Gazetteer
from kg.reading import Reading
from kg.records import Claim
from kg.resolve import resolve
from kg.resolve.incidents import events_of, reports_of, tellings, world
from tests.gold_sets import SETS, GoldSet

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
PINNED = [(name, figure) for name, figures in FLOORS.items() for figure in figures]
ROOM = 0.02
"""A floor this far below what is measured wants to be raised."""

SURE = 0.8
"""Claims of this confidence and above are to be right nine times in ten."""

Figures = Mapping[str, float]


@pytest.fixture(scope="session")
def measured(reading: Reading, drawn: Callable[[GoldSet], list[Claim]]) -> Callable[[str], Figures]:
    """All figures of a set, by its name."""

    @cache
    def measure(name: str) -> Figures:
        gold, claims = SETS[name], drawn(SETS[name])
        if name.startswith("incidents"):
            return incident_figures(gold, claims, reading.gazetteer)
        records = load_gold(gold.labels).records
        if records:
            levels = score_records(records, claims).levels
            best = score_records(records, surest(claims)).levels
            found = {level: measure.f1 for level, measure in levels.items()}
            return found | {f"surest {level}": measure.f1 for level, measure in best.items()}
        aliases = load_aliases(gold.aliases) if gold.aliases else {}
        names = Names(aliases, reading.gazetteer.entries)
        judge = Judge(names, load_families())
        return claim_figures(score_claims(load_gold(gold.labels).claims, claims, judge), names)

    return measure


def claim_figures(scores: ClaimScores, names: Names) -> Figures:
    """F1, loose and strict, the share right of each field, and of the claims that are sure."""
    right = set(scores.loose.values())
    sure = share(i in right for i, claim in enumerate(scores.claims) if claim.confidence >= SURE)
    shares = {field: share.share for field, share in fields(scores, names).items()}
    loose, strict = claim_measure(scores), claim_measure(scores, strict=True)
    return {"loose": loose.f1, "strict": strict.f1, "sure": sure.share, **shares}


def incident_figures(gold: GoldSet, claims: list[Claim], gazetteer: Gazetteer) -> Figures:
    """B-cubed F1 of the tellings that were found, and of all that are labelled."""
    rows = map(json.loads, gold.articles.read_text(encoding="utf-8").splitlines())
    built = resolve(claims, gazetteer)
    known = world(built.entities, built.within)
    told = [
        telling
        for row in rows
        for telling in tellings(
            (c for c in built.claims if c.article == row["id"]), row["published"]
        )
    ]
    made = events_of(reports_of(told, known), known)
    about = {claim: event.id for event in made for claim in event.claims}
    scores = score_incidents(load_labels(gold.labels), built.claims, about)
    return {"found": scores.found.f1, "all": scores.all.f1}


@pytest.mark.parametrize(("name", "figure"), PINNED)
def test_no_figure_falls_below_its_floor(
    measured: Callable[[str], Figures],
    capsys: pytest.CaptureFixture[str],
    name: str,
    figure: str,
) -> None:
    if not SETS[name].at_hand:
        pytest.skip(f"the labels of {name} are not at hand")
    floor, now = FLOORS[name][figure], measured(name)[figure]
    assert now >= floor, f"{name}, {figure}: {now:.3f} is below the floor of {floor:.2f}"
    if now >= floor + ROOM:
        with capsys.disabled():
            print(f"\n{name}, {figure}: {now:.3f}; raise its floor of {floor:.2f}")
