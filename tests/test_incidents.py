"""Events over several articles: the same graph in any order, in any batches, after any retract."""

from collections.abc import Collection, Iterable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.clean import clean
from kg.ids import stable_id
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.records import (
    Article,
    Claim,
    GraphBatch,
    Mention,
    Quantity,
    Sentence,
    Status,
    When,
)
from kg.regraph import exchange
from kg.resolve import resolve
from kg.stores import GraphStore
from kg.stores.dump import Dump, dump
from tests.test_derive import EMPTY

COPIED = (
    "Jets bombed a camp in Khost before dawn and set a mosque on fire, villagers said. Rescuers "
    "dug for survivors all day long while relatives waited beside the road."
)
Told = tuple[str, str | None, int, Status]
"""Place, day, killed (0: not told) and status of a strike by Pakistan."""

ARTICLES: Mapping[str, tuple[str, str, list[Told]]] = {
    "monday": ("2031-11-25", COPIED, [("AF-KHO", "2031-11-24", 10, "asserted")]),
    "copy": ("2031-11-25", COPIED + " More soon.", [("AF-KHO", "2031-11-24", 10, "asserted")]),
    "other": ("2031-11-26", "Nine died.", [("AF-KHO", "2031-11-24", 9, "alleged")]),
    "denial": ("2031-11-26", "Not us.", [("AF-KHO", None, 0, "denied")]),
    "friday": ("2031-11-29", "Again.", [("AF-KHO", "2031-11-28", 6, "asserted")]),
    "both": (
        "2031-11-30",
        "Twice in a week.",
        [("AF-KHO", "2031-11-28", 6, "alleged"), ("AF-KHO", "2031-11-24", 10, "asserted")],
    ),
    "kunar": ("2031-11-26", "Elsewhere.", [("AF-KNR", "2031-11-24", 0, "asserted")]),
    "undated": ("2031-11-25", "Some day.", [("AF-KHO", None, 10, "asserted")]),
}
IDS = sorted(ARTICLES)
ENDING: Mapping[str, tuple[str, str, list[Told]]] = {
    "eve": ("2031-12-31", "It fell.", [("AF-KHO", "2031-12-31", 10, "asserted")]),
    "new year": ("2032-01-01", "Ten died.", [("AF-KHO", "2031-12-31", 10, "asserted")]),
    "later": ("2032-01-02", "Some day.", [("AF-KHO", None, 10, "asserted")]),
    "second": ("2032-01-02", "A second one.", [("AF-KHO", "2032-01-02", 3, "asserted")]),
    "third": ("2032-01-03", "After two.", [("AF-KHO", None, 3, "alleged")]),
    "tenth": ("2032-01-10", "The tenth.", [("AF-KHO", "2032-01-10", 7, "asserted")]),
    "twelfth": ("2032-01-12", "Seven died.", [("AF-KHO", None, 7, "asserted")]),
    "month": ("2032-01-03", "A bad month.", [("AF-KHO", "2031-12-01", 10, "asserted")]),
}
"""Strikes about the end of a year and the tenth of a month, where blocks end."""

EVENTS = """
MATCH (e:Event) WHERE EXISTS { (e)-[:IN]->(:Entity {key: 'subdivision:AF-KHO'}) }
RETURN toString(e.date_start) AS day, e.killed_min AS least, e.killed_max AS most,
       e.claims AS claims, e.articles AS articles, e.independent AS independent,
       e.contested AS contested
ORDER BY day, most DESC
"""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def claim(id: str, number: int, told: Told, gazetteer: Gazetteer) -> Claim:
    place, day, killed, status = told
    text = {**ARTICLES, **ENDING}[id][1]

    def named(key: str) -> tuple[Mention, ...]:
        entry = gazetteer.entries[key]
        return (Mention("It", 0, 2, entry.name, entry.kind, entry.country, key),)

    return Claim(
        id=stable_id("claim", id, number),
        article=id,
        sentence=Sentence(id, 0, text, 0, len(text)),
        relation="STRIKES",
        event_type="ASSAULT",
        mode="aerial",
        trigger="bombed",
        start=number,
        end=number + 1,
        status=status,
        confidence=0.9,
        extractor="x 1",
        source=named("country:PAK"),
        place=named(f"subdivision:{place}"),
        when=When("then", day, day, "day") if day else None,
        quantities=(Quantity("killed", killed, killed, "some"),) if killed else (),
    )


