"""Names of the user's own, end to end: they win over ours, and an error names file and line."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli
from kg.stores import open_store

TEXT = "The Grey Hand attacked Kabul.\n\nThe TTP accused the Blue Hand of lying.\n"
GREY = '[armed_group.AFG]\n"Grey Hand" = []\n"Blue Hand" = { aliases = ["TTP"] }\n'
RULE = '[[ambiguous]]\nalias = "TTP"\nwinner = "group:blue-hand"\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article, two files of names and one with an error, with nothing set."""
    monkeypatch.chdir(tmp_path)
    for name in ("KG_STORE", "KG_DECISIONS", "KG_GAZETTEER"):
        monkeypatch.delenv(name, raising=False)
    Path("a.txt").write_text(TEXT)
    Path("own.toml").write_text(GREY + RULE)
    Path("more.toml").write_text('[city.AFG]\nKabul = ["Old Kabul"]\n')
    Path("wrong.toml").write_text(
        '[armed_group.AFG]\n"Grey Hand" = []\n"Other" = { capitol = true }\n'
    )
    return tmp_path


def kg(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


def names(*options: str) -> set[tuple[str, str]]:
    """Kind and name of all entities of the graph that is built of the article."""
    built = kg("build", *options, "a.txt")
    assert built.exit_code == 0, built.output
    with open_store("./kg.db") as store:
        rows = store.query("MATCH (e:Entity) RETURN e.kind, e.name").rows
    return {(str(kind), str(name)) for kind, name in rows}


def test_names_of_several_files_win_over_ours() -> None:
    found = names("--gazetteer", "own.toml", "--gazetteer", "more.toml")
    assert ("armed_group", "Grey Hand") in found
    assert ("armed_group", "Blue Hand") in found
    assert ("armed_group", "Tehreek-e-Taliban Pakistan") not in found


def test_the_environment_names_files_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_GAZETTEER", os.pathsep.join(("own.toml", "more.toml")))
    assert ("armed_group", "Grey Hand") in names()


def test_an_error_in_a_file_names_file_and_line() -> None:
    result = kg("build", "--gazetteer", "own.toml", "--gazetteer", "wrong.toml", "a.txt")
    assert result.exit_code == 1
    assert "wrong.toml:3: " in result.stderr
    assert not Path("kg.db").exists()
