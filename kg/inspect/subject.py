"""Words of a person -> the node or short edge of the graph that they mean."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kg.decide import is_key
from kg.errors import InputError
from kg.ids import entity_id
from kg.inspect.nearest import nearest
from kg.ontology.gazetteer import Gazetteer
from kg.records import Value
from kg.regraph import find_key, keys_named
from kg.schema import BACKGROUND
from kg.stores.base import GraphStore

_LISTS = "kg query overview/actors and overview/places list whom it names"
_WHERE = {
    "event": "kg query sources/versions lists its events",
    "claim": "explain an article, an event or an actor for the ids of its claims",
    "sentence": "explain the sentence's article or a claim of it",
}
"""What lists the ids that begin with a word."""

Kind = Literal["article", "sentence", "claim", "event", "entity", "short edge", "background edge"]
LABELS: tuple[tuple[str, Kind], ...] = (
    ("Claim", "claim"),
    ("Event", "event"),
    ("Entity", "entity"),
    ("Sentence", "sentence"),
    ("Article", "article"),
)

_NODE = "MATCH (n:`%s` {id: $id}) RETURN properties(n) AS properties"
_JOINED = """
MATCH (e:Entity) WHERE e.also CONTAINS $key
RETURN e.id AS id, e.also AS also ORDER BY id
"""
_EDGES = """
MATCH (a:Entity {id: $source})-[r]->(b:Entity {id: $target})
RETURN type(r) AS relation, properties(r) AS properties ORDER BY relation
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """A node, or an edge of two entities: that has no ``id``, and ``ends`` are the two."""

    kind: Kind
    id: str | None
    properties: Mapping[str, Value]
    relation: str | None = None
    ends: tuple[Mapping[str, Value], ...] = ()


def find_subject(
    store: GraphStore, gazetteer: Gazetteer, relations: Collection[str], words: str
) -> Subject:
    """What the words mean: an id, an edge of two entities ("A RELATION B"), or a key or name.

    Raises InputError where the graph does not hold it, DecisionError where a name stands for
    several entities.
    """
    told = " ".join(words.split())
    if not told:
        raise InputError("Nothing is named; give a name, a key, an id, or an edge.")
    if found := _node(store, words) or _node(store, told):
        return found
    relations = {*relations, *BACKGROUND}
    edge = next(_split(told, relations), None)
    if edge is None and not is_key(told) and not keys_named(store, gazetteer, told):
        edge = next(_split(told.upper(), relations, told), None)
        edge = edge or _strange_edge(store, gazetteer, told)
    if edge is None:
        if lone := relations & {told.split()[0], told.split()[-1]}:
            raise InputError(
                f"{told} names no edge; write who, {min(lone)} and whom, such as "
                "Pakistan ACCUSES Afghanistan."
            )
        return _named(store, gazetteer, told)
    ends = [_named(store, gazetteer, each) for each in (edge[0], edge[2])]
    return _edge(store, ends[0].properties, edge[1], ends[1].properties)


def _node(store: GraphStore, id: str) -> Subject | None:
    for label, kind in LABELS:
        for (properties,) in store.query(_NODE % label, {"id": id}).rows:
            assert isinstance(properties, Mapping)
            return Subject(kind, id, properties)
    return None


def _split(
    words: str, relations: Collection[str], shown: str | None = None
) -> Iterator[tuple[str, str, str]]:
    """The words around each relation among ``words``, as they stand in ``shown``."""
    names, parts = words.split(), (shown or words).split()
    for place, name in enumerate(names[1:-1], 1):
        if name in relations:
            yield " ".join(parts[:place]), name, " ".join(parts[place + 1 :])


def _strange_edge(
    store: GraphStore, gazetteer: Gazetteer, words: str
) -> tuple[str, str, str] | None:
    """The words around a capital word that is no relation, where both sides are known names."""
    capitals = {word for word in words.split() if word.isupper()}
    for start, name, end in _split(words, capitals):
        if all(keys_named(store, gazetteer, each) for each in (start, end)):
            return start, name, end
    return None


def _named(store: GraphStore, gazetteer: Gazetteer, words: str) -> Subject:
    """The entity of a key or a name, which an article may stand before."""
    for each in (words, words[4:] if words[:4].casefold() == "the " else words):
        if is_key(each) or keys_named(store, gazetteer, each):
            return _entity(store, gazetteer, find_key(store, gazetteer, each))
    told = f"Neither the graph nor the gazetteer knows {words}"
    if near := nearest(store, words):
        raise InputError(f"{told}; the nearest names are {', '.join(near)}.")
    raise InputError(f"{told}; {_LISTS}.")


def _entity(store: GraphStore, gazetteer: Gazetteer, key: str) -> Subject:
    """The entity of a key, also of one that a decision joined with another."""
    if found := _node(store, entity_id(key)):
        return found
    for id, also in store.query(_JOINED, {"key": json.dumps(key, ensure_ascii=False)}).rows:
        if key in json.loads(str(also)) and (found := _node(store, str(id))):
            return found
    if key in gazetteer.entries:
        name = gazetteer.entries[key].name
        raise InputError(f"No claim of the graph names {name} ({key}); {_LISTS}.")
    raise InputError(f"The graph holds no {key}; {_WHERE.get(key.partition(':')[0], _LISTS)}.")


def _edge(
    store: GraphStore, source: Mapping[str, Value], relation: str, target: Mapping[str, Value]
) -> Subject:
    rows = store.query(_EDGES, {"source": source["id"], "target": target["id"]}).rows
    held = {str(name): properties for name, properties in rows}
    found = held.get(relation)
    if isinstance(found, Mapping):
        kind: Kind = "background edge" if relation in BACKGROUND else "short edge"
        return Subject(kind, None, found, relation, (source, target))
    told = f"from {source['name']} to {target['name']}"
    others = f"; those that it holds are {', '.join(held)}" if held else ", nor any other edge"
    raise InputError(f"The graph holds no {relation} {told}{others}.")
