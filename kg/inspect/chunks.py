"""Reads a graph piece by piece."""

from collections.abc import Iterator
from itertools import islice

from kg.records import Value
from kg.stores.base import GraphView

CHUNK = 500
"""Nodes that are read at once."""


def chunks(store: GraphView, label: str, size: int = CHUNK) -> Iterator[tuple[str, ...]]:
    """The ids of all nodes of a label, in order, ``size`` at a time."""
    ids = iter(column(store, f"MATCH (n:`{label}`) RETURN n.id AS id ORDER BY id"))
    while chunk := tuple(islice(ids, size)):
        yield chunk


def column(store: GraphView, cypher: str, **params: Value) -> tuple[str, ...]:
    """The only column of a query."""
    return tuple(str(value) for (value,) in store.query(cypher, params).rows)
