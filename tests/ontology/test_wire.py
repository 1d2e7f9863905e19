"""Names of any country, as the annotator finds them in the phrases of wire.toml."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.clean import clean
from kg.reading import Reading
from kg.records import Article
from kg.resolve.entities import Entities
from tests.extract.test_rules import read

PHRASES: Mapping[str, Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_name("wire.toml").read_text(encoding="utf-8")
)
BAR = 0.95


def found(reading: Reading, part: str) -> dict[str, set[str]]:
    """The keys of what the annotator finds in each phrase of a part."""
    documents = [clean(Article(text, f"{text}.", "test")) for text in PHRASES[part]]
    return {
        annotated.document.article.id: {
            match.entry.key for paragraph in annotated.paragraphs for match in paragraph.names
        }
        for annotated in reading.annotator.annotate(documents)
    }


@pytest.mark.parametrize("part", ["tuned", "apart"])
def test_names_of_any_country_are_found(reading: Reading, part: str) -> None:
    keys = found(reading, part)
    missed = [text for text, key in PHRASES[part].items() if key not in keys[text]]
    assert len(missed) <= (1 - BAR) * len(keys), missed


def test_what_looks_alike_is_not_taken_for_it(reading: Reading) -> None:
    keys = found(reading, "never")
    taken = [text for text, key in PHRASES["never"].items() if key in keys[text]]
    assert len(taken) <= (1 - BAR) * len(keys), taken


def test_the_phrases_are_from_many_countries(reading: Reading) -> None:
    entries = reading.gazetteer.entries
    named = {key for part in PHRASES.values() for key in part.values()}
    assert sum(map(len, PHRASES.values())) >= 150
    assert len({entries[key].country for key in named}) >= 60


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        (
            "Ministry of Defence (Afghanistan)",
            [
                "Afghanistan's defence ministry",
                "The Ministry of Defence in Kabul",
                "The Afghan Defense Ministry",
                "Kabul's defence ministry",
            ],
        ),
        (
            "Ministry of Defence (Russia)",
            ["Russia's defence ministry", "The Russian Defense Ministry"],
        ),
        ("Israel Defense Forces", ["Israel's army", "The Israeli military", "The IDF"]),
        ("Uganda People's Defence Force", ["Ugandan troops", "The UPDF", "Uganda's army"]),
        ("Parliament (Kenya)", ["Kenya's parliament", "The Kenyan parliament"]),
        ("Knesset", ["Israel's parliament", "The Knesset"]),
        ("Central Bank (Kenya)", ["Kenya's central bank", "The central bank of Kenya"]),
        ("Election Commission (Ghana)", ["Ghana's electoral commission"]),
        ("Supreme Court (Maldives)", ["The Maldives Supreme Court", "The Maldivian top court"]),
        ("Police (Chile)", ["Chile's police", "Chilean police"]),
        ("intelligence service (Jordan)", ["Jordan's spy agency", "Jordanian intelligence"]),
    ],
)
def test_a_body_of_a_state_is_one_however_it_is_called(
    reading: Reading, name: str, phrases: list[str]
) -> None:
    entities = Entities(reading.gazetteer)
    for phrase in phrases:
        entities.resolve(read(f"{phrase} accused Iran of lying.", reading)[0])
    assert {entity.name for entity in entities.found()} == {name, "Iran"}
    assert len(entities.found()) == 2
