"""Input that is no news, or no language: nothing crashes, nothing runs away, claims at most."""

import pytest

from kg.clean import clean
from kg.extract.rules.scope import LONGEST
from kg.pipeline import Reading, extract
from kg.records import Article, Claim, Failure

CLAIM = "Kenya accused Uganda of theft."
STRIKE = "Russian forces shelled Kharkiv on Monday"


def fail(failure: Failure) -> None:
    raise AssertionError(failure)


def read(text: str, reading: Reading) -> tuple[Claim, ...]:
    """The claims of a text; an article that an extractor fails on fails the test."""
    ((_, claims),) = extract([clean(Article("a", text, "test"))], reading, fail)
    for claim in claims:
        assert claim.sentence.start <= claim.start < claim.end <= claim.sentence.end
    return claims


def names(count: int) -> str:
    """That many made-up names of people, each of its own."""
    first, last = "ABDEFGHIJKLMNOPRSTVZ", "aeiou"
    made = [f"{a}{b}r{c}n {d}{b}l{c}" for a in first for b in last for c in last for d in "KMT"]
    return ", ".join(made[: count - 1]) + " and " + made[count - 1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(" ".join(["Iran bombed Erbil and"] * 500) + " left.", id="2,000 words"),
        pytest.param(" ".join([STRIKE] * 300), id="no punctuation"),
        pytest.param("قصفت القوات الروسية مدينة خاركيف يوم الاثنين. " * 20, id="Arabic"),
        pytest.param("Российские войска обстреляли Харьков в понедельник. " * 20, id="Russian"),
        pytest.param("俄罗斯军队周一炮击了哈尔科夫。" * 50, id="Chinese"),
        pytest.param("Las tropas rusas bombardearon Járkov el lunes. " * 20, id="Spanish"),
        pytest.param("🔥🇺🇦💣 " * 200, id="emoji alone"),
        pytest.param("bomb" * 1250 + ".", id="a word of 5,000 letters"),
        pytest.param("(" * 500 + STRIKE + ")" * 500 + ".", id="brackets"),
        pytest.param('"“' * 250 + STRIKE + '”"' * 250 + ".", id="quotation marks"),
        pytest.param("Iran said that " * 120 + STRIKE + ".", id="nested reports"),
        pytest.param("the army of " * 120 + "Iran bombed Erbil.", id="nested phrases"),
        pytest.param(". , ; - ! ? " * 300, id="punctuation alone"),
        pytest.param("\ud83d attacked \ufffd\u200b\u202e Erbil.", id="broken characters"),
    ],
)
def test_nothing_crashes_and_no_sentence_makes_many_claims(reading: Reading, text: str) -> None:
    claims = read(f"{text}\n\n{CLAIM}\n", reading)
    assert "ACCUSES" in {claim.relation for claim in claims}, "the good paragraph is kept"
    most = max(len([c for c in claims if c.sentence == s]) for s in {c.sentence for c in claims})
    assert most <= LONGEST / 2


def test_a_sentence_that_is_none_is_passed_over(reading: Reading) -> None:
    endless = "Iran bombed Erbil and " * (LONGEST // 4 + 1)
    claims = read(f"{endless} left.\n\n{CLAIM}\n", reading)
    assert all(len(claim.sentence.text.split()) <= LONGEST for claim in claims)


def test_three_hundred_names_make_one_claim_with_many_parties(reading: Reading) -> None:
    claims = [c for c in read(f"Iran accused {names(100)} of theft.", reading) if c.source]
    assert len([c for c in claims if c.relation == "ACCUSES"]) <= 1
    assert len(read(f"Police arrested {names(300)}.", reading)) <= 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("RUSSIAN FORCES SHELLED KHARKIV ON MONDAY.", id="capitals"),
        pytest.param("<p>Russian forces shelled <b>Kharkiv</b> on Monday.</p>", id="markup"),
        pytest.param("Russian forces shelled Kharkiv 🔥🔥 on Monday.", id="emoji"),
        pytest.param("Russian forces\x00\x07 shelled \x1bKharkiv on Monday.", id="control"),
        pytest.param("Russian forces shelled Kharkiv on Monday", id="no full stop"),
        pytest.param("russian forces shelled kharkiv on monday.", id="small letters"),
    ],
)
def test_noise_does_not_hide_a_shelling(reading: Reading, text: str) -> None:
    claims = read(text, reading)
    assert len(claims) <= 1
