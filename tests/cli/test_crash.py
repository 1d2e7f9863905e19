"""kg killed at any moment on the command line: the next run completes what it had begun."""

import random
import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import cli
from kg.stores import GraphStore, open_store
from kg.stores.dump import Dump, dump
from tests.cli.processes import BATCH, killed, start
from tests.conftest import emptied
from tests.neo4j_server import Server

TEXTS = (
    "Ana Kolman accused India of aggression. Pakistan bombed Khost on 18 March 2031, killing 8.",
    "Anna Kohlmann denied that Pakistan bombed Khost on 18 March 2031.",
    "Iran condemned the strikes, Ana Kolman said. Kenya accused Uganda of theft.",
    "Pakistan bombed Khost on 18 March 2031 and killed ten people. Kenya accused Uganda of theft.",
)
EDITS = {
    0: "Ana Kolman accused Nepal of aggression. Pakistan bombed Khost on 18 March 2031.",
    3: "Kenya denied that it had accused Uganda of theft.",
}
BUILD = ("build", "texts")
PRUNE = ("build", "--prune", "texts/a0.txt")
RETRACT = ("retract", "a1.txt", "a2.txt")
SAME = ("same", "Ana Kolman", "Anna Kohlmann", "--why", "one woman")
DIFFERENT = ("different", "Kenya", "Uganda", "--why", "two states")
RENAME = ("rename", "Ana Kolman", "Ana K.", "--why", "she wrote so")
UNDO = ("undo", "1", "--why", "two women")
IN_LINE = "brought in line with the decisions"

Words = tuple[str, ...]
EMPTY = Dump((), ())


@dataclass(frozen=True)
class Case:
    """What is done ``before``; the ``words`` to run; where they, or others, are killed; what then
    runs ``again`` and says ``told``. ``edits`` change articles after what is done before."""

    words: Words
    kills: tuple[tuple[str, Words], ...]
    again: Words = ()
    before: tuple[Words, ...] = (BUILD,)
    edits: bool = False
    told: str = ""


CASES = {
    "build": Case(
        BUILD,
        (
            ("statement 1", BUILD),
            ("statement 9", BUILD),
            ("commit 1", BUILD),
            ("committed 1", BUILD),
            ("commit 1", BUILD),
        ),
        again=BUILD,
        before=(),
        told="2 articles were in the graph already",
    ),
    "build of edited articles": Case(
        BUILD,
        (("statement 2", BUILD), ("commit 1", BUILD), ("committed 1", BUILD)),
        again=BUILD,
        edits=True,
        told="1 replaced",
    ),
    "prune": Case(
        PRUNE,
        (("statement 4", PRUNE), ("commit 1", PRUNE), ("committed 1", PRUNE)),
        again=PRUNE,
        told="1 taken back",
    ),
    "retract": Case(
        RETRACT,
        (("statement 1", RETRACT), ("commit 1", RETRACT), ("committed 1", RETRACT)),
    ),
    "retract that is told again": Case(
        RETRACT, (("statement 5", RETRACT),), again=RETRACT, told="2 taken back"
    ),
    "same": Case(
        SAME,
        (("undecided", SAME), ("decided", SAME), ("statement 3", BUILD), ("commit 1", BUILD)),
        again=BUILD,
        told=IN_LINE,
    ),
    "same that reached the graph": Case(SAME, (("committed 1", SAME),), again=BUILD),
    "different": Case(DIFFERENT, (("undecided", DIFFERENT), ("decided", DIFFERENT)), again=BUILD),
    "rename, before another decision": Case(RENAME, (("decided", RENAME),), again=DIFFERENT),
    "undo": Case(
        UNDO,
        (("undecided", UNDO), ("decided", UNDO), ("statement 5", BUILD)),
        again=BUILD,
        before=(BUILD, SAME),
        told=IN_LINE,
    ),
    "undo of what never reached the graph": Case((), (("decided", SAME),), again=UNDO),
}


@dataclass(frozen=True)
class Place:
    """A folder that kg works in, and where its graph is."""

    folder: Path
    settings: Mapping[str, str]

    def kg(self, *words: str) -> str:
        ran = CliRunner().invoke(cli, words)
        assert ran.exit_code == 0, ran.output
        return ran.output

    def graph(self) -> Dump:
        password = self.settings.get("KG_PASSWORD")
        with open_store(self.settings["KG_STORE"], password=password) as store:
            return dump(store)

    def begin(self, case: Case) -> None:
        """The state that the case begins with."""
        self.empty()
        (self.folder / "decisions.jsonl").unlink(missing_ok=True)
        write_texts(self.folder / "texts", {})
        for words in case.before:
            self.kg(*words)
        if case.edits:
            write_texts(self.folder / "texts", EDITS)

    def empty(self) -> None:
        shutil.rmtree(self.folder / "kg.db", ignore_errors=True)


class Served(Place):
    """One whose graph is on a server."""

    def empty(self) -> None:
        with open_server(self.settings):
            pass


def open_server(settings: Mapping[str, str]) -> GraphStore:
    return emptied(Server(settings["KG_STORE"], password=settings["KG_PASSWORD"]))


def write_texts(folder: Path, edits: Mapping[int, str]) -> None:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(TEXTS):
        (folder / f"a{number}.txt").write_text(edits.get(number, text))


@pytest.fixture(scope="module")
def undisturbed() -> dict[str, Dump]:
    """The graph that each case ends with, as it is found out; the same on every store."""
    return {}


@pytest.fixture(params=["embedded", "neo4j"])
def place(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Place]:
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
    yield made(tmp_path, settings)


@pytest.mark.parametrize("name", CASES)
def test_the_next_run_completes(place: Place, undisturbed: dict[str, Dump], name: str) -> None:
    case = CASES[name]
    if name not in undisturbed:
        place.begin(case)
        if case.words:
            place.kg(*case.words)
        undisturbed[name] = place.graph()
    place.begin(case)
    before = place.graph() if case.before else EMPTY
    committed = False
    for point, words in case.kills:
        killed(place.folder, place.settings, *words, point=point)
        committed = committed or point.startswith("committed")
        assert committed or place.graph() == before, point
    if case.again:
        assert case.told in place.kg(*case.again)
    assert place.graph() == undisturbed[name]
    assert "Nothing is amiss" in place.kg("check")


@pytest.mark.parametrize("place", ["embedded"], indirect=True)
def test_a_build_that_is_killed_at_random(place: Place) -> None:
    place.begin(CASES["build"])
    for _ in range(2):
        process = start(place.folder, place.settings, *BUILD)
        time.sleep(random.uniform(0, 1.5))
        process.kill()
        process.join()
    place.kg(*BUILD)
    whole = place.graph()
    place.begin(CASES["build"])
    place.kg(*BUILD)
    assert place.graph() == whole
