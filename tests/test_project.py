"""Claims to nodes and edges, and what the graph works out from them, on both stores."""

from dataclasses import replace

import pytest

from kg.clean import clean
from kg.ids import stable_id
from kg.ontology.gazetteer import load_gazetteer
from kg.project import project
from kg.records import Article, Claim, GraphBatch, Mention, Quantity, Sentence, Status, When
from kg.regraph import exchange
from kg.regraph.articles import Texts
from kg.resolve import Resolved, resolve
from kg.stores import GraphStore

TEXT = "Pakistan bombed Khost."
PAKISTAN = Mention("Pakistan", 0, 8, "Pakistan", "country", "PAK", "country:PAK")
INDIA = Mention("India", 0, 5, "India", "country", "IND", "country:IND")
DAY = When("1 March", "2031-03-01", "2031-03-01", "day, month")


def claim(article: str, status: Status, killed: int, **other: object) -> Claim:
    sentence = Sentence(article, 0, TEXT, 0, len(TEXT))
    made = Claim(
        id=stable_id("claim", article, status),
        article=article,
        sentence=sentence,
        relation="STRIKES",
        event_type="ASSAULT",
        mode="aerial",
        trigger="bombed",
        start=9,
        end=15,
        status=status,
        confidence=0.9,
        extractor="x 1",
        source=(PAKISTAN,),
        target=(INDIA,),
        when=DAY,
        quantities=(Quantity("killed", killed, killed, f"{killed} people"),),
    )
    return replace(made, **other)  # type: ignore[arg-type]


def batch(store: GraphStore, article: str, *claims: Claim) -> GraphBatch:
    """The batch that adds an article, with its events."""
    return exchange(store, (), *read(article, *claims), "x 1")


def read(article: str, *claims: Claim) -> tuple[Texts, Resolved]:
    document = clean(Article(article, TEXT, article))
    sentence = Sentence(article, 0, TEXT, 0, len(TEXT))
    return [(document, (sentence,))], resolve(claims, load_gazetteer())


def test_the_short_edge_counts_statuses_over_all_articles(any_store: GraphStore) -> None:
    edge = (
        "MATCH (:Entity {name: 'Pakistan'})-[r:STRIKES]->(:Entity {name: 'India'}) RETURN "
        "r.claims AS claims, r.articles AS articles, r.asserted AS asserted, r.denied AS denied, "
        "r.alleged AS alleged, toString(r.first) AS first, toString(r.last) AS last"
    )
    any_store.write(batch(any_store, "a1", claim("a1", "asserted", 10), claim("a1", "denied", 0)))
    assert any_store.query(edge).rows == ((2, 1, 1, 1, 0, "2031-03-01", "2031-03-01"),)
    later = When("9 March", "2031-03-09", "2031-03-09", "day, month")
    any_store.write(batch(any_store, "a2", claim("a2", "alleged", 9, when=later)))
    assert any_store.query(edge).rows == ((3, 2, 1, 1, 1, "2031-03-01", "2031-03-09"),)


def test_an_event_gathers_what_its_claims_say(any_store: GraphStore) -> None:
    event = (
        "MATCH (e:Event) RETURN e.claims AS claims, e.articles AS articles, e.killed_min AS least, "
        "e.killed_max AS most, e.contested AS contested"
    )
    any_store.write(batch(any_store, "a1", claim("a1", "asserted", 10)))
    assert any_store.query(event).rows == ((1, 1, 10, 10, False),)
    any_store.write(batch(any_store, "a2", claim("a2", "alleged", 9)))
    assert any_store.query(event).rows == ((2, 2, 9, 10, False),)
    any_store.write(batch(any_store, "a3", claim("a3", "denied", 10)))
    assert any_store.query(event).rows == ((3, 3, 9, 10, True),)


def test_a_disputed_claim_makes_its_event_contested(embedded: GraphStore) -> None:
    told = claim("a1", "alleged", 10)
    denial = replace(
        claim("a1", "asserted", 0), id="claim:no", relation="DENIES", disputes=(told.id,)
    )
    embedded.write(batch(embedded, "a1", told, denial))
    rows = "MATCH (e:Event) RETURN e.relation AS r, e.contested AS c ORDER BY r"
    assert embedded.query(rows).rows == (("DENIES", False), ("STRIKES", True))


def test_a_claim_without_a_target_joins_its_places(embedded: GraphStore) -> None:
    embedded.write(batch(embedded, "a1", claim("a1", "asserted", 1, target=(), place=(INDIA,))))
    rows = "MATCH (a)-[:STRIKES]->(b) RETURN a.name AS a, b.name AS b"
    assert embedded.query(rows).rows == (("Pakistan", "India"),)


def test_a_claim_joins_the_places_of_the_state_it_aims_at(any_store: GraphStore) -> None:
    mumbai = Mention("Mumbai", 0, 6, "Mumbai", "city", "IND", "city:IND/Mumbai")
    lahore = replace(mumbai, name="Lahore", country="PAK", key="city:PAK/Lahore")
    made = claim("a1", "asserted", 1, place=(mumbai, lahore, INDIA))
    any_store.write(batch(any_store, "a1", made))
    rows = "MATCH (a)-[r:STRIKES]->(b) RETURN b.name AS b, r.claims AS claims ORDER BY b"
    assert any_store.query(rows).rows == (("India", 1), ("Mumbai", 1))
    any_store.write(exchange(any_store, ("a1",), [], resolve([], load_gazetteer()), "x 1"))
    assert any_store.query(rows).rows == ()


@pytest.mark.parametrize("slot", ["source", "target", "place", "said_by"])
def test_one_edge_for_an_entity_named_twice(slot: str) -> None:
    twice = (PAKISTAN, replace(PAKISTAN, text="Islamabad", start=30, end=39))
    made = project(*read("a1", claim("a1", "asserted", 1, **{slot: twice})), "x 1")
    types = {"source": "SOURCE", "target": "TARGET", "place": "IN", "said_by": "SAID_BY"}
    found = [e for e in made.edges if e.type == types[slot] and e.start_label == "Claim"]
    assert [e.properties["text"] for e in found] == ["Pakistan"]
