"""What the rules read out of sentences, by the grammar that they have to undo."""

import pytest

from kg.clean import clean
from kg.reading import Reading
from kg.records import Article, Claim, Mention


def read(text: str, reading: Reading) -> tuple[Claim, ...]:
    """The claims of an article of one paragraph, without those on offices."""
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    found = reading.extractors[0].extract(annotated)
    return tuple(claim for claim in found if claim.relation != "HOLDS_OFFICE")


def told(claim: Claim) -> str:
    """``source RELATION target @ place``, without what is not named."""
    parts = [names(claim.source), claim.relation, names(claim.target)]
    place = f"@ {names(claim.place)}" if claim.place else ""
    return " ".join(filter(None, [*parts, place]))


def names(mentions: tuple[Mention, ...]) -> str:
    return ", ".join(mention.name for mention in mentions)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Colombian troops attacked ELN rebels in Arauca.",
            "Armed Forces (Colombia) ATTACKS National Liberation Army @ Arauca",
            id="active",
        ),
        pytest.param(
            "ELN rebels were attacked by Colombian troops in Arauca.",
            "Armed Forces (Colombia) ATTACKS National Liberation Army @ Arauca",
            id="passive with an agent",
        ),
        pytest.param(
            "Three villages in Ituri were attacked on Monday.",
            "ATTACKS Democratic Republic of the Congo @ Ituri",
            id="passive without an agent",
        ),
        pytest.param(
            "Boko Haram, which attacked Chad in March, has split.",
            "Boko Haram ATTACKS Chad",
            id="relative clause",
        ),
        pytest.param(
            "Al-Shabaab fighters attacking Mogadishu wounded nine soldiers.",
            "Al-Shabaab ATTACKS Armed Forces (Somalia) @ Mogadishu",
            id="participle",
        ),
        pytest.param(
            "Turkey threatened to attack Syria.",
            "Turkey THREATENS Syria",
            id="control by the subject",
        ),
        pytest.param(
            "Students marched through Jakarta to demand the resignation of Suharto.",
            "students PROTESTS Suharto @ Jakarta",
            id="of whom a protest wants something",
        ),
        pytest.param(
            "Georgia pulled out of a defence pact with Russia.",
            "Georgia SANCTIONS Russia",
            id="behind the object of a preposition",
        ),
        pytest.param(
            "Germany announced a suspension of flights to Libya.",
            "Germany SANCTIONS Libya",
            id="two nouns below the verb",
        ),
        pytest.param(
            "France urged Mali to free the detained soldiers.",
            "France URGES Mali",
            id="control by the object",
        ),
        pytest.param(
            "Peru condemned Ecuador and accused Chile of spying.",
            "Peru ACCUSES Chile",
            id="coordinated verbs share a subject",
        ),
        pytest.param(
            "India and Pakistan exchanged fire on Tuesday.",
            "India CLASHES_WITH Pakistan",
            id="reciprocal subjects",
        ),
        pytest.param(
            "The army of Chad killed twelve militants of Boko Haram.",
            "Armed Forces (Chad) KILLS Boko Haram",
            id="owners behind of",
        ),
    ],
)
def test_clause_is_undone(reading: Reading, text: str, claim: str) -> None:
    assert claim in map(told, read(text, reading))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "The shelling of Kharkiv by Russia went on.",
            "Russia STRIKES Ukraine @ Kharkiv",
            id="of and by",
        ),
        pytest.param(
            "A drone strike on Port Sudan was reported.", "STRIKES Sudan @ Port Sudan", id="on"
        ),
        pytest.param(
            "Clashes between Armenia and Azerbaijan broke out on Sunday.",
            "Armenia CLASHES_WITH Azerbaijan",
            id="between",
        ),
        pytest.param(
            "An Ethiopian airstrike hit Mekelle.", "Ethiopia STRIKES @ Mekelle", id="demonym"
        ),
        pytest.param(
            "Sudan's attack on El Fasher was condemned by Egypt.",
            "Sudan ATTACKS @ El Fasher",
            id="possessive",
        ),
        pytest.param(
            "Japan imposed sanctions on North Korea.",
            "Japan SANCTIONS North Korea",
            id="light verb",
        ),
        pytest.param(
            "Goma came under attack from M23.",
            "M23 ATTACKS Democratic Republic of the Congo @ Goma",
            id="undergone",
        ),
    ],
)
def test_noun_tells_an_event(reading: Reading, text: str, claim: str) -> None:
    assert claim in map(told, read(text, reading))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Ankara accused Athens of aggression.",
            "Turkey ACCUSES Greece",
            id="capitals are governments",
        ),
        pytest.param(
            "Russia shelled Kyiv on Sunday.",
            "Russia STRIKES Ukraine @ Kyiv",
            id="a capital under fire is a place",
        ),
        pytest.param(
            "Burkina Faso expelled the French ambassador.",
            "Burkina Faso EXPELS France",
            id="an ambassador is the country",
        ),
        pytest.param(
            "A spokesman for the Polish foreign ministry condemned Belarus.",
            "Ministry of Foreign Affairs (Poland) CONDEMNS Belarus",
            id="a spokesman is the ministry",
        ),
        pytest.param(
            "The Indian defence ministry spoke on Monday. The ministry accused China of lying.",
            "Ministry of Defence (India) ACCUSES China",
            id="the ministry",
        ),
        pytest.param(
            "Venezuela is arming. It accused Guyana of aggression on Monday.",
            "Venezuela ACCUSES Guyana",
            id="pronoun",
        ),
        pytest.param(
            "Gustavo Petro met farmers on Monday. Petro criticised Israel.",
            "Gustavo Petro CONDEMNS Israel",
            id="surname",
        ),
        pytest.param(
            "Britain urged them [Hamas] to free the hostages.",
            "United Kingdom URGES Hamas",
            id="square brackets",
        ),
        pytest.param(
            "Eritrea and Ethiopia are at odds. The two sides held talks on Friday.",
            "Eritrea MEETS Ethiopia",
            id="the two sides",
        ),
        pytest.param(
            "Tensions between Iraq and Turkey grew. Clashes erupted on Monday.",
            "Iraq CLASHES_WITH Turkey",
            id="parties that go without saying",
        ),
        pytest.param(
            "Greece welcomed the visit by Libya's prime minister.",
            "Greece WELCOMES Prime Minister (Libya)",
            id="whoever does what is welcomed",
        ),
        pytest.param(
            "Spain welcomed President Boric's latest statement.",
            "Spain WELCOMES Boric",
            id="the owner of what is welcomed",
        ),
        pytest.param(
            "Kenya demanded from Uganda the return of two fishermen.",
            "Kenya DEMANDS Uganda",
            id="of whom something is demanded",
        ),
        pytest.param(
            "Serbia is investigating alleged war crimes by Croatian troops against civilians.",
            "Serbia INVESTIGATES Croatia",
            id="who did what is investigated",
        ),
        pytest.param(
            "Farmers blocked a road to press demands for land from the Bolivian government.",
            "farmers PROTESTS Bolivia",
            id="whom the purpose of a protest names",
        ),
    ],
)
def test_words_are_read_as_parties(reading: Reading, text: str, claim: str) -> None:
    assert claim in map(told, read(text, reading))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Iran attacked a tanker.", "asserted"),
        ("Iran allegedly attacked a tanker.", "alleged"),
        ("According to Ukraine, Russia attacked Odesa on Monday.", "alleged"),
        ("Serbia did not attack Kosovo.", "negated"),
        ("Moscow denied that its forces attacked Chernihiv.", "denied"),
        ("Nigeria may attack Niger if talks fail.", "conditional"),
    ],
)
def test_attack_stands_as_the_sentence_has_it(reading: Reading, text: str, status: str) -> None:
    found = read(text, reading)
    assert [c.status for c in found if c.relation == "ATTACKS"] == [status]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to Ukraine, Russia attacked Odesa on Monday.", "Ukraine"),
        ("Moscow denied that its forces attacked Chernihiv.", "Russia"),
        ("Cuba reported that Haiti attacked Jamaica.", "Cuba"),
        (
            "“The border is calm,” Moldovan President Maia Sandu said. “Russia attacked Ukraine.”",
            "Maia Sandu",
        ),
    ],
)
def test_attack_is_told_by_its_speaker(reading: Reading, text: str, speaker: str) -> None:
    (claim,) = (c for c in read(text, reading) if c.relation == "ATTACKS")
    assert names(claim.said_by) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Turkey threatened to attack Syria.",
        "Troops gathered in Juba to attack the rebels.",
        "A fire killed nine people in Lagos.",
        "Libya wanted to bomb Tunisia.",
        "Israel will strike Lebanon, Israeli Prime Minister Benjamin Netanyahu said.",
    ],
    ids=["threat", "purpose", "accident", "wish", "announcement"],
)
def test_what_nobody_did_is_no_assault(reading: Reading, text: str) -> None:
    assert "ASSAULT" not in {claim.event_type for claim in read(text, reading)}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Germany will send weapons to Ukraine.", "AGREE"),
        ("Japan will impose sanctions on North Korea.", "THREATEN"),
        ("Israel will strike Lebanon, Israeli Prime Minister Benjamin Netanyahu said.", "THREATEN"),
        ("Norway said that Russia must leave Ukraine.", "REQUEST"),
    ],
)
def test_words_are_typed_by_what_they_announce(
    reading: Reading, text: str, event_type: str
) -> None:
    assert event_type in {claim.event_type for claim in read(text, reading)}


