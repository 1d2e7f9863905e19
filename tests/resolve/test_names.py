"""A canonical name stands for all spellings of a name, and for no other name."""

import itertools

import pytest

from kg.resolve.names import (
    canonical,
    given_alone,
    name_words,
    person_words,
    short_body,
    short_person,
    within,
)
from kg.resolve.names.spellings import spellings

PEOPLE = (
    "Khawaja Asif|Khwaja Asif|Defence Minister Khawaja Āsif",
    "Amadou Diallo|Col. Amadou Diallo|Colonel Amadou Diallo|Amadou Diallo's",
    "Saif al-Islam Gaddafi|Saif-ul-Islam Qaddafi|Saiful Islam Kadhafi|Seif el-Islam Gadhafi",
    "Ali Abdul Rahman|Ali Abdulrahman|Ali Abdel-Rahman|Ali Abdur Rehman|Ali Abd al-Rahman",
    "Mohamed Bazoum|Mohammed Bazoum|Muhammad Bazoum",
    "Kim Jong-un|Kim Jong Un",
    "Sergei Petroff|Sergey Petrov|Gen. Serhiy Petrov",
    "Yevgeny Kovalevskiy|Evgeny Kovalevsky|Yevgenii Kovalevski",
    "Aleksandar Brnabić|Alexander Brnabic",
    "A.K. Antony|A. K. Antony",
    "Fazal-ur-Rehman|Fazlur Rahman|Maulana Fazl ur-Rahman",
    "Sean O’Brien|Sean O'Brien",
    "Omar Hassan|Umar Hasan",
    "Marwan Hamdoun|Marwan al-Hamdoun|Marouane Hamdun",
    "Lucien Hamdoun|Lucien al-Hamdoun",
    "Noureddine Haddad|Nour al-Din Haddad|Nur ad-Din Haddad|Nuruddin Haddad|Nooreddin Haddad",
    "Rahmatullah Nabil|Rahmatollah Nabeel",
    "Karim Hosseini|Kareem Husseini|Karim al-Husaini",
    "Viktor Zaluzhnyi|Viktor Zaluzhny|Viktor Zaluzhnyy",
    "Pavlo Yanukovych|Pavel Yanukovich",
    "Abdi Rahman Warfa|Abdirahman Warfa",
    "Rashid Atayev|Rasheed Ataev|Rachid Ataiev",
    "Calixte Ndaba|Callixte Ndaba",
    "Viktor Andreyevich Lapshin|Viktor Lapshin",
    "Karim Bensghir|Karim Ben Sghir",
    "Sana Ullah Rind|Sanaullah Rind",
    "Nacer Eddine Zouggari|Nacereddine Zougari",
    "Abdujalil Hakimzoda|Abduzhalil Khakimzada",
    "Wisly Desrosiers|Wisly “Ti Blan” Desrosiers",
    "Jorge Müller|Jorge Mueller|Jorge Muller",
    "Kalla Elhadji Issoufa|Kalla Issoufa",
    "Alireza Farzadi|Ali Reza Farzadi|Ali-Rida Farzadi",
    "Daw Khin Mar Oo|Khin Mar Oo",
    "Evgeny Gorodetsky|Yevhen Horodetsky",
    "Axmed Xasan Cali|Ahmed Hassan Ali",
    "Petro Hryhorenko|Pyotr Grigorenko",
)  # fmt: skip
BODIES = (
    "Acme Corp.|Acme Corporation|the Acme Corp",
    "Karen Defence Organisation|Karen Defense Organization",
    "Free Desert Front (FDF)|the Free Desert Front|Free Desert Front's",
)
PLACES = (
    "Al-Qaim|El Qaim|al-Qa'im",
    "Saint-Louis|St. Louis",
    "Gubden-Makhi|Gubdenmakhi|Gubden Makhi",
    "Adi Qeshi|Adi-Keshi",
)
OTHERS = (
    "Ahmed Khan|Imran Khan|Khan|A. Khan",
    "Hassan Nasrallah|Hussein Nasrallah",
    "George Bush|George W. Bush|George H. W. Bush",
    "Ferdinand Marcos|Ferdinand Marcos Jr.",
    "Ana Diaz|Anna Diaz",
    "Mahmoud Abbas|Mohammed Abbas|Ahmed Abbas",
    "Vitali Klitschko|Vladimir Klitschko",
    "Jan Novak|Jana Novak",
    "Salim Haddad|Salem Haddad",
    "Omar|Umar",
    "Rahmat Khan|Rahmatullah Khan",
    "Nur Haddad|Nuruddin Haddad",
    "Al Gore|Gore",
    "Li Shan|Li San",
    "Rene Dupont|Renee Dupont",
    "Ben Affleck|Benaffleck",
)
ALIKE = [
    *(("person", names) for names in PEOPLE),
    *(("organization", names) for names in BODIES),
    *(("place", names) for names in PLACES),
]


