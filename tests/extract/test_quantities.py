"""Counts of people, read from the clause of the verb that they belong to."""

import pytest

from kg.extract.rules.quantities import counted, left_dead, number
from kg.reading import Reading
from kg.records import Claim
from tests.extract.test_rules import read, told


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,200", 1200),
        ("ten", 10),
        ("twenty-three", 23),
        ("two dozen", 24),
        ("five hundred and six", 506),
        ("two thousand five hundred", 2500),
        ("3 million", 3_000_000),
        ("1.5 million", 1_500_000),
        ("half a million", 500_000),
        ("many", None),
        ("and", None),
    ],
)
def test_number_words(words: str, value: int | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "kind", "least", "most"),
    [
        ("The strike killed ten people.", "killed", 10, 10),
        ("The strike killed at least ten people.", "killed", 10, None),
        ("The strike killed more than 1,200 people.", "killed", 1200, None),
        ("The strike killed up to 30 people.", "killed", 0, 30),
        ("The police arrested 5,000 to 6,000 people.", "arrested", 5000, 6000),
        ("The strike killed dozens of people.", "killed", 24, None),
        ("Hundreds were injured in the attack.", "injured", 200, None),
        ("The strike killed nine children and a woman.", "killed", 10, 10),
        ("Two soldiers died in the clash.", "killed", 2, 2),
        ("Four people were wounded.", "injured", 4, 4),
        ("The attack left four people dead.", "killed", 4, 4),
        ("An attack left 40 civilians dead.", "killed", 40, 40),
        ("The war displaced 2 million people.", "displaced", 2_000_000, 2_000_000),
        ("Gunmen kidnapped a teacher.", "abducted", 1, 1),
        ("Gunmen kidnapped three nurses and their driver.", "abducted", 4, 4),
        ("The blast killed the mayor and two bodyguards.", "killed", 3, 3),
        ("Between 15 and 20 militants were killed.", "killed", 15, 20),
        ("Fewer than ten people were hurt.", "injured", 0, 9),
        ("A total of 58 people were massacred.", "killed", 58, 58),
        ("Armenia said 105 of its soldiers were killed.", "killed", 105, 105),
        ("The rebels executed six captives.", "killed", 6, 6),
    ],
)
def test_counts(reading: Reading, text: str, kind: str, least: int, most: int | None) -> None:
    found = [q for token in reading.annotator.nlp(text) for q in counted(token) + left_dead(token)]
    assert [(q.kind, q.min, q.max) for q in found] == [(kind, least, most)]
    assert found[0].text


@pytest.mark.parametrize(
    "text", ["The strike killed civilians.", "Ten ministers met.", "He killed time."]
)
def test_no_count(reading: Reading, text: str) -> None:
    assert [q for token in reading.annotator.nlp(text) for q in counted(token)] == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param(
            "The air strike killed 30 people and wounded more than 100.",
            [("STRIKES", [("killed", 30), ("injured", 100)])],
            id="killed and wounded by one attack",
        ),
        pytest.param(
            "Two car bombs killed 25 and injured 60 in Baghdad.",
            [("ATTACKS", [("killed", 25), ("injured", 60)])],
            id="numbers without a noun",
        ),
        pytest.param(
            "Some 40 rebels were killed in clashes in Mindanao.",
            [("KILLS", [("killed", 40)])],
            id="clashes whose sides are not named",
        ),
        pytest.param(
            "Police arrested 20 people and wounded five in Cairo.",
            [("ARRESTS", [("arrested", 20)]), ("ATTACKS", [("injured", 5)])],
            id="arrests are no part of an attack",
        ),
        pytest.param(
            "The death toll from the attack on Beslan rose to 334.",
            [("ATTACKS", [("killed", 334)])],
            id="toll",
        ),
    ],
)
def test_counts_of_events(
    text: str, counts: list[tuple[str, list[tuple[str, int]]]], reading: Reading
) -> None:
    found = [(c.relation, [(q.kind, q.min) for q in c.quantities]) for c in read(text, reading)]
    assert found == counts


@pytest.mark.parametrize(
    "text",
    [
        "Attacks on rebels in Goma left at least 42 dead.",
        "A massacre in Goma left 42 dead.",
        "42 soldiers were killed in an ambush near Goma.",
    ],
)
def test_dead_belong_to_the_event_that_left_them(reading: Reading, text: str) -> None:
    (claim,) = read(text, reading)
    assert [(count.kind, count.min) for count in claim.quantities] == [("killed", 42)]


def test_who_fell_in_an_ambush_is_whom_it_hit(reading: Reading) -> None:
    (claim,) = read("11 soldiers were killed in an ambush in Quezon province.", reading)
    assert [mention.name for mention in claim.target] == ["Armed Forces (Philippines)"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Israel killed six people in an airstrike on Gaza.",
            ["Israel STRIKES Palestine @ Gaza Strip 6"],
        ),
        (
            "Gunmen have killed 23 people and wounded 12 in an attack on a village in Mali.",
            ["gunmen ATTACKS Mali @ Mali 23"],
        ),
        (
            "The Kenyan army killed 12 rebels in an ambush near Garissa.",
            ["Armed Forces (Kenya) ATTACKS rebels @ Garissa 12"],
        ),
        (
            "Rebels massacred 51 civilians in Mali and killed 12 troops in an ambush in Niger.",
            [
                "rebels KILLS civilians @ Mali 51",
                "rebels ATTACKS Armed Forces (Niger) @ Niger 12",
            ],
        ),
    ],
)
def test_who_kills_in_an_attack_attacks(text: str, claims: list[str], reading: Reading) -> None:
    found = [f"{told(c)} {killed(c)}" for c in read(text, reading)]
    assert found == claims


def killed(claim: Claim) -> int:
    return next(q.min for q in claim.quantities if q.kind == "killed")
