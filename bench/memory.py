"""Resident memory of a reading that goes on: ``kg extract`` over thousands of articles.

    python bench/memory.py [ARTICLES]

The articles are sentences of seeds/ and of the dev half of tests/gold, shuffled; in each, names are
replaced by made-up ones that come only once, the same on every run.
"""

import itertools
import os
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.clean import clean
from kg.pipeline import documents, extract
from kg.reading import load_reading
from kg.records import Article, Document, Failure

ROOT = Path(__file__).parent.parent
SOURCES = ("seeds", "tests/gold/dev.jsonl", "tests/gold/dev_articles.jsonl")
NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}")
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "ir", "os")]
STEPS = 10
LENGTH = range(40, 160)
"""Characters of a sentence: short ones, for the sake of time."""


def articles(count: int) -> Iterator[Document]:
    """Articles of a sentence each, with a new name in the place of about every third."""
    found = documents([str(ROOT / path) for path in SOURCES], sys.stdin.buffer, fail)
    split = (re.split(r"(?<=[.!?])\s+(?=[A-Z])", document.text) for document in found)
    sentences = [s for sentences in split for s in sentences if len(s) in LENGTH]
    chance = random.Random(7)  # noqa: S311
    for number in range(count):
        text = renamed(chance.choice(sentences), chance)
        yield clean(Article(f"a{number}", text, f"a{number}", published="2025-03-04"))


def renamed(sentence: str, chance: random.Random) -> str:
    """The sentence with made-up names."""

    def name(found: re.Match[str]) -> str:
        if chance.random() > 1 / 3:
            return found[0]
        return "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize()

    return NAME.sub(name, sentence)


def fail(failure: Failure) -> None:
    """No article may be left out."""
    raise SystemExit(f"{failure.origin} {failure.reason}")


def resident() -> int:
    """Bytes of this process in memory, by Linux's count of pages."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def main(count: int) -> None:
    """Read ``count`` articles; tell the memory after each tenth of them."""
    reading = load_reading(["rules"], None)
    vocab = reading.annotator.nlp.vocab
    stream = extract(articles(count), reading, fail)
    first = claims = done = 0
    while group := list(itertools.islice(stream, max(1, count // STEPS))):
        done += len(group)
        claims += sum(len(found) for _, found in group)
        first = first or resident()
        now = resident()
        print(
            f"{done:6} articles {claims:7} claims {now / 2**20:6.0f} MB {now / first:5.2f} of the "
            f"first  {len(vocab.strings):7} strings {len(vocab):7} words",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
