"""The file of decisions: what is written is read again, and what is wrong is told with its line."""

import resource
from pathlib import Path

import pytest

from kg.decide import Decision, append_decision, read_decisions
from kg.errors import DecisionError

A, B = "person/-/Ana Kole", "country:KEN"
GOOD = '{"number": 1, "verb": "same", "entities": ["person/-/A", "person/-/B"], "why": ""}'


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    made = [
        Decision(
            1, "same", (A, "person/-/Ána\u2028 Kole"), 'told "so"\n', by="Bo", date="2031-01-02"
        ),
        Decision(2, "rename", (B,), "", name="Kénya"),
        Decision(5, "undo", (), "no", undoes=2),
    ]
    assert read_decisions(path) == ()
    for decision in made:
        append_decision(path, decision)
    found = read_decisions(path)
    assert [d.origin for d in found] == [f"{path}:{n}" for n in (1, 2, 3)]
    told = [(d.number, d.verb, d.entities, d.why, d.name, d.undoes, d.by, d.date) for d in found]
    assert told == [
        (d.number, d.verb, d.entities, d.why, d.name, d.undoes, d.by, d.date) for d in made
    ]


def test_a_line_that_an_editor_left_open_is_closed_first(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(GOOD)
    append_decision(path, Decision(2, "different", (A, B), ""))
    assert [d.number for d in read_decisions(path)] == [1, 2]
    assert path.read_text().startswith(GOOD + "\n")


@pytest.mark.parametrize("cut", [1, 20, -3, -1])
def test_a_line_that_breaks_off_is_told_and_not_built_on(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "decisions.jsonl"
    append_decision(path, Decision(1, "same", (A, B), "one"))
    whole = path.read_bytes()
    append_decision(path, Decision(2, "rename", (B,), "", name="Kén", by="é"))
    line = path.read_bytes().removeprefix(whole)[:-1]
    path.write_bytes(whole + line[:cut])
    with pytest.raises(DecisionError) as refused:
        read_decisions(path)
    told = "breaks off, so it was never applied; delete the line and decide again."
    assert str(refused.value) == f"{path}:2 {told}"
    path.write_bytes(whole)
    assert [d.number for d in read_decisions(path)] == [1]


def test_a_full_disk_leaves_no_part_of_a_line(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    append_decision(path, Decision(1, "same", (A, B), "one"))
    whole = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) + 20, hard))
    try:
        with pytest.raises(DecisionError, match=r"cannot be written"):
            append_decision(path, Decision(2, "same", (A, B), "two"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "is no JSON"),
        ('["same"]', "needs a verb: same, different, unsure, kind, rename, undo"),
        ('{"number": 2, "verb": "join"}', "needs a verb"),
        (GOOD.replace("1", "true"), "needs a number from 1 on"),
        (GOOD.replace("1", "2").replace("person/-/A", "A"), "needs 2 entities by key for same"),
        (GOOD.replace("1", "2").replace("person/-/A", "pers/-/A"), "needs 2 entities by key"),
        (GOOD.replace("1", "2").replace('""', "7"), "has a why that is no text"),
        ('{"number": 2, "verb": "rename", "entities": ["country:KEN"]}', "needs a name for rename"),
        ('{"number": 2, "verb": "undo"}', "needs the number that it undoes"),
        ('{"number": 2, "verb": "undo", "undoes": 2}', "undoes 2, which no line before it is"),
        (GOOD, "has number 1 after 1; numbers must rise"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, line: str, what: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(f"{GOOD}\n\n{line}\n")
    with pytest.raises(DecisionError) as refused:
        read_decisions(path)
    assert str(refused.value).startswith(f"{path}:3 {what}")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_bytes(b"\xff\xfe")
    for path in (tmp_path / "d.jsonl", tmp_path):
        with pytest.raises(DecisionError, match=r"cannot be read as UTF-8 text"):
            read_decisions(path)
