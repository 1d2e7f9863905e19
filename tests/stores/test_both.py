"""What holds for every store: one suite, run on each."""

import threading
from collections.abc import Callable
from itertools import pairwise

import pytest

from kg.errors import InputError, QueryError, StoreError, WriteRefused
from kg.records import Edge, GraphBatch, Node, Statement, Value
from kg.schema import graph_schema
from kg.stores import GraphStore
from kg.stores.base import GraphView
from kg.stores.cypher import MAX_ROWS
from kg.stores.dump import dump

COUNTRY = ("Actor", "Place", "Country")


def country(key: str, **properties: Value) -> Node:
    return Node("Entity", key, {"name": key.upper(), "kind": "country", **properties}, COUNTRY)


def province(key: str) -> Node:
    return Node("Entity", key, {"name": key, "kind": "province"}, ("Place", "Province"))


def accuses(start: str, end: str, **properties: Value) -> Edge:
    return Edge("ACCUSES", "Entity", start, "Entity", end, properties)


BATCH = GraphBatch(
    nodes=(
        country("pk", country="PAK"),
        country("af", country=None),
        province("khost"),
        Node("Claim", "c1", {"status": "denied", "date_start": "2025-02-03", "confidence": 0.5}),
        Node("Event", "e1", {"contested": True, "killed_min": 3}),
    ),
    edges=(
        accuses("pk", "af", claims=2, first="2025-02-03", last=None),
        Edge("WITHIN", "Entity", "khost", "Entity", "af"),
        Edge("SOURCE", "Claim", "c1", "Entity", "pk", {"text": "Islamabad", "start": 4, "end": 13}),
        Edge("ABOUT", "Claim", "c1", "Event", "e1"),
    ),
)


def count(store: GraphStore, pattern: str = "(n)") -> Value:
    return store.query(f"MATCH {pattern} RETURN count(*) AS n").rows[0][0]


def test_a_batch_is_there_whole_and_twice_is_once(any_store: GraphStore) -> None:
    any_store.write(BATCH)
    once = dump(any_store)
    assert (len(once.nodes), len(once.edges)) == (5, 4)
    any_store.write(BATCH)
    any_store.setup(graph_schema(["ACCUSES"]))
    any_store.write(BATCH)
    assert dump(any_store) == once


def test_order_and_portions_do_not_matter(any_store: GraphStore) -> None:
    for edge in reversed(BATCH.edges):
        ends = {edge.start, edge.end}
        nodes = tuple(node for node in reversed(BATCH.nodes) if node.id in ends)
        any_store.write(GraphBatch(nodes, (edge,)))
    portions = dump(any_store)
    any_store.write(BATCH)
    assert dump(any_store) == portions


def test_both_stores_hold_the_same_graph(embedded: GraphStore, neo4j_store: GraphStore) -> None:
    embedded.write(BATCH)
    neo4j_store.write(BATCH)
    assert dump(embedded) == dump(neo4j_store)


def test_a_dump_tells_graphs_apart(embedded: GraphStore) -> None:
    embedded.write(BATCH)
    before = dump(embedded)
    embedded.write(GraphBatch((), (accuses("pk", "af", claims=3),)))
    after = dump(embedded)
    assert after.nodes == before.nodes
    assert len(set(after.edges) - set(before.edges)) == 1


def test_nodes_are_found_by_each_of_their_labels(any_store: GraphStore) -> None:
    any_store.write(BATCH)
    for label, found in {"Entity": 3, "Actor": 2, "Country": 2, "Place": 3, "Province": 1}.items():
        assert count(any_store, f"(n:{label})") == found, label


def test_none_takes_a_property_off_and_silence_keeps_it(any_store: GraphStore) -> None:
    any_store.write(
        GraphBatch((Node("Article", "a", {"title": "T", "published": "2025-01-02"}),), ())
    )
    any_store.write(GraphBatch((Node("Article", "a", {"url": "u"}),), ()))
    query = "MATCH (a:Article) RETURN properties(a) AS p"
    assert any_store.query(query).rows == (
        ({"id": "a", "title": "T", "published": "2025-01-02", "url": "u"},),
    )
    any_store.write(GraphBatch((Node("Article", "a", {"title": None, "published": None}),), ()))
    assert any_store.query(query).rows == (({"id": "a", "url": "u"},),)


def test_dates_are_dates(any_store: GraphStore) -> None:
    any_store.write(BATCH)
    query = """
    MATCH (c:Claim)-[:SOURCE]->(:Entity)-[r:ACCUSES]->(:Entity)
    WHERE c.date_start >= date($day) AND r.first < date('2026-01-01')
    RETURN c.date_start, toString(c.date_start), r.first.year, c.date_start + duration({days: 1})
    """
    day = "2025-02-03"
    assert any_store.query(query, {"day": day}).rows == ((day, day, 2025, "2025-02-04"),)
    assert any_store.query(query, {"day": "2025-02-04"}).rows == ()


