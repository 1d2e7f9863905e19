"""A graph examined: what is amiss, and what of it can be worked out anew."""

from kg.errors import StoreError
from kg.inspect.base import ANEW, check_read, keyless, twice
from kg.inspect.edges import check_edges, mend_edges
from kg.inspect.entities import check_entities, check_orphans, mend_entities, mend_orphans
from kg.inspect.events import check_events, mend_events
from kg.inspect.findings import Finding, Present
from kg.inspect.ties import check_ties, mend_ties
from kg.ontology.relations import load_relations
from kg.regraph import apart, regraph
from kg.stores.base import GraphStore


def check(store: GraphStore, present: Present) -> tuple[Finding, ...]:
    """Everything that is amiss; nothing is changed.

    In memory are all ids of one label, what is wrong, and a piece of the graph.
    """
    moving = apart(store, present.identities)
    return (
        *_setting(store, present, moving),
        *check_read(store, present),
        *check_entities(store, present, moving),
        *check_events(store),
        *check_edges(store, load_relations().relations),
        *check_ties(store, present, moving),
        *check_orphans(store),
    )


def repair(store: GraphStore, present: Present) -> None:
    """Work out anew what is derived; what was read stays as it is. A second time changes nothing.

    Constraints come first, then what decisions say, entities, events, short edges, ties, and
    at last what nothing needs any more. Raises StoreError where ids are borne by several nodes.
    """
    for node in present.schema.nodes:
        if found := twice(store, node.label):
            raise StoreError(
                f"The graph has several nodes of {node.label} with the id {found[0]}, so nothing "
                f"was repaired; {ANEW}."
            )
    store.setup(present.schema)
    if not keyless(store):
        regraph(store, present.gazetteer, present.identities)
    mend_entities(store, present)
    mend_events(store)
    mend_edges(store, load_relations().relations)
    mend_ties(store, present)
    mend_orphans(store)


def _setting(store: GraphStore, present: Present, moving: tuple[str, ...]) -> list[Finding]:
    """What is missing of constraints, and where decisions and graph are apart."""
    found = []
    if missing := store.missing(present.schema):
        told = "constraints or indexes are missing"
        found.append(Finding(told, missing, "make them", derived=True))
    if moving:
        told = "entities are not as the file of decisions says"
        found.append(
            Finding(told, moving, "apply the decisions, as every build does", derived=True)
        )
    return found
