"""A graph is what its articles and decisions make it, whatever came first and whatever has gone."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.clean import clean
from kg.decide import Decision, identities, standing
from kg.ontology.relations import load_relations
from kg.pipeline import build, prune, retract
from kg.reading import Reading
from kg.records import Article, Document, Failure, GraphBatch, Statement
from kg.regraph import regraph
from kg.schema import graph_schema
from kg.stores import GraphStore, open_store
from kg.stores.dump import Dump, dump
from tests.keys import key_named

TEXTS = (
    "Pakistan bombed Khost on 18 March 2031, killing eight people, Zabihullah Mujahid said. "
    "Ana Kolman accused Pakistan of aggression.",
    "Pakistan denied that it had bombed Khost on 18 March 2031. Anna Kohlmann met Ana Kolman.",
    "Pakistan struck Khost on 18 March 2031 and killed ten people. Islamabad blamed the TTP.",
    "Pakistan bombed Khost on Friday. The Afghan Taliban condemned it, Ana Kolman of Iran said.",
    "The Pakistani Taliban attacked police in Kabul on 19 March 2031. Anna Kohlmann blamed Iran.",
    "Pakistan bombed Khost on 18 March 2031, killing eight people, Zabihullah Mujahid said.",
)
ANA, ANNA = key_named("Ana Kolman"), key_named("Anna Kohlmann")
DECISIONS = (
    Decision(1, "same", (ANA, ANNA), "one woman"),
    Decision(2, "rename", ("subdivision:AF-KHO",), "of old", name="Matun"),
    Decision(3, "same", ("country:IRN", "country:PAK"), "a test"),
    Decision(4, "kind", (ANNA, key_named("Anna Kohlmann", "organization")), "a test"),
    Decision(5, "same", ("group:al-qaeda", "group:ttp"), "a test"),
)
EMPTY = GraphBatch(remove=(Statement("MATCH (n) DETACH DELETE n"),))
ALL = range(len(TEXTS))

Step = tuple[str, tuple[int, ...]]
"""A verb (add, retract, prune, decide) and numbers of articles or of decisions."""

NUMBERS = st.lists(st.sampled_from(ALL), min_size=1, unique=True).map(tuple)
CHOSEN = st.lists(st.sampled_from(range(len(DECISIONS))), unique=True).map(tuple)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["add", "add", "retract", "prune"]), NUMBERS),
        st.tuples(st.just("decide"), CHOSEN),
    ),
    min_size=1,
    max_size=6,
)


def documents(numbers: Sequence[int]) -> Iterator[Document]:
    for number in numbers:
        day = f"2031-03-{19 + number % 3}"
        yield clean(Article(f"a{number}", TEXTS[number], f"{number}.txt", published=day))


class World:
    """A graph, and beside it what it is to hold: articles and decisions, by number."""

    def __init__(self, store: GraphStore, reading: Reading) -> None:
        store.setup(graph_schema(load_relations().relations))
        store.write(EMPTY)
        self.store, self._reading = store, reading
        self.held: set[int] = set()
        self.decided: set[int] = set()

    def do(self, verb: str, numbers: tuple[int, ...], batch: int = 2) -> None:
        """Add, retract or prune articles in this order, or let these decisions stand."""
        if verb == "add":
            failures: list[Failure] = []
            build(documents(numbers), self.store, self._knowing(), failures.append, batch=batch)
            assert failures == []
            self.held |= {*numbers}
        elif verb == "retract":
            gone = [number for number in numbers if number in self.held]
            retract([f"a{number}" for number in gone], self.store)
            self.held -= {*gone}
        elif verb == "prune":
            prune({f"a{number}" for number in numbers}, self.store, batch=batch)
            self.held &= {*numbers}
        else:
            self.decided = {*numbers}
            knowing = self._knowing()
            regraph(self.store, knowing.gazetteer, knowing.identities)

    def _knowing(self) -> Reading:
        known = self._reading
        made = standing(DECISIONS[number] for number in sorted(self.decided))
        come_to = identities(made, known.gazetteer.kind_of)
        return Reading(known.gazetteer, known.annotator, known.extractors, come_to)


Fresh = Callable[[set[int], set[int]], Dump]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with open_store(str(tmp_path_factory.mktemp("order") / "kg.db")) as store:
        yield store


@pytest.fixture(scope="module")
def fresh(reading: Reading, scratch: GraphStore) -> Fresh:
    """The graph of some articles, built in one batch with decisions known from the start."""
    known: dict[tuple[frozenset[int], frozenset[int]], Dump] = {}

    def made(held: set[int], decided: set[int]) -> Dump:
        key = frozenset(held), frozenset(decided)
        if key not in known:
            world = World(scratch, reading)
            world.decided = {*decided}
            world.do("add", tuple(sorted(held)), batch=len(TEXTS))
            known[key] = dump(scratch)
        return known[key]

    return made


def check(store: GraphStore, reading: Reading, fresh: Fresh, steps: Sequence[Step]) -> None:
    world = World(store, reading)
    for verb, numbers in steps:
        world.do(verb, numbers)
    assert dump(store) == fresh(world.held, world.decided)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(ALL), size=st.integers(1, len(TEXTS)), batch=st.integers(1, 4))
def test_any_order_of_any_articles_in_any_batches(
    embedded: GraphStore,
    reading: Reading,
    fresh: Fresh,
    order: list[int],
    size: int,
    batch: int,
) -> None:
    world = World(embedded, reading)
    for part in (order[: size // 2], order[:size]):
        world.do("add", tuple(part), batch)
    assert dump(embedded) == fresh(world.held, set())


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_what_came_and_went_leaves_no_trace(
    embedded: GraphStore, reading: Reading, fresh: Fresh, steps: list[Step]
) -> None:
    check(embedded, reading, fresh, [("add", tuple(ALL)), *steps])


@pytest.mark.parametrize(
    "steps",
    [
        [("add", (5, 3)), ("add", (1, 0, 4)), ("add", (2,))],
        [("decide", (0, 1)), ("add", (4, 2, 0, 1)), ("retract", (0,)), ("decide", (1,))],
        [("add", tuple(ALL)), ("decide", (2, 0)), ("prune", (3, 2)), ("add", (0,))],
    ],
)
def test_both_stores(
    any_store: GraphStore, reading: Reading, fresh: Fresh, steps: list[Step]
) -> None:
    check(any_store, reading, fresh, steps)


def test_a_retract_under_decisions_is_a_build_without_the_article(
    any_store: GraphStore, reading: Reading, fresh: Fresh
) -> None:
    for gone in (0, 2, 4):
        steps: list[Step] = [("decide", (0, 1, 2)), ("add", tuple(ALL)), ("retract", (gone,))]
        check(any_store, reading, fresh, steps)
