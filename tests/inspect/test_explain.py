"""What stands behind a node or an edge, found by what a person would type, on both stores."""

from typing import Any

import pytest

from kg.decide import UNDECIDED
from kg.errors import DecisionError, InputError
from kg.ids import entity_id, entity_key
from kg.inspect.evidence import explained
from kg.inspect.subject import find_subject
from kg.inspect.told import explained_text, explained_values
from kg.ontology.relations import load_relations
from kg.reading import Reading
from kg.records import Edge, GraphBatch, Node
from kg.regraph import regraph
from kg.report import to_json
from kg.schema import KIND_LABELS
from kg.stores import GraphStore
from tests.test_regraph import LONG, SAME, SHORT, built, told

FILES = {"ACCUSES: accuse T of/for C": "accuse.toml"}


@pytest.fixture
def graph(any_store: GraphStore, reading: Reading) -> GraphStore:
    """Three articles, and a decision that joined two women."""
    built(any_store, reading, told(SAME))
    return any_store


def values(store: GraphStore, reading: Reading, words: str, limit: int = 20) -> Any:
    subject = find_subject(store, reading.gazetteer, load_relations().relations, words)
    return explained_values(explained(store, reading.gazetteer, subject, limit), FILES, [SAME])


def text(store: GraphStore, reading: Reading, words: str, limit: int = 20) -> str:
    subject = find_subject(store, reading.gazetteer, load_relations().relations, words)
    return explained_text(explained(store, reading.gazetteer, subject, limit), FILES, [SAME])


def test_an_edge_is_told_by_claim_rule_and_decision(graph: GraphStore, reading: Reading) -> None:
    claim = values(graph, reading, "Anna Kohlmann ACCUSES India")["claims"][0]
    assert text(graph, reading, "Anna Kohlmann ACCUSES India").splitlines() == [
        "Anna Kohlmann ACCUSES India (short edge)",
        f"    Anna Kohlmann: {LONG}",
        "    India: country:IND",
        "    articles 1, asserted 1, claims 1, first 2031-03-02, last 2031-03-02",
        "",
        "1 claim:",
        "Anna Kohlmann ACCUSES India [asserted; 2 March 2031 (2031-03-02)]",
        "    a0, 2031-03-05: Ana Kolman accused India of aggression on 2 March 2031.",
        f'    {claim["id"]}: "accused", rule ACCUSES: accuse T of/for C (accuse.toml)',
        f"    {claim['extractor']}; confidence {claim['confidence']}",
        f'    source Anna Kohlmann ({LONG}) by "Ana Kolman", which is {SHORT} but for decisions 1',
        '    target India (country:IND) by "India"',
        f"    event {claim['event']}",
        "",
        "Decisions:",
        f"    1: {SHORT} same {LONG}, because: one woman (unsigned)",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "anna kohlmann accuses india",
        f"{SHORT} ACCUSES country:IND",
        "Anna Kohlmann  ACCUSES Indian",
    ],
)
def test_an_edge_is_named_in_several_ways(
    embedded: GraphStore, reading: Reading, words: str
) -> None:
    built(embedded, reading, told(SAME))
    assert values(embedded, reading, words)["name"] == "Anna Kohlmann ACCUSES India"


def test_a_node_is_named_by_id_key_and_name(graph: GraphStore, reading: Reading) -> None:
    found = values(graph, reading, "Ana Kolman")
    for words in (SHORT, LONG, entity_id(LONG), "ANNA KOHLMANN"):
        assert values(graph, reading, words) == found
    assert (found["kind"], found["name"]) == ("entity", "Anna Kohlmann")
    assert found["decisions"] == (
        {
            "number": 1,
            "decision": f"{SHORT} same {LONG}",
            "why": "one woman",
            "by": None,
            "date": None,
        },
    )
    strike = next(c for c in found["claims"] if c["relation"] == "STRIKES" and c["article"] == "a1")
    assert (strike["status"], strike["sentence"]) == (
        "alleged",
        "Iran bombed Erbil on 3 March 2031, Ana Kolman said.",
    )
    for words in (strike["id"], strike["event"]):
        assert [c["id"] for c in values(graph, reading, words)["claims"]] == [strike["id"]]
    article = values(graph, reading, "a1")
    assert strike in article["claims"]
    assert {claim["article"] for claim in article["claims"]} == {"a1"}
    assert to_json(article)


def test_a_denial_and_what_it_denies_name_each_other(graph: GraphStore, reading: Reading) -> None:
    first, other, *_ = (claim["id"] for claim in values(graph, reading, "a0")["claims"])
    graph.write(GraphBatch(edges=(Edge("DISPUTES", "Claim", first, "Claim", other),)))
    assert f"    disputes {other}" in text(graph, reading, first)
    assert f"    disputed by {first}" in text(graph, reading, other)
    claims = {
        c["id"]: (c["disputes"], c["disputed_by"]) for c in values(graph, reading, "a0")["claims"]
    }
    assert (claims[first], claims[other]) == (((other,), ()), ((), (first,)))


