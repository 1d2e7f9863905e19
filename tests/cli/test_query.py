"""``kg query`` answers in every format."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg

ROWS: list[dict[str, object]] = [
    {"article": "a1", "title": "Shells on Lakeside", "claims": 6},
    {"article": "a2", "title": "A ceasefire", "claims": 6},
    {"article": "a3", "title": None, "claims": 6},
]
ARTICLES = ("query", "overview/articles", "--format")


def cut(row: dict[str, object]) -> dict[str, object]:
    return {name: row[name] for name in ROWS[0]}


def test_table_is_the_default(kg: Kg) -> None:
    head, rule, *rows = kg("query", "overview/articles").stdout.splitlines()
    assert head.split()[:2] == ["article", "title"]
    assert set(rule) == {"─", " "}
    assert [row.split()[0] for row in rows] == ["a1", "a2", "a3"]


def test_json_and_json_lines(kg: Kg) -> None:
    assert list(map(cut, json.loads(kg(*ARTICLES, "json").stdout))) == ROWS
    lines = kg(*ARTICLES, "jsonl").stdout.splitlines()
    assert [cut(json.loads(line)) for line in lines] == ROWS


def test_csv_and_markdown(kg: Kg) -> None:
    rows = list(csv.DictReader(io.StringIO(kg(*ARTICLES, "csv").stdout)))
    assert [row["title"] for row in rows] == ["Shells on Lakeside", "A ceasefire", ""]
    assert kg(*ARTICLES, "md").stdout.startswith("| article | title |")


def test_parameters_narrow_the_answer(kg: Kg) -> None:
    words = ("query", "overview/actors", "-p", "kind=country", "-p", "limit=2")
    rows = json.loads(kg(*words, "--format", "json").stdout)
    assert [row["actor"] for row in rows] == ["Norland", "Sudria"]


def test_a_wrong_value_is_one_sentence(kg: Kg) -> None:
    shown = kg("query", "violence/attackers", "-p", "limit=few")
    assert shown.exit_code == 1
    assert shown.stderr == ("Error: Parameter limit: 'few' is not a whole number such as 25.\n")


def test_a_pack_of_ones_own(kg: Kg, tmp_path: Path) -> None:
    mine = tmp_path / "packs" / "mine"
    mine.mkdir(parents=True)
    (mine / "pack.toml").write_text('title = "Mine"\nabout = "My questions."\n')
    (mine / "people.cypher").write_text(
        "// People\n// returns: name\nMATCH (p:Person) RETURN p.name AS name ORDER BY name\n"
    )
    shown = kg("query", "mine/people", "--packs", str(mine.parent), "--format", "csv")
    assert shown.stdout == "name\nAna Kole\nBo Marr\n"


@pytest.mark.parametrize("body", ["MATCH (p:Person) SET p.name = 'x' RETURN 1 AS one"])
def test_a_pack_that_writes_is_refused(kg: Kg, tmp_path: Path, body: str) -> None:
    (tmp_path / "pack.toml").write_text('title = "Mine"\nabout = "My questions."\n')
    (tmp_path / "bad.cypher").write_text(f"// Bad\n// returns: one\n{body}\n")
    shown = kg("query", f"{tmp_path.name}/bad", "--packs", str(tmp_path))
    assert shown.exit_code == 1
    assert "bad.cypher:3: SET is refused, queries only read." in shown.stderr


def test_columns_are_shown_as_chosen(kg: Kg) -> None:
    shown = kg("query", "accusations/who-accuses-whom", "-c", "accused, accuser", "--format", "csv")
    assert shown.stdout.splitlines()[:2] == ["accused,accuser", "Sudria,Norland"]


def test_a_column_that_is_not_there_is_named_with_those_that_are(kg: Kg) -> None:
    shown = kg("query", "accusations/who-accuses-whom", "-c", "accuser,victim")
    assert shown.exit_code == 2
    assert "'victim' is none of accuser, accused, claims" in shown.stderr