@pytest.mark.parametrize(
    ("text", "claim", "event_type"),
    [
        ("Iraq said it would send aid to Sudan.", "Iraq AIDS Sudan", "AGREE"),
        ("Peru said it would not negotiate with Ecuador.", "Peru REJECTS Ecuador", "REJECT"),
        ("Japan will not send aid to North Korea.", "Japan REJECTS North Korea", "REJECT"),
        ("Iran failed to reach a deal with Iraq.", "Iran REJECTS Iraq", "REJECT"),
    ],
    ids=["announced", "refused by the speaker", "refused", "not agreed"],
)
def test_help_is_announced_or_refused(
    reading: Reading, text: str, claim: str, event_type: str
) -> None:
    assert [(told(c), c.event_type) for c in read(text, reading)] == [(claim, event_type)]


def test_thought_of_others_is_no_announcement(reading: Reading) -> None:
    assert not read("Norway said Iraq would send aid to Sudan.", reading)


def test_exercise_of_two_is_cooperation(reading: Reading) -> None:
    (claim,) = read("India and Nepal began exercises on Monday.", reading)
    assert (told(claim), claim.mode) == ("India COOPERATES_WITH Nepal", "exercise")


def test_consent_of_two_is_an_agreement(reading: Reading) -> None:
    found = [told(claim) for claim in read("Chad and Sudan agreed to hold elections.", reading)]
    assert found == ["Chad SIGNS_AGREEMENT Sudan"]


