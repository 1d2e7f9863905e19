"""Sentences end where the text ends them."""

from kg.clean import clean
from kg.reading import Reading
from kg.records import Article

CUT = (
    "Sri Lanka's navy sank 11 Tamil Tiger vessels and killed dozens of rebels in a fierce battle "
    "overnight, the military said."
)


def test_no_sentence_begins_behind_a_number(reading: Reading) -> None:
    text = f"{CUT} It was the third this month."
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    assert [sentence.text for sentence in annotated.sentences] == [
        CUT,
        "It was the third this month.",
    ]
