"""Words of the wire that tell an event, each in a short lead."""

import pytest

from kg.reading import Reading
from tests.extract.test_rules import read, told


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Militiamen pillaged the village of Kitchanga.",
            "militia ATTACKS Democratic Republic of the Congo @ Kitchanga",
        ),
        ("Rebels booby-trapped a road in Chechnya.", "rebels ATTACKS Russia @ Chechnya"),
        ("Iran launched missiles at Israel.", "Iran STRIKES Israel"),
        ("Gunmen mowed down worshippers in Quetta.", "gunmen KILLS worshippers @ Quetta"),
        ("Turkish jets buzzed a Greek island.", "Turkey MOBILIZES Greece"),
        ("Israeli warplanes overflew southern Lebanon.", "Israel MOBILIZES Lebanon"),
        ("Uganda shelved a deal with Congo.", "Uganda REJECTS Democratic Republic of the Congo"),
        ("The CIA spied on Germany.", "CIA RESTRICTS Germany"),
        ("Hamas declared a ceasefire.", "Hamas AGREES_CEASEFIRE"),
        ("Fighting raged between Hamas and Fatah.", "Hamas CLASHES_WITH Fatah"),
        ("Caracas had paid the FARC 300 million dollars.", "Venezuela SUPPORTS FARC"),
        ("Mogadeed denied that his men had killed a farmer.", "Mogadeed DENIES"),
        ("France lined up behind Britain.", "France PRAISES United Kingdom"),
        ("Rebels kidnapped a bishop.", "rebels ABDUCTS bishop"),
        ("Rebels killed 12 shepherds.", "rebels KILLS shepherds"),
        ("Workers voted to strike.", "workers THREATENS"),
        ("Miners plan protests in Peru.", "miners THREATENS Peru"),
        ("Peru called off talks with Chile.", "Peru SUSPENDS_TALKS Chile"),
        ("Washington froze $100 million in aid to Chad.", "United States SANCTIONS Chad"),
        ("Hijackers held 40 passengers.", "hijackers ABDUCTS passengers"),
        ("Peru gave Chile an ultimatum.", "Peru THREATENS Chile"),
        ("Ghana lifted the ceasefire with Togo.", "Ghana VIOLATES_CEASEFIRE Togo"),
        (
            "Soldiers mutinied in Ivory Coast.",
            "Armed Forces (Ivory Coast) PROTESTS Ivory Coast @ Ivory Coast",
        ),
    ],
)
def test_word_tells_an_event(reading: Reading, text: str, claim: str) -> None:
    assert claim in map(told, read(text, reading))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Sri Lankan troops attacked Jaffna.",
            "Armed Forces (Sri Lanka) ATTACKS @ Jaffna",
            id="object taken for a time",
        ),
        pytest.param(
            "Sudan suspects Uganda of helping the rebels.",
            "Sudan ACCUSES Uganda",
            id="object taken for a time before its preposition",
        ),
        pytest.param(
            "Amnesty said Sri Lankan troops had tortured detainees.",
            "Armed Forces (Sri Lanka) TORTURES detainees",
            id="subject on the auxiliary",
        ),
        pytest.param(
            "The US froze Iranian assets and expelled Iran's diplomats.",
            "United States EXPELS Iran",
            id="finite verb taken for an adjective",
        ),
        pytest.param(
            "Indian troops have pulled back from Kargil.",
            "Armed Forces (India) WITHDRAWS_FROM @ Kargil",
            id="preposition on the particle",
        ),
        pytest.param(
            "Nigeria recalled its ambassador to South Africa in protest at the treatment of Ken.",
            "Nigeria SANCTIONS South Africa",
            id="cause in the place of a party",
        ),
        pytest.param(
            "The United States told North Korea that it must freeze its programme.",
            "United States DEMANDS North Korea",
            id="duty of the one who is told",
        ),
        pytest.param(
            "Rebels attacked foreign troops in Mogadishu.",
            "rebels ATTACKS troops @ Mogadishu",
            id="foreign forces are not those of the place",
        ),
    ],
)
def test_arc_is_put_right(reading: Reading, text: str, claim: str) -> None:
    assert claim in map(told, read(text, reading))


def test_violence_of_a_crowd_is_protest_unless_it_kills(reading: Reading) -> None:
    texts = [
        "Protesters threw stones at police in Dhaka.",
        "Protesters blocked the road to the airport in Lagos.",
        "A mob killed two policemen in Karachi.",
        "The army blocked the road to the airport in Lagos.",
    ]
    types = [[c.event_type for c in read(text, reading)] for text in texts]
    assert types == [["PROTEST"], ["PROTEST"], ["ASSAULT"], ["COERCE"]]


def test_peacekeepers_taken_away_are_missed(reading: Reading) -> None:
    (claim,) = read("Norway withdrew its peacekeepers from Chad.", reading)
    assert (told(claim), claim.event_type) == ("Norway WITHDRAWS_FROM Chad", "SANCTION")