def test_rebels_demand_of_their_own_country(reading: Reading) -> None:
    found = [told(claim) for claim in read("Ugandan rebels said Uganda must disarm.", reading)]
    assert found == ["Ugandan rebels DEMANDS Uganda"]


def test_decree_on_others_is_demanded(reading: Reading) -> None:
    assert [told(c) for c in read("Ghana declared that Togo must leave Mali.", reading)] == [
        "Ghana DEMANDS Togo"
    ]


def test_duty_of_others_is_demanded(reading: Reading) -> None:
    (claim,) = read("Norway said that Russia must leave Ukraine.", reading)
    assert (told(claim), claim.mode) == ("Norway DEMANDS Russia", None)


def test_denial_disputes_the_allegation(reading: Reading) -> None:
    text = "Rwanda accused Congo of shelling its territory. Congo denied the accusation."
    found = read(text, reading)
    alleged = {claim.id for claim in found if claim.status == "alleged"}
    (denial,) = (claim for claim in found if claim.event_type == "DENY")
    assert alleged
    assert alleged == set(denial.disputes)


def test_deaths_belong_to_the_attack(reading: Reading) -> None:
    text = "Myanmar's army shelled Loikaw, killing four villagers."
    (claim,) = read(text, reading)
    assert [(q.kind, q.min, q.max) for q in claim.quantities] == [("killed", 4, 4)]


