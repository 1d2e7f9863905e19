"""``kg retract``: what it takes out of the graph, and what it leaves alone."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Kg


@pytest.fixture
def graph(kg: Kg, made_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kg:
    """Runs ``kg`` over a copy of the made graph."""
    shutil.copytree(made_db, tmp_path / "kg.db")
    monkeypatch.setenv("KG_STORE", str(tmp_path / "kg.db"))
    return kg


def test_articles_are_taken_back_with_their_claims(graph: Kg) -> None:
    done = graph("retract", "a1", "a3", "a1")
    assert (done.exit_code, done.stdout) == (0, "2 taken back\n")
    told = graph("query", "overview/articles", "--format", "csv", "-c", "article").stdout
    assert told.split() == ["article", "a2"]
    evidence = graph("query", "actors/evidence", "--format", "csv", "-c", "article").stdout
    assert set(evidence.split()) == {"article", "a2"}


def test_an_unknown_article_is_one_sentence_and_changes_nothing(graph: Kg) -> None:
    before = graph("info").stdout
    failed = graph("retract", "a1", "no\x1bbody")
    assert (failed.exit_code, failed.stdout) == (1, "")
    assert failed.stderr == (
        "Error: The graph holds no article 'no\\x1bbody', and nothing was taken back; "
        "kg query overview/articles lists those it holds.\n"
    )
    assert graph("info").stdout == before


def test_no_graph_is_made(kg: Kg, tmp_path: Path) -> None:
    failed = kg("--store", "none.db", "retract", "a1")
    assert failed.exit_code == 1
    assert failed.stderr.startswith("Error: There is no graph at none.db; ")
    assert list(tmp_path.iterdir()) == []
