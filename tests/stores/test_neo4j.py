"""What can be wrong between here and a Neo4j server, told in one sentence without the password."""

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kg.errors import StoreDown, StoreError, WrongPassword
from kg.schema import graph_schema
from kg.stores import GraphStore, open_store
from kg.stores.neo4j import Neo4jStore
from tests.neo4j_server import Server
from tests.stores.test_both import BATCH, assert_one_sentence, count

PASSWORD = "open-sesame-5"


@contextmanager
def refused(kind: type[StoreError], *told: str) -> Iterator[None]:
    with pytest.raises(StoreError) as caught:
        yield
    assert type(caught.value) is kind
    assert_one_sentence(caught.value)
    for words in told:
        assert words in str(caught.value)
    assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+ssc"])
def test_a_server_that_is_down(scheme: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"{scheme}://127.0.0.1:{taken.getsockname()[1]}"
        with refused(StoreDown, address):
            open_store(address, password=PASSWORD)


def test_a_host_that_is_not_there() -> None:
    with refused(StoreDown, "bolt://nowhere.invalid"):
        open_store("bolt://nowhere.invalid:7687", password=PASSWORD)


def test_something_else_answers() -> None:
    class Web(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(100)
            self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socketserver.TCPServer(("127.0.0.1", 0), Web) as server:
        threading.Thread(target=server.serve_forever).start()
        address = f"bolt://127.0.0.1:{server.server_address[1]}"
        with refused(StoreDown, address):
            open_store(address, password=PASSWORD)
        server.shutdown()


@pytest.mark.parametrize(
    "address",
    [
        f"bolt://neo4j:{PASSWORD}@localhost",
        "http://localhost:7474",
        "bolt://localhost:port",
    ],
)
def test_an_address_that_makes_no_sense(address: str) -> None:
    with refused(StoreError):
        open_store(address, password=PASSWORD)


def test_a_wrong_password(neo4j_server: Server) -> None:
    with refused(WrongPassword, "KG_PASSWORD"):
        open_store(neo4j_server.address, user="nobody", password=PASSWORD)


def test_no_password(neo4j_server: Server) -> None:
    with refused(WrongPassword, "KG_PASSWORD"):
        open_store(neo4j_server.address)


def test_a_database_that_is_not_there(neo4j_server: Server) -> None:
    user, password = neo4j_server.user, neo4j_server.password
    with refused(StoreError, "no database nope", "KG_DATABASE"):
        open_store(neo4j_server.address, user=user, password=password, database="nope")


def test_no_tls_where_the_server_has_none(neo4j_server: Server) -> None:
    address = neo4j_server.address.replace("bolt://", "bolt+ssc://")
    with refused(StoreDown, address):
        open_store(address, password=PASSWORD)


def test_routing_addresses(neo4j_server: Server, neo4j_store: GraphStore) -> None:
    neo4j_store.write(BATCH)
    address = neo4j_server.address.replace("bolt://", "neo4j://")
    with open_store(address, user=neo4j_server.user, password=neo4j_server.password) as store:
        assert count(store) == 5


def test_the_password_does_not_show(neo4j_server: Server, neo4j_store: GraphStore) -> None:
    shown = f"{neo4j_store!r} {vars(neo4j_store)}"
    assert neo4j_server.password not in shown


def test_write_needs_setup(neo4j_server: Server) -> None:
    store = Neo4jStore(neo4j_server.address, user=neo4j_server.user, password=neo4j_server.password)
    with store, refused(StoreError, "call setup"):
        store.write(BATCH)


def test_queries_over_names_that_are_not_there_print_nothing(
    neo4j_store: GraphStore, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    neo4j_store.setup(graph_schema([]))
    neo4j_store.query("MATCH (n:Nope {nope: 1})-[:NOPE]->(m), (o) RETURN n, m, id(o)")
    assert capfd.readouterr() == ("", "")
    assert not caplog.records
