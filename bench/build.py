"""Where the time of ``kg build`` goes: tokens per second of each stage, its share, and the memory.

    python bench/build.py [ARTICLES]

The articles are paragraphs of seeds/ and of the labelled articles put together anew, the same on
every run. Seconds are those of the processor, so that other work on the machine counts little.
"""

import io
import itertools
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from unittest.mock import patch

from kg.annotate import Annotated
from kg.clean import clean
from kg.extract.rules import actors, announced, factuality, possession, speakers, status
from kg.extract.rules.memory import Memory
from kg.ontology.relations import load_relations
from kg.pipeline import BATCH, documents
from kg.reading import Reading, load_reading
from kg.records import Article, Claim, Failure
from kg.regraph import exchange
from kg.regraph.articles import Texts
from kg.resolve import Resolved, resolve
from kg.schema import graph_schema
from kg.stores import open_store

P = ParamSpec("P")
T = TypeVar("T")

ROOT = Path(__file__).parent.parent
SOURCES = ("seeds", "tests/gold/dev_articles.jsonl")
WITHIN: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("  reference", Memory, ("note", "full_name", "institution")),
    ("  reference", actors, ("pronoun", "phrase_back", "told_back")),
    ("  reference", possession, ("pronoun",)),
    ("  status and speaker", factuality, ("standing",)),
    ("  status and speaker", status, ("status_of", "announces_force", "threaten")),
    ("  status and speaker", speakers, ("said_by", "told_by", "remember_speakers")),
    ("  status and speaker", announced, ("announced", "refused", "weigh_promise")),
)
"""Parts of extraction that are timed apart from the rules: where, and which functions."""

STAGES = ("clean", "annotate", "extract", "resolve", "gather", "write")
PARTS = ("  triggers and slots", "  reference", "  status and speaker")


class Clock:
    """Seconds of the processor by stage; of stages within each other the inner one has them."""

    def __init__(self) -> None:
        self.took: defaultdict[str, float] = defaultdict(float)
        self._within: list[str] = []
        self._since = time.process_time()

    def _charge(self) -> None:
        now = time.process_time()
        if self._within:
            self.took[self._within[-1]] += now - self._since
        self._since = now

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """All that is done within it, but for inner stages, is of the stage ``name``."""
        self._charge()
        self._within.append(name)
        try:
            yield
        finally:
            self._charge()
            self._within.pop()

    def timed(self, name: str, function: Callable[P, T]) -> Callable[P, T]:
        """The function, as a stage."""

        @wraps(function)
        def inner(*given: P.args, **named: P.kwargs) -> T:
            with self.stage(name):
                return function(*given, **named)

        return inner

    @contextmanager
    def split(self) -> Iterator[None]:
        """Meanwhile the parts of extraction are stages."""
        with ExitStack() as stack:
            for name, home, functions in WITHIN:
                for function in functions:
                    timed = self.timed(name, getattr(home, function))
                    stack.enter_context(patch.object(home, function, timed))
            yield


def articles(count: int) -> Iterator[Article]:
    """Articles of eight paragraphs each, every second one with a day of publication."""
    found = documents([str(ROOT / path) for path in SOURCES], io.BytesIO(), fail)
    lines = [line for each in found for line in each.text.splitlines() if len(line) > 120]
    chance = random.Random(7)  # noqa: S311
    for number in range(count):
        text = "\n\n".join(chance.sample(lines, 8))
        day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}" if number % 2 else None
        yield Article(f"a{number}", text, f"a{number}", published=day)


def fail(failure: Failure) -> None:
    """No article may be left out."""
    raise SystemExit(f"{failure.origin} {failure.reason}")


def batches(found: Iterator[Article]) -> Iterator[list[Article]]:
    """The articles of each transaction."""
    while group := list(itertools.islice(found, BATCH)):
        yield group


def prepared(group: list[Article], reading: Reading, clock: Clock) -> tuple[Texts, Resolved, int]:
    """Some articles with what is resolved of them, and of how many tokens they are."""
    with clock.stage("clean"):
        documents = [clean(article) for article in group]
    with clock.stage("annotate"):
        annotated = list(reading.annotator.annotate(documents))
    with clock.stage("extract"):
        claims = claims_of(annotated, reading)
    with clock.stage(PARTS[0]), clock.split():
        claims_of(annotated, reading)
    with clock.stage("resolve"):
        built = resolve(claims, reading.gazetteer)
    texts = [(each.document, each.sentences) for each in annotated]
    return texts, built, sum(len(p.doc) for each in annotated for p in each.paragraphs)


def claims_of(annotated: list[Annotated], reading: Reading) -> list[Claim]:
    """The claims of all extractors."""
    return [c for each in annotated for e in reading.extractors for c in e.extract(each)]


def main(count: int) -> None:
    """Build a graph of ``count`` articles and print the figures."""
    reading = load_reading(["rules"], None)
    prepared(list(articles(3)), reading, Clock())  # reads the lexicon, once and for all
    clock = Clock()
    # All is read before the store opens: its Java machine works on beside later stages.
    ready = [prepared(group, reading, clock) for group in batches(articles(count))]
    tokens = sum(counted for *_, counted in ready)
    writes = []
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/kg.db") as store:
        store.setup(graph_schema(load_relations().relations))
        for texts, built, _ in ready:
            with clock.stage("gather"):
                batch = exchange(store, (), texts, built, reading.label)
            before = clock.took["write"]
            with clock.stage("write"):
                store.write(batch)
            writes.append(clock.took["write"] - before)
    report(clock.took, tokens)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} articles, {tokens} tokens, at most {peak} MB")
    last, first = (sum(part) / len(part) for part in (writes[-5:], writes[1:6]))
    print(f"the last five batches were written in {last / first:.1f} times the first five's time")


def report(took: dict[str, float], tokens: int) -> None:
    """Print what each stage took, and the parts of extraction by their shares when split."""
    whole = sum(took[stage] for stage in STAGES)
    slower = sum(took[part] for part in PARTS) / took["extract"]
    print(f"{'stage':22} {'tokens/s':>10} {'of the whole':>13} {'of annotate':>12}")
    for stage in STAGES:
        _line(stage, took[stage], whole, took["annotate"], tokens)
        for part in PARTS if stage == "extract" else ():
            _line(part, took[part] / slower, whole, took["annotate"], tokens)
    _line("whole", whole, whole, took["annotate"], tokens)


def _line(name: str, seconds: float, whole: float, parse: float, tokens: int) -> None:
    speed = tokens / seconds
    print(f"{name:22} {speed:10,.0f} {seconds / whole:13.1%} {seconds / parse:12.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
