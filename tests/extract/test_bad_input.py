"""Input that is no news, or no language: nothing crashes, nothing runs away, claims at most."""

import pytest

from kg.clean import clean
from kg.extract.rules.scope import LONGEST
from kg.pipeline import extract
from kg.reading import Reading
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


def endless(tokens: int) -> str:
    """One sentence of about so many tokens whose every third is a trigger."""
    return "Iran bombed " + "and bombed and struck " * (tokens // 4) + "Erbil."


def lengths(text: str, reading: Reading) -> dict[str, int]:
    """Each sentence of a text with its number of tokens."""
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    docs = [paragraph.doc for paragraph in annotated.paragraphs]
    return {span.text: len(span) for doc in docs for span in doc.sents}


def test_a_sentence_that_is_none_is_passed_over(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{endless(LONGEST + 100)}\n\n{CLAIM}\n"
    longest, *_ = sorted(lengths(text, reading).items(), key=lambda pair: -pair[1])
    assert longest[1] > LONGEST
    assert {c.sentence.text for c in read(text, reading)} == {CLAIM}
    monkeypatch.setattr("kg.extract.rules.scope.LONGEST", longest[1])
    assert {c.sentence.text for c in read(text, reading)} == {CLAIM, longest[0]}


def test_three_hundred_names_make_one_claim_with_many_parties(reading: Reading) -> None:
    claims = [c for c in read(f"Iran accused {names(100)} of theft.", reading) if c.source]
    assert len([c for c in claims if c.relation == "ACCUSES"]) <= 1
    assert len(read(f"Police arrested {names(300)}.", reading)) <= 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<p>Russian forces shelled <b>Kharkiv</b> on Monday.</p>", id="markup"),
        pytest.param("&nbsp;Russian forces shelled Kharkiv on Monday.&#160;", id="entities"),
        pytest.param(f"{STRIKE}.<br/>https://t.co/abc #war @user", id="what follows a post"),
        pytest.param("Russian forces shelled Kharkiv 🔥🔥 on Monday.", id="emoji"),
        pytest.param(f"🔥 {STRIKE} 🔥", id="emoji around"),
        pytest.param("Russian forces\x00\x07 shelled \x1bKharkiv on Monday.", id="control"),
        pytest.param("Russian\u00a0forces shelled \u200bKharkiv on Monday.", id="odd spaces"),
        pytest.param(STRIKE, id="no full stop"),
    ],
)
def test_noise_does_not_hide_a_shelling(reading: Reading, text: str) -> None:
    (claim,) = read(text, reading)
    assert (claim.relation, claim.trigger, claim.status) == ("STRIKES", "shelled", "asserted")
    assert [actor.name for actor in claim.source] == ["Armed Forces (Russia)"]
    assert [place.name for place in claim.place] == ["Kharkiv"]
    assert claim.when is not None
    assert claim.when.text == "Monday"


def test_letters_of_one_case_do_not_hide_a_shelling(reading: Reading) -> None:
    (capitals,) = read(f"{STRIKE}.".upper(), reading)
    (small,) = read(f"{STRIKE}.".lower(), reading)
    assert capitals.relation == small.relation == "STRIKES"
    assert [actor.name for actor in capitals.source] == ["Armed Forces (Russia)"]
    assert [actor.text for actor in small.source] == ["russian forces"]


def test_other_languages_and_signs_claim_nothing(reading: Reading) -> None:
    texts = [
        "Российские войска обстреляли Харьков в понедельник.",
        "俄罗斯军队周一炮击了哈尔科夫。",
    ]
    for text in [*texts, "قصفت القوات الروسية مدينة خاركيف يوم الاثنين.", "🔥🇺🇦💣 " * 200]:
        assert read(text, reading) == ()
