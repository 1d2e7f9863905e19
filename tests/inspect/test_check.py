"""A damaged graph: what is amiss is found, and what is derived is mended, on both stores."""

from pathlib import Path

import pytest

from kg.decide import UNDECIDED, Identities
from kg.errors import StoreError
from kg.ids import entity_id
from kg.inspect.check import check, repair
from kg.inspect.findings import Present
from kg.ontology.relations import load_relations
from kg.pipeline import build, retract
from kg.reading import Reading
from kg.records import GraphBatch, Node, Statement
from kg.schema import KIND_LABELS, graph_schema
from kg.stores import GraphStore, open_store
from kg.stores.dump import Dump, dump
from tests.neo4j_server import Server
from tests.test_regraph import LONG, SAME, SHORT, built, read, told

EDGES, EVENTS = "short edges are not what", "events are not what"
PLACES, ORPHANS = "entities are not as gazetteer", "entities are named by no claim"
TIES = "ties of background are not those"
DECIDED = "entities are not as the file of decisions says"
DAMAGE = {
    "MATCH (:Entity)-[x:ACCUSES]->(:Entity) SET x.claims = 7": {EDGES},
    "MATCH (:Entity)-[x:ACCUSES]->(:Entity) SET x.first = null, x.title = 'x'": {EDGES},
    "MATCH (:Entity)-[x:ACCUSES|STRIKES]->(:Entity) DELETE x": {EDGES},
    "MATCH (a:Country), (b:Person) CREATE (a)-[:STRIKES {claims: 1}]->(b)": {EDGES},
    "MATCH (a:Entity)-[:ACCUSES]->(b:Entity) CREATE (a)-[:ACCUSES {claims: 1}]->(b)": {EDGES},
    "MATCH (e:Event) SET e.contested = NOT e.contested": {EVENTS},
    "MATCH (e:Event) SET e.block = null, e.claims = 9": {EVENTS},
    "MATCH (e:Event) SET e.block = 'elsewhere'": {EVENTS},
    "MATCH (:Event)-[x:SOURCE|IN]->(:Entity) DELETE x": {EVENTS},
    "MATCH (:Claim)-[x:ABOUT]->(:Event) DELETE x": {EVENTS},
    "MATCH (e:Event) DETACH DELETE e": {EVENTS},
    "MATCH (e:Event) WITH collect(e) AS all UNWIND all[..2] AS e DETACH DELETE e": {EVENTS},
    "MATCH (c:Claim {article: 'a1'}), (e:Event) MERGE (c)-[:ABOUT]->(e)": {EVENTS},
    "MATCH (e:Person) SET e.name = 'Nobody'": {PLACES},
    "MATCH (e:Country) SET e.country = 'XXX'": {PLACES},
    "MATCH (:Entity)-[x:WITHIN]->(:Entity) DELETE x": {PLACES, ORPHANS},
    "MATCH ()-[x:BACKGROUND_SPLINTER_OF]->() DELETE x": {TIES},
    "MATCH ()-[x:BACKGROUND_SPLINTER_OF]->() SET x.since = 1, x.until = null": {TIES},
    "MATCH (a)-[:BACKGROUND_ALLIED_WITH]->(b) CREATE (a)-[:BACKGROUND_ALLIED_WITH]->(b)": {TIES},
    "MATCH (a)-[:BACKGROUND_PART_OF]->(b) CREATE (b)-[:BACKGROUND_PART_OF]->(a)": {TIES},
    "MATCH (a:Country), (b:Person) CREATE (a)-[:BACKGROUND_PART_OF]->(b)": {TIES},
    "MATCH (e:Person) SET e.decisions = '[9]', e.also = '[]'": {DECIDED},
}


