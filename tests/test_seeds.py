"""Every query of every pack, asked of the graph of the seeds, on both stores."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kg.packs import Query, bind, find_packs, load_pack, run_query
from kg.reading import Reading
from kg.stores import open_store
from kg.stores.base import GraphStore
from tests.conftest import build_seeds, emptied
from tests.neo4j_server import Server
from tests.query_answers import Answer, answers, check

PACKS = [load_pack(name) for name in find_packs()]
QUERIES = [query for pack in PACKS for query in pack.queries]
TWINS = [query for pack in PACKS for query in pack.twins]


def address(query: Query) -> str:
    return f"{query.pack}/{query.name}"


@pytest.fixture(scope="module")
def embedded_seeds(seeds_db: Path) -> Iterator[GraphStore]:
    with open_store(str(seeds_db)) as store:
        yield store


@pytest.fixture(scope="module")
def neo4j_seeds(neo4j_server: Server, reading: Reading) -> Iterator[GraphStore]:
    with emptied(neo4j_server) as store:
        build_seeds(store, reading)
        yield store


@pytest.fixture(scope="module", params=["embedded_seeds", "neo4j_seeds"])
def seeds(request: pytest.FixtureRequest) -> GraphStore:
    """The graph of the seeds on each store in turn."""
    store: GraphStore = request.getfixturevalue(request.param)
    return store


@pytest.mark.parametrize("answer", answers("seeds"), ids=str)
def test_answer_worked_out_by_hand(seeds: GraphStore, answer: Answer) -> None:
    check(seeds, answer)


@pytest.mark.parametrize("query", QUERIES, ids=address)
def test_both_stores_give_the_same_rows(
    embedded_seeds: GraphStore, neo4j_seeds: GraphStore, query: Query
) -> None:
    params = bind(query)
    assert run_query(embedded_seeds, query, params) == run_query(neo4j_seeds, query, params)


@pytest.mark.parametrize("twin", TWINS, ids=address)
def test_graph_twin_draws_the_seeds(neo4j_seeds: GraphStore, twin: Query) -> None:
    rows = run_query(neo4j_seeds, twin, bind(twin)).rows
    assert rows
    assert all(isinstance(path, Mapping) and path["relationships"] for (path,) in rows)


STRIKES = """
MATCH (e:Event)<-[:ABOUT]-(c:Claim)
WHERE e.event_type = 'ASSAULT' AND EXISTS { (e)-[:SOURCE]->(:Entity {key: 'country:PAK'}) }
WITH e, c ORDER BY c.article
WITH e, collect(DISTINCT left(c.article, 3)) AS articles, collect(DISTINCT c.date_text) AS words
RETURN articles, words, toString(e.date_start) AS day
ORDER BY articles, words
"""


def test_the_strikes_of_march_are_one_event_and_nothing_is_dated_by_guess(
    seeds: GraphStore,
) -> None:
    rows = seeds.query(STRIKES).rows
    assert [words for articles, words, _ in rows if articles == ("000", "004")] == [("March",)]
    joined = {articles for articles, _, _ in rows} - {(f"00{n}",) for n in range(5)}
    assert joined == {("000", "004")}
    assert {("001",), ("002",), ("003",)} <= {articles for articles, _, _ in rows}
    assert {day for *_, day in rows} == {None}


def test_a_day_is_known_only_where_the_words_tell_the_year(seeds: GraphStore) -> None:
    dated = "MATCH (e:Event)<-[:ABOUT]-(c:Claim) WHERE e.date_start IS NOT NULL RETURN c.date_text"
    rows = seeds.query(dated).rows
    assert rows
    assert all("20" in str(words) for (words,) in rows)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Khawaja|Khwaja", "person:khawaja-asif"),
        ("Zabihullah|Mujahid", "person:zabihullah-mujahid"),
        ("Durrani", "person/-/Asif Durani"),
        ("Pakistan", "country:PAK"),
        ("Afghanistan", "country:AFG"),
        ("Afghan Taliban|Taliban", "group:afghan-taliban"),
        ("TTP|Tehreek-e-Taliban Pakistan", "group:ttp"),
        ("Khost", "subdivision:AF-KHO"),
        ("Kunar", "subdivision:AF-KNR"),
        ("Paktika", "subdivision:AF-PKA"),
        ("Khyber Pakhtunkhwa", "subdivision:PK-KP"),
    ],
)
def test_one_thing_is_one_node(embedded_seeds: GraphStore, words: str, key: str) -> None:
    rows = embedded_seeds.query("MATCH (e:Entity) RETURN e.key AS key, e.name AS name").rows
    names = words.split("|")
    people = key.startswith("person")
    alike = {k for k, name in rows if any(n == name or (people and n in str(name)) for n in names)}
    assert [k for k, _ in rows].count(key) == 1
    assert alike <= {key}
