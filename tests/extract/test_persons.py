"""Whom "he", "her", "his men", "the latter", "the militia" and "the statement" mean."""

import pytest

from kg.reading import Reading
from tests.extract.test_articles import claims, parties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "President Yoweri Museveni of Uganda met Paul Kagame in Kigali. The president praised "
            "Rwanda. He urged Congo to disarm the rebels.",
            ("Yoweri Museveni", "URGES", "Democratic Republic of the Congo"),
            id="he: whom an office meant",
        ),
        pytest.param(
            "Foreign Minister Luis Vega telephoned Ana Diaz to ask her to free the hostages.",
            ("Luis Vega", "URGES", "Ana Diaz"),
            id="her: not the one who asks",
        ),
        pytest.param(
            "Maria Lopez was freed on Monday. Pedro Ruiz, a lawyer, met Maria Lopez. The FARC "
            "abducted her in 2002.",
            ("FARC", "ABDUCTS", "Maria Lopez"),
            id="her: a woman",
        ),
        pytest.param(
            "Carlos Castano, chief of the United Self-Defense Forces of Colombia, fled. His men "
            "kidnapped 20 farmers.",
            ("United Self-Defense Forces of Colombia", "ABDUCTS", "farmers"),
            id="his men",
        ),
        pytest.param(
            "Hun Sen, prime minister of Cambodia, arrived on Monday. His troops shelled Thailand.",
            ("Armed Forces (Cambodia)", "STRIKES", "Thailand"),
            id="his troops: those of his country",
        ),
        pytest.param(
            "Khalifa Haftar, leader of the Libyan National Army, was in Cairo. Haftar's forces "
            "attacked Tripoli.",
            ("Libyan National Army", "ATTACKS", "Libya"),
            id="a leader's forces",
        ),
        pytest.param(
            "Georgia protested. Ivan Petrov, a Russian general, said that his country's troops had "
            "mined the port of Poti.",
            ("Armed Forces (Russia)", "MOBILIZES", "Georgia"),
            id="his country's troops",
        ),
        pytest.param(
            "Her Chinese host, Wang Yi, appealed to India to exercise restraint.",
            ("Wang Yi", "URGES", "India"),
            id="a host who is named",
        ),
        pytest.param(
            "The top United Nations official in Libya condemned Egypt.",
            ("United Nations", "CONDEMNS", "Egypt"),
            id="an official of a body in a country",
        ),
        pytest.param(
            "Armed men on motorbikes raided Diallassagou in Mali on Saturday, officials said. They "
            "shot at villagers.",
            ("armed men", "ATTACKS", ""),
            id="they: not the officials who said so",
        ),
        pytest.param(
            "The police chased Nikol Petrov. The latter accused Russia of murder.",
            ("Nikol Petrov", "ACCUSES", "Russia"),
            id="the latter: the last one told of",
        ),
        pytest.param(
            "Luis Vega met Ivo Petrov and demanded that he leave Peru.",
            ("Luis Vega", "DEMANDS", "Ivo Petrov"),
            id="he: not the one who demands it",
        ),
        pytest.param(
            "The Moro Islamic Liberation Front fought the Philippines. The Moro Islamic "
            "Liberation Front left talks in Malaysia with the Philippines. The European Union "
            "urged the two sides to talk.",
            ("European Union", "URGES", "Moro Islamic Liberation Front, Philippines"),
            id="the two sides: a state and those who fight it",
        ),
        pytest.param(
            "Shining Path, whose leader, Abimael Guzman, is in hiding, attacked Lima.",
            ("Abimael Guzman", "HOLDS_OFFICE", "Shining Path"),
            id="whose leader",
        ),
        pytest.param(
            "Kenya protested. US President Joe Biden, whose navy attacked Iran, was in Lima.",
            ("Navy (United States)", "ATTACKS", "Iran"),
            id="whose navy",
        ),
        pytest.param(
            "Arif Alvi and Anwaarul Kakar arrived in Quetta. The latter condemned India.",
            ("Anwaarul Kakar", "CONDEMNS", "India"),
            id="the latter",
        ),
        pytest.param(
            "The Hezbollah leader fled. The militia accused Israel of murder.",
            ("Hezbollah", "ACCUSES", "Israel"),
            id="the militia",
        ),
        pytest.param(
            "The African Union said on Monday that Eritrea had attacked Adwa. The same statement "
            "accused Eritrea of looting.",
            ("African Union", "ACCUSES", "Eritrea"),
            id="the statement: of whoever spoke last",
        ),
        pytest.param(
            "The Ministry of Foreign Affairs of Cyprus is in Nicosia. The Ministry condemned "
            "Turkey.",
            ("Ministry of Foreign Affairs (Cyprus)", "CONDEMNS", "Turkey"),
            id="the Ministry, as official papers write it",
        ),
        pytest.param(
            "Foreign Minister Abbas Araghchi was in Rome. Ali Rezaei left. The minister condemned "
            "Israel.",
            ("Abbas Araghchi", "CONDEMNS", "Israel"),
            id="the minister: whichever the article names",
        ),
        pytest.param(
            "Georgian President Mikheil Saakashvili was in Rome. The Georgian leader accused "
            "Russia of murder.",
            ("Mikheil Saakashvili", "ACCUSES", "Russia"),
            id="the leader of a state",
        ),
        pytest.param(
            "Ethiopia is at war. It is the TPLF that has blocked the roads. They attacked Eritrea.",
            ("Tigray People's Liberation Front", "ATTACKS", "Eritrea"),
            id="they: whom the sentence before stresses",
        ),
        pytest.param(
            "Egypt met Chad. The Oromo Liberation Army and the Tigray People's Liberation Front "
            "rose. The two groups attacked Eritrea.",
            ("Oromo Liberation Army, Tigray People's Liberation Front", "ATTACKS", "Eritrea"),
            id="the two groups",
        ),
        pytest.param(
            "The Oromo Liberation Army and the Tigray People's Liberation Front signed a pact. "
            "Both attacked Mekelle.",
            ("Oromo Liberation Army, Tigray People's Liberation Front", "ATTACKS", "Ethiopia"),
            id="both",
        ),
    ],
)
def test_who_is_meant(text: str, expected: tuple[str, str, str], reading: Reading) -> None:
    assert expected in map(parties, claims(text, reading))


