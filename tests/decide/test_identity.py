"""What decisions come to, and which of them cannot stand together."""

import itertools

import pytest

from kg.decide import Decision, Group, identities, standing
from kg.errors import DecisionError
from kg.ids import entity_id, entity_key, key_parts
from kg.ontology.gazetteer import load_gazetteer

A, B, C = "person/-/A. Kole", "person/-/Ana Kole", "person/-/Ana Maria Kole"


def same(number: int, first: str, second: str) -> Decision:
    return Decision(number, "same", (first, second), "")


def different(number: int, first: str, second: str) -> Decision:
    return Decision(number, "different", (first, second), "")


def undo(number: int, undoes: int) -> Decision:
    return Decision(number, "undo", (), "", undoes=undoes)


def kind_of(key: str) -> str | None:
    return load_gazetteer().kind_of(key)


def chief(key: str, *decisions: Decision) -> str:
    return identities(standing(decisions), kind_of).of(key).chief


@pytest.mark.parametrize("order", list(itertools.permutations([(A, B), (C, B)])))
def test_the_longest_name_stands_for_all_in_any_order(order: tuple[tuple[str, str], ...]) -> None:
    made = [same(n, *pair) for n, pair in enumerate(order, 1)]
    assert {chief(key, *made) for key in (A, B, C)} == {C}
    assert identities(made, kind_of).of(A) == Group(C, (A, B), None, (1, 2))


def test_a_known_name_stands_for_an_unknown_one() -> None:
    long = "country/-/The Republic of Kenya in East Africa"
    assert chief(long, same(1, long, "country:KEN")) == "country:KEN"


def test_a_key_that_nobody_knows_waits() -> None:
    assert chief(A, same(1, A, "person:from-a-file-not-given")) == A
    made = identities([same(1, A, "person:not-given"), same(2, "person:not-given", B)], kind_of)
    assert made.of(A).chief == B


def test_what_was_undone_does_not_stand_and_an_undo_can_be_undone() -> None:
    assert chief(A, same(1, A, B), undo(2, 1)) == A
    assert chief(A, same(1, A, B), undo(2, 1), undo(3, 2)) == B


def test_the_last_name_that_was_given_holds_for_all() -> None:
    renames = [Decision(n, "rename", (key,), "", name=key[-6:]) for n, key in ((2, A), (3, B))]
    assert identities([same(1, A, B), *renames], kind_of).of(A) == Group(B, (A,), B[-6:], (1, 3))


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_contradiction_is_refused_with_its_chain(order: tuple[int, ...]) -> None:
    made = [same(1, A, B), same(2, B, C), different(3, A, C)]
    with pytest.raises(DecisionError) as refused:
        identities([made[n] for n in order], kind_of)
    assert str(refused.value) == (
        "Decisions contradict each other: person/-/A. Kole same person/-/Ana Kole (decision 1), "
        "person/-/Ana Kole same person/-/Ana Maria Kole (decision 2), but person/-/A. Kole "
        "different person/-/Ana Maria Kole (decision 3); undo one of them."
    )
    assert chief(A, *made, undo(4, 2)) == B


def test_what_the_gazetteer_keeps_apart_is_not_joined() -> None:
    pair = ("country:KEN", "country:UGA")
    with pytest.raises(DecisionError, match=r"different country:UGA \(the gazetteer\); undo"):
        identities([same(1, *pair)], kind_of, [pair])


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        (("country:KEN", A), "country:KEN is of kind country and .* of kind person, and no node"),
        ((A, A), "person/-/A. Kole is one entity already"),
    ],
)
def test_what_cannot_be_one_node_is_refused(pair: tuple[str, str], reason: str) -> None:
    with pytest.raises(DecisionError, match=rf"^Decision 1 cannot stand: {reason}"):
        identities([same(1, *pair)], kind_of)


