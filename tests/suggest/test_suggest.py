"""What is looked at, and what evidence says, on profiles made by hand."""

from typing import Any

import pytest

from kg.decide import UNDECIDED, Decision, identities
from kg.ontology.gazetteer import load_gazetteer
from kg.suggest import Profile, Suggestion, apart_of, suggestions
from kg.suggest.blocks import NEAR, pairs


def profile(name: str, kind: str = "person", **told: Any) -> Profile:
    known = {"claims": {name}, "articles": {name}, "partners": {"minister"}}
    return Profile(
        f"{kind} {name}", f"{kind}/-/{name}", name, kind, spellings={name}, **{**known, **told}
    )


def offered(*found: Profile) -> list[set[str]]:
    """The pairs that are offered of these, who are all named beside one minister."""
    ids = {each.id for each in found}
    minister = Profile("minister", "institution/-/The Minister", "Minister", "group", partners=ids)
    made = suggestions([*found, minister], apart_of((), (), UNDECIDED))
    return [{each.first.name, each.second.name} for each in made]


def khans(number: int) -> list[Profile]:
    return [profile(f"{chr(97 + n % 26)}{n}x Khan") for n in range(number)]


def test_names_of_one_family_are_compared_with_so_many_at_most() -> None:
    few, many = (sum(1 for _ in pairs(khans(number))) for number in (1000, 4000))
    assert few > 1000
    assert many <= 2 * NEAR * 4000


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A. Diallo", "Amadou Diallo"),
        ("Ana Kolman", "Anna Kohlman"),
        ("Sherwan Dosky", "Shirwan Doskey"),
        ("Amadou Bah Diallo", "Amadou Diallo"),
        ("Dorvan Teketay Gashaw", "Gashaw Teketay Dorvan"),
        ("Sheikh Velad Chedidan", "Welad Shadidan"),
        ("Ostad Pelimban Nurazmin", "Pelimban Nurasmin"),
        ("Belaouda Kebirat", "Bel Auda Kbirat"),
    ],
)
def test_spellings_and_short_forms_are_offered(one: str, two: str) -> None:
    assert offered(profile(one), profile(two)) == [{one, two}]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ahmed Khan", "Imran Khan"),
        ("Hassan Kaab", "Hussein Kaab"),
        ("Ferdinand Marcelo", "Ferdinand Marcelo Jr"),
        ("Salim Haddad", "Selma Harb"),
        ("Velin Dragomar", "Velina Dragomar"),
        ("Orban Petrask", "Orban Petraska"),
        ("Amastan Keddou", "Musa ag Amastan Keddou"),
        ("Jaret Lund Obermann", "Jorik Lund Obermann"),
    ],
)
def test_other_names_are_not(one: str, two: str) -> None:
    assert offered(profile(one), profile(two)) == []


def test_a_likeness_of_names_alone_is_not_offered() -> None:
    alone = profile("Ana Kolman", partners=set()), profile("Anna Kolmann", partners=set())
    assert offered(*alone) == []


def test_a_popular_partner_alone_is_not_enough() -> None:
    crowd = [profile(f"{chr(97 + n)}{n}", partners={"kenya"}) for n in range(20)]
    two = profile("Ana Kolman", partners={"kenya"}), profile("Anna Kohlman", partners={"kenya"})
    kenya = Profile("kenya", "country:KEN", "Kenya", "country")
    kenya.partners = {each.id for each in (*crowd, *two)}
    assert suggestions([*crowd, *two, kenya], apart_of((), (), UNDECIDED)) == []


def test_rare_words_of_their_articles_speak_for_one() -> None:
    words = {"Gisenyi", "prefect", "tribunal"}
    two = [profile(name, partners=set(), words=words) for name in ("Ana Kolman", "Anna Kohlman")]
    crowd = [profile(f"{n}", partners=set(), words={"tribunal"}) for n in range(9)]
    (found,) = suggestions([*two, *crowd], apart_of((), (), UNDECIDED))
    assert "articles on both speak of Gisenyi, prefect, tribunal" in told(found)
    for each in two:
        each.articles = {"one for both"}
    assert suggestions([*two, *crowd], apart_of((), (), UNDECIDED)) == []


def test_countries_are_told_by_name() -> None:
    names = "Ana Kolman", "Anna Kohlman"
    two = [profile(name, country="PER", partners=set()) for name in names]
    (found,) = suggestions(two, apart_of((), (), UNDECIDED), {"PER": "Peru"})
    assert "both are of Peru" in told(found)


def test_one_name_of_two_kinds_is_offered() -> None:
    body = profile("Ana Kolman", "organization", claims={"other"}, articles={"other"})
    assert offered(profile("Ana Kolman"), body) == [{"Ana Kolman"}]
    assert offered(profile("Ana Kolman", listed=True), body) == []
    assert offered(profile("Anak"), profile("Anka", "organization")) == []


def told(found: Suggestion) -> list[str]:
    return [each.told for each in found.evidence]


def test_an_acronym_is_offered_for_its_body() -> None:
    long, short = profile("Lugia National Union", "organization"), profile("LNU", "organization")
    assert offered(long, short) == [{"Lugia National Union", "LNU"}]
    assert offered(long, profile("LNU", "armed_group")) == []


@pytest.mark.parametrize(
    "against",
    [{"country": "KEN"}, {"claims": {"Ana Kolman"}}],
    ids=["another country", "both in one claim"],
)
def test_what_speaks_against_one_outweighs_likeness(against: dict[str, Any]) -> None:
    first = profile("Ana Kolman", country="PER")
    assert offered(first, profile("Anna Kolmann", country="PER"))
    assert not offered(first, profile("Anna Kolmann", **against))


def test_two_of_the_gazetteer_are_never_offered() -> None:
    first, second = profile("Ana Kolman", listed=True), profile("Anna Kolmann", listed=True)
    assert offered(first, second) == []
    assert offered(first, profile("Anna Kolmann"))


def test_what_is_judged_is_apart_through_those_it_was_joined_with() -> None:
    kinds = load_gazetteer().kind_of
    one, two, three = "person/-/A B", "person/-/A Bb", "person/-/Aa Bbb"
    made = [Decision(1, "same", (one, two), ""), Decision(2, "different", (two, three), "")]
    apart = apart_of(made, [("person:a", "person:b")], identities(made, kinds))
    assert apart(one, two)
    assert apart(one, three)
    assert apart("person:b", "person:a")
    assert not apart(one, "person/-/Cc")
