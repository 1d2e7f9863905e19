"""Whatever is decided and taken back, a graph is the one that is built with what stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.clean import clean
from kg.decide import Decision, Identities, identities, standing, undone
from kg.errors import DecisionError
from kg.ids import entity_key, key_parts
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.ontology.relations import load_relations
from kg.pipeline import build
from kg.reading import Read, Reading
from kg.records import Article, Document, Failure, GraphBatch, Statement
from kg.regraph import regraph
from kg.schema import KIND_LABELS, graph_schema
from kg.stores import GraphStore, open_store
from kg.stores.dump import Dump, dump
from tests.keys import key_named

TEXTS = (
    "Ana Kolman accused India of aggression on 2 March 2031. "
    "Anna Kohlmann denied that Pakistan bombed Khost on 1 March 2031.",
    "Gunmen killed nine people in Kandahar on 3 March 2031. Jaish-e-Sarhad attacked Khost. "
    "Jaish e Sarhad accused Pakistan of aggression.",
    "The Desert Front killed ten people in Kandahar on 3 March 2031. Ana Kolman met Anna Kohlmann "
    "in Kabul. The Pakistani Taliban praised Jaish-e-Sarhad.",
)
ANA, ANNA = key_named("Ana Kolman"), key_named("Anna Kohlmann")
JAISH, FRONT = key_named("Jaish-e-Sarhad"), key_named("Desert Front", "organization")
GUNMEN = key_named("gunmen", "group")
TTP, KANDAHAR, INDIA = "group:ttp", "city:kandahar-afg", "country:IND"
KEYS = (ANA, ANNA, JAISH, FRONT, GUNMEN, TTP, KANDAHAR, INDIA)
EMPTY = GraphBatch(remove=(Statement("MATCH (n) DETACH DELETE n"),))

Step = tuple[str, tuple[str, ...] | int]
"""A verb with two keys (same, different), a key and a kind or name, or a number to undo."""

TWO = st.lists(st.sampled_from(KEYS), min_size=2, max_size=2, unique=True).map(tuple)
STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["same", "same", "different"]), TWO),
        st.tuples(
            st.just("kind"),
            st.tuples(st.sampled_from(KEYS), st.sampled_from(["armed_group", *KIND_LABELS])),
        ),
        st.tuples(st.just("rename"), st.tuples(st.sampled_from(KEYS), st.just("Zed"))),
        st.tuples(st.just("undo"), st.integers(1, 5)),
    ),
    min_size=2,
    max_size=7,
)


def to_kind(key: str, kind: str) -> str:
    """The key under another kind."""
    parts = key_parts(key)
    return entity_key(kind, parts[1], None) if parts else key


def decision(made: Sequence[Decision], step: Step) -> Decision | None:
    """The step as a decision after those ``made``; None where it cannot stand."""
    verb, about = step
    number = len(made) + 1
    if isinstance(about, int):
        gone = undone(made)
        return (
            Decision(number, "undo", (), "", undoes=about)
            if about < number and (about not in gone)
            else None
        )
    if verb == "kind":
        return Decision(number, "kind", (about[0], to_kind(*about)), "")
    if verb == "rename":
        return Decision(number, "rename", about[:1], "", name=about[1])
    return Decision(number, "same" if verb == "same" else "different", about, "")


class Known:
    """Reads articles that a reading has read before."""

    def __init__(self, read: Iterable[Read], label: str) -> None:
        self._read = {each.document.article.id: each for each in read}
        self.gazetteer: Gazetteer = load_gazetteer()
        self.identities = Identities()
        self.label = label

    def claims(
        self, documents: Iterable[Document], failed: Callable[[Failure], None]
    ) -> Iterator[Read]:
        return (self._read[document.article.id] for document in documents)


@pytest.fixture(scope="module")
def known(reading: Reading) -> Known:
    found = list(reading.claims(articles(), lambda failure: pytest.fail(str(failure))))
    return Known(found, reading.label)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A second graph, to build anew in."""
    with open_store(str(tmp_path_factory.mktemp("anew") / "kg.db")) as store:
        yield store


def articles() -> Iterator[Document]:
    for number, text in enumerate(TEXTS):
        yield clean(Article(f"a{number}", text, f"{number}.txt", published="2031-03-05"))


def built(store: GraphStore, known: Known, made: Iterable[Decision]) -> Dump:
    store.setup(graph_schema(load_relations().relations))
    store.write(EMPTY)
    known.identities = come_to(known, made)
    build(articles(), store, known, lambda failure: pytest.fail(str(failure)))
    return dump(store)


def come_to(known: Known, made: Iterable[Decision]) -> Identities:
    return identities(standing(made), known.gazetteer.kind_of, known.gazetteer.distinct)


def check(store: GraphStore, other: GraphStore, known: Known, steps: Iterable[Step]) -> int:
    """Follow what can stand of the steps, then undo it; how many could stand."""
    before, made = built(store, known, ()), list[Decision]()
    assert all(any(f'"{key}"' in node for node in before.nodes) for key in KEYS)
    for step in steps:
        new = decision(made, step)
        try:
            found = come_to(known, (*made, *([new] if new else ())))
        except DecisionError:
            continue
        if new:
            made.append(new)
            regraph(store, known.gazetteer, found)
    assert dump(store) == built(other, known, made)
    regraph(store, known.gazetteer, Identities())
    assert dump(store) == before
    return len(made)


JOINED: list[Step] = [
    ("kind", (JAISH, "armed_group")),
    ("same", (JAISH, TTP)),
    ("same", (FRONT, JAISH)),
    ("kind", (GUNMEN, "armed_group")),
    ("same", (GUNMEN, FRONT)),
    ("kind", (ANA, "country")),
    ("kind", (ANNA, "institution")),
    ("undo", 2),
]


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
@example(steps=JOINED)
def test_a_graph_that_followed_decisions_is_the_one_built_with_them(
    embedded: GraphStore, other: GraphStore, known: Known, steps: list[Step]
) -> None:
    check(embedded, other, known, steps)


def test_a_server_follows_them_too(
    neo4j_store: GraphStore, other: GraphStore, known: Known
) -> None:
    assert check(neo4j_store, other, known, JOINED) == len(JOINED)
