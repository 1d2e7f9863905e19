"""A graph in a folder, as the command line finds it, and a runner that keeps to itself."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli
from kg.schema import graph_schema
from kg.stores import open_store
from tests.cli.places import Place, Served
from tests.cli.processes import BATCH
from tests.made_graph import RELATIONS, made_batch

Kg = Callable[..., Result]


@pytest.fixture(scope="session")
def made_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "kg.db"
    store = open_store(str(path))
    store.setup(graph_schema(RELATIONS))
    store.write(made_batch())
    store.close()
    return path


@pytest.fixture
def kg(made_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kg:
    """Runs ``kg`` with these words in an empty folder, over the made graph."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_STORE", str(made_db))

    def run(*words: str) -> Result:
        return CliRunner().invoke(cli, words)

    return run


@pytest.fixture(params=["embedded", "neo4j"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """An empty folder to work in, with the graph in it and with the graph on a server."""
    settings = {"KG_STORE": "kg.db"}
    made: type[Place] = Place
    if request.param == "neo4j":
        server = request.getfixturevalue("neo4j_server")
        settings, made = {"KG_STORE": server.address, "KG_PASSWORD": server.password}, Served
    for name in ("KG_STORE", "KG_PASSWORD", "KG_DECISIONS", "KG_GAZETTEER"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kg.pipeline.BATCH", BATCH)
    return made(tmp_path, settings)
