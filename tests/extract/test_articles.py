"""What only running text shows: whose president, police and army are meant, and who "it" is."""

import pytest

from kg.clean import clean
from kg.reading import Reading
from kg.records import Article, Claim


def claims(text: str, reading: Reading) -> tuple[Claim, ...]:
    """The claims of an article in paragraphs."""
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    return reading.extractors[0].extract(annotated)


def parties(claim: Claim) -> tuple[str, str, str]:
    """Source, relation and target."""
    source, target = (", ".join(m.name for m in slot) for slot in (claim.source, claim.target))
    return source, claim.relation, target


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "QUITO, March 3 (Reuters) - Ecuador broke off relations with Colombia on Monday.\n\n"
            "President Rafa Correo expelled the ambassador of Colombia. Colombian jets bombed a "
            "camp. Colombia apologised. Bogota said Colombian troops had left.",
            ("Rafa Correo", "HOLDS_OFFICE", "Ecuador"),
            id="of the country that acts in the first sentence",
        ),
        pytest.param(
            "Tuareg rebels seized Timbuktu in Mali. Malian troops fled from Gao.\n\n"
            "France urged its citizens to leave Mali. Foreign Minister Luc Duval condemned the "
            "rebels.",
            ("Luc Duval", "HOLDS_OFFICE", "France"),
            id="of the country that acts right before",
        ),
        pytest.param(
            "Ivory Coast condemned the coup in Mali after a summit in Dakar. "
            "Mali is poor. The army overthrew President Amadou Toumani Toure.",
            ("Armed Forces (Mali)", "SEIZES_POWER", "Amadou Toumani Toure"),
            id="not of the country where others met before",
        ),
    ],
)
def test_home(text: str, expected: tuple[str, str, str], reading: Reading) -> None:
    assert expected in map(parties, claims(text, reading))