def batch(
    store: GraphStore, ids: Iterable[str], gazetteer: Gazetteer, gone: Collection[str] = ()
) -> GraphBatch:
    texts, claims = [], []
    for id in ids:
        published, text, told = {**ARTICLES, **ENDING}[id]
        document = clean(Article(id, text, id, published=published))
        texts.append((document, (Sentence(id, 0, text, 0, len(text)),)))
        claims += [claim(id, n, each, gazetteer) for n, each in enumerate(told)]
    return exchange(store, gone, texts, resolve(claims, gazetteer), "x 1")


def built(store: GraphStore, groups: Iterable[Iterable[str]], gazetteer: Gazetteer) -> Dump:
    """The graph of these articles alone, written group by group."""
    store.write(EMPTY)
    for group in groups:
        store.write(batch(store, group, gazetteer))
    return dump(store)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    order=st.one_of(st.permutations(IDS), st.permutations(sorted(ENDING))),
    cut=st.integers(1, 3),
    going=st.sets(st.integers(0, len(IDS) - 1)),
)
def test_neither_order_nor_batches_matter(
    embedded: GraphStore, gazetteer: Gazetteer, order: list[str], cut: int, going: set[int]
) -> None:
    gone = {order[number] for number in going}
    left = sorted({*order} - gone)
    expected = built(embedded, [left] if left else [], gazetteer)
    groups = [order[n : n + cut] for n in range(0, len(order), cut)]
    whole = built(embedded, groups, gazetteer)
    embedded.write(exchange(embedded, gone))
    assert dump(embedded) == expected
    again = [id for id in order if id in gone]
    embedded.write(batch(embedded, again, gazetteer))
    assert dump(embedded) == whole


def test_each_happening_is_one_event_on_both_stores(
    any_store: GraphStore, gazetteer: Gazetteer
) -> None:
    built(any_store, [IDS[:3], IDS[3:]], gazetteer)
    assert any_store.query(EVENTS).rows == (
        ("2031-11-24", 9, 10, 6, 6, 5, True),
        ("2031-11-28", 6, 6, 2, 2, 2, False),
    )
    any_store.write(exchange(any_store, ["denial", "copy"]))
    assert any_store.query(EVENTS).rows == (
        ("2031-11-24", 9, 10, 4, 4, 4, False),
        ("2031-11-28", 6, 6, 2, 2, 2, False),
    )


def test_the_end_of_a_year_or_of_ten_days_parts_no_happening(
    any_store: GraphStore, gazetteer: Gazetteer
) -> None:
    ids = [id for id in ENDING if id != "month"]
    built(any_store, [[id] for id in ids], gazetteer)
    assert [row[:5] for row in any_store.query(EVENTS).rows] == [
        ("2031-12-31", 10, 10, 3, 3),
        ("2032-01-02", 3, 3, 2, 2),
        ("2032-01-10", 7, 7, 2, 2),
    ]
    any_store.write(exchange(any_store, ["eve", "second", "tenth"]))
    assert [row[:4] for row in any_store.query(EVENTS).rows] == [
        ("2031-12-31", 10, 10, 2),
        (None, 7, 7, 1),
        (None, 3, 3, 1),
    ]


def test_an_article_that_tells_the_days_apart_parts_nothing(
    any_store: GraphStore, gazetteer: Gazetteer
) -> None:
    before = built(any_store, [["monday", "friday"]], gazetteer)
    any_store.write(batch(any_store, ["both"], gazetteer))
    assert len(any_store.query(EVENTS).rows) == 2
    any_store.write(batch(any_store, [], gazetteer, ["both"]))
    assert dump(any_store) == before
