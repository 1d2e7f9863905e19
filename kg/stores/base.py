"""What every store can do; stores know nodes, edges and tables, and nothing of news."""

from collections.abc import Mapping
from typing import Protocol

from kg.records import GraphBatch, Table, Value
from kg.schema import Schema


class GraphStore(Protocol):
    """A property graph that speaks Cypher. Use as a context manager, or call ``close``."""

    def setup(self, schema: Schema) -> None:
        """Create the constraints of ``schema`` where they are missing; needed before ``write``."""

    def write(self, batch: GraphBatch) -> None:
        """Upsert the batch in one transaction: all of it or nothing. Transient errors are retried."""

    def query(self, cypher: str, params: Mapping[str, Value] | None = None) -> Table:
        """The rows of a read-only query. Raises WriteRefused where the query would write."""

    def close(self) -> None:
        """Give the connection or the files back; closing twice is harmless."""