def test_speech_in_the_past_leaves_what_was_reported(reading: Reading) -> None:
    text = "Ana Diaz denied that Peru had shelled the camp and accused Chile of bombing Arica."
    stands = {(c.source[0].name, c.relation): c.status for c in claims(text, reading)}
    assert stands["Peru", "STRIKES"] == "denied"
    assert stands["Ana Diaz", "ACCUSES"] == "asserted"
    assert stands["Chile", "STRIKES"] == "alleged"


def test_hosts_are_no_party_to_talks(reading: Reading) -> None:
    text = "The talks, brokered by Saudi Arabia and the United States, collapsed in December."
    (mediating,) = claims(text, reading)
    assert parties(mediating) == ("Saudi Arabia, United States", "MEDIATES", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 52 people lost their lives when a suicide bomber blew himself up in Mastung.",
            [("suicide bomber", "ATTACKS", "Pakistan")],
        ),
        (
            "Nine civilians were killed and dozens wounded when Russia shelled Odesa.",
            [("Russia", "STRIKES", "Ukraine")],
        ),
        (
            "Guerrillas killed nine policemen in an ambush in southern Colombia.",
            [("guerrillas", "ATTACKS", "Police (Colombia)")],
        ),
    ],
)
def test_one_attack_told_twice_is_one_claim(
    text: str, expected: list[tuple[str, str, str]], reading: Reading
) -> None:
    assert [parties(claim) for claim in claims(text, reading)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between Sudan and Chad collapsed.", [("Sudan", "SUSPENDS_TALKS", "Chad")]),
        ("General Ivo Petrov accused Chad of murder.", [("Ivo Petrov", "ACCUSES", "Chad")]),
        (
            "Chad and Libya are at war. Speaking by phone, Ivo Petrov accused Chad of murder.",
            [("Ivo Petrov", "ACCUSES", "Chad")],
        ),
        (
            "Russia recognised Abkhazia and South Ossetia.",
            [("Russia", "RECOGNIZES", "Abkhazia, South Ossetia")],
        ),
    ],
)
def test_nothing_is_told_twice_or_taken_for_more(
    text: str, expected: list[tuple[str, str, str]], reading: Reading
) -> None:
    assert [parties(claim) for claim in claims(text, reading)] == expected
