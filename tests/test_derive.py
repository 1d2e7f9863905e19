"""Taking articles back: what is left is the graph that the other articles make, on both stores."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.clean import clean
from kg.ids import stable_id
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.records import (
    STATUSES,
    Article,
    Claim,
    GraphBatch,
    Mention,
    Quantity,
    Sentence,
    Statement,
    Status,
    When,
)
from kg.regraph import exchange
from kg.resolve import resolve
from kg.stores import GraphStore
from kg.stores.dump import Dump, dump

TEXT = "Pakistan bombed Khost."
KEYS = ("country:PAK", "country:AFG", "subdivision:AF-NAN", "city:jalalabad-afg")
EMPTY = GraphBatch(remove=(Statement("MATCH (n) DETACH DELETE n"),))


@dataclass(frozen=True)
class Draft:
    """A claim to be: parties are numbers of ``KEYS``, one more is Ali."""

    source: tuple[int, ...] = ()
    target: tuple[int, ...] = ()
    place: tuple[int, ...] = ()
    said_by: tuple[int, ...] = ()
    event: bool = True
    status: Status = "asserted"
    day: str | None = "2031-03-01"
    killed: int = 0
    disputes: bool = False


SOME = st.lists(st.integers(0, len(KEYS)), max_size=2, unique=True).map(tuple)
DRAFTS = st.lists(
    st.builds(
        Draft,
        source=SOME,
        target=SOME,
        place=SOME,
        said_by=SOME,
        event=st.booleans(),
        status=st.sampled_from(STATUSES),
        day=st.sampled_from([None, "2031-03-01", "2031-03-09"]),
        killed=st.integers(0, 3),
        disputes=st.booleans(),
    ),
    max_size=3,
)
Drafts = Mapping[str, list[Draft]]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def mention(number: int, gazetteer: Gazetteer) -> Mention:
    if number == len(KEYS):
        return Mention("Ali", 0, 3, "Ali", "person")
    entry = gazetteer.entries[KEYS[number]]
    return Mention("It", 0, 2, entry.name, entry.kind, entry.country, entry.key)


def claim(article: str, number: int, draft: Draft, gazetteer: Gazetteer) -> Claim:
    def named(numbers: tuple[int, ...]) -> tuple[Mention, ...]:
        return tuple(mention(each, gazetteer) for each in numbers)

    count = Quantity("killed", draft.killed, draft.killed, "some")
    before = (stable_id("claim", article, number - 1),) if number and draft.disputes else ()
    return Claim(
        id=stable_id("claim", article, number),
        article=article,
        sentence=Sentence(article, 0, TEXT, 0, len(TEXT)),
        relation="STRIKES" if draft.event else "HOLDS_OFFICE",
        event_type="ASSAULT" if draft.event else None,
        mode=None,
        trigger="bombed",
        start=9,
        end=15,
        status=draft.status,
        confidence=0.9,
        extractor="x 1",
        source=named(draft.source),
        target=named(draft.target),
        place=named(draft.place),
        said_by=named(draft.said_by),
        when=When("then", draft.day, draft.day, "day") if draft.day else None,
        quantities=(count,) if draft.killed else (),
        title=None if draft.event else f"minister {draft.killed}",
        disputes=before,
    )


def batch(
    store: GraphStore, articles: Drafts, gazetteer: Gazetteer, gone: Collection[str] = ()
) -> GraphBatch:
    texts = [
        (clean(Article(id, TEXT, id)), (Sentence(id, 0, TEXT, 0, len(TEXT)),)) for id in articles
    ]
    claims = [
        claim(id, number, draft, gazetteer)
        for id, drafts in articles.items()
        for number, draft in enumerate(drafts)
    ]
    return exchange(store, gone, texts, resolve(claims, gazetteer), "x 1")


def built(store: GraphStore, articles: Drafts, gazetteer: Gazetteer) -> Dump:
    """The graph of these articles alone."""
    store.write(EMPTY)
    store.write(batch(store, articles, gazetteer))
    return dump(store)


def without(articles: Drafts, gone: set[str]) -> Drafts:
    return {id: drafts for id, drafts in articles.items() if id not in gone}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    articles=st.dictionaries(st.sampled_from("abc"), DRAFTS, min_size=1),
    gone=st.sets(st.sampled_from("abc")),
    data=st.data(),
)
def test_what_is_taken_back_leaves_no_trace(
    embedded: GraphStore,
    gazetteer: Gazetteer,
    articles: Drafts,
    gone: set[str],
    data: st.DataObject,
) -> None:
    expected = built(embedded, without(articles, gone), gazetteer)
    full = built(embedded, articles, gazetteer)
    embedded.write(exchange(embedded, gone))
    assert dump(embedded) == expected
    again = {id: articles[id] for id in gone & articles.keys()}
    embedded.write(batch(embedded, again, gazetteer))
    assert dump(embedded) == full
    other = dict(articles) | {id: data.draw(DRAFTS) for id in sorted(gone)}
    embedded.write(batch(embedded, {id: other[id] for id in gone}, gazetteer, gone))
    assert dump(embedded) == built(embedded, other, gazetteer)


BOTH: Drafts = {
    "a": [
        Draft((0,), (1,), killed=9, status="denied"),
        Draft((0,), (2,), said_by=(4,)),
        Draft((3,), (0,), event=False),
        Draft((0,), (1,), disputes=True),
    ],
    "b": [Draft((0,), (1,), killed=10), Draft((0,), (3,)), Draft((0,), (3,), day="2031-03-09")],
    "c": [Draft((0,), (4,))],
}


@pytest.mark.parametrize("gone", ["a", "b", "c", "ab", "bc", "abc", ""])
def test_both_stores_take_back_the_same(
    any_store: GraphStore, gazetteer: Gazetteer, gone: str
) -> None:
    expected = built(any_store, without(BOTH, set(gone)), gazetteer)
    built(any_store, BOTH, gazetteer)
    any_store.write(exchange(any_store, gone))
    assert dump(any_store) == expected


@pytest.mark.parametrize("article", ["a", "b", "c"])
def test_both_stores_replace_an_article(
    any_store: GraphStore, gazetteer: Gazetteer, article: str
) -> None:
    other = dict(BOTH) | {article: [Draft((2,), (1,)), Draft((0,), (1,), killed=1)]}
    expected = built(any_store, other, gazetteer)
    built(any_store, BOTH, gazetteer)
    any_store.write(batch(any_store, {article: other[article]}, gazetteer, [article]))
    assert dump(any_store) == expected


def test_a_batch_written_twice_counts_once(any_store: GraphStore, gazetteer: Gazetteer) -> None:
    any_store.write(EMPTY)
    for articles in ({"a": BOTH["a"]}, {"b": BOTH["b"], "c": BOTH["c"]}):
        made = batch(any_store, articles, gazetteer)
        any_store.write(made)
        once = dump(any_store)
        any_store.write(made)
        assert dump(any_store) == once


def test_an_unknown_article_changes_nothing(any_store: GraphStore, gazetteer: Gazetteer) -> None:
    before = built(any_store, BOTH, gazetteer)
    any_store.write(exchange(any_store, ["nobody", "'}) DETACH DELETE n //"]))
    assert dump(any_store) == before


def test_the_last_article_leaves_an_empty_graph(
    any_store: GraphStore, gazetteer: Gazetteer
) -> None:
    built(any_store, BOTH, gazetteer)
    any_store.write(exchange(any_store, list(BOTH)))
    assert dump(any_store) == Dump((), ())
