"""When a claim is the labelled one, and how labels and claims are paired."""

from collections.abc import Sequence

import pytest

from kg.evaluate.claims import ClaimScores, Judge, score_claims
from kg.evaluate.families import load_families
from kg.evaluate.gold import GoldClaim
from kg.evaluate.names import Names
from kg.evaluate.tables import claim_measure
from kg.ontology.relations import load_relations
from kg.records import Claim
from tests.evaluate.made import SENTENCE, claim, label, reading

JUDGE = Judge(Names(), load_families())
LABEL = label(reading("Norland", "STRIKES", "Sudria", place="Alma", status="alleged"))


def judged(gold: GoldClaim, found: Claim) -> tuple[bool, bool]:
    return JUDGE.loosely(gold, found), JUDGE.strictly(gold, found)


def scored(gold: Sequence[GoldClaim], claims: Sequence[Claim]) -> ClaimScores:
    return score_claims(gold, claims, JUDGE)


def test_the_same_claim_is_found_strictly() -> None:
    found = claim("Norland", "STRIKES", "Sudria", place="Alma", status="alleged")
    assert judged(LABEL, found) == (True, True)


@pytest.mark.parametrize(
    "found",
    [
        claim("Norland", "ATTACKS", "Sudria", place="Alma", status="alleged"),
        claim("Norland", "STRIKES", "Sudria", place="Alma", status="denied"),
        claim("Norland, Estland", "STRIKES", "Sudria", place="Alma", status="alleged"),
        claim("Norland", "STRIKES", "Sudria", place="Alma, Beth", status="alleged"),
    ],
    ids=["relation of the family", "status", "one source more", "one place more"],
)
def test_what_differs_a_little_is_found_loosely_alone(found: Claim) -> None:
    assert judged(LABEL, found) == (True, False)


@pytest.mark.parametrize(
    "found",
    [
        claim("Norland", "ACCUSES", "Sudria", place="Alma"),
        claim("Norland", "STRIKES", place="Alma"),
        claim("Norland", "STRIKES", "Sudria"),
        claim("Sudria", "STRIKES", "Norland", place="Alma"),
        claim("Norland, Estland, Westland", "STRIKES", "Sudria", place="Alma"),
        claim("Norland", "STRIKES", "Sudria", place="Alma", text="Sudria mourned on Tuesday."),
        claim("Norland", "STRIKES", "Sudria", place="Alma", text="bombed " * 200),
    ],
    ids=["relation", "no target", "no place", "sides", "two more", "sentence", "page"],
)
def test_what_differs_more_is_not_found(found: Claim) -> None:
    assert judged(LABEL, found) == (False, False)


def test_parties_of_a_mutual_relation_may_change_sides() -> None:
    gold = label(reading("Norland", "MEETS", "Sudria"))
    assert judged(gold, claim("Sudria", "MEETS", "Norland")) == (True, True)
    assert judged(gold, claim("Sudria, Norland", "MEETS")) == (True, True)
    assert judged(gold, claim("Sudria", "MEETS", "Estland")) == (False, False)


def test_an_accepted_reading_counts_as_a_whole() -> None:
    gold = label(reading("Norland", "KILLS"), reading("Norland", "ATTACKS", "Sudria"))
    assert judged(gold, claim("Norland", "ATTACKS", "Sudria")) == (True, True)
    assert judged(gold, claim("Estland", "ATTACKS", "Sudria")) == (False, False)


def test_a_sentence_with_most_words_of_the_evidence_covers_it() -> None:
    gold = label(reading("Norland"), evidence="Norland bombed the harbour of Alma")
    assert judged(gold, claim("Norland", text=SENTENCE)) == (True, True)


def test_a_claim_answers_one_label_and_required_ones_come_first() -> None:
    both = [label(reading("Norland"), optional=True), label(reading("Norland"))]
    assert scored(both, [claim("Norland")]).loose == {1: 0}


def test_as_many_labels_as_can_be_get_a_claim() -> None:
    either = label(reading("Norland"), reading("Sudria"))
    gold = [either, label(reading("Norland"))]
    assert scored(gold, [claim("Norland"), claim("Sudria")]).loose == {0: 1, 1: 0}


def test_of_two_claims_the_exact_one_is_taken() -> None:
    claims = [claim("Norland", "ATTACKS"), claim("Norland", "STRIKES")]
    assert scored([label(reading("Norland"))], claims).loose == {0: 1}


def test_a_claim_counts_for_its_own_article_alone() -> None:
    gold = [label(reading("Norland"), doc="a"), label(reading("Norland"), doc="b")]
    assert scored(gold, [claim("Norland", article="folder/b")]).loose == {1: 0}


def test_counts_of_precision_and_recall() -> None:
    gold = [
        label(reading("Norland")),
        label(reading("Sudria", "ACCUSES", "Norland")),
        label(reading("Estland", "CONDEMNS", "Norland"), optional=True),
    ]
    claims = [
        claim("Norland", "ATTACKS"),
        claim("Estland", "CONDEMNS", "Norland"),
        claim("Westland", "CONDEMNS", "Norland"),
        claim("Westland", "MEETS", "Norland"),
    ]
    scores = scored(gold, claims)
    loose, strict = claim_measure(scores), claim_measure(scores, strict=True)
    assert (loose.right, loose.claims, loose.found, loose.required) == (2, 4, 1, 2)
    assert (loose.precision, loose.recall, loose.f1) == (0.5, 0.5, 0.5)
    assert (strict.right, strict.claims, strict.found, strict.required) == (1, 4, 0, 2)
    assert (strict.precision, strict.recall, strict.f1) == (0.25, 0, 0)
    one = claim_measure(scores, {"CONDEMNS"})
    assert (one.right, one.claims, one.found, one.required) == (1, 2, 0, 0)


def test_families_are_of_relations_that_there_are() -> None:
    families = load_families()
    assert families.kin.keys() | families.mutual <= load_relations().relations.keys()
