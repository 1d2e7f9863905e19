"""``kg diff``: exit codes, text and JSON, and a fresh build to compare with."""

import json
from pathlib import Path

from tests.cli.test_decide import SAME, TEXT, folder, kg

__all__ = ["folder"]


def test_equal_graphs_are_exit_code_0() -> None:
    assert kg("--store", "new.db", "build", "a.txt").exit_code == 0
    same = kg("diff", "new.db")
    assert (same.exit_code, same.stdout, same.stderr) == (0, "The graphs are equal.\n", "")
    assert kg("diff", "new.db", "--format", "json").stdout == "[]\n"


def test_other_graphs_are_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Kenya accused Uganda of theft.")
    kg("--store", "new.db", "build", "a.txt", "b.txt")
    other = kg("diff", "new.db")
    assert (other.exit_code, other.stderr) == (1, "")
    lines = other.stdout.splitlines()
    assert '+ claim Kenya ACCUSES Uganda [asserted] b.txt "accused"' in lines
    assert "+ short edge Kenya ACCUSES Uganda" in lines
    assert lines[-1].endswith(" added, 0 lost, 0 changed")
    rows = json.loads(kg("diff", "new.db", "--format", "json").stdout)
    assert {row["change"] for row in rows} == {"added"}
    assert len(rows) == len(lines) - 1
    back = kg("--store", "new.db", "diff", "kg.db").stdout
    assert back.splitlines()[:-1] == [f"-{line[1:]}" for line in lines[:-1]]


def test_a_fresh_build_knows_the_decisions() -> None:
    kg(*SAME)
    assert kg("diff", "--build", "a.txt").exit_code == 0
    assert kg("--decisions", "none.jsonl", "diff", "--build", "a.txt").exit_code == 1


def test_a_changed_text_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        TEXT.replace("aggression", "a\x07ggression \x1b[2J" + "x" * 999)
    )
    changed = kg("diff", "--build", "a.txt")
    assert changed.exit_code == 1
    line = next(line for line in changed.stdout.splitlines() if line.startswith("~ article a.txt"))
    assert "; hash " in line
    assert "; text Ana Kolman accused India of aggression. " in line
    assert len(line) < 1000
    assert "\x1b" not in changed.stdout


def test_what_cannot_be_compared_is_exit_code_2(tmp_path: Path) -> None:
    for words in (("none.db",), ("kg.db",), ("a", "b"), ()):
        assert kg("diff", *words).exit_code == 2
    assert not (tmp_path / "none.db").exists()


def test_what_could_not_be_read_is_told() -> None:
    missing = kg("diff", "--build", "a.txt", "none.txt")
    assert missing.exit_code == 1
    assert missing.stdout == "The graphs are equal.\n"
    assert missing.stderr.startswith("none.txt is missing")
