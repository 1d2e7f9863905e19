"""A whole graph as text lines that do not depend on the order of writing or on the store."""

import json
from typing import NamedTuple

from kg.records import Table
from kg.stores.base import GraphStore

_NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
_EDGES = """
MATCH (a)-[r]->(b)
RETURN labels(a) AS start_labels, a.id AS start, type(r) AS type, labels(b) AS end_labels,
       b.id AS end, properties(r) AS properties
"""


class Dump(NamedTuple):
    """Nodes and edges, one JSON object a line, sorted; equal where the graphs are equal."""

    nodes: tuple[str, ...]
    edges: tuple[str, ...]


def dump(store: GraphStore) -> Dump:
    """All nodes by labels and properties, all edges by ends, type and properties."""
    return Dump(_lines(store.query(_NODES)), _lines(store.query(_EDGES)))


def _lines(table: Table) -> tuple[str, ...]:
    """The rows as sorted lines; the order of labels says nothing and is made one."""
    told = []
    for row in table.rows:
        record = dict(zip(table.columns, row, strict=True))
        for name in record.keys() & {"labels", "start_labels", "end_labels"}:
            labels = record[name]
            assert isinstance(labels, tuple)
            record[name] = tuple(sorted(map(str, labels)))
        told.append(json.dumps(record, ensure_ascii=False, sort_keys=True))
    return tuple(sorted(told))
