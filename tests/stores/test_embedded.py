"""What holds for a graph in a folder alone: who may open it, and that it is silent."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError, StoreLocked
from kg.records import GraphBatch, Node
from kg.schema import graph_schema
from kg.stores import GraphStore, open_store
from tests.stores.test_both import BATCH, assert_one_sentence, count

ROOT = Path(__file__).parents[2]
OPEN = """
import sys
from kg.errors import KgError
from kg.schema import graph_schema
from kg.stores import open_store
from tests.stores.test_both import BATCH, GraphBatch, country
try:
    store = open_store(sys.argv[1])
except KgError as error:
    sys.exit(f"{type(error).__name__}: {error}")
store.setup(graph_schema(["ACCUSES"]))
"""


def start(path: Path, code: str, stdin: int | None = None) -> subprocess.Popen[str]:
    """Another process that runs ``code`` over the graph at ``path``, in the folder beside it."""
    return subprocess.Popen(
        [sys.executable, "-c", OPEN + code, str(path)],
        cwd=path.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        stdin=stdin,
    )


def test_another_process_is_refused(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "kg.db")):
        out, err = start(tmp_path / "kg.db", "").communicate()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("StoreLocked: Another process has the graph")


def test_what_another_process_has_open_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kg.db"
    with start(
        path, "print('open', flush=True); input(); store.close()", stdin=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(StoreLocked) as caught:
            open_store(str(path))
        holder.communicate("\n")
    assert_one_sentence(caught.value)
    with open_store(str(path)) as store:
        assert count(store) == 0


def test_the_same_process_is_refused_until_it_closes(tmp_path: Path) -> None:
    address = str(tmp_path / "kg.db")
    with open_store(address), pytest.raises(StoreLocked, match="open already"):
        open_store(address)
    open_store(address).close()


def test_many_graphs_in_one_process(tmp_path: Path) -> None:
    stores = [open_store(str(tmp_path / f"{number}.db")) for number in range(12)]
    for number, store in enumerate(stores):
        store.setup(graph_schema([]))
        nodes = tuple(Node("Event", f"e{i}") for i in range(number))
        store.write(GraphBatch(nodes, ()))
    assert [count(store) for store in stores] == list(range(12))
    for store in stores:
        store.close()


def test_a_graph_is_still_there_when_it_is_opened_again(tmp_path: Path) -> None:
    for _ in range(2):
        with open_store(str(tmp_path / "kg.db")) as store:
            store.setup(graph_schema(["ACCUSES"]))
            store.write(BATCH)
    with open_store(str(tmp_path / "kg.db"), create=False) as store:
        assert count(store) == 5


def test_nothing_is_printed_or_left_beside_the_graph(tmp_path: Path) -> None:
    code = "store.write(BATCH); print(store.query('MATCH (n) RETURN count(*)').rows)"
    process = start(tmp_path / "kg.db", code)
    assert process.communicate() == ("((5,),)\n", "")
    assert process.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["kg.db"]
    with open_store(str(tmp_path / "kg.db"), create=False) as store:
        assert count(store) == 5


def test_ctrl_c_is_pythons_and_leaves_whole_batches(tmp_path: Path) -> None:
    code = """
try:
    for number in range(10**6):
        store.write(GraphBatch(tuple(country(f"{number} {i}") for i in range(50)), ()))
        print("written", flush=True)
except KeyboardInterrupt:
    print("interrupted")
"""
    with start(tmp_path / "kg.db", code) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (out.splitlines()[-1], err, process.returncode) == ("interrupted", "", 0)
    with open_store(str(tmp_path / "kg.db")) as store:
        found = count(store)
    assert isinstance(found, int)
    assert found >= 50
    assert found % 50 == 0


def test_a_missing_graph_is_made_only_where_asked(tmp_path: Path) -> None:
    path = tmp_path / "new" / "kg.db"
    with pytest.raises(StoreError, match="There is no graph") as caught:
        open_store(str(path), create=False)
    assert_one_sentence(caught.value)
    assert not path.parent.exists()
    open_store(str(path)).close()
    open_store(str(path), create=False).close()


def test_an_empty_folder_becomes_a_graph(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        assert count(store) == 0


@pytest.mark.parametrize("name", ["it's kg.db", "päth ⛰", "a%20b.db", "a:b"])
def test_paths_may_hold_any_letter(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store(name) as store:
        assert count(store) == 0
    assert (tmp_path / name).is_dir()


def test_a_file_and_a_folder_of_other_files_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    for address in (file, tmp_path, file / "kg.db"):
        with pytest.raises(StoreError) as caught:
            open_store(str(address))
        assert_one_sentence(caught.value)
        assert str(address) in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_damaged_graph_is_told(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "kg.db")) as store:
        store.setup(graph_schema([]))
    (tmp_path / "kg.db" / "configuration.json").write_bytes(b"\x00{{")
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        open_store(str(tmp_path / "kg.db"))
    assert_one_sentence(caught.value)


@pytest.mark.parametrize("name", ["Event_0", "Actor%7ECountry%7EEntity%7EPlace_0", "schema"])
def test_a_graph_that_lacks_a_file_is_told_and_not_opened_without(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / "kg.db"
    with open_store(str(path)) as store:
        store.setup(graph_schema(["ACCUSES"]))
        store.write(BATCH)
    (file,) = {*path.glob(f"{name}.*.bucket"), *path.glob(f"{name}.json")}
    held = file.read_bytes()
    file.unlink()
    with pytest.raises(StoreError, match=r"is gone or damaged; put it back") as caught:
        open_store(str(path))
    assert_one_sentence(caught.value)
    file.write_bytes(held)
    with open_store(str(path)) as store:
        assert count(store) == 5


def test_a_query_reads_no_files(embedded: GraphStore, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("word\n")
    with pytest.raises(QueryError, match="disabled"):
        embedded.query(f"LOAD CSV FROM 'file://{secret}' AS row RETURN row")


def test_write_needs_setup(tmp_path: Path) -> None:
    with (
        open_store(str(tmp_path / "kg.db")) as store,
        pytest.raises(StoreError, match=r"call setup"),
    ):
        store.write(BATCH)


def test_what_a_kill_left_half_made_is_made_anew(tmp_path: Path) -> None:
    half = tmp_path / ".kg.db.half-made"
    half.mkdir()
    (half / "txlog_0.wal").write_bytes(b"")
    with open_store(str(tmp_path / "kg.db")) as store:
        assert store.query("MATCH (n) RETURN n.id AS id").rows == ()
    assert [path.name for path in tmp_path.iterdir()] == ["kg.db"]
