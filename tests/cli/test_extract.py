"""``kg extract``: the lines it prints, for programs and for people."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli
from kg.records import STATUSES

SEEDS = Path(__file__).parent.parent.parent / "seeds"
ENTITY = {"id": str, "name": str, "kind": str, "country": str | None, "text": str}
DATE = {"text": str, "start": str | None, "end": str | None, "rule": str}
COUNT = {"kind": str, "min": int, "max": int | None, "text": str}
LINE: dict[str, Any] = {
    **dict.fromkeys(("article", "text", "relation", "status"), str),
    **dict.fromkeys(("start", "end"), int),
    **dict.fromkeys(("event_type", "mode"), str | None),
    "source": [ENTITY],
    "target": [ENTITY],
    "place": [ENTITY],
    "said_by": [ENTITY],
    "date": (DATE, None),
    "quantities": [COUNT],
    "confidence": float,
}
"""The line of the gold's README; fields beside these are allowed."""


def kg(*words: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, words, input=stdin)


def jsonl(*paths: str, stdin: bytes | None = None) -> list[dict[str, Any]]:
    shown = kg("extract", *paths, "--format", "jsonl", stdin=stdin)
    assert (shown.exit_code, shown.stderr) == (0, "")
    return [json.loads(line) for line in shown.stdout.splitlines()]


@pytest.fixture(scope="module")
def seed_lines() -> list[dict[str, Any]]:
    return jsonl(str(SEEDS))


def fits(value: Any, form: Any) -> bool:
    """Whether a value has the form: a type, a list of one form, a choice, or fields with forms."""
    if isinstance(form, list):
        return isinstance(value, list) and all(fits(item, form[0]) for item in value)
    if isinstance(form, tuple):
        return any(fits(value, one) if one is not None else value is None for one in form)
    if isinstance(form, dict):
        return isinstance(value, dict) and fits_all(value, form)
    return isinstance(value, form) and not isinstance(value, bool)


def fits_all(value: dict[str, Any], form: dict[str, Any]) -> bool:
    return all(name in value and fits(value[name], part) for name, part in form.items())


def test_every_line_has_the_fields_of_the_gold(seed_lines: list[dict[str, Any]]) -> None:
    assert len(seed_lines) > 40
    for line in seed_lines:
        wrong = [name for name, form in LINE.items() if not fits(line.get(name, ...), form)]
        assert wrong == [], line
        assert line["status"] in STATUSES
        assert 0 <= line["confidence"] <= 1
        assert line["relation"] == line["relation"].upper()
    assert {line["article"] for line in seed_lines} == {p.name for p in SEEDS.glob("*.txt")}


def test_claims_have_ids_of_their_own(seed_lines: list[dict[str, Any]]) -> None:
    assert len({line["id"] for line in seed_lines}) == len(seed_lines)


def test_offsets_count_in_the_stored_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed_lines: list[dict[str, Any]]
) -> None:
    monkeypatch.setenv("KG_STORE", str(tmp_path / "kg.db"))
    assert kg("build", str(SEEDS)).exit_code == 0
    from kg.stores import open_store

    with open_store(str(tmp_path / "kg.db"), create=False) as store:
        rows = store.query("MATCH (a:Article) RETURN a.id AS id, a.text AS text").rows
    texts = {str(article): str(text) for article, text in rows}
    for line in seed_lines:
        text = texts[line["article"]]
        assert text[line["start"] : line["end"]] == line["text"]
        trigger = line["trigger"]
        assert text[trigger["start"] : trigger["end"]] == trigger["text"]
        assert line["start"] <= trigger["start"] < trigger["end"] <= line["end"]


def test_the_id_of_an_article_is_the_one_given_or_the_url_or_where_it_stands(
    tmp_path: Path,
) -> None:
    text = "Iran bombed Erbil."
    below = tmp_path / "below"
    below.mkdir()
    (below / "a.txt").write_text(text)
    lines = [
        {"id": "given", "text": text},
        {"url": "https://news.test/1", "text": text},
        {"text": text},
    ]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, lines)))
    told = {line["article"] for line in jsonl(str(tmp_path))}
    assert told == {"below/a.txt", "given", "https://news.test/1", "b.jsonl:3"}
    assert {line["article"] for line in jsonl(str(below / "a.txt"))} == {"a.txt"}


def test_standard_input_and_publication_date() -> None:
    line = {"text": "Iran bombed Erbil on Monday.", "published": "2024-01-17"}
    (told,) = jsonl("-", stdin=json.dumps(line).encode())
    assert told["date"]["start"] == told["date"]["end"] == "2024-01-15"
    assert [told[slot][0]["country"] for slot in ("source", "place")] == ["IRN", "IRQ"]


def test_words_for_people(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Kabul denied it. Iran bombed Erbil on Monday, killing two people."
    )
    shown = kg("extract", str(tmp_path / "a.txt")).stdout
    assert "Iran STRIKES Iraq in Erbil [asserted; Monday; two people killed]" in shown
    assert "    a.txt: Iran bombed Erbil on Monday, killing two people.\n" in shown


def test_explanations_for_people_and_programs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Iran bombed Erbil.")
    shown = kg("extract", str(tmp_path / "a.txt"), "--explain").stdout.splitlines()
    assert "      place Erbil: bombed -dobj-> Erbil" in shown
    words = ("extract", str(tmp_path / "a.txt"), "--explain", "--format", "jsonl")
    why = json.loads(kg(*words).stdout)["explanation"]
    assert (why["trigger"], why["file"]) == ("bombed", "assault.toml")
    assert {"slot": "source", "name": "Iran", "path": "bombed -nsubj-> Iran"} in why["arcs"]
    assert why["status"].startswith("asserted: ")


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Iran bombed Erbil \x1b[31mon\u202e Monday.")
    for form in ("text", "jsonl"):
        shown = kg("extract", str(tmp_path / "a.txt"), "--format", form).stdout
        assert "Erbil" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_a_failure_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "b.txt").write_text("Iran bombed Erbil.")
    shown = kg("extract", str(tmp_path), "--format", "jsonl")
    assert shown.exit_code == 1
    assert [json.loads(line)["article"] for line in shown.stdout.splitlines()] == ["b.txt"]
    assert shown.stderr.startswith(f"{tmp_path}/a.txt is ")
    assert shown.stderr.count("\n") == 1


def test_debug_shows_where_an_extractor_fails(tmp_path: Path) -> None:
    code = "class E:\n  name = version = 'e'\n  def __init__(self, g): pass\n"
    (tmp_path / "kg_bad.py").write_text(code + "  def extract(self, a): return [][0]\n")
    info = tmp_path / "kg_bad-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: kg-bad\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[kg.extractors]\nbad = kg_bad:E\n")
    (tmp_path / "a.txt").write_text("Iran bombed Erbil.")
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    reason = "a.txt cannot be read by an extractor: IndexError: list index out of range.\n"
    for debug in ([], ["--debug"]):
        words = [sys.executable, "-m", "kg", *debug, "extract", "--extractor", "bad", "a.txt"]
        ran = subprocess.run(
            words, cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert (ran.returncode, ran.stdout) == (1, "")
        assert ran.stderr.endswith(reason)
        assert ("Traceback" in ran.stderr) is bool(debug)