@pytest.fixture(scope="module")
def whole(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Dump:
    """The graph of three articles."""
    with open_store(str(tmp_path_factory.mktemp("whole") / "kg.db")) as store:
        return built(store, reading, UNDECIDED)


@pytest.fixture
def graph(any_store: GraphStore, reading: Reading) -> GraphStore:
    """The same on each store in turn."""
    built(any_store, reading, UNDECIDED)
    return any_store


def present(reading: Reading, made: Identities = UNDECIDED, label: str = "") -> Present:
    schema = graph_schema(load_relations().relations)
    return Present(schema, reading.gazetteer, made, label or reading.label)


def damage(store: GraphStore, *statements: str) -> None:
    store.write(GraphBatch(remove=tuple(map(Statement, statements))))


def found(store: GraphStore, now: Present) -> dict[str, tuple[str, ...]]:
    return {finding.what: finding.items for finding in check(store, now)}


def test_nothing_is_amiss_with_a_graph_as_it_was_built(graph: GraphStore, reading: Reading) -> None:
    assert found(graph, present(reading)) == {}


@pytest.mark.parametrize("statement", DAMAGE)
def test_what_is_derived_is_found_and_mended(
    graph: GraphStore, reading: Reading, whole: Dump, statement: str
) -> None:
    damage(graph, statement)
    amiss = check(graph, present(reading))
    told = {start for start in (*DAMAGE[statement],) for f in amiss if f.what.startswith(start)}
    assert told == DAMAGE[statement]
    assert all(finding.derived and finding.items for finding in amiss)
    repair(graph, present(reading))
    assert found(graph, present(reading)) == {}
    assert dump(graph) == whole


def test_all_damage_at_once_is_mended_once(
    graph: GraphStore, reading: Reading, whole: Dump
) -> None:
    damage(graph, *DAMAGE)
    repair(graph, present(reading))
    assert dump(graph) == whole
    repair(graph, present(reading))
    assert dump(graph) == whole


def test_an_entity_that_nothing_names_is_taken_out(
    graph: GraphStore, reading: Reading, whole: Dump
) -> None:
    key = "person/-/Nemo"
    node = Node(
        "Entity",
        entity_id(key),
        {"name": "Nemo", "kind": "person", "key": key},
        KIND_LABELS["person"],
    )
    graph.write(GraphBatch((node,)))
    assert found(graph, present(reading)) == {ORPHANS: (entity_id(key),)}
    repair(graph, present(reading))
    assert dump(graph) == whole


def test_decisions_that_the_graph_has_not_heard_of_are_applied(
    graph: GraphStore, reading: Reading, tmp_path: Path
) -> None:
    now = present(reading, told(SAME))
    assert found(graph, now) == {DECIDED: (SHORT, LONG)}
    repair(graph, now)
    with open_store(str(tmp_path / "joined.db")) as joined:
        assert built(joined, reading, told(SAME)) == dump(graph)
    assert set(found(graph, present(reading))) == {DECIDED}
    repair(graph, present(reading))
    assert found(graph, present(reading)) == {}


def test_a_claim_without_a_sentence_is_read_anew(
    graph: GraphStore, reading: Reading, whole: Dump
) -> None:
    damage(graph, "MATCH (:Claim {article: 'a1'})-[x:STATED_IN]->() DELETE x")
    repair(graph, present(reading))
    [finding] = check(graph, present(reading))
    assert finding.what == "claims have no sentence"
    assert finding.mend.startswith("retract their articles where the graph holds them, build")
    assert not finding.derived
    retract(["a1"], graph)
    build(read(), graph, reading, lambda failure: pytest.fail(str(failure)))
    repair(graph, present(reading))
    assert dump(graph) == whole


def test_a_sentence_without_an_article_is_read_anew(
    graph: GraphStore, reading: Reading, whole: Dump
) -> None:
    damage(graph, "MATCH (a:Article {id: 'a1'}) DETACH DELETE a")
    assert "sentences have no article" in found(graph, present(reading))
    build(read(), graph, reading, lambda failure: pytest.fail(str(failure)))
    repair(graph, present(reading))
    assert dump(graph) == whole


def test_articles_of_another_reader_are_named(embedded: GraphStore, reading: Reading) -> None:
    built(embedded, reading, UNDECIDED)
    [finding] = check(embedded, present(reading, label="rules 2; ontology x; model 1"))
    assert finding.items == ("a0", "a1", "a2")
    assert "(rules 2; ontology x; model 1)" in finding.what
    assert finding.mend.startswith("build them again")


def test_what_an_older_kg_left_is_told(graph: GraphStore, reading: Reading) -> None:
    damage(graph, "MATCH (e:Person) SET e.key = null")
    assert {LONG, SHORT}.isdisjoint(found(graph, present(reading)))
    assert (
        len(found(graph, present(reading))["entities have no key, as an older kg made them"]) == 2
    )
    damage(graph, "MATCH (e:Country) SET e.key = 'country:ZZZ'")
    assert "entities have the id or the labels of another" in found(graph, present(reading))


def test_an_unknown_relation_is_never_part_of_a_statement(
    graph: GraphStore, reading: Reading
) -> None:
    damage(graph, "MATCH (a:Country), (b:Person) CREATE (a)-[:`X``]->() //` {claims: 1}]->(b)")
    repair(graph, present(reading))
    [finding] = check(graph, present(reading))
    assert finding.what == "short edges are of relations that the ontology does not know"


def test_missing_constraints_are_made_embedded(
    embedded: GraphStore, reading: Reading, whole: Dump
) -> None:
    built(embedded, reading, UNDECIDED)
    embedded._command("DROP CONSTRAINT claim_id IF EXISTS", {})  # type: ignore[attr-defined]
    _constraint_is_mended(embedded, reading)
    assert dump(embedded) == whole


def test_missing_constraints_are_made_on_a_server(
    neo4j_server: Server, neo4j_store: GraphStore, reading: Reading
) -> None:
    built(neo4j_store, reading, UNDECIDED)
    with neo4j_server.session() as session:
        session.run("DROP CONSTRAINT claim_id").consume()
    _constraint_is_mended(neo4j_store, reading)


def _constraint_is_mended(store: GraphStore, reading: Reading) -> None:
    assert found(store, present(reading)) == {"constraints or indexes are missing": ("Claim.id",)}
    repair(store, present(reading))
    assert found(store, present(reading)) == {}


def test_ids_that_several_nodes_bear_are_not_repaired(
    embedded: GraphStore, reading: Reading
) -> None:
    built(embedded, reading, UNDECIDED)
    embedded._command("DROP CONSTRAINT claim_id IF EXISTS", {})  # type: ignore[attr-defined]
    damage(embedded, "MATCH (c:Claim) CREATE (:Claim {id: c.id})")
    assert "ids are borne by several nodes of Claim" in found(embedded, present(reading))
    with pytest.raises(
        StoreError, match=r"^The graph has several nodes of Claim with the id claim:"
    ):
        repair(embedded, present(reading))