def test_title_tells_an_office(reading: Reading) -> None:
    text = "Taiwan's president, Lai Ching-te, visited Paraguay."
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    offices = [c for c in reading.extractors[0].extract(annotated) if c.title]
    assert [(told(c), c.title) for c in offices] == [
        ("Lai Ching-te HOLDS_OFFICE Taiwan", "President")
    ]


def test_an_office_is_not_told_again_as_leading(reading: Reading) -> None:
    text = "Hassan Nasrallah, the leader of Hezbollah, warned Israel."
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    claims = reading.extractors[0].extract(annotated)
    assert [told(c) for c in claims if c.event_type is None] == [
        "Hassan Nasrallah HOLDS_OFFICE Hezbollah"
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Chad accused Sudan of an attack. Kenya urged both countries to open talks.",
            "Kenya URGES Chad, Sudan",
            id="two countries",
        ),
        pytest.param(
            "The Andean Salvation Union attacked Puno. Peru condemned the union.",
            "Peru CONDEMNS Andean Salvation Union",
            id="a word of a name for the name",
        ),
        pytest.param(
            "Chad's president, Idriss Deby, accused Sudan of invading his country.",
            "Sudan ATTACKS Chad",
            id="his country",
        ),
        pytest.param(
            "The Kenyan embassy in Lima condemned Peru.",
            "Kenya CONDEMNS Peru",
            id="an embassy speaks for its country",
        ),
    ],
)
def test_phrase_refers_back(text: str, claim: str, reading: Reading) -> None:
    assert claim in {told(c) for c in read(text, reading)}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Kenya protested. Its president, Ana Mwangi, met Moi.", ("Kenya", "President")),
        ("Peru protested. Foreign Minister Ana Paz met Moi.", ("Peru", "Foreign Minister")),
        (
            "Chile's president, Eva Rojas, met her Peruvian counterpart, Ana Paz.",
            ("Peru", "President"),
        ),
    ],
)
def test_office_belongs_to_whom_the_text_tells(
    text: str, office: tuple[str, str], reading: Reading
) -> None:
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    found = reading.extractors[0].extract(annotated)
    held = {(names(c.target), c.title) for c in found if names(c.source).startswith("Ana")}
    assert office in held


def test_event_without_a_named_target_aims_at_the_country_of_its_ground(reading: Reading) -> None:
    (invasion,) = read("Uganda launched an incursion into Ituri.", reading)
    assert told(invasion) == "Uganda ATTACKS Democratic Republic of the Congo @ Ituri"
    (own,) = read("The Sudanese army shelled Omdurman.", reading)
    assert told(own) == "Sudanese Armed Forces STRIKES @ Omdurman"
    (retaken,) = read("The Sudanese army captured Omdurman.", reading)
    assert told(retaken) == "Sudanese Armed Forces SEIZES @ Omdurman"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Manila said Moro rebels were behind the bombing.", "Philippines ACCUSES Moro rebels"),
        ("Chad said Libya had violated the truce.", "Chad ACCUSES Libya"),
        ("Oman said Iran was not to blame for the raid.", ""),
        ("Libya said it was not responsible for the bombing.", "Libya DENIES"),
        ("Libya said it had nothing to do with the bombing.", "Libya DENIES"),
    ],
)
def test_blame_without_a_verb_of_accusing(reading: Reading, text: str, claim: str) -> None:
    found = [told(c) for c in read(text, reading) if c.event_type in {"ACCUSE", "DENY"}]
    assert found == ([claim] if claim else [])


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Egypt issued a statement condemning Sudan.", "Egypt CONDEMNS Sudan"),
        ("A letter by Kenya that urged Chad to leave was published.", "Kenya URGES Chad"),
        ("A resolution condemning Iran was adopted by France.", "France CONDEMNS Iran"),
        ("Ghana is pushing for Togo to free the prisoners.", "Ghana DEMANDS Togo"),
        ("Rebel shelling killed nine Angolans.", "rebels STRIKES Angola"),
        ("French air strikes destroyed rebel positions.", "France STRIKES rebels"),
        ("Ghana and Togo reopened their common border.", "Ghana OPENS_BORDER Togo"),
        ("Chad is guilty of violating the ceasefire with Libya.", "Chad VIOLATES_CEASEFIRE Libya"),
    ],
)
def test_party_stands_elsewhere(reading: Reading, text: str, claim: str) -> None:
    assert claim in map(told, read(text, reading))


