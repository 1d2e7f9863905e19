"""A graph in a folder: ArcadeDB inside this process, with no server and no account.

One Java machine serves all databases of the process and cannot start twice, so it is set up here
alone: a heap bounded by what the machine or container has, no log, no file read by a query.
Start worker processes before the first store is opened, or spawn them.
"""

import atexit
import json
import os
import random
import shutil
import signal
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

import arcadedb_embedded as arcadedb
import jpype
from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

from kg.errors import KgError, QueryError, StoreError, StoreLocked, WriteRefused
from kg.records import GraphBatch, Table, Value
from kg.schema import Schema
from kg.stores.base import Plan
from kg.stores.cypher import Catalog, catalog, constraints, missing, write_batch
from kg.stores.java import Java, plain
from kg.stores.text import first_line

ATTEMPTS = 12
"""How often a batch is tried when other threads write the same nodes."""

# A run is short: the second compiler, and a heap that starts small, cost more than they save.
_JVM_OPTIONS = (
    "-XX:MaxRAM=4g",
    "-XX:MaxRAMPercentage=50",
    "-XX:InitialRAMPercentage=6.25",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    f"-XX:ErrorFile={os.devnull}",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    f"-Djava.util.logging.config.file={Path(__file__).with_name('logging.properties')}",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
    "-Darcadedb.polyglotEngineEnabled=false",
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
)
_TRANSIENT = ("NeedRetryException", "DuplicatedKeyException", "TypeAlreadyExistsException")
_LOST = "its file %s is gone or damaged; put it back, or build the graph anew in another place"
_starting = threading.Lock()


class EmbeddedStore:
    """The graph in the folder ``path``; one process at a time may have it open."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self._path = path
        self._names: Catalog | None = None
        self._turn = threading.Lock()
        self._db = _open(path.expanduser().absolute(), path, create=create)

    def setup(self, schema: Schema) -> None:
        """Create the constraints of ``schema`` where they are missing."""
        for statement in constraints(schema):
            self._command(statement, {})
        self._names = catalog(schema)

    def missing(self, schema: Schema) -> tuple[str, ...]:
        """The constraints and indexes of ``schema`` that are missing."""
        known = self._db.get_java_database().getSchema()
        held = {
            (label, str(name), bool(index.isUnique()))
            for label in (node.label for node in schema.nodes)
            if known.existsType(label)
            for index in known.getType(label).getAllIndexes(True)
            for name in index.getPropertyNames()
        }
        return missing(schema, held)

    def write(self, batch: GraphBatch) -> None:
        """Upsert the batch in one transaction."""
        self.change(lambda _: batch)

    def change(self, plan: Plan) -> GraphBatch:
        """Plan, then write in one transaction, while other threads wait for their turn."""
        with self._turn:
            batch = plan(self)
            self._write(batch)
        return batch

    def query(self, cypher: str, params: Mapping[str, Value] | None = None) -> Table:
        """The rows of a read-only query."""
        try:
            rows = self._db.query("opencypher", cypher, dict(params or {})).to_list()
        except arcadedb.ArcadeDBError as error:
            if _is_a(error, "QueryNotIdempotentException"):
                raise WriteRefused("The query would write, and a query may only read.") from error
            raise QueryError(f"The query cannot run: {_reason(error)}.") from error
        columns = tuple(rows[0]) if rows else self._columns(cypher)
        return Table(columns, tuple(tuple(plain(row[name]) for name in columns) for row in rows))

    def close(self) -> None:
        """Give the folder back to other processes."""
        self._db.close()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close the store."""
        self.close()

    def _write(self, batch: GraphBatch) -> None:
        """Write in one transaction, again where the database asks for it."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._write_once(batch)
            except arcadedb.ArcadeDBError as error:
                if attempt == ATTEMPTS or not _is_a(error, *_TRANSIENT):
                    raise StoreError(
                        f"The database {self._path} refused the batch and kept nothing of it: "
                        f"{_reason(error)}."
                    ) from error
            time.sleep(random.uniform(0, 0.01 * 2 ** min(attempt, 6)))  # noqa: S311
        return None

    def _write_once(self, batch: GraphBatch) -> None:
        if self._names is None:
            raise StoreError("The store was not set up; call setup(schema) before write.")
        try:
            self._db.begin()
            write_batch(self._command, batch, self._names, "CREATE")
            self._db.commit()
        except BaseException:
            if self._db.is_transaction_active():
                self._db.rollback()
            raise

    def _command(self, cypher: str, params: Mapping[str, Value]) -> int:
        """Run a statement; the number in its only cell, else 0."""
        rows = self._db.command("opencypher", cypher, dict(params)).to_list()
        first = next(iter(rows[0].values())) if rows else 0
        return first if isinstance(first, int) else 0

    def _columns(self, cypher: str) -> tuple[str, ...]:
        """The columns of a query without rows, which only its text tells."""
        parser = jpype.JClass("com.arcadedb.query.opencypher.parser.Cypher25AntlrParser")
        returned = parser(self._db.get_java_database()).parse(cypher).getReturnClause()
        items = () if returned is None else returned.getReturnItems()
        return tuple(str(item.getOutputName()) for item in items if not item.isStar())


def _open(path: Path, told: Path, *, create: bool) -> arcadedb.Database:
    """The database in the folder ``path``, made where it is missing and ``create`` is true."""
    if path.exists() and not path.is_dir():
        raise StoreError(f"{told} is a file; name a folder for the graph, such as ./kg.db.")
    start_jvm()
    factory = arcadedb.DatabaseFactory(str(path))
    try:
        if factory.exists():
            _check_files(path, told)
            return factory.open()
        if path.is_dir() and any(path.iterdir()):
            raise StoreError(f"The folder {told} holds other files and no graph; name another one.")
        if not create:
            raise StoreError(
                f"There is no graph at {told}; make one with kg build, or name another."
            )
        return _create(path)
    except (arcadedb.ArcadeDBError, OSError) as error:
        raise _open_error(error, told) from error


def _check_files(path: Path, told: Path) -> None:
    """Refuse a folder that lacks a file of its nodes or edges: it would open without them."""
    try:
        types = json.loads((path / "schema.json").read_text(encoding="utf-8"))["types"]
    except (OSError, ValueError, KeyError) as error:
        raise StoreError(f"The graph {told} cannot be opened: {_LOST % 'schema.json'}.") from error
    held = {file.name.rsplit(".", 4)[0] for file in path.glob("*.bucket")}
    named = {name for each in types.values() for name in each["buckets"]}
    if lost := sorted(named - held):
        raise StoreError(f"The graph {told} cannot be opened: {_LOST % lost[0]}.")


def _create(path: Path) -> arcadedb.Database:
    """A new database, made beside ``path`` and moved there whole.

    A process that is killed meanwhile leaves nothing at ``path`` that could not be opened.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half-made")
    shutil.rmtree(half, ignore_errors=True)
    arcadedb.DatabaseFactory(str(half)).create().close()
    half.rename(path)
    return arcadedb.DatabaseFactory(str(path)).open()