def test_a_batch_larger_than_a_statement(any_store: GraphStore) -> None:
    rows = MAX_ROWS + 1
    nodes = tuple(country(f"n{i}") for i in range(rows))
    edges = tuple(accuses(node.id, "n0") for node in nodes)
    any_store.write(GraphBatch(nodes, edges))
    assert count(any_store, "(:Country)") == rows
    assert count(any_store, "()-[:ACCUSES]->()") == rows


def test_derived_values_are_written_with_the_batch(any_store: GraphStore) -> None:
    derive = Statement(
        "UNWIND $ids AS id MATCH (e:Event {id: id})<-[:ABOUT]-(c:Claim) "
        "WITH e, count(c) AS claims, min(c.date_start) AS first "
        "SET e.claims = claims, e.date_start = first",
        {"ids": ("e1",)},
    )
    any_store.write(GraphBatch(BATCH.nodes, BATCH.edges, (derive,)))
    query = "MATCH (e:Event) RETURN e.claims, e.date_start"
    assert any_store.query(query).rows == ((1, "2025-02-03"),)


BROKEN = [
    pytest.param(GraphBatch(BATCH.nodes, (), (Statement("RETURN 1/0"),)), id="derive fails"),
    pytest.param(GraphBatch(BATCH.nodes, (), (Statement("MATCH (n"),)), id="derive is no Cypher"),
    pytest.param(GraphBatch(BATCH.nodes, (accuses("pk", "nobody"),)), id="an edge lacks an end"),
    pytest.param(GraphBatch((*BATCH.nodes, province("there")), ()), id="other labels"),
    pytest.param(GraphBatch((*BATCH.nodes, Node("Nope", "n")), ()), id="unknown label"),
    pytest.param(
        GraphBatch((*BATCH.nodes, Node("Entity", "n", {}, ("X`) DELETE (n",))), ()),
        id="hostile label",
    ),
    pytest.param(
        GraphBatch((*BATCH.nodes, Node("Entity", "n", {"nope": 1})), ()), id="unknown property"
    ),
    pytest.param(
        GraphBatch(BATCH.nodes, (Edge("ABOUT", "Entity", "pk", "Entity", "af"),)), id="unknown edge"
    ),
]


@pytest.mark.parametrize("batch", BROKEN)
def test_a_batch_that_fails_leaves_nothing(any_store: GraphStore, batch: GraphBatch) -> None:
    any_store.write(GraphBatch((country("there"),), ()))
    before = dump(any_store)
    with pytest.raises(StoreError) as caught:
        any_store.write(batch)
    assert_one_sentence(caught.value)
    assert dump(any_store) == before
    any_store.write(BATCH)
    assert count(any_store) == 6


WRITES = [
    "CREATE (:Entity {id: 'x'})",
    "MERGE (n:Entity {id: 'x'}) RETURN n.id",
    "MATCH (n) SET n.name = 'x' RETURN n.id",
    "MATCH (n) REMOVE n.name",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) CALL (n) { SET n.name = 'x' } RETURN n.id",
    "CALL { CREATE (m:Entity {id: 'x'}) RETURN m } RETURN m.id",
    "MATCH (n) FOREACH (i IN [1] | SET n.name = 'x')",
    "MATCH (a:Entity), (b:Entity) CREATE (a)-[:ACCUSES]->(b)",
    "CREATE INDEX mine IF NOT EXISTS FOR (n:Entity) ON (n.name)",
    "/* read */ MATCH (n) // only\nSET n.name = 'x'",
    "PROFILE MATCH (n) DETACH DELETE n",
]


@pytest.mark.parametrize("query", WRITES)
def test_a_query_may_not_write(any_store: GraphStore, query: str) -> None:
    any_store.write(BATCH)
    before = dump(any_store)
    with pytest.raises(WriteRefused) as caught:
        any_store.query(query)
    assert_one_sentence(caught.value)
    assert dump(any_store) == before


WRONG = {"MATCH (n": "nput", "RETURN $name AS n": "name", "RETURN y": "y", "RETURN 1/0": "zero"}


@pytest.mark.parametrize("query", WRONG)
def test_a_query_that_cannot_run_says_why(any_store: GraphStore, query: str) -> None:
    with pytest.raises(QueryError, match=WRONG[query]) as caught:
        any_store.query(query)
    assert not isinstance(caught.value, WriteRefused)
    assert_one_sentence(caught.value)


