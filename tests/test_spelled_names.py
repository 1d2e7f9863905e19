"""One node for all spellings of a name, called as most claims call it, in whatever order."""

import itertools

import pytest

from kg.clean import clean
from kg.decide import Decision, identities
from kg.pipeline import build, retract
from kg.reading import Reading
from kg.records import Article
from kg.regraph import regraph
from kg.stores import GraphStore, open_store
from kg.stores.dump import Dump, dump

TEXTS = {
    "a": "Kenya accused Mohamed Bazane of theft. Mohamed Bazane denied it.",
    "b": "Uganda condemned Muhammad Bazane.",
    "c": "Kenya praised Mohammad Bazane. Mohammad Bazane met Ana Kolman. Uganda arrested Bazane. "
    "Bazane condemned Uganda.",
    "d": "Ana Kolman condemned Uganda.",
}
NAMES = "MATCH (p:Person) WHERE p.key STARTS WITH 'person/' RETURN p.name AS name ORDER BY name"
KEY = "person/-/Mohammed Bazan"


def put(store: GraphStore, reading: Reading, ids: str, batch: int = 1) -> Dump:
    """Build these articles, a letter each, in their order."""
    texts = [clean(Article(id, TEXTS[id], f"{id}.txt")) for id in ids]
    build(texts, store, reading, lambda failure: pytest.fail(str(failure)), batch=batch)
    return dump(store)


def people(store: GraphStore) -> list[object]:
    return [name for (name,) in store.query(NAMES).rows]


def test_a_node_is_called_what_most_claims_call_it(any_store: GraphStore, reading: Reading) -> None:
    put(any_store, reading, "ab")
    assert people(any_store) == ["Mohamed Bazane"]
    put(any_store, reading, "c")
    assert people(any_store) == ["Ana Kolman", "Mohammad Bazane"]
    retract("c", any_store)
    assert people(any_store) == ["Mohamed Bazane"]
    retract("a", any_store)
    assert people(any_store) == ["Muhammad Bazane"]


def test_a_spelling_goes_with_the_claims_that_tell_it(
    any_store: GraphStore, reading: Reading
) -> None:
    kind_of = reading.gazetteer.kind_of
    made = identities([Decision(1, "same", (KEY, "person/-/Ana Kolman"), "")], kind_of)
    knowing = Reading(reading.gazetteer, reading.annotator, reading.extractors, made)
    put(any_store, knowing, "ad")
    assert people(any_store) == ["Mohamed Bazane"]
    retract("a", any_store)
    assert people(any_store) == [KEY.rpartition("/")[2]]


def test_any_order_and_what_is_taken_back_leave_the_same_graph(
    reading: Reading, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole, left = [], []
    for number, order in enumerate(itertools.permutations("abc")):
        with open_store(str(tmp_path_factory.mktemp("order") / "kg.db")) as store:
            whole.append(put(store, reading, "".join(order), batch=number % 3 + 1))
            retract("ca", store)
            left.append(dump(store))
    with open_store(str(tmp_path_factory.mktemp("alone") / "kg.db")) as store:
        assert all(each == put(store, reading, "b") for each in left)
    assert all(each == whole[0] for each in whole)


def test_decisions_name_it_and_their_undo_gives_its_name_back(
    any_store: GraphStore, reading: Reading
) -> None:
    before = put(any_store, reading, "cab")
    kind_of = reading.gazetteer.kind_of
    made = identities([Decision(1, "rename", (KEY,), "", name="The Bazane")], kind_of)
    regraph(any_store, reading.gazetteer, made)
    retract("c", any_store)
    assert people(any_store) == ["The Bazane"]
    both = identities([Decision(2, "same", (KEY, "person/-/Ana Kolman"), "")], kind_of)
    put(any_store, reading, "c")
    regraph(any_store, reading.gazetteer, both)
    assert people(any_store) == ["Mohammad Bazane"]
    regraph(any_store, reading.gazetteer, identities([], kind_of))
    assert dump(any_store) == before
