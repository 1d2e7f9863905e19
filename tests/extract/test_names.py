"""Names over a parse: what the gazetteer and the model each contribute."""

import pytest

from kg.annotate import Paragraph
from kg.extract.rules.names import Name, overlay
from kg.reading import Reading


def names_in(text: str, reading: Reading) -> dict[str, Name]:
    """The names of a paragraph by their words."""
    doc = reading.annotator.nlp(text)
    found = overlay(Paragraph(0, doc, reading.gazetteer.match(text)), reading.gazetteer)
    return {doc[name.first : name.last].text: name for name in found.values()}


def test_gazetteer_beats_the_model(reading: Reading) -> None:
    found = names_in("Hezbollah met Jordan's envoy in Baghdad.", reading)
    kinds = {words: name.kind for words, name in found.items()}
    assert kinds == {"Hezbollah": "armed_group", "Jordan": "country", "Baghdad": "city"}


def test_model_adds_names_that_no_list_holds(reading: Reading) -> None:
    found = names_in("Farmers met Juan Cabrera in Peru.", reading)
    assert (found["Juan Cabrera"].kind, found["Juan Cabrera"].key) == ("person", None)


def test_title_is_no_part_of_a_name(reading: Reading) -> None:
    assert "Juan Cabrera" in names_in("Farmers met Dr Juan Cabrera in Peru.", reading)


def test_common_nouns_are_no_organisation(reading: Reading) -> None:
    text = "The ministry and the army said that the parliament and rebels met the government."
    assert names_in(text, reading) == {}


def test_each_token_belongs_to_one_name(reading: Reading) -> None:
    text = "The Islamic State in Iraq attacked the Kurdistan Workers' Party in Turkey."
    doc = reading.annotator.nlp(text)
    found = overlay(Paragraph(0, doc, reading.gazetteer.match(text)), reading.gazetteer)
    assert all(name.first <= i < name.last for i, name in found.items())


def test_capital_knows_its_country(reading: Reading) -> None:
    assert names_in("Talks began in Baghdad.", reading)["Baghdad"].capital_of == "IRQ"


def test_body_is_named_by_all_its_capitalised_words(reading: Reading) -> None:
    found = names_in("Rebels of the Forces for Defence of the Andes met Lima's envoy.", reading)
    assert found["Forces for Defence of the Andes"].kind == "organization"


def test_role_of_a_country_is_no_name(reading: Reading) -> None:
    assert set(names_in("The Peruvian Army met farmers.", reading)) == {"Peruvian"}


def test_short_form_in_brackets_stands_for_the_name(reading: Reading) -> None:
    text = "The Movement for a Free Andes (MFA) attacked. Peru accused the MFA."
    assert names_in(text, reading)["MFA"].name == "Movement for a Free Andes"


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("The Platform of Andean Farmers (PFA) attacked. Peru accused the PFA.", "PFA", ""),
        ("Peru banned the Collective of Women for Kasa (CWK). The CWK met Peru.", "CWK", ""),
        ("The Ituri Salvation Front (ISF) attacked. Peru accused the ISF.", "ISF", ""),
        ("The Palestinian Liberation Organization (PLO) met Peru.", "PLO", "Palestine"),
    ],
)
def test_what_stands_before_a_short_form_is_a_body(
    reading: Reading, text: str, short: str, name: str
) -> None:
    whole = text[4 if text.startswith("The") else 16 : text.index(" (")]
    found = names_in(text, reading)
    assert found[whole].name == found[short].name
    assert found[whole].name.startswith(name or whole)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Rebels burned the village of Gubdenmak in Peru.", "Gubdenmak", "place"),
        ("Rebels shelled Ashag Gyz, a village in Peru.", "Ashag Gyz", "place"),
        ("Gunmen killed Gorka Etxarri. Peru mourned Etxarri.", "Etxarri", "person"),
        ("The Toilers' Vanguard attacked Peru.", "Toilers' Vanguard", "organization"),
        ("The Green Solidarity Front attacked.", "Green Solidarity Front", "organization"),
        ("The Hamas Party attacked.", "Hamas", "armed_group"),
    ],
)
def test_sentence_tells_what_a_name_is(reading: Reading, text: str, words: str, kind: str) -> None:
    found = names_in(text, reading)
    assert found[words].kind == kind
