"""``kg explain`` on the command line."""

import json
from pathlib import Path

from tests.cli.test_decide import SAME, folder, kg

__all__ = ["folder"]


def test_three_words_and_one_name_the_same_edge() -> None:
    one = kg("explain", "Ana Kolman ACCUSES India")
    assert (one.exit_code, one.stderr) == (0, "")
    assert one.stdout.startswith("Ana Kolman ACCUSES India (short edge)\n")
    assert "rule ACCUSES: accuse T of/for C (accuse.toml)" in one.stdout
    assert kg("explain", "Ana Kolman", "ACCUSES", "India").stdout == one.stdout


def test_json_has_the_decision_and_its_reason() -> None:
    kg(*SAME)
    found = json.loads(kg("explain", "Ana", "Kolman", "--format", "json").stdout)
    assert found["name"] == "Anna Kohlmann"
    assert [(d["number"], d["why"], d["by"]) for d in found["decisions"]] == [
        (1, "one woman", "Bo")
    ]


def test_a_decision_that_the_file_lacks_is_told(tmp_path: Path) -> None:
    kg(*SAME)
    (tmp_path / "decisions.jsonl").unlink()
    assert "    1: not in the file of decisions" in kg("explain", "Anna Kohlmann").stdout


def test_the_limit_holds() -> None:
    shown = kg("explain", "a.txt", "--limit", "1").stdout
    assert "... and " in shown
    assert kg("explain", "a.txt", "--limit", "0").exit_code == 2


def test_an_unknown_name_is_one_sentence() -> None:
    shown = kg("explain", "Nemo\x1b[2J")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr.startswith("Error: Neither the graph nor the gazetteer knows Nemo")
    assert "\x1b" not in shown.stderr
