"""Names of actors and places are found as the press writes them, worldwide."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.ontology.gazetteer_lint import problems


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    """The words of each match with the key of the entity."""
    return [(text[m.start : m.end], m.entry.key) for m in gazetteer.match(text)]


def keys(gazetteer: Gazetteer, text: str) -> list[str]:
    return [key for _, key in found(gazetteer, text)]


def test_the_shipped_data_has_no_problems(gazetteer: Gazetteer) -> None:
    assert problems(gazetteer.entries, gazetteer.rules, gazetteer.distinct, gazetteer.ties) == ()


CONFLICTS = {
    "Pakistan bombed Khost": ["country:PAK", "subdivision:AF-KHO"],
    "the TTP attacked Khyber Pakhtunkhwa": ["group:ttp", "subdivision:PK-KP"],
    "the RSF shelled El Fasher in North Darfur": [
        "group:rapid-support-forces", "city:el-fasher-sdn", "subdivision:SD-DN",
    ],
    "M23 took Goma in North Kivu": ["group:m23", "city:goma-cod", "subdivision:CD-NK"],
    "Russia struck Kharkiv": ["country:RUS", "city:kharkiv-ukr"],
    "Hezbollah fired at Kiryat Shmona": ["group:hezbollah", "city:kiryat-shmona-isr"],
    "Hamas and Israel agreed in Doha": ["group:hamas", "country:ISR", "city:doha-qat"],
    "the Houthis hit Eilat": ["group:houthis", "city:eilat-isr"],
    "Al-Shabaab seized Adan Yabaal": ["group:al-shabaab", "city:adan-yabaal-som"],
    "Boko Haram raided Borno": ["group:boko-haram", "subdivision:NG-BO"],
    "JNIM blockades Bamako": ["group:jnim", "city:bamako-mli"],
    "the Arakan Army holds Rakhine State": ["group:arakan-army", "subdivision:MM-16"],
    "Azerbaijan took Nagorno-Karabakh": ["country:AZE", "region:nagorno-karabakh"],
    "the TPLF and Ethiopia met in Pretoria": ["group:tigray-people-s-liberation-front",
                                              "country:ETH", "city:pretoria-zaf"],
    "the ELN fought in Catatumbo": ["group:eln", "region:catatumbo"],
    "gangs of Viv Ansanm in Port-au-Prince": ["group:viv-ansanm", "city:port-au-prince-hti"],
    "the PKK left Qandil for Erbil": ["group:pkk", "city:erbil-irq"],
    "the SDF in Deir ez-Zor": ["group:syrian-democratic-forces", "city:deir-ez-zor-syr"],
    "China warned Taiwan": ["country:CHN", "country:TWN"],
    "North Korea and South Korea": ["country:PRK", "country:KOR"],
    "insurgents in Cabo Delgado": ["subdivision:MZ-P"],
    "Thailand and Cambodia clashed in Surin": ["country:THA", "country:KHM", "city:surin-tha"],
    "Abu Sayyaf on Mindanao": ["group:abu-sayyaf", "region:mindanao"],
    "the Polisario Front in Western Sahara": ["group:polisario-front", "country:ESH"],
}  # fmt: skip


@pytest.mark.parametrize("text", CONFLICTS)
def test_names_of_conflicts_worldwide(gazetteer: Gazetteer, text: str) -> None:
    assert keys(gazetteer, text) == CONFLICTS[text]


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        ("country:TUR", ["Turkey", "Türkiye", "Turkiye", "TÜRKIYE"]),
        ("country:CIV", ["Ivory Coast", "Côte d’Ivoire", "Cote d'Ivoire"]),
        ("group:ttp", [
            "TTP", "Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan",
            "Tehreek-i-Taliban", "Pakistani Taliban", "Tehreek–e–Taliban Pakistan",
        ]),
        ("group:al-qaeda", ["al-Qaeda", "Al Qaeda", "al-Qaida", "AL-QAEDA"]),
        ("group:afghan-taliban", ["Afghan Taliban", "Taliban", "TALIBAN"]),
        ("group:is-khorasan", ["IS-Khorasan Province", "IS-KP", "ISKP", "Islamic State Khorasan"]),
        ("country:USA", ["US", "U.S.", "USA", "U.S.A.", "United States", "White House"]),
        ("org:un", ["UN", "U.N.", "United Nations"]),
        ("city:kyiv-ukr", ["Kyiv", "Kiev"]),
        ("city:sanaa-yem", ["Sanaa", "Sana'a", "Sana’a"]),
        ("city:n-djamena-tcd", ["N'Djamena", "N’Djamena"]),
        ("city:el-fasher-sdn", ["El Fasher", "el-Fasher", "al-Fashir"]),
        ("person:recep-tayyip-erdogan", ["Erdogan", "Recep Tayyip Erdoğan"]),
    ],
)  # fmt: skip
def test_spellings_are_one_entity(gazetteer: Gazetteer, key: str, spellings: list[str]) -> None:
    for spelling in spellings:
        assert found(gazetteer, f"It said {spelling} left") == [(spelling, key)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Niger and Nigeria", ["country:NER", "country:NGA"]),
        ("Nigerien and Nigerian troops", ["country:NER", "country:NGA"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea",
         ["country:GIN", "country:GNB", "country:GNQ", "country:PNG"]),
        ("Congo and Congo-Brazzaville", ["country:COD", "country:COG"]),
        ("DR Congo and the Republic of the Congo", ["country:COD", "country:COG"]),
        ("South Sudan and Sudan", ["country:SSD", "country:SDN"]),
        ("Sudanese and South Sudanese", ["country:SDN", "country:SSD"]),
        ("the Dominican Republic and Dominica", ["country:DOM", "country:DMA"]),
        ("talks with Korea", ["country:KOR"]),
        ("Georgia accused Russia", ["country:GEO", "country:RUS"]),
        ("voters in Atlanta, Georgia", ["city:atlanta-usa", "subdivision:US-GA"]),
        ("refugees fled to Chad", ["country:TCD"]),
        ("a farmer, Chad Smith, said", []),
        ("near San Jose de Bocay in the north", []),
        ("flew to San Jose on Monday", ["city:san-jose-cri"]),
        ("Chad President Mahamat Deby", ["country:TCD"]),
        ("Jordan closed its airspace", ["country:JOR"]),
        ("Republican Jim Jordan said", []),
        ("Michael Jordan said", []),
        ("the Jordan Valley", ["region:jordan-valley"]),
        ("in Mexico City, New Mexico and Mexico",
         ["city:mexico-city-mex", "subdivision:US-NM", "country:MEX"]),
        ("Punjab police in Lahore", ["subdivision:PK-PB", "city:lahore-pak"]),
        ("Punjab police in Amritsar", ["subdivision:IN-PB", "city:amritsar-ind"]),
        ("the Geneva Conventions", []),
        ("the city of Gaza in the Gaza Strip", ["region:gaza", "region:gaza"]),
        ("Nice weather in Nice", ["city:nice-fra"]),
    ],
)  # fmt: skip
def test_ambiguous_names(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert keys(gazetteer, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Kandahar", ["city:kandahar-afg"]),
        ("in Kandahar province", ["subdivision:AF-KAN"]),
        ("in Herat and Kandahar provinces", ["subdivision:AF-HER", "subdivision:AF-KAN"]),
        ("in the province of Kandahar", ["subdivision:AF-KAN"]),
        ("in Kabul and in Kandahar province", ["city:kabul-afg", "subdivision:AF-KAN"]),
        ("in the Donetsk region", ["subdivision:UA-14"]),
        ("near Donetsk", ["city:donetsk-ukr"]),
        ("in Kano state", ["subdivision:NG-KN"]),
    ],
)
def test_a_word_beside_it_makes_a_name_a_province(
    gazetteer: Gazetteer, text: str, expected: list[str]
) -> None:
    assert keys(gazetteer, text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the Taliban-led government", ["Taliban"]),
        ("the Islamabad-based institute", ["Islamabad"]),
        ("US-backed and U.S.-backed forces", ["US", "U.S."]),
        ("anti-Pakistan militants", ["Pakistan"]),
        ("the Iran-Iraq border", ["Iran", "Iraq"]),
        ("Pakistan’s army, Pakistan's border and the Houthis' drones",
         ["Pakistan", "Pakistan", "Houthis"]),
        ("the Chadians of Chadwick and Omanisation", ["Chadians"]),
        ("this is about us, not who", []),
        ("(TTP), \"Hamas\", Syria.", ["TTP", "Hamas", "Syria"]),
        ("Sudan.\nSouth\nSudan", ["Sudan", "Sudan"]),
    ],
)  # fmt: skip
def test_boundaries(gazetteer: Gazetteer, text: str, words: list[str]) -> None:
    assert [word for word, _ in found(gazetteer, text)] == words


def test_acronyms_that_are_words_need_capitals_that_mean_something(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "IS said it attacked") == ["group:islamic-state"]
    assert keys(gazetteer, "PAKISTAN IS WARNING KABUL") == ["country:PAK", "city:kabul-afg"]
    assert keys(gazetteer, "the WHO warned") == ["org:world-health-organization"]


def test_offsets_count_in_the_text_as_given(gazetteer: Gazetteer) -> None:
    text = "«Çok» — İstanbul’da Erdoğan, Côte d’Ivoire’s envoy in São Paulo; Malmo\u0308"
    assert [word for word, _ in found(gazetteer, text)] == [
        "İstanbul", "Erdoğan", "Côte d’Ivoire", "São Paulo", "Malmo\u0308",
    ]  # fmt: skip


def test_forms_and_capitals(gazetteer: Gazetteer) -> None:
    text = "Afghan officials in Kabul met the UN"
    assert [m.form for m in gazetteer.match(text)] == ["demonym", "name", "acronym"]
    assert gazetteer.entries["city:kabul-afg"].capital_of == "AFG"
    assert gazetteer.country("AFG").name == "Afghanistan"
    assert gazetteer.entries["subdivision:AF-KHO"].within == "country:AFG"


def test_every_country_has_a_name_and_every_state_a_capital(gazetteer: Gazetteer) -> None:
    capitals = {entry.capital_of for entry in gazetteer.entries.values()}
    for code in ("AFG", "SDN", "COD", "UKR", "ISR", "MMR", "HTI", "COL", "PAK", "XKX", "TWN"):
        assert gazetteer.country(code).name
        assert code in capitals


@pytest.mark.parametrize(
    ("phrase", "name", "kind"),
    [
        ("defense ministry", "Ministry of Defence", "institution"),
        ("the ministry of national defence", "Ministry of Defence", "institution"),
        ("foreign office", "Ministry of Foreign Affairs", "institution"),
        ("defense minister", "Defence Minister", "office"),
        ("defence ministers", "Defence Minister", "office"),
        ("deputy foreign minister", "Deputy Foreign Minister", "office"),
        ("acting prime minister", "Prime Minister", "office"),
        ("vice-president", "Vice President", "office"),
        ("security forces", "security forces", "forces"),
        ("soldiers", "troops", "forces"),
        ("authorities", "government", "government"),
        ("spokeswoman", "spokesperson", "spokesperson"),
        ("gunmen", "gunmen", "people"),
        ("villagers", "residents", "people"),
    ],
)
def test_roles(gazetteer: Gazetteer, phrase: str, name: str, kind: str) -> None:
    role = gazetteer.role(phrase)
    assert role is not None
    assert (role.name, role.kind) == (name, kind)


@pytest.mark.parametrize("service", ["Navy", "Air Force", "Coast Guard"])
def test_a_service_under_its_own_name_is_its_country_s(gazetteer: Gazetteer, service: str) -> None:
    for entry in gazetteer.entries.values():
        if entry.kind == "institution" and entry.country and entry.name.endswith(f" {service}"):
            country = gazetteer.country(entry.country)
            called = {name for name, _ in country.forms()}
            if entry.name.removesuffix(f" {service}") in called:
                assert gazetteer.body(service, entry.country) == entry


def test_what_is_no_role_is_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.role("ceasefire") is None
    assert gazetteer.role("") is None


def test_a_users_file_adds_entities_and_names(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[armed_group.PAK]\n"Ittehad-ul-Mujahideen Pakistan" = ["IMP"]\n'
        '"Tehreek-e-Taliban Pakistan" = { key = "ttp", aliases = ["Khawarij"] }\n'
        '[[ambiguous]]\nalias = "Georgia"\nwinner = "subdivision:US-GA"\n'
    )
    mine = load_gazetteer((file,))
    assert keys(mine, "IMP and the Khawarij") == [
        "group:ittehad-ul-mujahideen-pakistan",
        "group:ttp",
    ]
    assert keys(mine, "TTP in Georgia") == ["group:ttp", "subdivision:US-GA"]
    assert problems(mine.entries, mine.rules, mine.distinct, mine.ties) == ()


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('[city.AFG]\nKabul = [\n"a" "b"]\n', 3, "TOML"),
        ('[city.AFG]\n\n"Kabul City" = { capitol = true }\n', 3, "capitol"),
        ('[city.AFG]\n"Kabul City" = "Kabul"\n', 2, "Kabul City"),
        ('[city]\n"Kabul City" = []\n', 2, "ALPHA3"),
        ('# mine\n[[ambiguous]]\nalias = "Georgia"\n', 3, "winner"),
        ('[citty.AFG]\n"Kabul City" = []\n', 1, "citty"),
        ('[city.AFX]\n"Kabul City" = []\n', 2, "AFX"),
        ('[city.AFG]\nGardez = []\n"Spin" = { within = "city:nowhere" }\n', 3, "nowhere"),
        ('[armed_group.PAK]\n"the boys" = []\n', 2, "capital"),
        ('[armed_group.USA]\n\n"Other Group" = ["TTP"]\n', 3, "group:ttp and group:other-group"),
        ('[[ambiguous]]\nalias = "Georgia"\nwinner = "city:x"\n', 2, "city:x"),
    ],
)
def test_an_error_in_a_users_file_names_file_and_line(
    tmp_path: Path, text: str, line: int, word: str
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text)
    with pytest.raises(OntologyError, match=rf"mine\.toml:{line}: .*{word}"):
        load_gazetteer((file,))


def test_lint_finds_what_is_wrong(gazetteer: Gazetteer) -> None:
    ttp, kabul = gazetteer.entries["group:ttp"], gazetteer.entries["city:kabul-afg"]
    bad = {
        **gazetteer.entries,
        "group:other": replace(ttp, key="group:other"),
        kabul.key: replace(kabul, kind="town", country="AFX", within="city:x", aliases=("k", "it")),
    }
    told = "\n".join(problems(bad, gazetteer.rules))
    for what in ("town", "AFX", "city:x", "'k' is too short", "'it' has no capital", "'TTP' names"):
        assert what in told


def test_english_words_of_iso_names_are_no_provinces(gazetteer: Gazetteer) -> None:
    text = "Western, Northern and Central officials; Free press; Unity talks; J. K. Rowling"
    assert keys(gazetteer, text) == []
