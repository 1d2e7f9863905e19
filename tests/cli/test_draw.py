"""``kg draw`` writes a picture of the graph."""

from pathlib import Path
from xml.etree import ElementTree

from tests.cli.conftest import Kg


def texts(path: Path) -> list[str]:
    return ["".join(e.itertext()) for e in ElementTree.parse(path).iter() if e.tag.endswith("text")]


def test_the_picture_shows_who_does_what_to_whom(kg: Kg, tmp_path: Path) -> None:
    assert kg("draw", "-o", "graph.svg").exit_code == 0
    shown = texts(tmp_path / "graph.svg")
    assert {"Norland", "Sudria", "River Front", "mediates"} <= set(shown)


def test_the_limit_keeps_the_ties_with_most_claims(kg: Kg, tmp_path: Path) -> None:
    assert kg("draw", "-o", "graph.svg", "--limit", "1").exit_code == 0
    kinds = ("country", "person", "group or body", "place")
    legend = {"lasting tie", "alleged, denied or planned", *kinds}
    shown = [each for each in texts(tmp_path / "graph.svg") if each not in legend]
    assert len([each for each in shown if "conflict" not in each and "coop" not in each]) == 3


def test_a_file_that_cannot_be_written_is_one_sentence(kg: Kg) -> None:
    shown = kg("draw", "-o", "no/such/graph.svg")
    assert shown.exit_code == 1
    assert shown.stderr.startswith("Error: no/such/graph.svg cannot be written")
