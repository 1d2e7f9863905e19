"""Claims against sentence records."""

import pytest

from kg.evaluate.gold import Party, SentenceRecord
from kg.evaluate.measures import Measure
from kg.evaluate.parties import any_same
from kg.evaluate.sentences import score_records, surest, type_measure
from kg.records import Claim
from tests.evaluate.made import claim, event


@pytest.mark.parametrize(
    ("said", "labelled"),
    [
        ("the Norland army", "Norland"),
        ("Foreign Minister Ana Ruiz", "Ruiz"),
        ("Norlandese", "Norland"),
        ("Norlandian troops", "Norland"),
        ("Bank of Alma", "Alma Central Bank"),
    ],
)
def test_words_that_tell_the_same_actor(said: str, labelled: str) -> None:
    assert any_same([Party(said, None)], [Party(labelled, None)], text_only=True)


@pytest.mark.parametrize(
    ("said", "labelled"),
    [
        ("the army", "the government"),
        ("", "Norland"),
        ("Sudria", "Norland"),
        ("those who had fled from Norland over the hills last winter", "Norland"),
    ],
)
def test_words_that_tell_another_actor(said: str, labelled: str) -> None:
    assert not any_same([Party(said, None)], [Party(labelled, None)], text_only=True)


@pytest.mark.parametrize(
    ("code", "labelled", "same"),
    [("JPN", "JAP", True), ("NGO", "IGO", True), ("NGO", "UNO", False), ("FRA", "---", False)],
)
def test_codes(code: str, labelled: str, same: bool) -> None:
    one, other = Party("x", code), Party("y", labelled)
    assert any_same([one], [other], text_only=False) is same
    assert not any_same([one], [other], text_only=True)
    assert any_same([one], [Party("", labelled)], text_only=True) is same


def made(
    event_type: str | None, source: str, target: str = "", sure: float = 0.5, record: str = "r"
) -> Claim:
    return claim(source, "X", target, article=record, event_type=event_type, confidence=sure)


RECORDS = [
    SentenceRecord("r", "", (event("ASSAULT", "Norland", "Sudria"),)),
    SentenceRecord("s", "", (event("CONSULT", "Norland, Sudria"),)),
    SentenceRecord("t", "", (event("AID", "Norland"),)),
]


def test_types_dyads_and_triples_are_counted_apart() -> None:
    claims = [
        made("ASSAULT", "Sudria", "Norland"),
        made("ACCUSE", "Norland", "Sudria"),
        made("CONSULT", "Sudria", "Norland", record="s"),
        made("CONSULT", "Norland", "Sudria", record="s"),
        made("DENY", "Norland", record="t"),
        made(None, "Norland", record="t"),
    ]
    scores = score_records(RECORDS, claims)
    assert scores.levels["type"] == Measure(2, 3, 2, 3)
    assert scores.levels["dyad"] == Measure(2, 3, 2, 3)
    assert scores.levels["triple"] == Measure(1, 3, 1, 3)
    assert (set(scores.found), set(scores.right)) == ({"s"}, {claims[2].id})
    assert type_measure(scores, "ASSAULT") == Measure(1, 1, 1, 1)
    assert type_measure(scores, "ACCUSE") == Measure(0, 1, 0, 0)


def test_slots_that_name_everybody_name_nobody() -> None:
    claims = [made("ASSAULT", "Norland, Estland", "Sudria, Westland")]
    assert score_records(RECORDS[:1], claims).levels["dyad"] == Measure(0, 1, 0, 1)
    claims = [made("ASSAULT", "Norland, Estland", "Sudria")]
    assert score_records(RECORDS[:1], claims).levels["dyad"] == Measure(1, 1, 1, 1)


def test_all_who_met_must_be_named() -> None:
    one = score_records(RECORDS[1:2], [made("CONSULT", "Norland", "Estland", record="s")])
    assert one.levels["triple"] == Measure(0, 1, 0, 1)


def test_the_surest_claim_of_a_record_is_one_with_a_type() -> None:
    claims = [
        made("AID", "Norland", sure=0.4),
        made("ASSAULT", "Norland", sure=0.6),
        made("CLAIM", "Norland", sure=0.9),
        made("AID", "Sudria", sure=0.6),
        made("AID", "Norland", sure=0.1, record="s"),
    ]
    assert surest(claims) == [claims[1], claims[4]]
