"""Reading in several processes: each loads the model itself and gives back claims.

Processes are spawned, not forked, so that they take nothing over from the Java machine of the
embedded store. Results come in the order of the documents, the same as one process gives.
"""

import itertools
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from kg.decide import UNDECIDED, Identities
from kg.errors import ExtractorError
from kg.ontology.gazetteer import Gazetteer
from kg.reading import Failed, Read, Reading
from kg.records import Document, Failure

CHUNK = 5
"""Documents that a process is given at once."""

AHEAD = 4
"""Chunks in work or waiting for each process, which bounds the memory they take."""

Load = Callable[[], Reading]
"""Loads the stages in each process: a function of a module, or a partial of one."""


class _InWorkerError(Exception):
    """The traceback of an error in a worker process, as text."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What became of a chunk: documents with claims, and failures with their tracebacks."""

    read: tuple[Read, ...]
    failures: tuple[tuple[Failure, str], ...]


class Workers:
    """Reads documents like ``Reading`` does, in ``count`` processes of its own."""

    def __init__(
        self, count: int, load: Load, gazetteer: Gazetteer, identities: Identities = UNDECIDED
    ) -> None:
        self.gazetteer = gazetteer
        self.identities = identities
        self.count = count
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(count, context, _prepare, (load,))
        try:
            with _deaf_to_interrupts():
                labels = [self._pool.submit(_label) for _ in range(count)]
            self.label = labels[0].result()
        except BaseException:
            self._pool.shutdown(cancel_futures=True)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def claims(self, documents: Iterable[Document], failed: Failed) -> Iterator[Read]:
        """Each document with its claims, in order. Raises ExtractorError if a process dies."""
        waiting: list[Future[_Answer]] = []
        try:
            for chunk in _chunks(documents):
                waiting.append(self._pool.submit(_read, chunk))
                if len(waiting) >= AHEAD * self.count:
                    yield from _unpacked(waiting.pop(0).result(), failed)
            for future in waiting:
                yield from _unpacked(future.result(), failed)
        except BrokenProcessPool:
            raise ExtractorError(
                "A process that was reading articles died, perhaps for want of memory; "
                "run again with fewer --processes."
            ) from None


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes started meanwhile ignore Ctrl-C from their first moment: the parent answers it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _chunks(documents: Iterable[Document]) -> Iterator[tuple[Document, ...]]:
    stream = iter(documents)
    while chunk := tuple(itertools.islice(stream, CHUNK)):
        yield chunk


def _unpacked(answer: _Answer, failed: Failed) -> Iterator[Read]:
    for failure, trace in answer.failures:
        try:
            raise _InWorkerError(f"\n{trace}")
        except _InWorkerError:
            failed(failure)
    yield from answer.read


_loaders: list[Load] = []
_loaded: list[Reading] = []


def _prepare(load: Load) -> None:
    """Set a new process up, so that it does not outlive its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _loaders.append(load)


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def _reading() -> Reading:
    if not _loaded:
        _loaded.append(_loaders[0]())
    return _loaded[0]


def _label() -> str:
    return _reading().label


def _read(documents: tuple[Document, ...]) -> _Answer:
    failures: list[tuple[Failure, str]] = []
    read = _reading().claims(documents, lambda f: failures.append((f, traceback.format_exc())))
    return _Answer(tuple(read), tuple(failures))