@pytest.mark.parametrize(("kind", "names"), ALIKE)
def test_all_spellings_have_one_name(kind: str, names: str) -> None:
    found = {name: canonical(kind, name) for name in names.split("|")}
    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize("names", OTHERS)
def test_other_names_stay_others(names: str) -> None:
    found = {name: canonical("person", name) for name in names.split("|")}
    assert len(set(found.values())) == len(found), found


@pytest.mark.parametrize(("kind", "names"), ALIKE)
def test_the_canonical_name_is_its_own(kind: str, names: str) -> None:
    for name in names.split("|"):
        assert canonical(kind, canonical(kind, name)) == canonical(kind, name)


@pytest.mark.parametrize(
    "name", ["", " ", "-", "...", "(X)", "'s", "Al", "Gen.", "王毅", "Ł", "de la"]
)
@pytest.mark.parametrize("kind", ["person", "organization", "place", "group"])
def test_no_name_is_lost(kind: str, name: str) -> None:
    assert canonical(kind, name) or not name


def test_what_kg_words_itself_keeps_its_words() -> None:
    assert canonical("group", "al-Shifa workers' union") == "al-Shifa workers' union"


def test_no_word_has_two_spellings() -> None:
    known = spellings()
    for table in (known.people, known.bodies, known.places):
        chosen = set(table.values())
        assert all(table[word] == word for word in chosen)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Diallo", "Amadou Diallo"),
        ("A. Diallo", "Amadou Diallo"),
        ("Amadou Diallo", "Amadou Bah Diallo"),
        ("Khwaja Asif", "Khawaja Muhammad Asif"),
        ("Suu Kyi", "Aung San Suu Kyi"),
        ("Gabriel García", "Gabriel Garcia Márquez"),
        ("George Bush", "George W. Bush"),
        ("Mullah Rahim", "Abdul Rahim"),
        ("Bush", "George W. Bush Jr."),
    ],
)
def test_a_short_form_of_a_person(short: str, full: str) -> None:
    assert short_person(person_words(short), person_words(full))
    assert not short_person(person_words(full), person_words(short))


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Ahmed Khan", "Imran Khan"),
        ("A. Khan", "Imran Khan"),
        ("Amadou Diallo", "Mamadou Diallo"),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr."),
        ("George H. Bush", "George W. Bush"),
        ("K", "Khan K"),
    ],
)
def test_another_person(short: str, full: str) -> None:
    assert not short_person(person_words(short), person_words(full))


def test_a_given_name_alone() -> None:
    assert given_alone(("khawaja",), person_words("Khawaja Asif"))
    assert not given_alone(("asif",), person_words("Khawaja Asif"))


@pytest.mark.parametrize(
    ("short", "full", "is_short"),
    [
        ("Wagner", "Wagner Group", True),
        ("KNU", "Karen National Union", True),
        ("MFL", "Movement for the Freedom of Lugia", True),
        ("Karen", "Karen National Union", False),
        ("Free Front", "Free Desert Front", False),
        ("KNU", "Kachin Naval Guard", False),
    ],
)
def test_a_short_form_of_a_body(short: str, full: str, is_short: bool) -> None:
    assert short_body(name_words(short), name_words(full)) == is_short


def test_spellings_of_a_group_do_not_meet() -> None:
    groups = [{canonical("person", n) for n in names.split("|")} for names in PEOPLE]
    assert not any(one & other for one, other in itertools.combinations(groups, 2))


@pytest.mark.parametrize(
    ("short", "full"),
    [("Quispe", "Elena Quispe Tamayo"), ("Diallo", "Amadou Dialo Bah"), ("Rekik", "A Reqiq B")],
)
def test_a_name_between_others(short: str, full: str) -> None:
    assert within(person_words(short), person_words(full))
    assert not within(person_words(full), person_words(short))
