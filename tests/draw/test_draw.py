"""The picture of a graph: valid, the same for the same graph, and true to who says so."""

from itertools import permutations
from xml.etree import ElementTree

import pytest

from kg.draw import COLUMNS, draw
from kg.records import Table

SVG = "{http://www.w3.org/2000/svg}"
TYPES = {"STRIKES": "ASSAULT", "ACCUSES": "ACCUSE", "HARBOURS": None}
NORLAND = ("entity:1", "Norland", "country")
SUDRIA = ("entity:2", "Sudria", "country")
FRONT = ("entity:3", "River Front", "armed_group")
LAKESIDE = ("entity:4", "Lakeside", "province")
ROWS = (
    (*NORLAND, "STRIKES", *LAKESIDE, 3, 1),
    (*SUDRIA, "ACCUSES", *NORLAND, 2, 2),
    (*SUDRIA, "HARBOURS", *FRONT, 1, 0),
)


def drawn(*rows: tuple[str | int, ...]) -> ElementTree.Element:
    return ElementTree.fromstring(draw(Table(COLUMNS, rows), TYPES))


def styled(picture: ElementTree.Element, tag: str, style: str) -> list[ElementTree.Element]:
    """Elements outside of the legend that carry a style class."""
    legend = {
        id(each) for key in picture.iter() if key.get("class") == "key" for each in key.iter()
    }
    return [
        each
        for each in picture.iter(f"{SVG}{tag}")
        if style in (each.get("class") or "").split() and id(each) not in legend
    ]


def words(picture: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in picture.iter(f"{SVG}text")]


def test_every_party_and_deed_is_named_with_its_number_of_claims() -> None:
    shown = words(drawn(*ROWS))
    for name in ("Norland", "Sudria", "River Front", "Lakeside"):
        assert shown.count(name) == 1
    for deed in ("strikes ×3", "accuses ×2", "harbours"):
        assert shown.count(deed) == 1


def test_a_tie_has_the_colour_of_its_class_and_dashes_where_nothing_is_asserted() -> None:
    picture = drawn(*ROWS)
    assert len(styled(picture, "path", "tie")) == 3
    assert [len(styled(picture, "text", style)) for style in ("force", "quarrel")] == [1, 1]
    (dashed,) = (
        each for each in styled(picture, "path", "tie") if "told" in str(each.get("class"))
    )
    assert "lasting" in str(dashed.get("class"))


def test_the_order_of_rows_does_not_matter() -> None:
    assert len({draw(Table(COLUMNS, rows), TYPES) for rows in permutations(ROWS)}) == 1


def test_all_that_one_party_does_to_another_is_one_arrow() -> None:
    rows = [(*NORLAND, relation, *SUDRIA, n, 1) for n, relation in enumerate("ABCDEFG", 1)]
    picture = drawn(*rows)
    assert len(styled(picture, "path", "tie")) == 1
    assert "and 2 more" in words(picture)


def test_two_entities_of_one_name_stay_two() -> None:
    city = ("entity:5", "Lakeside", "city")
    assert words(drawn(ROWS[0], (*NORLAND, "STRIKES", *city, 1, 1))).count("Lakeside") == 2


@pytest.mark.parametrize(
    "name",
    [
        "</text><script>alert(1)</script>",
        "A & B <C> \"D\" 'E'",
        "]]><!-- ${x} `y` --",
        "\x00\x1b[31m\x85\ud800\ufffe",
        "",
        " \n ",
        "名" * 90,
    ],
)
def test_a_hostile_name_stays_text(name: str) -> None:
    picture = drawn((*NORLAND, "STRIKES", "entity:9", name, "no such kind", 1, 1))
    tags = {each.tag.removeprefix(SVG) for each in picture.iter()}
    assert tags == {"svg", "style", "rect", "g", "path", "text"}
    assert len(styled(picture, "path", "tie")) == 1


def test_a_party_may_act_on_itself_and_an_empty_graph_is_a_picture_too() -> None:
    assert len(styled(drawn((*NORLAND, "STRIKES", *NORLAND, 1, 1)), "path", "tie")) == 1
    assert styled(drawn(), "path", "tie") == []
