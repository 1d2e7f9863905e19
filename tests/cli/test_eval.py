"""``kg eval`` prints what it measured."""

import json
from pathlib import Path

from tests.cli.conftest import Kg

TEXT = "Pakistan accused Afghanistan of harbouring militants. Iran bombed Khost on Monday."
LABEL = {
    "doc": "x",
    "evidence": "Pakistan accused Afghanistan",
    "relation": "ACCUSES",
    "source": ["Pakistan"],
    "target": ["Afghanistan"],
    "place": [],
    "status": "asserted",
}


def files(folder: Path) -> None:
    missed = {**LABEL, "relation": "VISITS", "evidence": "harbouring militants"}
    gold = [json.dumps(LABEL), json.dumps(missed)]
    (folder / "gold.jsonl").write_text("\n".join(gold), encoding="utf-8")
    article = json.dumps({"id": "x", "text": TEXT})
    (folder / "articles.jsonl").write_text(article, encoding="utf-8")


def test_what_was_missed_and_what_is_false_is_shown_when_asked_for(kg: Kg, tmp_path: Path) -> None:
    files(tmp_path)
    words = ("eval", "gold.jsonl", "--articles", "articles.jsonl", "--format", "json")
    ran = kg(*words, "--misses", "--false")
    shown = json.loads(ran.stdout)
    assert ran.exit_code == 0
    assert [(row["level"], row["found"], row["required"]) for row in shown["Summary"]] == [
        ("loose", 1, 2),
        ("strict", 1, 2),
    ]
    assert [row["relation"] for row in shown["Missed"]] == ["VISITS"]
    false = shown["False"]
    assert "STRIKES" in {row["relation"] for row in false}
    assert "ACCUSES" not in {row["relation"] for row in false}
    assert len(false) == shown["Summary"][0]["claims"] - 1
    assert not {"Missed", "False"} & json.loads(kg(*words).stdout).keys()


def test_sentence_records_hold_their_own_text(kg: Kg, tmp_path: Path) -> None:
    party = {"text": "Pakistan", "code": "PAK"}
    event = {"event_type": "ACCUSE", "source": [party], "target": []}
    record = {"id": "x", "text": TEXT, "gold": [event]}
    (tmp_path / "records.jsonl").write_text(json.dumps(record), encoding="utf-8")
    ran = kg("eval", "records.jsonl", "--format", "md")
    assert ran.exit_code == 0
    assert "## The most confident claim of each record" in ran.stdout
    assert "| ACCUSE | 1.0 | 1.0 | 1.0 | 1 | 1 | 1 | 1 |" in ran.stdout


def test_labelled_claims_need_their_articles(kg: Kg, tmp_path: Path) -> None:
    files(tmp_path)
    ran = kg("eval", "gold.jsonl")
    assert ran.exit_code == 2
    assert "--articles" in ran.stderr
