"""Reads rows of the graph by their columns."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.stores.base import GraphView

Row = Mapping[str, Any]


def rows_of(store: GraphView, cypher: str, ids: Iterable[str]) -> Iterator[Row]:
    """The rows of a query with the parameter ``ids``, by column."""
    table = store.query(cypher, {"ids": tuple(ids)})
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def column_of(store: GraphView, cypher: str, ids: Iterable[str]) -> list[str]:
    """The only column of a query with the parameter ``ids``."""
    return [str(value) for row in rows_of(store, cypher, ids) for value in row.values()]
