"""Every query of every pack, asked of a graph small enough to work the answers out by hand."""

import re
from collections.abc import Iterator, Mapping

import pytest

from kg.ontology.relations import EVENT_TYPES, load_relations
from kg.packs import Query, bind, find_packs, load_pack, run_query
from kg.schema import EDGES, graph_schema
from kg.stores import open_store
from kg.stores.base import GraphStore
from tests.conftest import emptied
from tests.made_graph import RELATIONS, made_batch
from tests.neo4j_server import Server
from tests.query_answers import Answer, answers, check

PACKS = [load_pack(name) for name in find_packs()]
QUERIES = [query for pack in PACKS for query in pack.queries]
TWINS = [query for pack in PACKS for query in pack.twins]


def address(query: Query) -> str:
    return f"{query.pack}/{query.name}"


@pytest.fixture(scope="module")
def made_embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with open_store(str(tmp_path_factory.mktemp("made") / "kg.db")) as store:
        store.setup(graph_schema(RELATIONS))
        store.write(made_batch())
        yield store


@pytest.fixture(scope="module")
def made_neo4j(neo4j_server: Server) -> Iterator[GraphStore]:
    with emptied(neo4j_server) as store:
        store.setup(graph_schema(RELATIONS))
        store.write(made_batch())
        yield store


@pytest.fixture(scope="module", params=["made_embedded", "made_neo4j"])
def made(request: pytest.FixtureRequest) -> GraphStore:
    """The made graph on each store in turn."""
    store: GraphStore = request.getfixturevalue(request.param)
    return store


@pytest.mark.parametrize("answer", answers("made"), ids=str)
def test_answer_worked_out_by_hand(made: GraphStore, answer: Answer) -> None:
    check(made, answer)


def test_every_query_has_an_answer_worked_out_by_hand() -> None:
    assert {answer.query for answer in answers("made")} == set(map(address, QUERIES))


def test_queries_name_only_what_the_ontology_and_the_schema_know() -> None:
    known = {*load_relations().relations, *EVENT_TYPES, *(edge.type for edge in EDGES)}
    named = {
        (address(query), name)
        for query in (*QUERIES, *TWINS)
        for name in re.findall(r"[\"':|]([A-Z]+(?:_[A-Z]+)*)\b", query.cypher)
    }
    assert {each for each in named if each[1] not in known} == set()


@pytest.mark.parametrize("query", QUERIES, ids=address)
def test_both_stores_give_the_same_rows(
    made_embedded: GraphStore, made_neo4j: GraphStore, query: Query
) -> None:
    params = bind(query)
    assert run_query(made_embedded, query, params) == run_query(made_neo4j, query, params)


@pytest.mark.parametrize("twin", TWINS, ids=address)
def test_graph_twin_returns_paths_for_browser(made_neo4j: GraphStore, twin: Query) -> None:
    rows = run_query(made_neo4j, twin, bind(twin)).rows
    assert rows
    assert all(isinstance(path, Mapping) and path["relationships"] for (path,) in rows)


@pytest.mark.parametrize("query", QUERIES, ids=address)
def test_query_finds_something_without_parameters(made: GraphStore, query: Query) -> None:
    assert run_query(made, query, bind(query)).rows


@pytest.mark.parametrize("query", QUERIES, ids=address)
def test_limit_keeps_the_first_rows(made: GraphStore, query: Query) -> None:
    whole = run_query(made, query, bind(query)).rows
    assert run_query(made, query, bind(query, ["limit=1"])).rows == whole[:1]


@pytest.mark.parametrize("query", QUERIES, ids=address)
def test_a_name_that_looks_like_cypher_finds_nothing(made: GraphStore, query: Query) -> None:
    for parameter in query.parameters:
        if parameter.type == "string":
            hostile = f"{parameter.name}=x' OR 1=1 //\") MATCH (n) RETURN n"
            assert run_query(made, query, bind(query, [hostile])).rows == ()


@pytest.mark.parametrize("query", [*QUERIES, *TWINS], ids=address)
def test_an_empty_graph_has_no_answers(empty: GraphStore, query: Query) -> None:
    assert run_query(empty, query, bind(query)).rows == ()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with open_store(str(tmp_path_factory.mktemp("empty") / "kg.db")) as store:
        store.setup(graph_schema(RELATIONS))
        yield store
