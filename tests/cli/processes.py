"""kg in processes of its own, forked from one that has everything loaded, and killed at a point."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Mapping
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path

import kg.pipeline
import kg.reading
from kg.cli import decide
from kg.cli.main import cli
from kg.decide import append_decision
from kg.stores import embedded, neo4j
from kg.stores.cypher import write_batch

ROOT = Path(__file__).parents[2]
BATCH = 2
"""Articles of a transaction here, so that few texts take several."""

NEVER = "never"
OUTPUT = "output.txt"
"""What a process said, in the folder that it works in."""


def load() -> None:
    """Load the language model, for all processes that are forked later."""
    kg.reading.load_reading(["rules"], None)


def start(
    folder: Path,
    settings: Mapping[str, str],
    *words: str,
    point: str = NEVER,
    together: Barrier | None = None,
    output: str = OUTPUT,
    by: signal.Signals = signal.SIGKILL,
) -> BaseProcess:
    """Start ``kg`` with these words in a folder, to be killed at a point, or signalled ``by``.

    Points: "statement 4" and "commit 2" (all statements of the second transaction have run) come
    before the deed, "committed 2" after it; "undecided" and "decided" are before and behind the
    line in the file of decisions. Processes that are to write ``together`` wait for one another
    before their first transaction.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.cli.loaded"])
    os.environ.setdefault("PYTHONPATH", str(ROOT))
    args = (folder, dict(settings), point, words, together, output, by)
    process = context.Process(target=_run, args=args)
    process.start()
    return process


def ended(process: BaseProcess) -> int | None:
    """The exit code; negative is the signal that killed it."""
    process.join()
    return process.exitcode


def killed(folder: Path, settings: Mapping[str, str], *words: str, point: str) -> None:
    """Run ``kg`` until it is killed at the point."""
    code = ended(start(folder, settings, *words, point=point))
    assert code == -signal.SIGKILL, (folder / OUTPUT).read_text()


def _run(
    folder: Path,
    settings: Mapping[str, str],
    point: str,
    words: tuple[str, ...],
    together: Barrier | None,
    output: str,
    by: signal.Signals,
) -> None:
    os.chdir(folder)
    os.environ.update(settings)
    with Path(output).open("w") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    kg.pipeline.BATCH = BATCH
    neo4j.RETRY_SECONDS = 1.0
    _watch(point, together, by)
    cli(words, prog_name="kg")
    sys.exit()


def _watch(point: str, together: Barrier | None, by: signal.Signals) -> None:
    """Have all that a point can name tell that it was reached."""
    what, _, number = point.partition(" ")
    left = {what: int(number or 1)}

    def passing(reached: str) -> None:
        left[reached] = left.get(reached, 0) - 1
        if left[reached] == 0:
            os.kill(os.getpid(), by)

    def writing(run, *told):  # type: ignore[no-untyped-def]
        def counted(*statement):  # type: ignore[no-untyped-def]
            passing("statement")
            return run(*statement)

        write_batch(counted, *told)
        passing("commit")

    def deciding(*told):  # type: ignore[no-untyped-def]
        passing("undecided")
        append_decision(*told)
        passing("decided")

    decide.append_decision = deciding  # type: ignore[attr-defined]
    for module in (embedded, neo4j):
        module.write_batch = writing  # type: ignore[attr-defined]
    for store in (embedded.EmbeddedStore, neo4j.Neo4jStore):
        store.change = _changing(store.change, passing, together)  # type: ignore[method-assign]


def _changing(  # type: ignore[no-untyped-def]
    change: Callable[..., object], passing: Callable[[str], None], together: Barrier | None
):
    waiting = [together] if together else []

    def changed(self, plan):  # type: ignore[no-untyped-def]
        while waiting:
            waiting.pop().wait(timeout=60)
        batch = change(self, plan)
        passing("committed")
        return batch

    return changed
