"""When two names are the same."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.names import Names, load_aliases, name_key
from kg.ontology.names import Entry
from tests.evaluate.made import mention


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Hague", "hague"),
        ("Ministry of Defence", "ministry of defense"),
        ("Nagorno-Karabakh", "Nagorno Karabakh"),
        ("Khost province", "Khost"),
        ("Abdoulaye Diop", "Abdoulayé  Diop"),
    ],
)
def test_spelling_makes_no_other_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_name_is_never_spelt_away() -> None:
    assert name_key("The") == "the"
    assert name_key("State") == "state"
    assert name_key("Northern Province") != name_key("Southern Province")


def test_aliases_stand_for_their_name_and_not_the_other_way_round(tmp_path: Path) -> None:
    file = tmp_path / "aliases.json"
    file.write_text('{"Norland": ["Port Alma", "Norland army"]}', encoding="utf-8")
    names = Names(load_aliases(file))
    assert names.all_named(["Norland"], [mention("Port Alma")])
    assert not names.all_named(["Port Alma"], [mention("Norland")])


def test_a_mention_has_all_names_of_its_entry() -> None:
    entry = Entry("country:NOR", "Norland", "country", aliases=("Kingdom of Norland",))
    names = Names(entries={entry.key: entry})
    assert names.all_named(["Kingdom of Norland"], [mention("Norland", key=entry.key)])
    assert not names.all_named(["Kingdom of Norland"], [mention("Norland")])


def test_nothing_else_asks_only_where_something_is_wanted() -> None:
    names, both = Names(), [mention("Norland"), mention("Sudria")]
    assert names.nothing_else([], both)
    assert names.nothing_else(["Sudria", "Norland"], both)
    assert not names.nothing_else(["Norland"], both)


@pytest.mark.parametrize("text", ["{", "[1]", '{"a": "b"}', '{"a": [1]}'])
def test_aliases_of_another_form_are_one_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "aliases.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"aliases\.json"):
        load_aliases(file)
