"""Labels are read from JSON lines; a wrong line is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate.gold import load_gold
from tests.evaluate.made import event, reading

CLAIM: dict[str, Any] = {
    "doc": "a",
    "evidence": "Norland bombed Alma",
    "relation": "STRIKES",
    "source": ["Norland"],
    "target": [],
    "place": ["Alma"],
    "said_by": [],
    "status": "asserted",
    "date": None,
    "deaths": 3,
    "optional": False,
    "accept": [{"relation": "ATTACKS", "target": ["Sudria"]}],
}
EVENT: dict[str, Any] = {
    "event_type": "ASSAULT",
    "source": [{"text": "Norland", "code": "NOR"}],
    "target": [],
    "reciprocal": True,
}


def written(tmp_path: Path, *rows: object) -> Path:
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return file


def test_a_claim_has_all_its_readings(tmp_path: Path) -> None:
    (found,) = load_gold(written(tmp_path, CLAIM)).claims
    assert found.readings == (
        reading("Norland", "STRIKES", place="Alma"),
        reading("Norland", "ATTACKS", "Sudria", place="Alma"),
    )
    assert (found.doc, found.deaths, found.date, found.optional) == ("a", 3, None, False)


def test_a_record_has_its_events_and_its_text(tmp_path: Path) -> None:
    row = {"id": "r", "text": "Norland bombed Alma.", "gold": [EVENT]}
    gold = load_gold(written(tmp_path, row))
    assert (gold.claims, gold.records[0].text) == ((), "Norland bombed Alma.")
    assert gold.records[0].events == (event("ASSAULT", "Norland:NOR", mutual=True),)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"relation": None}, "should be a text"),
        ({"source": "Norland"}, "should be a list"),
        ({"status": "maybe"}, "'maybe' is no status"),
        ({"accept": 5}, "is no label"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    with pytest.raises(InputError, match=rf"gold\.jsonl:2 .*{said}"):
        load_gold(written(tmp_path, CLAIM, {**CLAIM, **change}))


def test_a_missing_field_is_named_with_its_line(tmp_path: Path) -> None:
    less = {name: value for name, value in CLAIM.items() if name != "evidence"}
    with pytest.raises(InputError, match=r"gold\.jsonl:1 lacks evidence"):
        load_gold(written(tmp_path, less))


@pytest.mark.parametrize("text", ["", "nonsense", "[]"])
def test_a_file_without_labels_is_an_error(tmp_path: Path, text: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl"):
        load_gold(file)
