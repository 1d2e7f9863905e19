"""kg killed at any moment on the command line: the next run completes what it had begun."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import decide
from kg.cli.main import cli
from kg.decide import append_decision
from kg.stores import embedded, neo4j, open_store
from kg.stores.cypher import write_batch
from kg.stores.dump import Dump, dump
from tests.conftest import emptied
from tests.neo4j_server import Server

ROOT = Path(__file__).parents[2]
CHILD = "import sys; from tests.cli.test_crash import die; die(*sys.argv[1:])"
FIRST = (
    "Ana Kolman accused India of aggression. Pakistan bombed Khost on 18 March 2031, killing 8.",
    "Anna Kohlmann denied that Pakistan bombed Khost on 18 March 2031.",
    "Iran condemned the strikes, Ana Kolman said. Kenya accused Uganda of theft.",
)
MORE = 20
"""Articles beside the first, so that a build takes two transactions."""

SAME = ("same", "Ana Kolman", "Anna Kohlmann", "--why", "one woman")
UNDO = ("undo", "1", "--why", "two women")
BUILD, RETRACT, PRUNE = (
    ("build", "texts"),
    ("retract", "a1.txt", "a2.txt"),
    ("build", "--prune", "texts/a0.txt"),
)


def die(point: str, *words: str) -> None:
    """Run ``kg`` with these words, and be killed at a point: "statement 4", "commit 2", "decided".

    Statements and commits count from 1, and the kill comes before them; "decided" is between the
    file of decisions and the graph.
    """
    what, _, number = point.partition(" ")
    left = {what: int(number or 1)}

    def passing(reached: str) -> None:
        left[reached] = left.get(reached, 0) - 1
        if left[reached] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def dying(run, *told):  # type: ignore[no-untyped-def]
        def counted(*statement):  # type: ignore[no-untyped-def]
            passing("statement")
            return run(*statement)

        write_batch(counted, *told)
        passing("commit")

    def decided(*told):  # type: ignore[no-untyped-def]
        append(*told)
        passing("decided")

    append = append_decision
    decide.append_decision = decided  # type: ignore[attr-defined]
    embedded.write_batch = neo4j.write_batch = dying  # type: ignore[attr-defined]
    cli(words, standalone_mode=False)


def start(point: str, *words: str) -> "subprocess.Popen[bytes]":
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", CHILD, point, *words]
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)


def killed(point: str, *words: str) -> None:
    assert start(point, *words).wait() == -signal.SIGKILL


def kg(*words: str) -> None:
    ran = CliRunner().invoke(cli, words)
    assert ran.exit_code == 0, ran.output


def graph() -> Dump:
    with open_store("kg.db") as store:
        return dump(store)


def write_texts(folder: Path) -> None:
    folder.mkdir()
    for number, text in enumerate(FIRST):
        (folder / f"a{number}.txt").write_text(text)
    for number in range(MORE):
        (folder / f"b{number:02}.txt").write_text(f"Kenya accused Uganda of theft {number}.")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with texts and their graph."""
    folder = tmp_path_factory.mktemp("crash")
    write_texts(folder / "texts")
    store, decisions = folder / "kg.db", folder / "decisions.jsonl"
    kg("--store", str(store), "--decisions", str(decisions), "build", str(folder / "texts"))
    return folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty folder that ``kg`` works in."""
    monkeypatch.chdir(tmp_path)
    for name in ("KG_STORE", "KG_DECISIONS", "KG_GAZETTEER", "KG_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


Copied = Callable[[], None]


@pytest.fixture
def copied(here: Path, built: Path) -> Copied:
    """Puts a copy of the texts and their graph here, and nothing else."""

    def fresh() -> None:
        shutil.rmtree(here)
        shutil.copytree(built, here)
        os.chdir(here)

    return fresh


@pytest.fixture(scope="module")
def whole(built: Path) -> Dump:
    """The graph of all texts."""
    with open_store(str(built / "kg.db")) as store:
        return dump(store)


def test_a_build(here: Path, copied: Copied, whole: Dump) -> None:
    copied()
    shutil.rmtree(here / "kg.db")
    killed("statement 9", *BUILD)
    killed("commit 2", *BUILD)
    kg(*BUILD)
    assert graph() == whole


def test_a_build_that_is_killed_at_random(here: Path, copied: Copied, whole: Dump) -> None:
    copied()
    shutil.rmtree(here / "kg.db")
    for _ in range(2):
        process = start("never", *BUILD)
        while not [*here.glob("*kg.db*")] and process.poll() is None:
            time.sleep(0.01)
        time.sleep(random.uniform(0, 1.5))
        process.kill()
        process.wait()
    kg(*BUILD)
    assert graph() == whole


@pytest.mark.parametrize(("words", "point"), [(RETRACT, "statement 4"), (PRUNE, "commit 2")])
def test_what_is_taken_back(copied: Copied, words: tuple[str, ...], point: str) -> None:
    copied()
    kg(*words)
    left = graph()
    copied()
    killed(point, *words)
    kg(*words)
    assert graph() == left


def test_a_decision_and_its_undo(copied: Copied, whole: Dump) -> None:
    copied()
    kg(*SAME)
    joined = graph()
    copied()
    killed("decided", *SAME)
    kg(*BUILD)
    assert graph() == joined
    killed("statement 5", *UNDO)
    kg(*BUILD)
    assert graph() == whole


def test_an_undo_of_a_decision_that_never_reached_the_graph(copied: Copied, whole: Dump) -> None:
    copied()
    killed("decided", *SAME)
    kg(*UNDO)
    assert graph() == whole


def test_a_graph_on_a_server(
    here: Path, neo4j_server: Server, copied: Copied, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied()
    kg(*SAME)
    joined = graph()
    (here / "decisions.jsonl").unlink()
    monkeypatch.setenv("KG_STORE", neo4j_server.address)
    monkeypatch.setenv("KG_PASSWORD", neo4j_server.password)
    with emptied(neo4j_server) as store:
        killed("commit 2", *BUILD)
        kg(*BUILD)
        killed("decided", *SAME)
        killed("commit 1", *RETRACT)
        kg(*BUILD)
        assert dump(store) == joined