def test_what_is_decided_on_paper_is_done(reading: Reading) -> None:
    text = "Canada decided to freeze the assets of Iran and to send troops to Kuwait."
    standing = {claim.relation: claim.status for claim in read(text, reading)}
    assert standing == {"SANCTIONS": "asserted", "MOBILIZES": "planned"}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels armed with machetes ran off.",
        "The Swiss Agency for Development and Cooperation met.",
        "Witnesses said Chad had violated the truce.",
        "It is the term officials use to designate jihadists.",
        "South Korea convened a national security council meeting.",
        "The army could use drones to attack Goma.",
    ],
)
def test_words_that_tell_no_event(reading: Reading, text: str) -> None:
    assert not [claim for claim in read(text, reading) if claim.event_type != "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Peru's Congress rejected a treaty.", "Parliament (Peru) REJECTS"),
        ("Congress rejected a treaty.", "US Congress REJECTS"),
        ("Kurdish forces attacked Mosul.", "Kurdish forces ATTACKS Iraq @ Mosul"),
        ("Kurdish fighters attacked Mosul.", "Kurdish fighters ATTACKS Iraq @ Mosul"),
        ("Police in Athens clashed with anarchists.", "Police (Greece) CLASHES_WITH anarchists"),
        (
            "A statement from MINUSMA, the UN mission in Mali, condemned Togo.",
            "MINUSMA CONDEMNS Togo",
        ),
        ("Iran denied it was hit and accused Israel of lying.", "Iran ACCUSES Israel"),
        (
            '"They attacked," Togo said. "We have condemned Peru," Ghana\'s Ama Osei said.',
            "Ama Osei CONDEMNS Peru",
        ),
        ("Soon after rebels captured Goma, Kabila fled.", "rebels SEIZES"),
        ("Ethiopia launched drone attacks in Tigray.", "Ethiopia STRIKES"),
        ("Western countries accuse Peru of lying.", "Western countries ACCUSES Peru"),
        ("The Moro Workers' Congress accused Peru.", "Moro Workers' Congress ACCUSES Peru"),
        ("The Kuki Students' Assembly accused Peru.", "Kuki Students' Assembly ACCUSES Peru"),
        ("The Philippine Congress accused Peru.", "Parliament (Philippines) ACCUSES Peru"),
        ("Rebels burned the town of Faya in Chad.", "rebels ATTACKS Chad @ Faya"),
        (
            'Heiko Maas left Brussels. "Lukashenko lies. We condemn Belarus," he said.',
            "Heiko Maas CONDEMNS Belarus",
        ),
        (
            "Guyana is tense. Maduro said Guyana was provoking Peru.",
            "Nicolas Maduro ACCUSES Guyana",
        ),
        (
            "Israel raided Jenin, Palestine. Two soldiers were wounded.",
            "ATTACKS Armed Forces (Israel)",
        ),
        ("The group is affiliated with Arafat's Fatah movement.", "group ALLIED_WITH Fatah"),
        ("Moscow fired off a protest to London.", "Russia PROTESTS United Kingdom"),
        ("Zelensky arrived in Berlin for talks with Scholz.", "Volodymyr Zelensky MEETS"),
        ("Hamas said it was behind the attack.", "Hamas CLAIMS_RESPONSIBILITY"),
        ("King Gyanendra seized power last year.", "Gyanendra SEIZES_POWER"),
        ("Hamas employed a drone to strike a hospital.", "Hamas STRIKES hospital"),
        ("Rebels used drones to attack Goma.", "rebels ATTACKS Democratic Republic of the Congo"),
        ("Azeri forces captured six of Armenia's troops.", "Armed Forces (Azerbaijan) ARRESTS"),
    ],
)
def test_party_is_whose_it_is(reading: Reading, text: str, claim: str) -> None:
    assert any(found.startswith(claim) for found in map(told, read(text, reading)))


def test_ground_that_an_attack_comes_from_is_not_hit(reading: Reading) -> None:
    (claim,) = read("Militants launch attacks from Rwandan soil.", reading)
    assert claim.target == ()


def test_dismissal_is_told_without_its_author(reading: Reading) -> None:
    (claim,) = read("The army chief was sacked on Friday.", reading)
    assert (claim.relation, claim.source) == ("EXPELS", ())


def test_troops_that_storm_are_no_protest(reading: Reading) -> None:
    texts = ["Fijian troops stormed parliament.", "Protesters stormed parliament in Suva."]
    types = [[c.event_type for c in read(text, reading)] for text in texts]
    assert types == [["ASSAULT"], ["PROTEST"]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Cuba and Venezuela are close allies.", "Cuba ALLIED_WITH Venezuela"),
        ("Pakistan, a key U.S. ally, refused.", "Pakistan ALLIED_WITH United States"),
        ("The Qassam Brigades, Hamas's armed wing, fled.", "Qassam Brigades PART_OF Hamas"),
        (
            "U.N. peacekeepers came under mortar attack in Srebrenica.",
            "STRIKES United Nations @ Srebrenica",
        ),
        ("Fishermen blockaded the port of Calais.", "fishermen PROTESTS France @ Calais"),
    ],
)
def test_who_belongs_and_who_undergoes(reading: Reading, text: str, claim: str) -> None:
    assert claim in map(told, read(text, reading))


def test_order_to_strike_is_one_strike(reading: Reading) -> None:
    found = read("President Reagan ordered air strikes on Libya.", reading)
    assert list(map(told, found)) == ["Ronald Reagan STRIKES Libya"]


def test_envoy_recalled_for_consultations_meets_nobody(reading: Reading) -> None:
    (claim,) = read("Peru recalled its ambassador to Chile for consultations.", reading)
    assert told(claim) == "Peru SANCTIONS Chile"


def test_who_closes_the_sentence_by_name_and_office_tells_it(reading: Reading) -> None:
    (claim,) = read("Rebels attacked a camp in Burundi, the governor, Ali Diallo, said.", reading)
    assert [mention.name for mention in claim.said_by] == ["Ali Diallo"]
    assert claim.status == "alleged"
