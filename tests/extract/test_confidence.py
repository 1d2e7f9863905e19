"""What makes a claim more or less sure."""

import pytest

from kg.clean import clean
from kg.extract.rules.confidence import load_model, sureness
from kg.reading import Reading
from kg.records import Article, Claim

PLAIN = "Peru accused Chile of spying."


def claim(text: str, reading: Reading, relation: str = "ACCUSES") -> Claim:
    """The only claim of a relation in a text."""
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    (found,) = [c for c in reading.extractors[0].extract(annotated) if c.relation == relation]
    return found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        pytest.param("Bolivia signed the accord. It accused Chile of spying.", "ACCUSES", id="it"),
        pytest.param("Villagers accused Chile of spying.", "ACCUSES", id="no name"),
        pytest.param("Peru protested on Monday.", "PROTESTS", id="no target"),
        pytest.param("Peru's navy accused Chile of spying.", "ACCUSES", id="an institution"),
        pytest.param("Peru accused Chile's navy of spying.", "ACCUSES", id="at an institution"),
        pytest.param("Peru acted on Monday, accusing Chile of spying.", "ACCUSES", id="aside"),
        pytest.param("Bolivia claimed that Peru accused Chile of spying.", "ACCUSES", id="alleged"),
        pytest.param("Officials from Peru accused Chile of spying.", "ACCUSES", id="stands in"),
    ],
)
def test_what_may_be_misread_is_less_sure(text: str, relation: str, reading: Reading) -> None:
    assert claim(text, reading, relation).confidence < claim(PLAIN, reading).confidence


def test_two_named_parties_in_a_short_sentence_are_sure(reading: Reading) -> None:
    assert claim(PLAIN, reading).confidence >= 0.8


def test_confidence_stays_between_nothing_and_certainty() -> None:
    weights = load_model().weights
    worst = {name: float(weight < 0) for name, weight in weights.items()}
    best = {name: float(weight > 0) for name, weight in weights.items()}

    assert 0 < sureness(worst) < 0.3 < 0.8 < sureness(best) < 1
