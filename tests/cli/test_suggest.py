"""kg suggest and kg review: what is offered, in what order, and what judgements come to."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli
from kg.stores import open_store
from kg.stores.dump import Dump, dump
from tests.keys import key_named

TEXTS = {
    "a": "Lugard Obasi met Ana Kolman in Lagos on Monday. Ana Kolman condemned Kenya. "
    "Ana Kolman accused Lugard Obasi of theft.",
    "b": "Anna Kolmann met Lugard Obasi in Lagos on Tuesday. Anna Kolmann praised Kenya.",
    "c": "Kenya arrested Marek Havel. Peru condemned Lugard Obasi.",
    "d": "Kenya arrested Marta Havel. Lugard Obasi met Marek Havell in Lima.",
    "e": "The Lugian Salvation Front attacked Kenyan troops. Lima accused Lugard Obasy of theft.",
    "f": "The Lugyan Salvation Front attacked Kenyan troops.",
}
ANA, ANNA = key_named("Ana Kolman"), key_named("Anna Kolmann")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a graph of these articles."""
    monkeypatch.chdir(tmp_path)
    for name in ("KG_STORE", "KG_DECISIONS", "KG_GAZETTEER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KG_BY", "Bo")
    lines = [json.dumps({"id": id, "text": text}) for id, text in TEXTS.items()]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    assert kg("build", "a.jsonl").exit_code == 0
    return tmp_path


def kg(*words: str, answers: str = "") -> Result:
    return CliRunner().invoke(cli, words, input=answers)


def suggested(*words: str) -> list[dict[str, object]]:
    made = kg("suggest", "--format", "jsonl", *words)
    assert (made.exit_code, made.stderr) == (0, "")
    return [json.loads(line) for line in made.stdout.splitlines()]


def pairs() -> list[set[object]]:
    return [{each["first"], each["second"]} for each in suggested()]


def graph() -> Dump:
    with open_store("kg.db") as store:
        return dump(store)


def decided(folder: Path) -> list[tuple[str, list[str]]]:
    lines = (folder / "decisions.jsonl").read_text().splitlines()
    return [(each["verb"], each["entities"]) for each in map(json.loads, lines)]


def test_pairs_come_with_evidence_the_most_useful_first() -> None:
    found = suggested()
    assert [found[0][name] for name in ("first", "second", "claims")] == [ANA, ANNA, 2]
    assert "the names sound alike" in str(found[0]["for_one"])
    assert "both are named with Lagos, Kenya, Lugard Obasi" in str(found[0]["for_one"])
    uses = [float(str(each["likely"])) * int(str(each["claims"])) for each in found]
    assert uses == sorted(uses, reverse=True)
    assert len(suggested("--limit", "1")) == 1


def test_people_of_other_given_names_are_not_offered() -> None:
    assert {"person/-/Marek Havel", "person/-/Marta Havel"} not in pairs()


def test_what_was_decided_is_not_offered_nor_what_follows_from_it() -> None:
    kg("different", ANA, ANNA, "--why", "two women")
    assert {ANA, ANNA} not in pairs()
    kg("undo", "1", "--why", "no")
    assert {ANA, ANNA} in pairs()
    kg("same", ANA, ANNA, "--why", "one woman")
    assert {ANA, ANNA} not in pairs()


def test_a_review_writes_decisions_that_kg_same_would(folder: Path) -> None:
    before = graph()
    made = kg("review", answers="?\ns\nq\n")
    assert made.exit_code == 0
    assert "Ana Kolman condemned Kenya. [a]\n" in made.stdout
    assert f"1: {ANA} same {ANNA}; " in made.stdout
    assert made.stdout.endswith("1 judged, 0 skipped\n")
    assert decided(folder) == [("same", [ANA, ANNA])]
    kg("--store", "new.db", "build", "a.jsonl")
    with open_store("new.db") as store:
        assert dump(store) == graph() != before
    kg("undo", "1", "--why", "no")
    assert graph() == before


def test_a_review_goes_on_where_it_stopped(folder: Path) -> None:
    first = kg("review", answers="d\n")
    assert (first.exit_code, first.stdout.endswith("1 judged, 0 skipped\n")) == (0, True)
    second = kg("review", answers="k\n" * 20)
    assert ANNA not in second.stdout
    assert "0 judged, " in second.stdout
    assert decided(folder) == [("different", [ANA, ANNA])]


def test_what_nobody_is_sure_of_is_put_aside(folder: Path) -> None:
    before = graph()
    made = kg("review", answers="U\n")
    assert made.stdout.endswith(": \n1 judged, 0 skipped\n")
    assert decided(folder) == [("unsure", [ANA, ANNA])]
    assert graph() == before
    told = f"{ANA} may be {ANNA}"
    assert told in kg("decisions", "--format", "csv").stdout
    assert {ANA, ANNA} not in pairs()
    assert ANNA not in kg("review", answers="k\n" * 20).stdout
    assert suggested("--again")[0]["second"] == ANNA
    assert ANNA in kg("review", "--again", answers="q\n").stdout
    kg("undo", "1", "--why", "no")
    assert {ANA, ANNA} in pairs()


def test_a_review_asks_which_kind_is_right(folder: Path) -> None:
    body = key_named("Anna Kolmann", "organization")
    kg("kind", ANNA, "organization", "--why", "to have two kinds")
    assert {ANA, body} in pairs()
    asked = kg("review", answers="s\n1\n")
    assert "1 both are person, 2 both are organization, d different" in asked.stdout
    assert f"Decisions contradict each other: {ANNA} is of kind" in asked.stderr
    assert asked.stdout.endswith("0 judged, 0 skipped\n")
    assert kg("review", answers="2\n").stdout.endswith("1 judged, 0 skipped\n")
    assert decided(folder)[-1] == ("kind", [ANA, body])
    assert not {ANA, ANNA} & set().union(*pairs())


def test_a_joined_pair_is_asked_once(folder: Path) -> None:
    made = kg("review", answers="s\n" * 20)
    assert made.exit_code == 0
    assert len(decided(folder)) == made.stdout.count(" same ")
    assert suggested() == []
