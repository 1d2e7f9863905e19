"""What sets two graphs apart: whatever was damaged is found, and nothing where nothing was."""

from collections import Counter
from pathlib import Path

import pytest

from kg.decide import UNDECIDED
from kg.inspect.compare import Difference, compare
from kg.pipeline import retract
from kg.reading import Reading
from kg.records import GraphBatch, Statement
from kg.regraph import regraph
from kg.stores import GraphStore, open_store
from kg.stores.dump import dump
from tests.test_regraph import SAME, built, told

BACK = {"added": "lost", "lost": "added", "changed": "changed"}


@pytest.fixture(scope="module")
def whole(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph of three articles."""
    path = tmp_path_factory.mktemp("whole") / "kg.db"
    with open_store(str(path)) as store:
        built(store, reading, UNDECIDED)
    return path


@pytest.fixture
def other(any_store: GraphStore, reading: Reading) -> GraphStore:
    """The same graph, on each store in turn."""
    built(any_store, reading, UNDECIDED)
    return any_store


def found(whole: Path, other: GraphStore) -> list[Difference]:
    """The differences, which are the same the other way round."""
    with open_store(str(whole)) as store:
        there, back = list(compare(store, other)), list(compare(other, store))
        assert bool(there) == (dump(store) != dump(other))
    turned = [
        (BACK[d.sign], d.kind, d.id, [(n, new, old) for n, old, new in d.fields]) for d in back
    ]
    assert [(d.sign, d.kind, d.id, list(d.fields)) for d in there] == turned
    return there


def test_equal_graphs_have_no_difference_on_any_store(whole: Path, other: GraphStore) -> None:
    assert found(whole, other) == []


def test_what_a_retract_takes_is_lost(whole: Path, other: GraphStore) -> None:
    retract(["a2"], other)
    differences = found(whole, other)
    assert {d.sign for d in differences} == {"lost"}
    assert {d.kind for d in differences} == {
        "article",
        "sentence",
        "claim",
        "entity",
        "event",
        "short edge",
    }
    names = {d.kind: d.name for d in differences}
    assert names["article"] == "a2"
    assert "short edge Kenya ACCUSES Uganda" in {f"{d.kind} {d.name}" for d in differences}
    assert 'Kenya ACCUSES Uganda [asserted] a2 "accused"' in {d.name for d in differences}


def test_a_decision_is_told_by_names(whole: Path, other: GraphStore, reading: Reading) -> None:
    regraph(other, reading.gazetteer, told(SAME))
    differences = found(whole, other)
    signs = Counter((d.sign, d.kind) for d in differences)
    assert signs["lost", "entity"] == 1
    assert ("changed", "article") not in signs
    joined = next(d for d in differences if d.name.startswith("Anna Kohlmann ACCUSES India [ass"))
    fields = {name: (old, new) for name, old, new in joined.fields}
    assert fields["SOURCE Ana Kolman"][1] is None
    assert fields["SOURCE Anna Kohlmann"][0] is None


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (n:Article {id: 'a1'}) SET n.text = 'other'",
        "MATCH (n:Sentence {article: 'a1'}) SET n.text = n.text + '!'",
        "MATCH (n:Claim {article: 'a1'}) SET n.status = 'planned'",
        "MATCH (n:Claim)-[x:SOURCE]->() SET x.text = 'They'",
        "MATCH (:Claim {article: 'a1'})-[x:STATED_IN]->() DELETE x",
        "MATCH (n:Event) SET n.contested = NOT n.contested",
        "MATCH (:Event)-[x:SOURCE]->() DELETE x",
        "MATCH (n:Entity) SET n.name = null",
        "MATCH (:Entity)-[x:WITHIN]->() DELETE x",
        "MATCH (a:Entity)-[x:ACCUSES]->(b) SET x.claims = 7",
        "MATCH (a:Entity)-[x:ACCUSES]->(b) DELETE x",
        "MATCH (a:Entity)-[x:ACCUSES]->(b) CREATE (a)-[:ACCUSES {claims: 1}]->(b)",
        "MATCH (a:Claim {article: 'a0'}), (b:Claim {article: 'a2'}) CREATE (a)-[:DISPUTES]->(b)",
    ],
)
def test_any_damage_is_a_difference(whole: Path, other: GraphStore, damage: str) -> None:
    other.write(GraphBatch(remove=(Statement(damage),)))
    assert found(whole, other)


def test_what_was_added_is_named(whole: Path, embedded: GraphStore, reading: Reading) -> None:
    built(embedded, reading, UNDECIDED)
    embedded.write(GraphBatch(remove=(Statement("MATCH (n:Country) SET n.name = 'A ' + n.name"),)))
    changed = {d.name: d.fields for d in found(whole, embedded)}
    assert changed["A Kenya (country:KEN)"] == (("name", "Kenya", "A Kenya"),)
