"""What all verbs share: errors, exit codes, help, pipes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import __version__
from kg.cli.main import VERBS
from kg.errors import PackError
from tests.cli.conftest import Kg


def test_help_names_every_verb(kg: Kg) -> None:
    shown = kg("--help")
    assert shown.exit_code == 0
    assert all(f"\n  {verb} " in shown.stdout for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(kg: Kg, verb: str) -> None:
    shown = kg(verb, "--help")
    assert shown.exit_code == 0
    assert shown.stdout.startswith(f"Usage: cli {verb} ")


def test_help_loads_no_engine_and_no_model() -> None:
    heavy = "{'spacy', 'jpype', 'arcadedb_embedded', 'neo4j', 'networkx'}"
    code = (
        "import sys; from kg.cli.main import cli; cli(['--help'], standalone_mode=False);"
        f"assert not {heavy} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_version(kg: Kg) -> None:
    assert kg("--version").stdout == f"kg, version {__version__}\n"


def test_an_error_is_one_sentence_on_standard_error_and_exit_code_1(kg: Kg) -> None:
    shown = kg("query", "violence/strikes")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr.startswith("Error: Pack 'violence' has no query 'strikes' (did you mean ")
    assert shown.stderr.count("\n") == 1


def test_control_characters_of_a_name_do_not_reach_the_terminal(kg: Kg) -> None:
    assert "\x1b" not in kg("query", "violence/x", "-p", "\x1b[31m").stderr
    assert "\x1b" not in kg("query", "violence/attackers", "-p", "\x1b[31m").stderr


def test_debug_raises_the_error_itself(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(kg("--debug", "query", "x/y").exception, PackError)
    monkeypatch.setenv("KG_DEBUG", "yes")
    assert isinstance(kg("query", "x/y").exception, PackError)


def test_a_wrong_setting_is_one_sentence(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_DEBUG", "perhaps")
    shown = kg("info")
    assert shown.exit_code == 1
    assert shown.stderr == "Error: KG_DEBUG is perhaps; set it to yes or no.\n"


@pytest.mark.parametrize(
    "words", [["qurey"], ["query"], ["info", "--format", "xml"], ["--stor", "x", "info"]]
)
def test_wrong_use_is_exit_code_2(kg: Kg, words: list[str]) -> None:
    assert kg(*words).exit_code == 2


@pytest.mark.parametrize("words", [["info"], ["query", "overview/ties"], ["report", "overview"]])
def test_a_missing_graph_is_one_sentence(kg: Kg, tmp_path: Path, words: list[str]) -> None:
    shown = kg("--store", str(tmp_path / "none.db"), *words)
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr.startswith("Error: There is no graph at ")
    assert not (tmp_path / "none.db").exists()


def test_a_closed_pipe_is_quiet(made_db: Path) -> None:
    command = [sys.executable, "-m", "kg", "--store", str(made_db), "report", "actors"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_what_the_terminal_cannot_show_is_escaped(made_db: Path) -> None:
    command = [sys.executable, "-m", "kg", "--store", str(made_db), "info"]
    shown = subprocess.run(
        command,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert b"\\u2500" in shown.stdout
