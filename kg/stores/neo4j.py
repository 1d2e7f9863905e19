"""A graph on a Neo4j server, over the official driver."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Self
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions as errors
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from kg.errors import (
    KgError,
    QueryError,
    StoreDown,
    StoreError,
    WriteRefused,
    WrongPassword,
)
from kg.records import GraphBatch, Table, Value
from kg.schema import Schema
from kg.stores.base import Plan
from kg.stores.cypher import Catalog, catalog, constraints, missing, write_batch
from kg.stores.text import first_line

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 20.0
TURN_SECONDS = 1800.0
"""What a writer may take, the wait for its turn with it, before the server ends it: one whose
machine is gone without a word would keep all others waiting."""

_INDEXES = "SHOW INDEXES YIELD labelsOrTypes, properties, owningConstraint"
_TURN = "CREATE (x:`%s` {id: 'the turn to write'}) DELETE x"
"""Waits for whoever writes: the constraint keeps the id locked until the transaction ends."""


class _View:
    """The graph as an open transaction sees it; the driver's errors are told where it ends."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def query(self, cypher: str, params: Mapping[str, Value] | None = None) -> Table:
        """The rows of a query."""
        return _table(self._transaction, cypher, dict(params or {}))


class Neo4jStore:
    """The graph in one database of the server at ``address``."""

    def __init__(
        self, address: str, *, user: str, password: str | None, database: str = "neo4j"
    ) -> None:
        if "@" in urlsplit(address).netloc:
            raise StoreError(
                "The store address must not hold user or password; "
                "put them in KG_USER and KG_PASSWORD."
            )
        self._address = address
        self._database = database
        self._names: Catalog | None = None
        with self._told():
            self._driver = neo4j.GraphDatabase.driver(
                address,
                auth=None if password is None else (user, password),
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=2 * CONNECT_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity="OFF",
            )
        self._greet()

    def setup(self, schema: Schema) -> None:
        """Create the constraints of ``schema`` where they are missing."""
        if self.missing(schema):
            with self._told(), self._session(neo4j.WRITE_ACCESS) as session:
                for statement in constraints(schema):
                    session.execute_write(_run, statement, {})
        self._names = catalog(schema)

    def missing(self, schema: Schema) -> tuple[str, ...]:
        """The constraints and indexes of ``schema`` that are missing."""
        held = {
            (str(label), str(name), owner is not None)
            for labels, names, owner in self.query(_INDEXES).rows
            if isinstance(labels, tuple) and isinstance(names, tuple)
            for label in labels
            for name in names
        }
        return missing(schema, held)

    def write(self, batch: GraphBatch) -> None:
        """Upsert the batch in one managed transaction."""
        self.change(lambda _: batch)

    def change(self, plan: Plan) -> GraphBatch:
        """Read, plan and write in one managed transaction, while others wait for their turn."""
        names = self._names
        if names is None:
            raise StoreError("The store was not set up; call setup(schema) before write.")

        @neo4j.unit_of_work(timeout=TURN_SECONDS)
        def work(transaction: neo4j.ManagedTransaction) -> GraphBatch:
            _run(transaction, _TURN % min(names.nodes), {})
            batch = plan(_View(transaction))
            write_batch(lambda *told: _run(transaction, *told), batch, names, "MERGE")
            return batch

        with self._told(), self._session(neo4j.WRITE_ACCESS) as session:
            try:
                return session.execute_write(work)
            except errors.IncompleteCommit:  # it may have committed, which the plan sees
                return session.execute_write(work)

    def query(self, cypher: str, params: Mapping[str, Value] | None = None) -> Table:
        """The rows of a read-only query."""
        with self._told(query=True), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(_table, cypher, dict(params or {}))

    def close(self) -> None:
        """Give the connections back."""
        self._driver.close()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close the store."""
        self.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access)

    def _greet(self) -> None:
        """Ask the database for nothing, so that what is wrong is told at once."""
        try:
            with self._told(), self._session(neo4j.READ_ACCESS) as session:
                session.run("RETURN 1").consume()
        except KgError:
            self._driver.close()
            raise

    @contextmanager
    def _told(self, *, query: bool = False) -> Iterator[None]:
        """Turn the driver's errors into kg's."""
        try:
            yield
        except (errors.Neo4jError, errors.DriverError, OSError, ValueError) as error:
            raise self._error(error, query=query) from error

    def _error(self, error: Exception, *, query: bool) -> KgError:
        code = getattr(error, "code", None) or ""
        match error:
            case errors.AuthError():
                return self._refused(code)
            case errors.ServiceUnavailable() | errors.SessionExpired() | OSError():
                return StoreDown(
                    f"No Neo4j server answers at {self._address}; start it, or correct the address."
                )
            case errors.Neo4jError() if code.startswith("Neo.ClientError.Database."):
                return StoreError(
                    f"The server at {self._address} has no database {self._database}; "
                    "correct KG_DATABASE."
                )
            case errors.Neo4jError() if query:
                return _query_error(error, code)
        told = error.message if isinstance(error, errors.Neo4jError) else error
        return StoreError(f"The server at {self._address} refused: {first_line(told)}.")

    def _refused(self, code: str) -> KgError:
        if code.endswith("AuthenticationRateLimit"):
            return WrongPassword(
                f"The server at {self._address} had too many wrong passwords; "
                "wait five seconds and correct KG_PASSWORD."
            )
        return WrongPassword(
            f"The server at {self._address} refused the user or password; "
            "correct KG_USER and KG_PASSWORD."
        )


def _query_error(error: errors.Neo4jError, code: str) -> QueryError:
    if code.endswith(("AccessMode", "ForbiddenOnReadOnlyDatabase")):
        return WriteRefused("The query would write, and a query may only read.")
    return QueryError(f"The query cannot run: {first_line(error.message)}.")


def _run(transaction: neo4j.ManagedTransaction, cypher: str, params: Mapping[str, Value]) -> int:
    """Run a statement; the number in its only cell, else 0."""
    value = transaction.run(cypher, dict(params)).single(strict=False)
    first = value[0] if value else 0
    return first if isinstance(first, int) else 0


def _table(transaction: neo4j.ManagedTransaction, cypher: str, params: dict[str, Value]) -> Table:
    result = transaction.run(cypher, params)
    columns = tuple(result.keys())
    return Table(columns, tuple(tuple(map(_plain, record.values())) for record in result))


def _plain(value: object) -> Value:
    """``value`` as text, number, truth value, tuple or mapping."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Node() | Relationship() | Path():
            return _record(value)
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case list():
            return tuple(map(_plain, value))
    return _time(value)


def _record(value: Node | Relationship | Path) -> Value:
    match value:
        case Node():
            return {"labels": tuple(sorted(value.labels)), "properties": _properties(value)}
        case Relationship():
            return {"type": value.type, "properties": _properties(value)}
    return {
        "nodes": tuple(map(_plain, value.nodes)),
        "relationships": tuple(map(_step, value.relationships)),
    }


def _time(value: object) -> str:
    """A date, time or duration in ISO 8601."""
    match value:
        case DateTime():
            return value.to_native().isoformat()
        case Date() | Time() | Duration():
            return value.iso_format()
    return str(value)


def _step(step: Relationship) -> Value:
    """A relationship of a path, whose nodes are known."""
    start, end = (None if node is None else _plain(node.get("id")) for node in step.nodes)
    return {"type": step.type, "start": start, "end": end, "properties": _properties(step)}


def _properties(entity: Node | Relationship) -> dict[str, Value]:
    return {name: _plain(value) for name, value in entity.items()}