@pytest.mark.parametrize("name", ["Ana Kole", "a/b/c", "-/x", 'x "y"', ":"])
@pytest.mark.parametrize("country", [None, "KEN"])
def test_a_key_tells_kind_name_and_country(name: str, country: str | None) -> None:
    key = entity_key("group", name, country)
    assert key_parts(key) == ("group", name, country)
    assert entity_id(key) != entity_id(entity_key("person", name, country))


def test_a_key_of_the_gazetteer_is_one_word() -> None:
    keys = load_gazetteer().entries
    assert [key for key in keys if key_parts(key) is not None] == []


PERSON, BODY, FORCE = (f"{kind}/-/Redvale" for kind in ("person", "organization", "armed_group"))


def kind(number: int, key: str, other: str) -> Decision:
    return Decision(number, "kind", (key, other), "")


def test_the_right_kind_stands_for_a_wrong_one_and_its_spellings_count() -> None:
    made = identities([kind(1, PERSON, BODY)], kind_of)
    assert made.of(PERSON) == made.of(BODY) == Group(BODY, (PERSON,), None, (1,), (PERSON,))


def test_kinds_agree_once_one_is_corrected() -> None:
    long = "organization/-/Redvale Holding"
    with pytest.raises(DecisionError, match=r"no node can be both; kg kind corrects a kind\.$"):
        identities([same(1, PERSON, long)], kind_of)
    made = identities([same(1, PERSON, long), kind(2, PERSON, BODY)], kind_of)
    assert made.of(PERSON) == Group(long, (BODY, PERSON), None, (1, 2))
    made = identities([kind(1, PERSON, FORCE), same(2, PERSON, "group:ttp")], kind_of)
    assert made.of(PERSON).chief == "group:ttp"


def test_a_name_of_the_right_kind_wins_over_a_longer_one() -> None:
    made = identities([same(1, PERSON, C), kind(2, PERSON, BODY)], kind_of)
    assert made.of(C).chief == BODY


@pytest.mark.parametrize(
    ("decisions", "told"),
    [
        (
            [kind(1, PERSON, BODY), kind(2, PERSON, FORCE)],
            "person/-/Redvale is of kind organization (decision 1), but person/-/Redvale is of "
            "kind armed_group (decision 2)",
        ),
        (
            [kind(1, PERSON, BODY), kind(2, BODY, FORCE)],
            "person/-/Redvale is of kind organization (decision 1), but organization/-/Redvale is "
            "of kind armed_group (decision 2)",
        ),
        (
            [kind(1, PERSON, BODY), same(2, PERSON, A), same(3, A, "country:KEN")],
            "person/-/Redvale is of kind organization (decision 1), person/-/Redvale same "
            "person/-/A. Kole (decision 2), person/-/A. Kole same country:KEN (decision 3), but "
            "country:KEN is of kind country (the gazetteer)",
        ),
        (
            [kind(1, PERSON, BODY), different(2, PERSON, BODY)],
            "person/-/Redvale is rather organization/-/Redvale (decision 1), but person/-/Redvale "
            "different organization/-/Redvale (decision 2)",
        ),
    ],
)
def test_two_kinds_for_one_are_refused_with_their_chain(
    decisions: list[Decision], told: str
) -> None:
    with pytest.raises(DecisionError) as refused:
        identities(decisions, kind_of)
    assert str(refused.value) == f"Decisions contradict each other: {told}; undo one of them."


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        ((PERSON, PERSON), "person/-/Redvale is of kind person already"),
        (("group:ttp", BODY), "the gazetteer knows group:ttp, and a file of your own"),
    ],
)
def test_a_kind_that_is_no_correction_is_refused(pair: tuple[str, str], told: str) -> None:
    with pytest.raises(DecisionError) as refused:
        identities([kind(1, *pair)], kind_of)
    assert str(refused.value).startswith(f"Decision 1 cannot stand: {told}")


def test_what_nobody_is_sure_of_stays_as_it_is() -> None:
    assert identities([Decision(1, "unsure", (A, B), "")], kind_of).groups == {}
