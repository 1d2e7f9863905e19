"""Names within an article: short forms stand for the one full name that the article gives."""

from dataclasses import replace

import pytest

from kg.ontology.gazetteer import load_gazetteer
from kg.records import Claim, Mention, Sentence
from kg.resolve import resolve

SENTENCE = Sentence("a1", 0, "", 0, 0)
CLAIM = Claim("c", "a1", SENTENCE, "ACCUSES", "ACCUSE", None, "", 0, 0, "asserted", 0.9, "x 1")


def person(name: str, country: str | None = None) -> Mention:
    return Mention(name, 0, 0, name, "person", country)


def body(name: str, kind: str = "organization", country: str | None = None) -> Mention:
    return Mention(name, 0, 0, name, kind, country)


def nodes(*articles: list[tuple[Mention, ...]]) -> list[list[list[str]]]:
    """Articles, their claims and their sources as names of entities by key."""
    claims = [
        replace(CLAIM, article=f"a{n}", source=source)
        for n, article in enumerate(articles)
        for source in article
    ]
    done = resolve(claims, load_gazetteer()).claims
    found = [[m.named for m in claim.source] for claim in done]
    return [[found.pop(0) for _ in article] for article in articles]


def keys(*mentions: Mention) -> list[str]:
    """The keys of names that one article gives in claims of their own."""
    return [key for ((key,),) in zip(nodes([(m,) for m in mentions])[0], strict=True)]


@pytest.mark.parametrize(
    "names",
    [
        ("Amadou Diallo", "Diallo", "A. Diallo", "Col. Amadou Diallo"),
        ("Khawaja Muhammad Asif", "Khwaja Asif", "Asif", "Khawaja Asif"),
        ("Aung San Mya", "San Mya", "Aung"),
    ],
)
def test_short_forms_are_the_full_name(names: tuple[str, ...]) -> None:
    assert len(set(keys(*map(person, names)))) == 1
    assert len(set(keys(*map(person, reversed(names))))) == 1


def test_a_short_form_may_stand_for_somebody_known() -> None:
    known = Mention("x", 0, 0, "Paul Kagame", "person", "RWA", "person:paul-kagame")
    assert keys(known, person("P. Kagame")) == ["person:paul-kagame"] * 2


def test_a_known_person_under_another_spelling() -> None:
    assert keys(person("Khwaja Mohamed Asif"))[0].startswith("person:")
    assert keys(person("Khwaja Mohamed Asif", "NGA"))[0].startswith("person/")


def test_brothers_stay_two_and_their_surname_is_nobodys() -> None:
    ahmed, imran, khan = keys(person("Ahmed Durani"), person("Imran Durani"), person("Durani"))
    assert len({ahmed, imran, khan}) == 3
    assert khan == "person/-/Durani (a0)"


def test_two_of_one_claim_are_two() -> None:
    (together,) = nodes([(person("A. Diallo"), person("Amadou Diallo"))])
    assert len(set(together[0])) == 2


def test_another_country_is_another_person() -> None:
    assert len(set(keys(person("Amadou Diallo", "GIN"), person("A. Diallo", "MLI")))) == 2


def test_a_common_surname_alone_is_of_its_article() -> None:
    [[[here]], [[there]]] = nodes([(person("Diallo"),)], [(person("Diallo"),)])
    assert here != there
    [[[here]], [[there]]] = nodes([(person("Suharto"),)], [(person("Suharto"),)])
    assert here == there == "person/-/Suharto"


def test_bodies_by_short_form_and_acronym() -> None:
    long, short = body("Lugia National Union", "armed_group"), body("LNU")
    assert len(set(keys(long, short))) == 1
    assert len(set(keys(body("Vagna Group"), body("Vagna")))) == 1
    assert len(set(keys(body("Lugia National Union"), body("Lugia")))) == 2


@pytest.mark.parametrize(("name", "nodes"), [("Socialist Party", 3), ("Shan Unity Movement", 1)])
def test_a_name_of_every_country_is_of_each(name: str, nodes: int) -> None:
    told = {keys(body(name, country=code))[0] for code in ("PRT", "CHL", None)}
    assert len(told) == nodes


def test_a_body_with_the_name_of_a_person_is_a_person() -> None:
    assert keys(body("Zurab Kvitsiani"))[0] == keys(person("Zurab Kvitsiani"))[0]
    assert keys(body("Omar Brigades"))[0].startswith("organization/")


def test_a_surname_alone_is_no_body() -> None:
    assert len(set(keys(person("Farouk Belkacim"), body("Belkacim")))) == 1
    assert keys(body("Belkacim"), person("Belkacim Farouk"))[0] == "organization/-/Belkacim"


def test_a_common_surname_with_initials_is_of_its_article() -> None:
    assert keys(person("A. Diallo")) == ["person/-/A. Diallo (a0)"]
    assert keys(person("A. K. Antony")) == ["person/-/A K Antoni"]
