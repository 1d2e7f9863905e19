"""Decisions on a graph that is there: the same graph as if they had been known from the start."""

from pathlib import Path

import pytest

from kg.clean import clean
from kg.decide import UNDECIDED, Decision, Identities, identities, standing
from kg.errors import StoreError
from kg.ids import stable_id
from kg.ontology.gazetteer import load_gazetteer
from kg.pipeline import build
from kg.reading import Reading
from kg.records import Article, Claim, Document, Failure, Mention, Sentence
from kg.regraph import exchange, regraph
from kg.resolve import resolve
from kg.stores import GraphStore, open_store
from kg.stores.dump import Dump, dump
from tests.keys import key_named

TEXTS = (
    "Ana Kolman accused India of aggression on 2 March 2031. "
    "Anna Kohlmann denied that Pakistan bombed Khost on 1 March 2031.",
    "Anna Kohlmann and Ana Kolman condemned the attack. Iran bombed Erbil on 3 March 2031, "
    "Ana Kolman said. Gunmen from the Desert Front killed nine people in Kandahar.",
    "Ana Kolman met Anna Kohlmann in Kabul on 4 March 2031. Kenya accused Uganda of theft. "
    "Jamaat-ul-Ahrar attacked the TTP in Khost on 5 March 2031. Hezbollah praised Hamas.",
)
SHORT, LONG = key_named("Ana Kolman"), key_named("Anna Kohlmann")
IRAN = "country:IRN"
SAME = Decision(1, "same", (SHORT, LONG), "one woman")
WORDS = """
MATCH (c:Claim)-[x:SOURCE|TARGET|SAID_BY]->(p:Person)
RETURN x.text AS text, count(*) AS n ORDER BY text
"""


def read(first: int = 0, last: int | None = None) -> list[Document]:
    known = [(f"a{n}", text) for n, text in enumerate(TEXTS)][first:last]
    return [clean(Article(id, text, f"{id}.txt", published="2031-03-05")) for id, text in known]


def told(*decisions: Decision) -> Identities:
    return identities(standing(decisions), load_gazetteer().kind_of)


def built(
    store: GraphStore, reading: Reading, made: Identities, first: int = 0, last: int | None = None
) -> Dump:
    failures: list[Failure] = []
    with_them = Reading(reading.gazetteer, reading.annotator, reading.extractors, made)
    build(read(first, last), store, with_them, failures.append, batch=1)
    assert failures == []
    return dump(store)


def names(store: GraphStore) -> list[object]:
    found = store.query("MATCH (p:Person) RETURN p.name AS name ORDER BY name")
    return [name for (name,) in found.rows]


