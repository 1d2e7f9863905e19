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