def _open_error(error: Exception, told: Path) -> KgError:
    """The one sentence for a database that does not open."""
    text = str(error)
    if "is locked by another process" in text or _is_a(error, "LockException"):
        return StoreLocked(f"Another process has the graph {told} open; wait until it ends.")
    if "already in use" in text:
        return StoreLocked(f"This process has the graph {told} open already; close it first.")
    return StoreError(f"The graph {told} cannot be opened: {_reason(error)}.")


def start_jvm() -> None:
    """Start the Java machine where it does not run yet; ctrl-C stays with Python."""
    with _starting:
        if jpype.isJVMStarted():
            return
        jars = sorted(map(str, Path(get_jar_path()).glob("*.jar")))
        try:
            jpype.startJVM(
                get_bundled_jre_lib_path(), *_JVM_OPTIONS, classpath=jars, interrupt=False
            )
        except (RuntimeError, OSError, arcadedb.ArcadeDBError) as error:
            raise StoreError(
                f"The Java machine of the embedded store does not start: {first_line(error)}."
            ) from error
        _take_interrupts_back()
        atexit.register(_close_all)


def _take_interrupts_back() -> None:
    """Set Python's handler again: behind Java's, ctrl-C would not end a wait for input."""
    handler = signal.getsignal(signal.SIGINT)
    if handler is not None and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, handler)


def _close_all() -> None:
    """Close what is still open at exit, or the Java machine would wait half a minute for it."""
    factory = jpype.JClass("com.arcadedb.database.DatabaseFactory")
    for database in list(factory.getActiveDatabaseInstances()):
        database.close()


def _causes(error: BaseException | None) -> Iterator[Java]:
    """The Java exceptions behind a Python one, outermost first."""
    while error is not None:
        if hasattr(error, "getClass"):
            yield error
        error = error.getCause() if hasattr(error, "getCause") else error.__cause__


def _is_a(error: BaseException, *names: str) -> bool:
    """Whether one of the Java exceptions behind ``error`` is of a class or subclass so named."""
    for cause in _causes(error):
        kind = cause.getClass()
        while kind is not None:
            if str(kind.getSimpleName()) in names:
                return True
            kind = kind.getSuperclass()
    return False


def _reason(error: BaseException) -> str:
    """What the innermost Java exception with a message says."""
    told = [str(cause.getMessage()) for cause in _causes(error) if cause.getMessage()]
    return first_line(told[-1] if told else error)
