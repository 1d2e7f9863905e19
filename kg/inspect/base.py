"""Checks of what was read: articles, sentences and claims, which only reading anew can mend.

Others may keep nodes with the same labels in the database; ours are known by their ids.
"""

from collections.abc import Iterator

from kg.inspect.chunks import column
from kg.inspect.findings import Finding, Present
from kg.stores.base import GraphStore

ANEW = "build the graph anew in another place"
_AGAIN = (
    "retract their articles where the graph holds them, build these again and repair what that "
    f"counted twice with kg check --repair, or {ANEW}"
)

_TWICE = """
MATCH (n:`%s`) WHERE n.id IS NOT NULL
WITH n.id AS id, count(*) AS n WHERE n > 1
RETURN id ORDER BY id
"""
_STALE = """
MATCH (a:Article) WHERE a.hash IS NOT NULL AND (a.extractor IS NULL OR a.extractor <> $label)
RETURN a.id AS id ORDER BY id
"""
_LOOSE_SENTENCES = """
MATCH (s:Sentence)
WHERE s.id STARTS WITH 'sentence:' AND NOT EXISTS { (s)<-[:HAS_SENTENCE]-(:Article) }
RETURN s.id AS id ORDER BY id
"""
_LOOSE_CLAIMS = """
MATCH (c:Claim)
WHERE c.id STARTS WITH 'claim:' AND NOT EXISTS { (c)-[:STATED_IN]->(:Sentence) }
RETURN c.id AS id ORDER BY id
"""
_KEYLESS = """
MATCH (e:Entity) WHERE e.id STARTS WITH 'entity:' AND e.key IS NULL
RETURN e.id AS id ORDER BY id
"""


def check_read(store: GraphStore, present: Present) -> Iterator[Finding]:
    """What is wrong with nodes that no derivation can make."""
    for node in present.schema.nodes:
        if found := twice(store, node.label):
            yield Finding(f"ids are borne by several nodes of {node.label}", found, ANEW)
    if found := keyless(store):
        yield Finding("entities have no key, as an older kg made them", found, ANEW)
    if found := column(store, _LOOSE_SENTENCES):
        yield Finding("sentences have no article", found, _AGAIN)
    if found := column(store, _LOOSE_CLAIMS):
        yield Finding("claims have no sentence", found, _AGAIN)
    if found := column(store, _STALE, label=present.label):
        told = f"articles were not read by what reads them now ({present.label})"
        yield Finding(told, found, "build them again, which replaces them")


def twice(store: GraphStore, label: str) -> tuple[str, ...]:
    """The ids that several nodes of a label bear."""
    return column(store, _TWICE % label)


def keyless(store: GraphStore) -> tuple[str, ...]:
    """The ids of entities without a key, which decisions cannot be applied to."""
    return column(store, _KEYLESS)
