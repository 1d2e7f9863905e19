"""Names over a parse: what the gazetteer and the model each contribute."""

from kg.annotate import Paragraph
from kg.extract.rules.names import Name, overlay
from kg.pipeline import Reading


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
