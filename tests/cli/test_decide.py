"""Decisions on the command line: what is kept, applied, undone and refused."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli
from kg.ontology.gazetteer import load_gazetteer
from kg.stores import open_store
from kg.stores.dump import Dump, dump
from tests.keys import key_named

TEXT = (
    "Ana Kolman accused India of aggression. Anna Kohlmann denied that Pakistan bombed Khost.\n\n"
    "The Pakistani Taliban attacked the Afghan Taliban.\n"
)
ANA, ANNA = key_named("Ana Kolman"), key_named("Anna Kohlmann")
SAME = ("same", "ana kolman", "Anna Kohlmann", "--why", "one woman")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a graph of one article."""
    monkeypatch.chdir(tmp_path)
    for name in ("KG_STORE", "KG_DECISIONS", "KG_GAZETTEER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KG_BY", "Bo")
    (tmp_path / "a.txt").write_text(TEXT)
    assert kg("build", "a.txt").exit_code == 0
    return tmp_path


def kg(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


def graph(path: str = "kg.db") -> Dump:
    with open_store(path) as store:
        return dump(store)


def listed() -> list[dict[str, object]]:
    lines = kg("decisions", "--format", "jsonl").stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_a_decision_is_kept_applied_and_taken_back(folder: Path) -> None:
    before = graph()
    made = kg(*SAME)
    assert (made.exit_code, made.stderr) == (0, "")
    told = f"{ANA} same {ANNA}"
    assert made.stdout == f"1: {told}; 1 claims were resolved anew\n"
    assert ANA in (folder / "decisions.jsonl").read_text()
    after = graph()
    assert kg("--store", "new.db", "build", "a.txt").exit_code == 0
    assert graph("new.db") == after != before
    assert kg("undo", "1", "--why", "two women", "--by", "Cy").exit_code == 0
    assert graph() == before
    rows = [(d["number"], d["decision"], d["by"], d["undone_by"]) for d in listed()]
    assert rows == [(1, told, "Bo", 2), (2, "undo 1", "Cy", None)]
    assert kg("build", "a.txt").exit_code == 0
    assert graph() == before


def test_a_name_that_was_joined_is_still_found() -> None:
    kg(*SAME)
    made = kg("rename", "Ana Kolman", "A.  Kolman", "--why", "as she signs")
    assert made.stdout.startswith(f"2: {ANA} is called A. Kolman; 0 claims")
    assert '"name": "A. Kolman"' in "".join(graph().nodes)


def test_a_contradiction_changes_neither_file_nor_graph(folder: Path) -> None:
    kg(*SAME)
    kg("same", "Ana Kolman", "person/-/Anne K", "--why", "initials")
    file, before = (folder / "decisions.jsonl").read_text(), graph()
    refused = kg("different", "Anna Kohlmann", "person/-/Anne K", "--why", "no")
    assert refused.exit_code == 1
    assert refused.stderr == (
        f"Error: Decisions contradict each other: {ANNA} same {ANA} "
        f"(decision 1), {ANA} same person/-/Anne K (decision 2), but "
        f"{ANNA} different person/-/Anne K (decision 3); undo one of them.\n"
    )
    assert ((folder / "decisions.jsonl").read_text(), graph()) == (file, before)


def test_what_the_graph_does_not_hold_is_kept_and_reported(folder: Path) -> None:
    made = kg("same", "Ana Kolman", "person/-/Mira Venn", "--why", "her maiden name")
    told = "decisions.jsonl:1 is about person/-/Mira Venn, which the graph does not hold"
    assert (made.exit_code, made.stderr) == (0, f"{told}; it is kept.\n")
    built = kg("build", "a.txt")
    assert (built.exit_code, built.stderr) == (0, f"{told}; it is kept.\n")
    (folder / "b.txt").write_text("Mira Venn condemned Kenya.")
    assert kg("build", "b.txt").stderr == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("same", "Nobody Atall", "TTP"),
            "Neither the graph nor the gazetteer knows Nobody Atall;",
        ),
        (("same", "TTP", "country:PAK"), "Decision 1 cannot stand: group:ttp is of kind armed_g"),
        (("different", "TTP", "TTP"), "group:ttp cannot be different from itself"),
        (("undo", "7"), "There is no decision 7; kg decisions lists them."),
    ],
)
def test_what_cannot_stand_is_refused(folder: Path, words: tuple[str, ...], told: str) -> None:
    refused = kg(*words, "--why", "no")
    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"Error: {told}")
    assert not (folder / "decisions.jsonl").exists()


