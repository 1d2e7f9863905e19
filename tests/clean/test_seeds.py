from pathlib import Path

import pytest

from kg.clean import clean
from kg.records import Article
from tests.clean.pages import texts

SEEDS = Path(__file__).parents[2] / "seeds"

NOISE = {
    "000": ["Muzz", "Medicines", "Serena", "Beards", "\n- "],
    "001": ["Read this also", "Trump", "MEA"],
    "002": ["11:32", "More News"],
    "003": ["Leave A Reply", "email address"],
    "004": ["Photo", "Radio Pakistan"],
}
HEADINGS = {
    "000": [],
    "001": [
        "Khwaja Asif made a big claim",
        "Khwaja Asif made these allegations against the Taliban government",
    ],
    "002": [],
    "003": ["Pakistan strikes inside Afghanistan"],
    "004": ["KABUL, AFGHANISTAN –"],
}
TITLES = {
    "000": None,
    "001": None,
    "002": "Pakistan, Afghanistan at Odds Amid New Cross-Border Strike Claims",
    "003": "Cross border terrorism has become intolerable : Khwaja Asif",
    "004": "Pakistan Threatens Strikes in Afghanistan Amid Terror Surge",
}
PARAGRAPHS = {"000": 3, "001": 7, "002": 5, "003": 9, "004": 13}
LONGEST_NOISE = 100


def seed(number: str) -> Article:
    [path] = SEEDS.glob(f"{number}_*.txt")
    return Article(id=path.name, text=path.read_text("utf-8"), origin=path.name)


@pytest.mark.parametrize("number", sorted(TITLES))
def test_a_seed_is_parted_into_title_headings_and_paragraphs(number: str) -> None:
    document = clean(seed(number))
    assert document.title == TITLES[number]
    assert texts(document, "heading") == HEADINGS[number]
    assert len(texts(document)) == PARAGRAPHS[number]
    assert not [noise for noise in NOISE[number] if noise in document.text]


@pytest.mark.parametrize("number", sorted(TITLES))
def test_every_long_line_of_a_seed_is_kept(number: str) -> None:
    article = seed(number)
    kept = clean(article).text
    told = [
        " ".join(line.split()) for line in article.text.split("\n") if len(line) > LONGEST_NOISE
    ]
    assert len(told) == PARAGRAPHS[number]
    assert all(line in kept for line in told)