def test_what_the_gazetteer_knows_is_told_apart_from_claims(
    graph: GraphStore, reading: Reading
) -> None:
    shown = text(graph, reading, "Jamaat-ul-Ahrar").splitlines()
    start = shown.index("Background, from the gazetteer and not from any claim:")
    ttp = "Tehreek-e-Taliban Pakistan (group:ttp)"
    assert shown[start + 1 : start + 5] == [
        "    Jamaat-ul-Ahrar (group:jamaat-ul-ahrar): armed group of Pakistan",
        "    also named Jamaat ul Ahrar, Jamaatul Ahrar, JuA",
        f"    part of {ttp}, since 2020; an edge of this graph",
        f"    broke away from {ttp}, 2014 to 2020; an edge of this graph",
    ]
    assert shown[start + 5].startswith("    never one with Jamaat-ud-Dawa (group:jamaat-ud-dawa), ")
    assert shown[start + 6 : start + 8] == ["", "1 claim:"]
    other = text(graph, reading, "TTP")
    joins = "    lost by a split Jamaat-ul-Ahrar (group:jamaat-ul-ahrar), 2014 to 2020; an edge of"
    assert joins in other
    assert "    lost by a split IS-Khorasan Province (group:is-khorasan), since 2014\n" in other


def test_background_is_plain_values_too(graph: GraphStore, reading: Reading) -> None:
    [city] = values(graph, reading, "Kabul")["background"]
    assert (city["kind"], city["country"], city["capital_of"]) == ("city", "AFG", "AFG")
    assert city["within"] == ({"key": "country:AFG", "name": "Afghanistan"},)
    [group] = values(graph, reading, "Hamas")["background"]
    assert [
        (tie["source"]["name"], tie["tie"], tie["target"]["name"], tie["in_graph"])
        for tie in group["ties"]
        if tie["in_graph"]
    ] == [("Hezbollah", "allied_with", "Hamas", True)]
    assert values(graph, reading, "Anna Kohlmann")["background"] == ()
    assert "\nBackground: none, for the gazetteer" in text(graph, reading, "Anna Kohlmann")


@pytest.mark.parametrize(
    "words", ["Jamaat-ul-Ahrar BACKGROUND_SPLINTER_OF TTP", "khost within afghanistan"]
)
def test_an_edge_of_the_gazetteer_has_no_claim(
    graph: GraphStore, reading: Reading, words: str
) -> None:
    found = values(graph, reading, words)
    assert (found["kind"], found["total"], found["claims"]) == ("background edge", 0, ())
    shown = text(graph, reading, words)
    assert "\n\nThe gazetteer tells it as background; no claim stands behind it.\n" in shown
    assert ("since 2014, until 2020" in shown) == ("SPLINTER" in words)


def test_an_entity_without_claims_is_there_for_what_lies_in_it(
    embedded: GraphStore, reading: Reading
) -> None:
    outer, inner = (f"place/-/{name}" for name in ("Upland", "Nether"))
    nodes = (_entity(outer, "Upland"), _entity(inner, "Nether"))
    edge = Edge("WITHIN", "Entity", entity_id(inner), "Entity", entity_id(outer))
    embedded.write(GraphBatch(nodes, (edge,)))
    shown = text(embedded, reading, "Upland")
    assert "0 claims\n    It is there for what lies in it: Nether\n" in shown


def test_what_is_left_out_is_counted(graph: GraphStore, reading: Reading) -> None:
    total = values(graph, reading, "Anna Kohlmann")["total"]
    shown = text(graph, reading, "Anna Kohlmann", limit=1)
    assert shown.count("confidence") == 1
    assert f"{total} claims:" in shown
    assert f"... and {total - 1} more; --limit {total} shows all of them" in shown


def test_what_was_undone_explains_nothing(graph: GraphStore, reading: Reading) -> None:
    regraph(graph, reading.gazetteer, UNDECIDED)
    assert values(graph, reading, "Ana Kolman")["decisions"] == ()
    assert "Decisions:" not in text(graph, reading, "Ana Kolman")


def test_an_ambiguous_name_lists_the_candidates(embedded: GraphStore, reading: Reading) -> None:
    keys = [entity_key(kind, "Ana Kolman", None) for kind in ("group", "person")]
    embedded.write(GraphBatch(tuple(_entity(key, "Ana Kolman") for key in keys)))
    with pytest.raises(DecisionError) as refused:
        values(embedded, reading, "Ana Kolman ACCUSES India")
    assert str(refused.value) == (
        "Ana Kolman names several entities; give the key of one: "
        "group/-/Ana Kolman, person/-/Ana Kolman."
    )


