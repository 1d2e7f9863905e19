"""A Neo4j server that is no longer reached while kg writes."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cli.places import BUILD, Served
from tests.cli.processes import BATCH
from tests.neo4j_server import Server

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message of Bolt that ends a transaction."""

WRITES = b"UNWIND $rows"
DOWN = "No Neo4j server answers at"


class Proxy:
    """Passes bytes between kg and a server, and hangs up once, when kg writes.

    It hangs up behind a commit, whose answer it keeps back, or else for good before a write.
    """

    def __init__(self, server: Server, *, for_good: bool) -> None:
        host, port = server.address.removeprefix("bolt://").split(":")
        self._server = host, int(port)
        self._for_good = for_good
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"bolt://127.0.0.1:{self._listening.getsockname()[1]}"
        self.hung_up = False
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._pass_on, args=(client,), daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        writes = False
        with client, socket.create_connection(self._server) as server:
            threading.Thread(target=_pump, args=(server, client), daemon=True).start()
            while asked := _received(client):
                writes = writes or WRITES in asked
                if writes and not self.hung_up and (self._for_good or COMMIT in asked):
                    self.hung_up = True
                    self._hang_up(client, server, asked)
                    return
                server.sendall(asked)

    def _hang_up(self, client: socket.socket, server: socket.socket, asked: bytes) -> None:
        if self._for_good:
            self._listening.shutdown(socket.SHUT_RDWR)
            self.close()
        client.shutdown(socket.SHUT_RDWR)
        if not self._for_good:
            server.sendall(asked)
            time.sleep(0.5)
        server.shutdown(socket.SHUT_RDWR)


def _pump(server: socket.socket, client: socket.socket) -> None:
    try:
        while told := _received(server):
            client.sendall(told)
        client.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _received(peer: socket.socket) -> bytes:
    try:
        return peer.recv(1 << 16)
    except OSError:
        return b""


@pytest.fixture
def place(neo4j_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    """A folder to work in, with the graph on the server."""
    for name in ("KG_DECISIONS", "KG_GAZETTEER"):
        monkeypatch.delenv(name, raising=False)
    settings = {"KG_STORE": neo4j_server.address, "KG_PASSWORD": neo4j_server.password}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kg.pipeline.BATCH", BATCH)
    monkeypatch.setattr("kg.stores.neo4j.RETRY_SECONDS", 1.0)
    return Served(tmp_path, settings)


@contextmanager
def proxied(server: Server, *, for_good: bool) -> Iterator[Proxy]:
    with closing(Proxy(server, for_good=for_good)) as proxy:
        yield proxy
        assert proxy.hung_up


def test_a_connection_that_is_lost(place: Served, neo4j_server: Server) -> None:
    place.begin(BUILD)
    whole = place.graph()
    place.empty()
    with proxied(neo4j_server, for_good=True) as proxy:
        ran = place.run("--store", proxy.address, *BUILD)
    assert (ran.exit_code, ran.output.count("\n")) == (1, 1)
    assert ran.output.startswith(f"Error: {DOWN} {proxy.address}; ")
    place.kg(*BUILD)
    assert place.graph() == whole


def test_a_commit_whose_answer_is_lost(place: Served, neo4j_server: Server) -> None:
    place.begin(BUILD)
    whole = place.graph()
    place.empty()
    with proxied(neo4j_server, for_good=False) as proxy:
        place.kg("--store", proxy.address, *BUILD)
    assert place.graph() == whole
    assert "Nothing is amiss" in place.kg("check")
