"""B-cubed by hand: what is joined wrongly costs precision, what is parted or missed recall."""

import pytest

from kg.evaluate.incidents import Label, b_cubed, score_incidents
from kg.records import Claim, Sentence

TEXT = "Jets bombed Khost and police met envoys."


def label(number: int, incident: str) -> Label:
    return Label(f"a{number}", "bombed Khost", "STRIKES", incident)


def claim(article: str, relation: str, start: int) -> Claim:
    sentence = Sentence(article, 0, TEXT, 100, 100 + len(TEXT))
    id = f"{article} {relation} {start}"
    return Claim(
        id, article, sentence, relation, "ASSAULT", None, "", start, start, "asserted", 0.5, "x 1"
    )


def test_precision_falls_where_two_happenings_are_one_event() -> None:
    items = {label(1, "x"): "e1", label(2, "x"): "e1", label(3, "y"): "e1", label(4, "y"): "e2"}
    made = b_cubed(items, {item: item.incident for item in items})
    assert made.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert made.recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)


def test_a_telling_without_a_claim_is_lost_for_all_and_not_for_found() -> None:
    labels = [label(1, "x"), label(2, "x"), label(3, "x")]
    claims = [claim("a1", "KILLS", 105), claim("a2", "STRIKES", 105), claim("a3", "MEETS", 105)]
    scores = score_incidents(labels, claims, {c.id: "e1" for c in claims})
    assert scores.missing == (labels[2],)
    assert (scores.found.f1, scores.found.items) == (1.0, 2)
    assert scores.all.recall == pytest.approx(2 / 3 * 2 / 3)


def test_only_a_trigger_within_the_words_answers() -> None:
    outside, dateless = claim("a1", "STRIKES", 101), claim("a1", "STRIKES", 106)
    scores = score_incidents([label(1, "x")], [outside, dateless], {outside.id: "e1"})
    assert scores.missing == (label(1, "x"),)
    assert scores.found.items == 0
