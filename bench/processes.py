"""How much sooner several processes have read the same articles than one has.

    python bench/processes.py [PROCESSES] [ARTICLES]

Seconds are those of the clock, so the machine must be idle and have a core for each process; the
time to load the model is left out. The articles are those of bench/build.py.
"""

import sys
import time
from functools import partial

from build import articles, fail

from kg.clean import clean
from kg.pipeline import extract
from kg.reading import Reader, load_reading
from kg.workers import Workers


def seconds(reader: Reader, count: int) -> float:
    """The time to read ``count`` articles."""
    documents = [clean(article) for article in articles(count)]
    for _ in extract(documents[:20], reader, fail):  # each process reads the lexicon
        pass
    started = time.perf_counter()
    for _ in extract(documents, reader, fail):
        pass
    return time.perf_counter() - started


def main(processes: int, count: int) -> None:
    """Read with one process and with several, and print the ratio."""
    load = partial(load_reading, ["rules"], None)
    reading = load()
    one = seconds(reading, count)
    with Workers(processes, load, reading.gazetteer) as workers:
        several = seconds(workers, count)
    print(f"{count} articles: {processes} processes read {one / several:.2f} times as fast as one")


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    main(*asked, *(2, 100)[len(asked) :])
