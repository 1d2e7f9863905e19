"""The gazetteer's ties in the graph: between what it holds, as background, and never as claims."""

from pathlib import Path

import pytest

from kg.annotate import Annotator
from kg.clean import clean
from kg.decide import UNDECIDED, Decision, Identities, identities
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.pipeline import build, retract
from kg.reading import Reading
from kg.records import Article, Value
from kg.regraph import regraph
from kg.stores import GraphStore
from kg.stores.dump import dump

SPLINTER = "Jamaat-ul-Ahrar attacked police in Kabul on 2 March 2031."
PARENT = "The TTP attacked police in Kabul on 3 March 2031."
FRONT = "Hamas attacked soldiers in Gaza. Hezbollah attacked soldiers in Gaza."
JUA, TTP = "Jamaat-ul-Ahrar", "Tehreek-e-Taliban Pakistan"
OWN = """
[armed_group.PAK]
"Grey Hand" = []

[allied_with]
"group:grey-hand" = { "group:ttp" = "2029-" }

[splinter_of]
"group:jamaat-ul-ahrar" = { "group:ttp" = "2015-2021" }
"""

Tie = tuple[Value, ...]
TIED: list[Tie] = [
    (JUA, "BACKGROUND_PART_OF", TTP, 2020, None),
    (JUA, "BACKGROUND_SPLINTER_OF", TTP, 2014, 2020),
]


def add(store: GraphStore, reading: Reading, *texts: str) -> None:
    found = [clean(Article(text[:5], text, "x.txt", published="2031-03-05")) for text in texts]
    build(found, store, reading, lambda failure: pytest.fail(str(failure)))


def ties(store: GraphStore) -> list[Tie]:
    """Both ends, type and years of every tie of background."""
    table = store.query(
        "MATCH (a:Entity)-[r]->(b:Entity) WHERE type(r) STARTS WITH 'BACKGROUND_' "
        "RETURN a.name, type(r) AS type, b.name, r.since, r.until, r.claims ORDER BY type, a.name"
    )
    assert all(row[-1] is None for row in table.rows)
    return [row[:-1] for row in table.rows]


def joined(*pairs: tuple[str, str]) -> Identities:
    made = [Decision(n, "same", pair, "a test") for n, pair in enumerate(pairs, 1)]
    return identities(made, load_gazetteer().kind_of)


def knowing(reading: Reading, names: Gazetteer) -> Reading:
    return Reading(names, Annotator(names, None), reading.extractors)


def test_a_tie_is_there_while_both_parties_are(any_store: GraphStore, reading: Reading) -> None:
    add(any_store, reading, SPLINTER)
    before = dump(any_store)
    assert ties(any_store) == []
    add(any_store, reading, PARENT)
    assert ties(any_store) == TIED
    retract([PARENT[:5]], any_store)
    assert dump(any_store) == before


def test_an_ally_is_tied_once(embedded: GraphStore, reading: Reading) -> None:
    add(embedded, reading, FRONT)
    [(one, type_, other, *years)] = ties(embedded)
    assert ({one, other}, type_, years) == (
        {"Hamas", "Hezbollah"},
        "BACKGROUND_ALLIED_WITH",
        [None, None],
    )


def test_ties_go_over_to_the_chief_and_back(any_store: GraphStore, reading: Reading) -> None:
    add(any_store, reading, SPLINTER, PARENT, FRONT)
    before = dump(any_store)
    regraph(any_store, reading.gazetteer, joined(("group:hamas", "group:ttp")))
    assert ties(any_store)[1:] == [(one, type_, "Hamas", *y) for one, type_, _, *y in TIED]
    regraph(any_store, reading.gazetteer, UNDECIDED)
    assert dump(any_store) == before


def test_what_is_one_has_no_tie_to_itself(embedded: GraphStore, reading: Reading) -> None:
    add(embedded, reading, SPLINTER, PARENT)
    regraph(embedded, reading.gazetteer, joined(("group:jamaat-ul-ahrar", "group:ttp")))
    assert ties(embedded) == []


def test_joined_ties_last_from_the_first_year_to_the_last(
    embedded: GraphStore, reading: Reading
) -> None:
    add(embedded, reading, SPLINTER, PARENT)
    add(embedded, reading, "Boko Haram, ISWAP and Ansaru attacked police in Borno.")
    regraph(embedded, reading.gazetteer, joined(("group:ansaru", "group:iswap")))
    [years] = [tie[3:] for tie in ties(embedded) if "Boko Haram" in tie]
    assert years == (2012, None)


def test_a_users_file_adds_ties_and_corrects_years(
    embedded: GraphStore, reading: Reading, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(OWN)
    mine = knowing(reading, load_gazetteer((own,)))
    add(embedded, mine, SPLINTER, PARENT, "The Grey Hand attacked police in Kabul.")
    [ally, _, splinter] = ties(embedded)
    assert ({ally[0], ally[2]}, ally[3]) == ({"Grey Hand", TTP}, 2029)
    assert splinter == (JUA, "BACKGROUND_SPLINTER_OF", TTP, 2015, 2021)