def test_officials_speak_for_the_country_that_acts(reading: Reading) -> None:
    text = (
        "Haitian police killed two suspects, and a U.S. citizen was held, officials said.\n\n"
        "The United States sent agents. The U.S. embassy was shut. Washington condemned it."
    )
    (killing,) = (c for c in claims(text, reading) if c.relation == "KILLS")
    assert [m.name for m in killing.said_by] == ["Haiti"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rebels attacked a convoy near Goma. They abducted two drivers.",
            ("rebels", "ABDUCTS", "drivers"),
            id="they: people without a name",
        ),
        pytest.param(
            "Hundreds of migrants reached Lampedusa. Italy said it would deport them.",
            ("Italy", "EXPELS", "migrants"),
            id="them: not who acts in the same clause",
        ),
        pytest.param(
            "The military said it had surrounded gunmen of the Maute group in the Philippines.",
            ("Armed Forces (Philippines)", "BLOCKADES", "Maute group"),
            id="it: a body without a name",
        ),
        pytest.param(
            "The junta in Niger expelled the French ambassador. It accused Paris of a plot.",
            ("Niger", "ACCUSES", "France"),
            id="it: the subject of the last sentence",
        ),
        pytest.param(
            "Turkish jets struck militants in Iraq. They accused the militants of murder.",
            ("Turkey", "ACCUSES", "militants"),
            id="they: not where it happens",
        ),
        pytest.param(
            "Boko Haram attacked Damboa. The Islamist group has killed 40 soldiers.",
            ("Boko Haram", "KILLS", "Armed Forces (Nigeria)"),
            id="the group, by what it is",
        ),
        pytest.param(
            "Serbian police fought the Kosovo Liberation Army. The rebels freed two hostages.",
            ("Kosovo Liberation Army", "RELEASES", "hostages"),
            id="the rebels: the one armed group",
        ),
        pytest.param(
            "Armenia and Azerbaijan clashed. Russia said it had brokered a truce, but both sides "
            "accused each other of breaking it.",
            ("Armenia", "ACCUSES", "Azerbaijan"),
            id="both sides: not who mediates",
        ),
        pytest.param(
            "Ilham Aliyev met Nikol Pashinyan in Sochi. The two leaders accused Iran of meddling.",
            ("Ilham Aliyev, Nikol Pashinyan", "ACCUSES", "Iran"),
            id="the two leaders: people",
        ),
        pytest.param(
            "Sudan cut ties with Chad on Sunday, accusing it of treason.",
            ("Sudan", "ACCUSES", "Chad"),
            id="it: not the subject that a participle borrows",
        ),
        pytest.param(
            "Sudan cut ties with Chad. Egypt urged both sides to talk.",
            ("Egypt", "URGES", "Sudan, Chad"),
            id="both sides: not who urges them",
        ),
        pytest.param(
            "Sudan cut ties with Chad. Sudan said it blamed its neighbour for the attack.",
            ("Sudan", "ACCUSES", "Chad"),
            id="its neighbour: the other of the two",
        ),
        pytest.param(
            "The Tamil Tigers attacked Jaffna. Norway urged the Tigers to surrender.",
            ("Norway", "URGES", "Liberation Tigers of Tamil Eelam"),
            id="a body by the last word of its name",
        ),
        pytest.param(
            "Ecuador broke with Colombia. Rafa Correo, its president, met Ecuador's generals. "
            "Colombia ordered troops to attack Quito.",
            ("Colombia", "DEMANDS", "Armed Forces (Colombia)"),
            id="troops of whoever sends them",
        ),
        pytest.param(
            "The United Nations said 3,400 people had been displaced and urged Libya to help.",
            ("United Nations", "URGES", "Libya"),
            id="who speaks, by the tense",
        ),
        pytest.param(
            "Police fought the PKK in Turkey. Opposition leaders accused Ankara of murder.",
            ("opposition leaders", "ACCUSES", "Turkey"),
            id="leaders: nobody holds that office alone",
        ),
    ],
)
def test_referring_back(text: str, expected: tuple[str, str, str], reading: Reading) -> None:
    assert expected in map(parties, claims(text, reading))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Petro Poroshenko accused Russia of treason.",
            ("Petro Poroshenko", "ACCUSES", "Russia"),
            id="a first name that is a known surname",
        ),
        pytest.param(
            "Michelle Obama praised Egypt.",
            ("Michelle Obama", "PRAISES", "Egypt"),
            id="a known surname behind another first name",
        ),
        pytest.param(
            "Moammar Gaddafi accused France of treason.",
            ("Muammar Gaddafi", "ACCUSES", "France"),
            id="a first name spelled otherwise",
        ),
        pytest.param(
            "Omar Hassan al-Bashir accused France of treason.",
            ("Omar al-Bashir", "ACCUSES", "France"),
            id="a name between a known first name and surname",
        ),
        pytest.param(
            "Israel Katz threatened Iran.",
            ("Israel Katz", "THREATENS", "Iran"),
            id="a first name that is a country",
        ),
        pytest.param(
            "Mohammed Ali al-Houthi threatened Saudi Arabia.",
            ("Mohammed Ali al-Houthi", "THREATENS", "Saudi Arabia"),
            id="a surname that is a group",
        ),
        pytest.param(
            "Fayez al-Serraj fled Libya. Serraj accused Egypt of treason.",
            ("Fayez al-Serraj", "ACCUSES", "Egypt"),
            id="a surname without its article",
        ),
        pytest.param(
            "Serb forces killed 45 ethnic Albanians in Racak.",
            ("Armed Forces (Serbia)", "KILLS", "ethnic Albanians"),
            id="a people is no state",
        ),
        pytest.param(
            "Russian-speaking separatists accused NATO of treason.",
            ("separatists", "ACCUSES", "NATO"),
            id="a hyphened tie owns nothing",
        ),
        pytest.param(
            "Jovenel Moise was shot in Haiti. His wife, Martine, was wounded.",
            ("", "ATTACKS", "Martine"),
            id="his wife is not he",
        ),
        pytest.param(
            "South Ossetian forces attacked Georgian police.",
            ("South Ossetian forces", "ATTACKS", "Police (Georgia)"),
            id="forces of a region are not the state's",
        ),
    ],
)
def test_names(text: str, expected: tuple[str, str, str], reading: Reading) -> None:
    assert expected in map(parties, claims(text, reading))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Azerbaijani troops shelled the towns of Jermuk and Goris.", ["Jermuk", "Goris"]),
        ("Rebels attacked villages in North and South Kivu.", ["North Kivu", "South Kivu"]),
        ("Egypt attacked Yemen's main port city of Hodeidah.", ["Hodeidah"]),
        ("Militants stormed a base about 60 miles south of Mogadishu.", ["Mogadishu"]),
        ("Rebels killed 12 soldiers in days of fighting with Chad.", []),
    ],
)
def test_places(text: str, places: list[str], reading: Reading) -> None:
    (claim,) = claims(text, reading)
    assert [m.name for m in claim.place] == places


def test_who_closes_a_sentence_is_nobody_in_it(reading: Reading) -> None:
    text = "Human Rights Watch accused Chad of murder. Chad's forces killed 20 men, it said."
    *_, killing = claims(text, reading)
    assert [m.name for m in killing.said_by] == ["Human Rights Watch"]
