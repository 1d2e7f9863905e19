"""``kg check``: exit codes, text and JSON, repair, and a file of decisions apart from its graph."""

import json
from pathlib import Path

import pytest

from kg.ontology.relations import load_relations
from kg.records import GraphBatch, Statement
from kg.schema import graph_schema
from kg.stores import open_store
from tests.cli.test_decide import SAME, folder, graph, kg

__all__ = ["folder"]


def damage(*statements: str) -> None:
    with open_store("kg.db") as store:
        store.setup(graph_schema(load_relations().relations))
        store.write(GraphBatch(remove=tuple(map(Statement, statements))))


def test_a_sound_graph_is_exit_code_0() -> None:
    for words in ((), ("--repair",)):
        sound = kg("check", *words)
        assert (sound.exit_code, sound.stdout, sound.stderr) == (0, "Nothing is amiss.\n", "")
    assert kg("check", "--format", "json").stdout == "[]\n"


def test_each_finding_is_a_line_with_how_to_mend_it() -> None:
    before = graph()
    damage(
        "MATCH (:Entity)-[x:ACCUSES]->(:Entity) SET x.claims = 7",
        "MATCH (e:Event) SET e.claims = 7",
    )
    for _ in range(2):
        shown = kg("check")
        assert (shown.exit_code, shown.stderr) == (1, "")
        events, edges = shown.stdout.splitlines()
        assert events.endswith("...): work them out anew with kg check --repair.")
        assert edges == (
            "1 short edges are not what their claims make of them (Ana Kolman ACCUSES India): "
            "work them out anew with kg check --repair."
        )
    mended = kg("check", "--repair")
    assert (mended.exit_code, mended.stderr) == (0, "")
    assert all(line.startswith("repaired: ") for line in mended.stdout.splitlines())
    assert graph() == before
    assert kg("check").exit_code == 0


def test_what_a_repair_cannot_mend_is_left_and_told() -> None:
    damage(
        "MATCH (:Claim)-[x:STATED_IN]->() DELETE x",
        "MATCH (:Entity)-[x:ACCUSES]->(:Entity) DELETE x",
    )
    rows = json.loads(kg("check", "--repair", "--format", "json").stdout)
    repaired = {row["finding"]: row["repaired"] for row in rows}
    assert repaired["short edges are not what their claims make of them"]
    assert not repaired["claims have no sentence"]
    left = kg("check", "--repair")
    assert left.exit_code == 1
    assert "or build the graph anew in another place." in left.stdout


def test_a_name_of_the_graph_cannot_reach_the_terminal() -> None:
    damage("MATCH (e:Person) SET e.name = '\\u001b[2J' + e.name")
    shown = kg("check").stdout
    assert "person/-/Ana Kolman" in shown
    assert "\x1b" not in shown


def test_decisions_that_the_graph_has_not_heard_of(folder: Path) -> None:
    kg(*SAME)
    joined = graph()
    file = (folder / "decisions.jsonl").read_text()
    (folder / "decisions.jsonl").unlink()
    apart = kg("check")
    assert apart.exit_code == 1
    assert "1 entities are not as the file of decisions says (person/-/Anna K" in apart.stdout
    assert kg("check", "--repair").exit_code == 0
    (folder / "decisions.jsonl").write_text(file)
    assert kg("check", "--repair").exit_code == 0
    assert graph() == joined


def test_a_graph_read_with_other_names_is_told(folder: Path) -> None:
    own = folder / "own.toml"
    own.write_text('[person.world]\n"Ana Kolman" = { key = "kolman", aliases = [] }\n')
    stale = kg("check", "--gazetteer", "own.toml")
    assert stale.exit_code == 1
    assert stale.stdout.startswith("1 articles were not read by what reads them now (rules ")
    assert kg("build", "a.txt", "--gazetteer", "own.toml").stdout.endswith("1 replaced\n")
    assert kg("check", "--gazetteer", "own.toml").exit_code == 0
    unknown = kg("check").stdout
    assert "1 entities are not among the names that were loaded (person:kolman)" in unknown


@pytest.mark.parametrize("words", [("--store", "none.db", "check"), ("check", "x")])
def test_what_cannot_be_examined_is_exit_code_2(folder: Path, words: tuple[str, ...]) -> None:
    assert kg(*words).exit_code == 2
    assert not (folder / "none.db").exists()
