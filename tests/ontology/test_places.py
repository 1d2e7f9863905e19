"""A place that shares its name with others or with a word is found where the text is clear."""

import pycountry
import pytest

from kg.ontology.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def keys(gazetteer: Gazetteer, text: str) -> list[str]:
    return [match.entry.key for match in gazetteer.match(text)]


def test_every_subdivision_of_iso_3166_2_is_there(gazetteer: Gazetteer) -> None:
    elsewhere = {"GE-AB", "IQ-KR", "MD-SN", "PS-GZA", "UA-43"}
    codes = {item.code for item in pycountry.subdivisions} - elsewhere
    countries = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    for code in codes:
        entry, country = gazetteer.entries[f"subdivision:{code}"], countries[code[:2]]
        assert (entry.kind, entry.country, entry.within) == (
            "province",
            country,
            f"country:{country}",
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a fire in Kanpur", ["city:kanpur-ind"]),
        ("Kanpur mourned", ["city:kanpur-ind"]),
        ("police in Meerut said", ["city:meerut-ind"]),
        ("Lida said nothing", []),
        ("Belarusian police in Lida", ["country:BLR", "city:lida-blr"]),
        ("a Belarusian march from Lida", ["country:BLR", "city:lida-blr"]),
        ("in Leon, Nicaragua", ["city:leon-nic", "country:NIC"]),
        ("Leon met Ortega", []),
        ("in the Centre Region of Cameroon", ["subdivision:CM-CE", "country:CMR"]),
        ("Centre Region", []),
        ("the Western Province of Rwanda", ["subdivision:RW-04", "country:RWA"]),
        ("in Ghana's Western region", ["country:GHA", "subdivision:GH-WP"]),
    ],
)
def test_a_minor_place_needs_words_that_speak_for_it(
    gazetteer: Gazetteer, text: str, expected: list[str]
) -> None:
    assert keys(gazetteer, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Hyderabad", "city:hyderabad-ind"),
        ("Pakistani police in Hyderabad", "city:hyderabad-pakistan-pak"),
        ("in Tripoli", "city:tripoli-lby"),
        ("Lebanese troops in Tripoli", "city:tripoli-lebanon-lbn"),
        ("the Colombian governor of Amazonas", "subdivision:CO-AMA"),
        ("in San Jose", "city:san-jose-cri"),
        ("in San Jose, California", "city:san-jose-usa"),
    ],
)
def test_the_country_that_is_named_decides(gazetteer: Gazetteer, text: str, expected: str) -> None:
    assert expected in keys(gazetteer, text)


def test_the_country_of_the_article_decides_where_the_paragraph_names_none(
    gazetteer: Gazetteer,
) -> None:
    first, second = gazetteer.match_all(["Pakistan sent troops.", "They went to Hyderabad."])
    assert [match.entry.key for match in second] == ["city:hyderabad-pakistan-pak"]
    assert [match.entry.key for match in first] == ["country:PAK"]


def test_a_country_gives_way_to_no_city_of_its_name(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "Armenia and Colombia agreed") == ["country:ARM", "country:COL"]


def test_names_of_mixed_letters_are_found_in_capitals(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "KYIV and SANAA and EL FASHER") == [
        "city:kyiv-ukr", "city:sanaa-yem", "city:el-fasher-sdn",
    ]  # fmt: skip