@pytest.fixture(scope="module")
def decided(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Dump:
    """The graph that was built with the decision known from the start."""
    with open_store(str(tmp_path_factory.mktemp("decided") / "kg.db")) as store:
        return built(store, reading, told(SAME))


def test_a_decision_and_its_undo_leave_the_graph_as_it_was(
    any_store: GraphStore, reading: Reading, decided: Dump
) -> None:
    before = built(any_store, reading, UNDECIDED)
    assert names(any_store) == ["Ana Kolman", "Anna Kohlmann"]
    regraph(any_store, reading.gazetteer, told(SAME))
    assert names(any_store) == ["Anna Kohlmann"]
    assert dump(any_store) == decided != before
    undo = Decision(2, "undo", (), "two women", undoes=1)
    regraph(any_store, reading.gazetteer, told(SAME, undo))
    assert dump(any_store) == before


def test_a_build_first_applies_what_is_new_to_the_graph(
    any_store: GraphStore, reading: Reading, decided: Dump
) -> None:
    built(any_store, reading, UNDECIDED, last=2)
    assert built(any_store, reading, told(SAME), first=2) == decided


def test_a_second_time_changes_nothing(embedded: GraphStore, reading: Reading) -> None:
    built(embedded, reading, UNDECIDED)
    assert regraph(embedded, reading.gazetteer, told(SAME)) > 0
    assert regraph(embedded, reading.gazetteer, told(SAME)) == 0


def test_a_claim_keeps_its_own_words(embedded: GraphStore, reading: Reading) -> None:
    built(embedded, reading, told(SAME))
    assert {text for text, _ in embedded.query(WORDS).rows} == {"Ana Kolman", "Anna Kohlmann"}


def test_a_name_is_given_and_taken_back(any_store: GraphStore, reading: Reading) -> None:
    before = built(any_store, reading, UNDECIDED)
    renames = (
        Decision(1, "rename", (LONG,), "as she signs", name="A. Kohlmann"),
        Decision(2, "rename", (IRAN,), "full name", name="Islamic Republic of Iran"),
    )
    regraph(any_store, reading.gazetteer, told(*renames))
    assert names(any_store) == ["A. Kohlmann", "Ana Kolman"]
    found = any_store.query("MATCH (c:Country) WHERE c.key = 'country:IRN' RETURN c.name AS n")
    assert found.rows == (("Islamic Republic of Iran",),)
    undone = (Decision(3 + n, "undo", (), "no", undoes=1 + n) for n in range(2))
    regraph(any_store, reading.gazetteer, told(*renames, *undone))
    assert dump(any_store) == before


def test_joined_places_take_what_lies_in_them_along(
    any_store: GraphStore, reading: Reading, tmp_path: Path
) -> None:
    before = built(any_store, reading, UNDECIDED)
    same = Decision(1, "same", ("subdivision:AF-KAN", "subdivision:AF-KHO"), "a test")
    regraph(any_store, reading.gazetteer, told(same))
    with open_store(str(tmp_path / "early.db")) as early:
        assert built(early, reading, told(same)) == dump(any_store)
    regraph(any_store, reading.gazetteer, UNDECIDED)
    assert dump(any_store) == before


def test_parties_that_act_on_each_other_are_joined_and_parted(
    embedded: GraphStore, reading: Reading, tmp_path: Path
) -> None:
    before = built(embedded, reading, UNDECIDED)
    joins = [("country:IRN", "country:IND"), ("country:KEN", "country:UGA"), (SHORT, LONG)]
    joins += [("country:PAK", "country:IND"), ("country:AFG", "country:UGA")]
    made = [Decision(n, "same", pair, "a test") for n, pair in enumerate(joins, 1)]
    for number in range(1, len(made) + 1):
        regraph(embedded, reading.gazetteer, told(*made[:number]))
        with open_store(str(tmp_path / f"{number}.db")) as early:
            assert built(early, reading, told(*made[:number])) == dump(embedded)
    regraph(embedded, reading.gazetteer, UNDECIDED)
    assert dump(embedded) == before


def test_names_that_were_not_loaded_are_asked_for(
    embedded: GraphStore, reading: Reading, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[person.world]\n"Ana Kolman" = { key = "kolman", aliases = [] }\n')
    names = load_gazetteer((own,))
    with_them = Reading(names, type(reading.annotator)(names, None), reading.extractors)
    build(read(), embedded, with_them, lambda failure: pytest.fail(str(failure)))
    other = Decision(1, "same", (LONG, "person/-/Mira Venn-Kohlmann"), "a test")
    before = dump(embedded)
    with pytest.raises(StoreError, match=r"^The graph holds person:kolman, which is not among"):
        regraph(embedded, reading.gazetteer, told(other))
    assert dump(embedded) == before


def test_a_decision_on_what_stands_in_hundreds_of_short_edges(
    embedded: GraphStore, reading: Reading
) -> None:
    known = reading.gazetteer
    states = sorted(key for key in known.entries if key.startswith("country:"))[:120]

    def claim(number: int, source: str, target: str) -> Claim:
        one, other = (known.entries[key] for key in (source, target))
        return Claim(
            id=stable_id("claim", number),
            article="a",
            sentence=Sentence("a", 0, TEXTS[0], 0, len(TEXTS[0])),
            relation="CONDEMNS",
            event_type="ACCUSE",
            mode=None,
            trigger="condemned",
            start=number,
            end=number + 1,
            status="asserted",
            confidence=0.9,
            extractor="x 1",
            source=(Mention("It", 0, 2, one.name, one.kind, one.country, source),),
            target=(Mention("It", 0, 2, other.name, other.kind, other.country, target),),
        )

    pairs = [pair for key in states[2:] for one in states[:2] for pair in ((one, key), (key, one))]
    claims = [claim(number, *pair) for number, pair in enumerate(pairs)]
    document = clean(Article("a", TEXTS[0], "a.txt", published="2031-03-05"))
    texts = [(document, (claims[0].sentence,))]
    embedded.write(exchange(embedded, (), texts, resolve(claims, known), "x 1"))
    before = dump(embedded)
    regraph(embedded, known, told(Decision(1, "same", (states[0], states[1]), "a test")))
    assert dump(embedded) != before
    regraph(embedded, known, UNDECIDED)
    assert dump(embedded) == before
