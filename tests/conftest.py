"""Both stores, ready to write (``any_store`` runs once on each), the seeds, the claims of gold."""

import io
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from kg.ontology.relations import load_relations
from kg.pipeline import build, documents, extract
from kg.reading import Reading, load_reading
from kg.records import Claim, Failure
from kg.schema import graph_schema
from kg.stores import GraphStore, open_store
from tests.gold_sets import GoldSet
from tests.neo4j_server import NoServerError, Server, running_server

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """A real Neo4j; without one the test is skipped, or fails where CI is set."""
    try:
        running = running_server()
    except NoServerError as reason:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop(f"no Neo4j to test with: {reason}")
    with running as server:
        yield server


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[GraphStore]:
    """An empty embedded graph."""
    with open_store(str(tmp_path / "kg.db")) as store:
        store.setup(graph_schema(load_relations().relations))
        yield store


def emptied(server: Server) -> GraphStore:
    """The graph on the server, with nothing in it."""
    with server.session() as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
    return open_store(server.address, user=server.user, password=server.password)


@pytest.fixture
def neo4j_store(neo4j_server: Server) -> Iterator[GraphStore]:
    """An empty graph on the server."""
    with emptied(neo4j_server) as store:
        store.setup(graph_schema(load_relations().relations))
        yield store


@pytest.fixture(params=["embedded", "neo4j"])
def any_store(request: pytest.FixtureRequest) -> GraphStore:
    """An empty graph on each store in turn."""
    names = {"embedded": "embedded", "neo4j": "neo4j_store"}
    store: GraphStore = request.getfixturevalue(names[request.param])
    return store


@pytest.fixture(scope="session")
def reading() -> Reading:
    """kg's own extractor and model."""
    return load_reading(["rules"], None)


@pytest.fixture(scope="session")
def drawn(reading: Reading) -> Callable[[GoldSet], list[Claim]]:
    """The claims that kg draws from the articles of a gold set; each set is read once."""

    @cache
    def draw(gold: GoldSet) -> list[Claim]:
        failures: list[Failure] = []
        found = documents([str(gold.articles)], io.BytesIO(), failures.append)
        return [claim for _, each in extract(found, reading, failures.append) for claim in each]

    return draw


@pytest.fixture(scope="session")
def seeds_db(tmp_path_factory: pytest.TempPathFactory, reading: Reading) -> Path:
    """The folder of the graph of seeds/, closed."""
    path = tmp_path_factory.mktemp("seeds") / "kg.db"
    with open_store(str(path)) as store:
        build_seeds(store, reading)
    return path


def build_seeds(store: GraphStore, reading: Reading) -> None:
    """Build the five articles of seeds/ into the store."""
    failures: list[Failure] = []
    found = documents([str(SEEDS)], io.BytesIO(), failures.append)
    summary = build(found, store, reading, failures.append)
    assert (summary.articles, failures) == (5, [])
