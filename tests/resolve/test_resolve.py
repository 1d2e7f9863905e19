"""Ids follow from what was said alone."""

from dataclasses import replace

import pytest

from kg.ontology.gazetteer import load_gazetteer
from kg.records import Claim, Mention, Sentence, When
from kg.resolve import resolve

SENTENCE = Sentence("a1", 0, "Pakistan bombed Khost on 1 March.", 0, 33)
PAKISTAN = Mention("Pakistan", 0, 8, "Pakistan", "country", "PAK", "country:PAK")
GUNMEN = Mention("gunmen", 0, 6, "gunmen", "group", "PAK")
DAY = When("1 March", "2031-03-01", "2031-03-01", "day, month")
CLAIM = Claim(
    "c1", "a1", SENTENCE, "STRIKES", "ASSAULT", "aerial", "bombed", 9, 15, "asserted", 0.9, "x 1",
    source=(PAKISTAN,), when=DAY,
)  # fmt: skip


def entity(mention: Mention) -> str:
    return resolve([replace(CLAIM, source=(mention,))], load_gazetteer()).claims[0].source[0].entity


def test_a_known_name_is_its_key_whatever_the_words() -> None:
    assert entity(PAKISTAN) == entity(replace(PAKISTAN, text="Islamabad", name="Islamabad"))


@pytest.mark.parametrize("other", [{"name": "police"}, {"kind": "person"}, {"country": "IND"}])
def test_an_unknown_name_is_its_kind_name_and_country(other: dict[str, str]) -> None:
    assert entity(GUNMEN) == entity(replace(GUNMEN, text="the gunmen", start=40, end=50))
    assert entity(GUNMEN) != entity(replace(GUNMEN, **other))  # type: ignore[arg-type]


def test_a_place_brings_all_that_it_lies_in() -> None:
    names = load_gazetteer()
    (found,) = names.match("in Khost province")
    key = found.entry.key
    place = Mention("Khost", 0, 5, found.entry.name, found.entry.kind, found.entry.country, key)
    built = resolve([replace(CLAIM, place=(place,))], names)
    by_id = {e.id: e.name for e in built.entities}
    assert (found.entry.name, "Afghanistan") in {(by_id[a], by_id[b]) for a, b in built.within}
