"""People whom no list holds and the model does not know."""

import pytest

from kg.clean import clean
from kg.reading import Reading
from kg.records import Article
from tests.extract.test_names import names_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police arrested Zdravko Belimarković on Monday.", "Zdravko Belimarković"),
        ("Wycliffe Odinge accused Kenya of rigging the vote.", "Wycliffe Odinge"),
        ("Rebels led by Egianus Womsiwor attacked a convoy.", "Egianus Womsiwor"),
        ("Commander Ramil Guluzade met farmers in Peru.", "Ramil Guluzade"),
        ("Police arrested Sutardji in Jakarta on Monday.", "Sutardji"),
        ("Niall O'Hanrahan denied the charge.", "Niall O'Hanrahan"),
        ("Talks between Cemil Soykan and Peru broke down.", "Cemil Soykan"),
    ],
)
def test_person_is_read_by_the_words_or_by_what_is_done(
    reading: Reading, text: str, name: str
) -> None:
    found = names_in(text, reading)
    assert found[name].kind == "person"


@pytest.mark.parametrize(
    "text",
    [
        "Ships met farmers off Sandy Cay in Peru.",
        "The Foreign Affairs Ministry accused Peru of spying.",
        "Troops left Air Base 201 in Niger.",
    ],
)
def test_place_or_office_is_no_person(reading: Reading, text: str) -> None:
    assert "person" not in {name.kind for name in names_in(text, reading).values()}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ('Police arrested Benito "Ka Toy" Ramonda in Cebu.', 'Benito "Ka Toy" Ramonda', "person"),
        ("Peru jailed German Briceno Suaz.", "German Briceno Suaz", "person"),
        ("Peru jailed German Chancellor Willy Brandt.", "German", "country"),
        ("The Ituri Youth Federation attacked. Peru met IYF on Friday.", "IYF", "organization"),
    ],
)
def test_words_that_are_part_of_a_name(reading: Reading, text: str, words: str, kind: str) -> None:
    assert names_in(text, reading)[words].kind == kind


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Peru appointed Luis Vega as foreign minister.", "Foreign Minister"),
        ("Luis Vega was appointed foreign minister of Peru.", "Foreign Minister"),
        ("Peru may appoint Luis Vega as foreign minister.", None),
    ],
)
def test_an_appointment_gives_an_office(text: str, office: str | None, reading: Reading) -> None:
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    found = reading.extractors[0].extract(annotated)
    held = [c.title for c in found if c.relation == "HOLDS_OFFICE"]
    assert held == ([office] if office else [])
