"""Several processes give what one gives, failures included, and leave nothing running."""

import io
import json
import multiprocessing
import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kg.clean import clean
from kg.errors import ExtractorError
from kg.pipeline import BATCH, build, documents, extract
from kg.reading import Reader, Reading, load_reading
from kg.records import Article, Document, Failure
from kg.stores import open_store
from kg.stores.dump import dump
from kg.workers import Workers

SEEDS = Path(__file__).parent.parent / "seeds"
FAILING = """
class Failing:
    name = version = "f"

    def __init__(self, gazetteer):
        pass

    def extract(self, annotated):
        if "Zarzuela" in annotated.document.text:
            raise ValueError("no music, please")
        return ()
"""


def fail(failure: Failure) -> None:
    raise AssertionError(failure)


def document(text: str, name: str = "a1") -> Document:
    return clean(Article(name, text, f"{name}.txt"))


@pytest.fixture(scope="module")
def seeds() -> list[Document]:
    return list(documents([str(SEEDS)], io.BytesIO(), fail))


@pytest.fixture(scope="module")
def workers(reading: Reading) -> Iterator[Workers]:
    with Workers(2, partial(load_reading, ["rules"], None), reading.gazetteer) as made:
        yield made
    assert multiprocessing.active_children() == []


def test_the_graph_is_that_of_one_process(
    seeds: list[Document], reading: Reading, workers: Workers, tmp_path: Path
) -> None:
    graphs = []
    readers: tuple[Reader, ...] = (reading, workers)
    for number, reads in enumerate(readers):
        with open_store(str(tmp_path / f"{number}.db")) as store:
            build(seeds, store, reads, fail)
            graphs.append(dump(store))
    assert graphs[0].nodes
    assert graphs[0] == graphs[1]


def test_claims_come_in_the_order_of_the_articles(reading: Reading, workers: Workers) -> None:
    many = [document("Iran bombed Erbil.", f"a{n}") for n in range(60)]
    assert list(extract(many, workers, fail)) == list(extract(many, reading, fail))


def test_an_article_that_fails_is_told_and_the_others_are_read(
    reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kg_failing.py").write_text(FAILING)
    info = tmp_path / "kg_failing-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: kg-failing\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[kg.extractors]\nfailing = kg_failing:Failing\n")
    monkeypatch.syspath_prepend(tmp_path)
    told: list[Failure] = []
    load = partial(load_reading, ["rules", "failing"], None)
    with Workers(1, load, reading.gazetteer) as several:
        two = [document("To the Zarzuela.", "a1"), document("Iran bombed Erbil.", "a2")]
        read = list(several.claims(two, told.append))
    assert [each.document.article.id for each in read] == ["a2"]
    reason = "cannot be read by an extractor: ValueError: no music, please"
    assert told == [Failure("a1.txt", reason)]


def test_an_unknown_extractor_is_one_sentence(reading: Reading) -> None:
    load = partial(load_reading, ["magic"], None)
    with pytest.raises(ExtractorError, match=r"^There is no extractor 'magic'"):
        Workers(1, load, reading.gazetteer)


def started(folder: Path, *words: str, err: int) -> subprocess.Popen[str]:
    """``kg`` with these words, two processes and standard input, in a group of its own."""
    command = [sys.executable, "-m", "kg", *words, "-", "--processes=2"]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdin=pipe,
        stdout=pipe,
        stderr=err,
        text=True,
        process_group=0,
    )


def give(ran: subprocess.Popen[str], articles: range) -> None:
    """Hand the process articles of one claim each, and leave its standard input open."""
    assert ran.stdin is not None
    for n in articles:
        ran.stdin.write(json.dumps({"id": f"a{n}", "text": "Iran bombed Erbil."}) + "\n")
    ran.stdin.flush()


def test_ctrl_c_ends_all_processes_without_a_traceback(tmp_path: Path) -> None:
    with started(tmp_path, "extract", err=subprocess.PIPE) as ran:
        give(ran, range(400))
        assert ran.stdout is not None
        assert "Iran STRIKES" in ran.stdout.readline()
        os.killpg(ran.pid, signal.SIGINT)
        _, told = ran.communicate(timeout=120)
    assert ran.returncode == 1
    assert told.strip() == "Aborted!"


def test_ctrl_c_leaves_the_whole_batches_that_the_bar_showed(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with started(tmp_path, "build", err=theirs) as ran:
        os.close(theirs)
        give(ran, range(2 * BATCH + 1))
        told = read_until(ours, str(2 * BATCH))
        os.killpg(ran.pid, signal.SIGINT)
        told += read_until(ours, "Aborted!")
        ran.communicate(timeout=120)
    os.close(ours)
    assert ran.returncode == 1
    assert "Traceback" not in told
    with open_store(str(tmp_path / "kg.db"), create=False) as store:
        assert store.query("MATCH (a:Article) RETURN count(*)").rows == ((2 * BATCH,),)


def read_until(terminal: int, wanted: str) -> str:
    """What a process writes to a terminal up to these words."""
    told = ""
    while wanted not in told:
        assert select.select([terminal], [], [], 120)[0], f"after two minutes only {told!r}"
        told += os.read(terminal, 4096).decode()
    return told


def test_a_process_that_dies_is_one_sentence(reading: Reading) -> None:
    before = set(multiprocessing.active_children())
    with Workers(1, partial(load_reading, ["rules"], None), reading.gazetteer) as several:
        (child,) = set(multiprocessing.active_children()) - before
        os.kill(child.pid or 0, signal.SIGKILL)
        with pytest.raises(ExtractorError, match=r"^A process .* died.* fewer --processes"):
            list(several.claims([document("Iran bombed Erbil.")], fail))
