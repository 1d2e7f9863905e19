"""Finds the entity that a person means, and decisions whose entity the graph does not hold."""

import json
from collections.abc import Iterable, Iterator

from kg.decide import Decision, Identities, is_key
from kg.errors import DecisionError
from kg.ids import entity_id, entity_key, key_parts
from kg.ontology.gazetteer import Gazetteer
from kg.regraph.rows import column_of, rows_of
from kg.resolve.entities import key_of
from kg.resolve.names import canonical
from kg.schema import KIND_LABELS
from kg.stores.base import GraphStore

_NAMED = """
MATCH (e:Entity)
WHERE toLower(e.name) = toLower($name) OR any(each IN $spelled WHERE e.also CONTAINS each)
RETURN e.key AS key, e.name AS name, e.also AS also ORDER BY key
"""
_CALLED = "MATCH (e:Entity {id: $id}) WHERE e.given IS NULL RETURN e.name AS name"
_HELD = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id AS id ORDER BY id"
_JOINED = """
UNWIND $ids AS id MATCH (:Entity {id: id})<-[x:SOURCE|TARGET|IN|SAID_BY]-(:Claim)
WHERE x.own IS NOT NULL
RETURN DISTINCT x.own AS own ORDER BY own
"""


def find_key(store: GraphStore, gazetteer: Gazetteer, words: str) -> str:
    """The key that words stand for: a key, a name of the graph, or one of the gazetteer.

    Raises DecisionError where the words name nothing, or several entities.
    """
    if is_key(words):
        return in_one_spelling(words)
    return _only(keys_named(store, gazetteer, words), words)


def find_other_kind(
    store: GraphStore, gazetteer: Gazetteer, identities: Identities, words: str, kind: str
) -> tuple[str, str]:
    """The key that words stand for, of those of another kind, and what it is under this kind.

    Where decisions joined it, it is the one that stands for all. The name is as claims tell it.
    Raises DecisionError as ``find_key`` does, and for what the gazetteer knows.
    """
    named = {in_one_spelling(words)} if is_key(words) else keys_named(store, gazetteer, words)
    found = {identities.of(key).chief for key in named}
    other = {key for key in found if gazetteer.kind_of(key) != kind}
    key = _only(other or found, words)
    parts = key_parts(key)
    if parts is None:
        raise DecisionError(
            f"{key} is {gazetteer.kind_of(key) or 'unknown'} by the gazetteer; a file of your own "
            "(--gazetteer) corrects it."
        )
    _, name, country = parts
    if name.endswith(")"):
        return key, entity_key(kind, name, None)
    typed = (key_parts(words) or ("", words))[1]
    called = store.query(_CALLED, {"id": entity_id(key)}).rows
    return key, key_of(kind, str(called[0][0]) if called else typed, country)


def _only(found: set[str], words: str) -> str:
    """The only one of the keys that words name."""
    if len(found) > 1:
        told = ", ".join(sorted(found))
        raise DecisionError(f"{words} names several entities; give the key of one: {told}.")
    if not found:
        raise DecisionError(
            f"Neither the graph nor the gazetteer knows {words}; give a key, such as "
            f"person/-/{words}."
        )
    return min(found)


def keys_named(store: GraphStore, gazetteer: Gazetteer, words: str) -> set[str]:
    """The keys that bear this name in the graph or, where none does, in the gazetteer."""
    return set(_named(store, words)) or _known(gazetteer, words)


def in_one_spelling(key: str) -> str:
    """The key that the graph has for all spellings of the name in a key.

    One that ends in an article's id in brackets is that of somebody of this article alone.
    """
    parts = key_parts(key)
    if parts is None or key.endswith(")"):
        return key
    kind, name, country = parts
    return entity_key(kind, canonical(kind, name), country)


def absent(
    store: GraphStore, decisions: Iterable[Decision], identities: Identities
) -> list[tuple[Decision, str]]:
    """Decisions with the keys of theirs that neither a node nor the words of a claim have."""
    about = [(decision, key) for decision in decisions for key in _named_by(decision)]
    held = set(column_of(store, _HELD, sorted({entity_id(key) for _, key in about})))
    open_ = [(decision, key) for decision, key in about if entity_id(key) not in held]
    chiefs = sorted({entity_id(identities.of(key).chief) for _, key in open_})
    told = {each[0] for row in rows_of(store, _JOINED, chiefs) for each in json.loads(row["own"])}
    return [(decision, key) for decision, key in open_ if key not in told]


def _named_by(decision: Decision) -> tuple[str, ...]:
    """The keys that a decision expects in the graph; the right kind is one that it makes."""
    return decision.entities[:1] if decision.verb == "kind" else decision.entities


def _named(store: GraphStore, words: str) -> Iterator[str]:
    """The keys of the graph with that name, also those that a decision joined with another."""
    spelled = tuple(sorted({canonical(kind, words) for kind in KIND_LABELS}))
    for key, name, also in store.query(_NAMED, {"name": words, "spelled": spelled}).rows:
        if str(name).casefold() == words.casefold():
            yield str(key)
            continue
        for other in json.loads(str(also or "[]")):
            parts = key_parts(other)
            if parts is not None and parts[1] == canonical(parts[0], words):
                yield other


def _known(gazetteer: Gazetteer, words: str) -> set[str]:
    """The key of the gazetteer's entity whose name the words are."""
    whole = (m for m in gazetteer.match(words) if (m.start, m.end) == (0, len(words)))
    return {match.entry.key for match in whole}
