"""A process that is killed while it writes leaves whole batches, and the next run does the rest."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.relations import load_relations
from kg.records import GraphBatch
from kg.regraph import exchange
from kg.schema import graph_schema
from kg.stores import GraphStore, embedded, neo4j, open_store
from kg.stores.cypher import write_batch
from kg.stores.dump import Dump, dump
from tests.conftest import emptied
from tests.neo4j_server import Server
from tests.test_derive import BOTH, Draft, batch

CHILD = "import sys; from tests.test_crash import die; die(*sys.argv[1:])"
PASSWORD = "KG_TEST_CRASH_PASSWORD"


def steps(store: GraphStore) -> Iterator[GraphBatch]:
    """Two articles, another version of the first, a third, and the second taken back."""
    gazetteer = load_gazetteer()
    other = {"a": [Draft((2,), (1,)), Draft((0,), (1,), killed=1)]}
    for articles in ({"a": BOTH["a"], "b": BOTH["b"]}, other, {"c": BOTH["c"]}):
        yield batch(store, articles, gazetteer, list(articles))
    yield exchange(store, "b")


def run(store: GraphStore) -> list[Dump]:
    """Write all steps; the graph after each."""
    store.setup(graph_schema(load_relations().relations))
    found = []
    for step in steps(store):
        store.write(step)
        found.append(dump(store))
    return found


def die(address: str, statements: str) -> None:
    """Write all steps, and be killed before the statement of this number, from 0."""
    left = int(statements)

    def dying(run, *told):  # type: ignore[no-untyped-def]
        def counted(*statement):  # type: ignore[no-untyped-def]
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return run(*statement)

        write_batch(counted, *told)

    embedded.write_batch = neo4j.write_batch = dying  # type: ignore[attr-defined]
    password = os.environ.get(PASSWORD)
    run(open_store(address, user="neo4j" if password else "", password=password))


def killed(address: str, statements: int, password: str | None = None) -> int:
    """The exit code of a process that runs ``die``."""
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    env |= {PASSWORD: password} if password else {}
    command = [sys.executable, "-c", CHILD, address, str(statements)]
    return subprocess.run(command, env=env, check=False).returncode


@pytest.mark.parametrize("statements", [12, 50])
def test_an_embedded_graph(tmp_path: Path, embedded: GraphStore, statements: int) -> None:
    whole = run(embedded)
    address = str(tmp_path / "killed.db")
    assert killed(address, statements) == -signal.SIGKILL
    with open_store(address) as store:
        assert dump(store) in [Dump((), ()), *whole]
        assert run(store)[-1] == whole[-1]


@pytest.mark.parametrize("statements", [30])
def test_a_graph_on_a_server(neo4j_server: Server, embedded: GraphStore, statements: int) -> None:
    whole = run(embedded)
    with emptied(neo4j_server) as store:
        assert killed(neo4j_server.address, statements, neo4j_server.password) == -signal.SIGKILL
        assert dump(store) in [Dump((), ()), *whole]
        assert run(store)[-1] == whole[-1]