def test_nobody_is_no_party(reading: Reading) -> None:
    assert not read("No group claimed the attack.", reading)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ethiopia said it may close its border with Eritrea.", "THREATEN"),
        ("Norway said Ethiopia may close its border with Eritrea.", None),
        ("Turkey said it would not hesitate to strike back at Syria.", "THREATEN"),
        ("Turkey is ready to bomb Syria.", "THREATEN"),
        ("Turkey promised not to bomb Syria.", "AGREE"),
        ("Workers in Ghana plan to boycott the election.", "THREATEN"),
    ],
)
def test_harm_announced_is_a_threat(reading: Reading, text: str, kind: str | None) -> None:
    assert [claim.event_type for claim in read(text, reading)] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Gunmen tried to kill the president of Chad.", "gunmen KILLS President (Chad)"),
        ("An attempt by gunmen to kill a judge was foiled.", "gunmen KILLS judge"),
        ("Rebels tried to capture Goma.", None),
        ("Norway tried to help Chad.", None),
    ],
)
def test_attempt_counts_where_it_is_force(reading: Reading, text: str, claim: str | None) -> None:
    assert [told(found) for found in read(text, reading)] == ([claim] if claim else [])


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A Libyan diplomat was expelled from Britain.", "United Kingdom EXPELS Libya"),
        ("Two journalists were arrested in Chad.", "Chad ARRESTS journalists @ Chad"),
        ("Two journalists were kidnapped in Chad.", "ABDUCTS journalists @ Chad"),
        ("Britain urged its citizens to leave Chad.", "United Kingdom URGES citizens"),
        ("Ghana handed over three rebels to Togo.", "Ghana COOPERATES_WITH Togo"),
        ("Russia said it would allow Jews to leave.", "Russia LIFTS_RESTRICTIONS Jews"),
        ("Peru complained to the United Nations about Chile.", "Peru PROTESTS Chile"),
        (
            "Two priests held by Chechen gunmen were freed on Friday.",
            "Chechen gunmen ABDUCTS priests",
        ),
    ],
)
def test_law_and_leave(reading: Reading, text: str, claim: str) -> None:
    assert claim in map(told, read(text, reading))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Bandits took away 40 women in Nigeria.",
            {"bandits ABDUCTS women @ Nigeria"},
            id="an arrest by those who are no law",
        ),
        pytest.param(
            "Rebels torched two buses in Bihar.",
            {"rebels ATTACKS India @ Bihār"},
            id="fighters do not protest",
        ),
        pytest.param(
            "Spanish police detained four suspects in raids in Valencia.",
            {"Police (Spain) ARRESTS suspects @ Valencia"},
            id="raids of an arrest",
        ),
        pytest.param(
            "A shootout in Acapulco left four policemen dead.",
            {"KILLS Police (Mexico) @ Acapulco"},
            id="fighting whose sides are not named",
        ),
        pytest.param(
            "Algeria protested at the arrest of two journalists.",
            {"Algeria PROTESTS journalists", "ARRESTS journalists"},
            id="an arrest by nobody named",
        ),
    ],
)
def test_who_does_it_tells_what_it_is(reading: Reading, text: str, claims: set[str]) -> None:
    assert set(map(told, read(text, reading))) == claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A helicopter of Chad was fired upon in Bol.", "ATTACKS Chad @ Bol"),
        ("India test-fired a missile into the sea.", "India MOBILIZES"),
        ("Rebels captured the town of Abu Kershola.", "rebels SEIZES @ Abu Kershola"),
        ("Unidentified gunmen shot dead a judge in Quetta.", "gunmen KILLS Pakistan @ Quetta"),
        ("Mali was shocked by China's nuclear test.", "China MOBILIZES"),
        ("French paratroopers were flown to Kolwezi.", "Armed Forces (France) MOBILIZES"),
        ("Police in Mali used batons to disperse students.", "ATTACKS students"),
        ("Cuba rejected Britain's demand for a withdrawal.", "United Kingdom DEMANDS"),
        ("Japan lodged a protest with Moscow.", "Japan PROTESTS Russia"),
        ("Iraq said its planes hit a refinery in Iran.", "Iraq STRIKES Iran"),
        ("They welcomed the Cuban decision to free a poet.", "Cuba RELEASES"),
        ("Russia bombed Osh, a move Japan called unwise.", "Japan CONDEMNS Russia"),
        ("Japan called North Korea a threat to the region.", "Japan CONDEMNS North Korea"),
        ("The rebels appealed for American help.", "rebels URGES United States"),
        ("Kidnappers took 30 students from Kaduna.", "kidnappers ABDUCTS students @ Kaduna"),
        ("The Secretary-General condemned Chad.", "secretary-general CONDEMNS Chad"),
        ("Students took part in protests against Chad.", "students PROTESTS Chad"),
        ("Uganda ignored an appeal by France for a truce.", "France URGES"),
        ("Any attack will be met with force, Japan said.", "Japan THREATENS"),
        ("Cuba imposed sanctions on Chad for arming rebels.", "Chad SUPPORTS rebels"),
        ("Egypt jailed two journalists on charges of aiding Hamas.", "journalists AIDS Hamas"),
        ("Refugees fled to escape shelling by Burmese troops.", "(Myanmar) STRIKES"),
        ("Rain fell in Oslo as President Obama met Chad's leader.", "Barack Obama MEETS"),
        ("Kurdish rebels fought Turkish troops for control of Cizre.", "CLASHES_WITH Armed Forces"),
    ],
)
def test_words_that_the_parse_hides(reading: Reading, text: str, claim: str) -> None:
    assert any(claim in found for found in map(told, read(text, reading)))


