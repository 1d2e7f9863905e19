"""Where the time of ``kg build`` goes: each stage's share of one run, and the most memory it took.

    python bench/build.py [ARTICLES]

The articles are paragraphs of seeds/ put together anew, the same on every run.
"""

import itertools
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.clean import clean
from kg.ontology.relations import load_relations
from kg.pipeline import BATCH, load_reading
from kg.project import project
from kg.records import Article, Claim
from kg.resolve import resolve
from kg.schema import graph_schema
from kg.stores import open_store

SEEDS = Path(__file__).parent.parent / "seeds"


def articles(count: int) -> Iterator[Article]:
    """Articles of eight paragraphs each, every second one with a day of publication."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines() if len(line) > 120]
    chance = random.Random(7)  # noqa: S311
    for number in range(count):
        text = "\n\n".join(chance.sample(lines, 8))
        day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}" if number % 2 else None
        yield Article(f"a{number}", text, f"a{number}", published=day)


def batches(found: Iterator[Article]) -> Iterator[list[Article]]:
    """The articles of each transaction."""
    while group := list(itertools.islice(found, BATCH)):
        yield group


def main(count: int) -> None:
    """Build a graph of ``count`` articles and print the shares."""
    took: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        took[name] += time.perf_counter() - started

    reading = load_reading(["rules"], None)
    found = 0
    writes = []
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/kg.db") as store:
        store.setup(graph_schema(load_relations().relations))
        for group in batches(articles(count)):
            with stage("clean"):
                documents = [clean(article) for article in group]
            with stage("annotate"):
                annotated = list(reading.annotator.annotate(documents))
            claims: list[Claim] = []
            with stage("extract"):
                for each in annotated:
                    for extractor in reading.extractors:
                        claims += extractor.extract(each)
            with stage("resolve and project"):
                built = resolve(claims, reading.gazetteer)
                texts = [(each.document, each.sentences) for each in annotated]
                batch = project(texts, built, reading.label)
            before = took["write"]
            with stage("write"):
                store.write(batch)
            writes.append(took["write"] - before)
            found += len(claims)
    whole = sum(took.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} articles, {found} claims, {whole:.1f} seconds, at most {peak} MB")
    for name, seconds in took.items():
        print(f"{name:20} {seconds / whole:6.1%}  {seconds / took['annotate']:6.2f} of annotate")
    last, first = (sum(part) / len(part) for part in (writes[-5:], writes[1:6]))
    print(f"the last five batches were written in {last / first:.1f} times the first five's time")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