def test_a_name_of_several_asks_for_a_key(folder: Path) -> None:
    (folder / "b.txt").write_text("Mira Venn condemned Kenya.")
    kg("build", "b.txt")
    kg("rename", "Mira Venn", "Anna Kohlmann", "--why", "namesakes")
    refused = kg("different", "Anna Kohlmann", "TTP", "--why", "no")
    assert refused.stderr == (
        "Error: Anna Kohlmann names several entities; give the key of one: "
        f"{ANNA}, person/-/Mira Venn.\n"
    )


def test_what_was_undone_is_not_undone_again() -> None:
    kg(*SAME)
    kg("undo", "1", "--why", "no")
    assert kg("undo", "1", "--why", "no").stderr == "Error: Decision 1 is undone already, by 2.\n"
    assert kg("undo", "2", "--why", "yes").exit_code == 0
    assert "Ana Kolman same" not in "".join(graph().nodes)
    assert [d["undone_by"] for d in listed()] == [None, 3, None]


def test_the_file_can_be_named(folder: Path) -> None:
    kg("--decisions", "who.jsonl", *SAME)
    assert not (folder / "decisions.jsonl").exists()
    assert kg("--decisions", "who.jsonl", "decisions", "--format", "csv").stdout.count("\n") == 2


def test_a_file_that_is_wrong_stops_a_build_before_the_graph(folder: Path) -> None:
    (folder / "decisions.jsonl").write_text("{}\n")
    before = graph()
    built = kg("build", "a.txt")
    assert (built.exit_code, graph()) == (1, before)
    assert built.stderr.startswith("Error: decisions.jsonl:1 needs a verb: ")


def test_what_the_gazetteer_keeps_apart_is_not_joined() -> None:
    names = load_gazetteer()
    kinds = ((names.kind_of(one), names.kind_of(two)) for one, two in names.distinct)
    pair = next(p for p, (a, b) in zip(names.distinct, kinds, strict=True) if a == b)
    refused = kg("same", *pair, "--why", "alike")
    assert (refused.exit_code, "(the gazetteer); undo" in refused.stderr) == (1, True)


def test_extract_follows_decisions() -> None:
    def entities() -> set[str]:
        claims = map(json.loads, kg("extract", "a.txt", "--format", "jsonl").stdout.splitlines())
        people = (m for c in claims for m in c["source"] if m["kind"] == "person")
        return {m["id"] for m in people}

    assert len(entities()) == 2
    kg(*SAME)
    assert len(entities()) == 1


def test_a_kind_is_corrected_and_then_joined(folder: Path) -> None:
    before = graph()
    made = kg("kind", "Ana Kolman", "organization", "--why", "a relief agency")
    told = f"{ANA} is rather organization/-/Ana Kolman"
    assert (made.stdout, made.stderr) == (f"1: {told}; 1 claims were resolved anew\n", "")
    node = next(line for line in graph().nodes if "organization/-/Ana Kolman" in line)
    assert '"labels": ["Actor", "Entity", "Organization"]' in node
    assert f"1: {told}, because: a relief agency" in kg("explain", "Ana Kolman").stdout
    kg("kind", "Anna Kohlmann", "organization", "--why", "as well")
    assert kg("same", "Ana Kolman", ANNA, "--why", "one").exit_code == 0
    assert kg("--store", "new.db", "build", "a.txt").exit_code == 0
    assert graph("new.db") == graph() != before
    for number in ("3", "2", "1"):
        kg("undo", number, "--why", "no")
    assert graph() == before


def test_of_two_with_a_name_the_one_of_another_kind_is_meant() -> None:
    kg("rename", "TTP", "Ana Kolman", "--why", "to have two of a name")
    made = kg("kind", "Ana Kolman", "armed_group", "--why", "her followers")
    assert made.stdout.startswith(f"2: {ANA} is rather armed_group/-/Ana Kolman; 1 ")
    again = kg("kind", ANA, "armed_group", "--why", "again")
    told = "armed_group/-/Ana Kolman is of kind armed_group already"
    assert again.stderr == f"Error: Decision 3 cannot stand: {told}.\n"
    refused = kg("kind", "group:ttp", "organization", "--why", "no")
    assert refused.stderr == (
        "Error: group:ttp is armed_group by the gazetteer; a file of your own (--gazetteer) "
        "corrects it.\n"
    )