def test_what_the_graph_does_not_hold_is_one_sentence(
    embedded: GraphStore, reading: Reading
) -> None:
    built(embedded, reading, UNDECIDED)
    absent = r"^No claim of the graph names United States \(country:USA\); kg query overview"
    with pytest.raises(InputError, match=absent):
        values(embedded, reading, "United States")
    with pytest.raises(InputError, match=r"^The graph holds no event:0; kg query sources/versions"):
        values(embedded, reading, "event:0")
    held = (
        r"^The graph holds no STRIKES from Ana Kolman to India; those that it holds are ACCUSES\."
    )
    with pytest.raises(InputError, match=held):
        values(embedded, reading, "Ana Kolman STRIKES India")
    none = r"^The graph holds no STRIKES from India to Iran, nor any other edge\."
    with pytest.raises(InputError, match=none):
        values(embedded, reading, "India STRIKES Iran")
    unknown = r"^Neither the graph nor the gazetteer knows Nemo; kg query overview/actors and "
    with pytest.raises(InputError, match=unknown):
        values(embedded, reading, "Nemo")
    with pytest.raises(InputError, match=r"^Nothing is named; give a name"):
        values(embedded, reading, " ")


def test_names_nearly_right_are_proposed(embedded: GraphStore, reading: Reading) -> None:
    built(embedded, reading, UNDECIDED)
    for words in ("Kohlmann", "Ana Kohlmann", "anna kolmann"):
        with pytest.raises(
            InputError, match=r"; the nearest names are An.* \(person/-/Ann"
        ) as found:
            values(embedded, reading, words)
        assert f"({LONG})" in str(found.value)
    assert values(embedded, reading, "the Indians")["name"] == "India"


def test_half_an_edge_and_an_unknown_relation_are_told(
    embedded: GraphStore, reading: Reading
) -> None:
    built(embedded, reading, UNDECIDED)
    with pytest.raises(InputError, match=r"^India ACCUSES names no edge; write who, ACCUSES and"):
        values(embedded, reading, "India ACCUSES")
    with pytest.raises(InputError, match=r"^The graph holds no ACCUSED from Ana Kolman to India; "):
        values(embedded, reading, "Ana Kolman ACCUSED India")


def test_an_event_is_told_by_its_parties(graph: GraphStore, reading: Reading) -> None:
    [strike] = (
        claim for claim in values(graph, reading, "a1")["claims"] if claim["relation"] == "STRIKES"
    )
    for id in (strike["event"], strike["id"]):
        head = text(graph, reading, id).splitlines()[0]
        assert head == f"Iran STRIKES Iraq in Erbil ({id})"
    assert values(graph, reading, strike["event"])["name"] == "Iran STRIKES Iraq in Erbil"


def test_counts_without_an_end_are_at_least(embedded: GraphStore, reading: Reading) -> None:
    told = {"article": "b", "relation": "STRIKES", "trigger": "hit", "status": "alleged"}
    for id, most, shown in (("c", None, "at least 3"), ("d", 5, "3 to 5"), ("e", 3, "3")):
        counts = {"killed_min": 3, "killed_max": most}
        embedded.write(GraphBatch((Node("Claim", id, {**told, **counts}),)))
        assert f"[alleged; killed {shown}]\n" in text(embedded, reading, id)


def test_hostile_words_reach_no_terminal(graph: GraphStore, reading: Reading) -> None:
    bad = "x\x1b[2J\u202e\nfake: line"
    key = entity_key("person", bad, None)
    nodes = (
        _entity(key, bad),
        Node("Article", "b", {"title": bad, "source": bad}),
        Node("Sentence", "s", {"text": bad}),
        Node("Claim", "c", {"article": bad, "relation": bad, "trigger": bad, "status": "alleged"}),
    )
    edges = (
        Edge("HAS_SENTENCE", "Article", "b", "Sentence", "s"),
        Edge("STATED_IN", "Claim", "c", "Sentence", "s"),
        Edge("SAID_BY", "Claim", "c", "Entity", entity_id(key), {"text": bad}),
    )
    graph.write(GraphBatch(nodes, edges))
    for id in (entity_id(key), "c", "s", "b"):
        shown = text(graph, reading, id)
        assert not {"\x1b", "\u202e"} & set(shown)
        assert not any(line.startswith("fake") for line in shown.splitlines())
        assert "\x1b" not in to_json(values(graph, reading, id))


def _entity(key: str, name: str) -> Node:
    kind = key.partition("/")[0]
    return Node(
        "Entity", entity_id(key), {"name": name, "kind": kind, "key": key}, KIND_LABELS[kind]
    )
