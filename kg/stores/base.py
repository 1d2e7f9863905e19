"""What every store can do; stores know nodes, edges and tables, and nothing of news."""

from collections.abc import Callable, Mapping
from typing import Protocol, Self

from kg.records import GraphBatch, Table, Value
from kg.schema import Schema


class GraphView(Protocol):
    """What can be asked of a graph."""

    def query(self, cypher: str, params: Mapping[str, Value] | None = None) -> Table:
        """The rows of a read-only query, as plain values; dates and times become ISO strings.

        A node becomes ``{labels, properties}``, a relationship ``{type, properties}``, a path
        ``{nodes, relationships}`` whose relationships also name the ``id`` of ``start`` and
        ``end``. Raises WriteRefused where the query would write, QueryError where it cannot run.
        """


Plan = Callable[[GraphView], GraphBatch]
"""Makes a batch of what it reads, and does nothing else: it may be asked again."""


class GraphStore(GraphView, Protocol):
    """A property graph that speaks Cypher. Use as a context manager, or call ``close``."""

    def setup(self, schema: Schema) -> None:
        """Create the constraints of ``schema`` where they are missing; needed before ``write``."""

    def missing(self, schema: Schema) -> tuple[str, ...]:
        """The constraints and indexes that ``setup`` would create, as "Claim.id"."""

    def write(self, batch: GraphBatch) -> None:
        """Remove and upsert in one transaction, all of the batch or nothing.

        Writers take turns, and transient errors are retried.
        A property that is None is taken off; one that is not named stays as it is. Raises
        StoreError where the batch does not fit the schema or an edge lacks an end.
        """

    def change(self, plan: Plan) -> GraphBatch:
        """Write the batch that ``plan`` makes of what it reads, and give it back.

        No other process or thread writes between what is read and what is written. What the plan
        raises is raised, and nothing is written.
        """

    def close(self) -> None:
        """Give the connection or the files back; closing twice is harmless."""

    def __enter__(self) -> Self:
        """The store itself."""

    def __exit__(self, *error: object) -> None:
        """Close the store."""