@pytest.mark.parametrize(
    ("text", "claim", "status"),
    [
        (
            "A blast blamed on Kurdish rebels killed six soldiers in Sirnak.",
            "Kurdish rebels ATTACKS Armed Forces (Turkey) @ Sirnak",
            "alleged",
        ),
        (
            "Three policemen died in an ambush attributed to ELN rebels in Arauca.",
            "National Liberation Army ATTACKS Police (Colombia) @ Arauca",
            "alleged",
        ),
    ],
)
def test_attack_blamed_in_passing(reading: Reading, text: str, claim: str, status: str) -> None:
    assert [(told(c), c.status) for c in read(text, reading)] == [(claim, status)]


def test_what_is_fought_for_has_not_happened(reading: Reading) -> None:
    claims = read("Rebels fighting to topple the president of Chad attacked Abeche.", reading)
    assert [claim.relation for claim in claims] == ["ATTACKS"]


@pytest.mark.parametrize(
    "text",
    ["Japan called North Korea a friend to the world.", "The attack on Mali was met with rage."],
)
def test_calling_and_meeting_without_an_event(reading: Reading, text: str) -> None:
    assert {claim.event_type for claim in read(text, reading)} <= {"ASSAULT"}


def test_result_of_a_strike_is_no_second_attack(reading: Reading) -> None:
    claims = read("Russia shelled the port of Izmail, setting silos on fire.", reading)
    assert [claim.relation for claim in claims] == ["STRIKES"]


@pytest.mark.parametrize(
    "text", ["Putin to meet Modi in Sochi on Friday.", "Cohen to visit Kuwait next week."]
)
def test_headline_with_an_infinitive_is_a_plan(reading: Reading, text: str) -> None:
    assert [claim.status for claim in read(text, reading)] == ["planned"]
