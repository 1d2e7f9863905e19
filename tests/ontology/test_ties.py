"""What is never one entity, and which group belongs to which, is data that the lint checks."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.ontology.gazetteer_lint import problems
from kg.ontology.names import Tie


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("group:ttp", "group:afghan-taliban"),
        ("country:COG", "country:COD"),
        ("country:PRK", "country:KOR"),
        ("country:NGA", "country:NER"),
        ("country:GNQ", "country:GIN"),
        ("group:is-khorasan", "group:islamic-state"),
        ("group:segunda-marquetalia", "group:estado-mayor-central"),
        ("subdivision:PK-PB", "subdivision:IN-PB"),
        ("country:GEO", "subdivision:US-GA"),
        ("country:SRB", "subdivision:BA-SRP"),
    ],
)
def test_pairs_that_look_alike_are_told_apart(gazetteer: Gazetteer, one: str, other: str) -> None:
    assert (min(one, other), max(one, other)) in gazetteer.distinct


def test_there_are_many_pairs_each_once_and_in_order(gazetteer: Gazetteer) -> None:
    pairs = gazetteer.distinct
    assert len(pairs) >= 60
    assert len(set(pairs)) == len(pairs)
    assert all(one < other for one, other in pairs)


def test_groups_have_their_ties_with_years(gazetteer: Gazetteer) -> None:
    ties = set(gazetteer.ties)
    assert Tie("splinter_of", "group:iswap", "group:boko-haram", 2016) in ties
    assert (
        Tie("part_of", "group:umkhonto-we-sizwe", "org:african-national-congress", 1961, 1993)
        in ties
    )
    assert Tie("allied_with", "group:hezbollah", "group:hamas") in ties
    assert Tie("part_of", "group:haqqani-network", "group:afghan-taliban") in ties


def test_a_users_file_adds_pairs_and_ties(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[armed_group.PAK]\n"New Front" = []\n'
        '[splinter_of]\n"group:new-front" = { "group:ttp" = "2025-" }\n'
        '[[distinct]]\nkeys = ["group:ttp", "group:new-front"]\n'
    )
    mine = load_gazetteer((file,))
    assert ("group:new-front", "group:ttp") in mine.distinct
    assert Tie("splinter_of", "group:new-front", "group:ttp", 2025) in mine.ties
    assert problems(mine.entries, mine.rules, mine.distinct, mine.ties) == ()


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('\n[[distinct]]\nkeys = ["group:ttp"]\n', 2, "two or more"),
        ('[[distinct]]\nkeys = ["group:ttp", "group:nobody"]\n', 2, "group:nobody"),
        ('[[distinct]]\nkeys = ["group:ttp", "city:kabul-afg"]\n', 2, "kinds"),
        ('[[distinct]]\nkeys = ["group:ttp", "group:ttp"]\n', 2, "itself"),
        ('[part_of]\n\n"group:ttp" = "group:al-qaeda"\n', 3, "years"),
        ('[part_of]\n"group:ttp" = { "group:al-qaeda" = "some" }\n', 2, "years"),
        ('[part_of]\n"group:ttp" = { "group:al-qaeda" = "2020-2010" }\n', 2, "before"),
        ('[allied_with]\n"group:ttp" = { "city:kabul-afg" = "" }\n', 2, "no party"),
        ('[splinter_of]\n"group:ttp" = { "group:ttp" = "" }\n', 2, "itself"),
        ('[armed_group.PAK]\n"New TTP" = ["TTP"]\n'
         '[[ambiguous]]\nalias = "TTPX"\nwinner = "none"\n'
         '[[distinct]]\nkeys = ["group:ttp", "group:new-ttp"]\n', 7, "both are named"),
    ],
)  # fmt: skip
def test_an_error_names_file_and_line(tmp_path: Path, text: str, line: int, word: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text)
    with pytest.raises(OntologyError, match=rf"mine\.toml:{line}: .*{word}"):
        load_gazetteer((file,))