ODD = [
    "",
    " ",
    'it\'s "quoted" `so`',
    "'}) DETACH DELETE n //",
    "$rows {id: 1} \\' \\u0041 \\n",
    "<script>alert(1)</script> & [[wiki]]",
    "line\nbreak\ttab\r\u2028",
    "پاکستان, Київ, 北京, é, 🕊️, \u200f",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_text_stays_text(any_store: GraphStore, text: str) -> None:
    nodes = (country("pk", country=text), country("id" + text))
    any_store.write(GraphBatch(nodes, (accuses("pk", "id" + text, title=text),)))
    query = """
    MATCH (a:Entity {country: $text})-[r:ACCUSES {title: $text}]->(b:Entity {id: $id})
    RETURN a.country, r.title, b.id
    """
    found = any_store.query(query, {"text": text, "id": "id" + text})
    assert found.rows == ((text, text, "id" + text),)


def test_a_long_text_comes_back_whole(any_store: GraphStore) -> None:
    text = "é" * 2_000_000
    any_store.write(GraphBatch((Node("Article", "a", {"text": text}),), ()))
    assert any_store.query("MATCH (a:Article) RETURN a.text").rows == ((text,),)


def test_answers_are_plain_values(any_store: GraphStore) -> None:
    query = """
    RETURN 1 AS i, 2.5 AS f, true AS b, null AS n, 'x' AS s, [1, [null, 'y']] AS l,
           {k: [date('2025-01-02')], t: true} AS m, $param AS p,
           datetime('2025-01-02T03:04:05Z') AS z, localdatetime('2025-01-02T03:04') AS t
    """
    param: Value = {"list": ("a", 1, None), "map": {"x": 1.5}}
    table = any_store.query(query, {"param": param})
    assert table.columns == ("i", "f", "b", "n", "s", "l", "m", "p", "z", "t")
    (row,) = table.rows
    assert row == (
        *(1, 2.5, True, None, "x", (1, (None, "y"))),
        {"k": ("2025-01-02",), "t": True},
        param,
        *("2025-01-02T03:04:05+00:00", "2025-01-02T03:04:00"),
    )
    assert [type(value) for value in row[:5]] == [int, float, bool, type(None), str]


def test_nodes_relationships_and_paths(any_store: GraphStore) -> None:
    any_store.write(BATCH)
    query = "MATCH p = (:Entity {id: 'af'})<-[r:ACCUSES]-(n:Entity) RETURN n, r, p, [n] AS l"
    ((node, edge, path, listed),) = any_store.query(query).rows
    properties = {"id": "pk", "name": "PK", "kind": "country", "country": "PAK"}
    assert node == {"labels": ("Actor", "Country", "Entity", "Place"), "properties": properties}
    assert edge == {"type": "ACCUSES", "properties": {"claims": 2, "first": "2025-02-03"}}
    assert listed == (node,)
    assert isinstance(path, dict)
    assert path["relationships"] == ({**edge, "start": "pk", "end": "af"},)
    assert path["nodes"][1] == node


@pytest.mark.parametrize(
    "query",
    ["MATCH (n:Nope) RETURN n.x AS y, n.id", "MATCH (:Entity)-[r:NOPE]->() RETURN r.x AS y, 1"],
)
def test_an_empty_answer_has_columns(any_store: GraphStore, query: str) -> None:
    table = any_store.query(query)
    assert (table.columns[0], len(table.columns), table.rows) == ("y", 2, ())


def test_threads_that_write_the_same_nodes_wait_or_try_again(any_store: GraphStore) -> None:
    keys = [f"n{i}" for i in range(40)]
    nodes = tuple(map(country, keys))
    edges = tuple(accuses(a, b, claims=1) for a, b in pairwise(keys))
    batches = (GraphBatch(nodes, edges), GraphBatch(nodes[::-1], edges[::-1]))

    def work(number: int) -> None:
        for _ in range(8):
            any_store.write(batches[number])

    in_threads(work)
    assert (count(any_store), count(any_store, "()-[:ACCUSES]->()")) == (40, 39)


def test_changes_take_turns(any_store: GraphStore) -> None:
    def more(view: GraphView) -> GraphBatch:
        (found,) = view.query("MATCH (e:Event {id: 'e'}) RETURN e.claims AS n").rows[0]
        assert isinstance(found, int)
        return GraphBatch((Node("Event", "e", {"claims": found + 1}),))

    any_store.write(GraphBatch((Node("Event", "e", {"claims": 0}),)))
    in_threads(lambda _: [any_store.change(more) for _ in range(8)])
    assert any_store.query("MATCH (e:Event) RETURN e.claims AS n").rows == ((16,),)


def test_a_plan_that_fails_writes_nothing_and_ends_its_turn(any_store: GraphStore) -> None:
    def fail(view: GraphView) -> GraphBatch:
        raise InputError("There is nothing to plan.")

    with pytest.raises(InputError, match="nothing to plan"):
        any_store.change(fail)
    any_store.write(BATCH)
    assert count(any_store) == 5


def test_reading_goes_on_while_another_thread_writes(any_store: GraphStore) -> None:
    any_store.write(GraphBatch((country("n"),), ()))
    batch = GraphBatch(tuple(country(f"n{i}") for i in range(300)), ())

    def work(number: int) -> None:
        if number:
            any_store.write(batch)
        else:
            assert {count(any_store) for _ in range(30)} <= {1, 301}

    in_threads(work)
    assert count(any_store) == 301


def test_closing_twice_is_harmless(any_store: GraphStore) -> None:
    any_store.close()
    any_store.close()


def in_threads(work: Callable[[int], object]) -> None:
    """Run ``work(0)`` and ``work(1)`` at once and raise what either raised."""
    raised: list[BaseException] = []

    def run(number: int) -> None:
        try:
            work(number)
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]


def assert_one_sentence(error: Exception) -> None:
    text = str(error)
    assert text.endswith(".")
    assert "\n" not in text
    assert "Exception" not in text
