"""How the cost of changing a graph grows with the graph, on the embedded store.

    python bench/growth.py [ARTICLES ...]

Articles of three made-up claims each between states, of which few are named often (by Zipf's law),
at places of theirs, said by one person that ten articles name and one that no other does; twenty a
day. With ``--hot`` all of them tell of one state and of days of one month. At each size of the
graph the same changes are made and undone; printed are the seconds of the processor that each
takes, as a multiple of those at the first size.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from string import ascii_lowercase

from kg.clean import clean
from kg.decide import UNDECIDED, Decision, Identities, identities
from kg.ids import stable_id
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.ontology.relations import load_relations
from kg.pipeline import BATCH, retract
from kg.records import Article, Claim, Document, GraphBatch, Mention, Sentence, When
from kg.regraph import exchange, regraph
from kg.resolve import resolve
from kg.schema import graph_schema
from kg.stores import GraphStore, open_store

TEXT = "One state struck another. A third condemned it. A fourth met the first."
SIZES = (2_000, 10_000, 20_000)
HOT = (100, 300, 600)
RELATIONS = (("STRIKES", "ASSAULT"), ("CONDEMNS", "ACCUSE"), ("MEETS", "CONSULT"))
TIMES = 5
"""How often each change is made at each size; the median counts."""
LOAD = 200
"""Articles of one batch while the graph grows between two sizes."""

Change = Callable[[], None]


@cache
def gazetteer() -> Gazetteer:
    """The names that are known beforehand."""
    return load_gazetteer()


@cache
def states() -> tuple[list[str], list[float]]:
    """The keys of states, and how often each is named; the last one only in the first articles."""
    keys = sorted(key for key in gazetteer().entries if key.startswith("country:"))
    return keys, [*(1 / (rank + 1) for rank in range(len(keys) - 1)), 0.0]


@cache
def provinces(country: str) -> list[str]:
    """The keys of the provinces of a country."""
    known = gazetteer().entries.values()
    return [e.key for e in known if e.kind == "province" and e.country == country]


def person(number: int) -> Mention:
    """Somebody whom no list knows."""
    name = "Ana K" + "".join(ascii_lowercase[int(digit)] for digit in str(number))
    return Mention(name, 0, 3, name, "person")


def known(key: str) -> Mention:
    """A state or a province."""
    entry = gazetteer().entries[key]
    return Mention(entry.name, 0, 3, entry.name, entry.kind, entry.country, entry.key)


def claims(number: int, version: int, *, hot: bool) -> Iterator[Claim]:
    """Three claims of an article; another version tells another."""
    id = f"a{number}"
    chance = random.Random(f"{number} {version}")  # noqa: S311
    day = date(2001, 1, 1) + timedelta(number % 30 if hot else number // BATCH)
    for index, (relation, event_type) in enumerate(RELATIONS):
        one, other = states()[0][:2] if hot else chance.choices(*states(), k=2)
        other = states()[0][-1] if number < 10 else other
        ground = provinces(gazetteer().entries[other].country or "")
        yield Claim(
            id=stable_id("claim", id, index, version),
            article=id,
            sentence=Sentence(id, index, TEXT, index, len(TEXT)),
            relation=relation,
            event_type=event_type,
            mode=None,
            trigger="struck",
            start=10,
            end=16,
            status="asserted",
            confidence=0.9,
            extractor="bench 1",
            source=(known(one),),
            target=(known(other),),
            place=(known(chance.choice(ground)),) if ground else (),
            said_by=(person(number // 10), person(1_000_000 + number)),
            when=When("then", *[day.isoformat()] * 2, "day") if chance.random() < 0.5 else None,
        )


class Growing:
    """A graph that grows, and the changes that are made to it."""

    def __init__(self, store: GraphStore, *, hot: bool) -> None:
        store.setup(graph_schema(load_relations().relations))
        self._store, self._hot = store, hot
        self._held = 0

    def grow(self, size: int) -> None:
        """Let the graph hold so many articles, the last of them in a batch as of a build."""
        last = size - BATCH
        for start in range(self._held, last, LOAD):
            self._write(range(start, min(start + LOAD, last)))
        self._write(range(last, size))
        self._held = size

    def changes(self) -> Mapping[str, tuple[Change, Change]]:
        """By name, a change of this graph and what undoes it."""
        last = range(self._held - BATCH, self._held)
        middle = range(self._held // 2, self._held // 2 + 1)
        often, rare = states()[0][0], states()[0][-1]
        few = [f"person/-/{person(number).name}" for number in (3, 4)]
        return {
            "twenty articles": (lambda: self._take_back(last), lambda: self._write(last)),
            "one article": (lambda: self._take_back(middle), lambda: self._write(middle)),
            "a changed one": (
                lambda: self._write(middle, middle, 1),
                lambda: self._write(middle, middle),
            ),
            "two rare names": (lambda: self._decide(*few), self._decide),
            "a rare and a frequent one": (lambda: self._decide(often, rare), self._decide),
        }

    def _take_back(self, numbers: range) -> None:
        retract([f"a{number}" for number in numbers], self._store)

    def _write(self, numbers: range, gone: range = range(0), version: int = 0) -> None:
        self._store.write(self._prepared(numbers, gone, version))

    def _prepared(self, numbers: range, gone: range, version: int) -> GraphBatch:
        texts: list[tuple[Document, tuple[Sentence, ...]]] = []
        told: list[Claim] = []
        for number in numbers:
            made = list(claims(number, version, hot=self._hot))
            day = date(2001, 1, 1) + timedelta(number % 30 if self._hot else number // BATCH)
            article = Article(f"a{number}", TEXT, f"a{number}", published=day.isoformat())
            texts.append((clean(article), tuple(claim.sentence for claim in made)))
            told += made
        old = [f"a{number}" for number in gone]
        return exchange(self._store, old, texts, resolve(told, gazetteer()), "bench 1")

    def _decide(self, *same: str) -> None:
        regraph(self._store, gazetteer(), joined(same))


def joined(same: tuple[str, ...]) -> Identities:
    """The decision that two keys name one entity; none where there are no keys."""
    made = [Decision(1, "same", same, "a test")] if same else []
    return identities(made, gazetteer().kind_of) if made else UNDECIDED


def seconds(change: tuple[Change, Change]) -> tuple[float, float]:
    """The median seconds of the processor of a change, and of undoing it."""
    took: list[tuple[float, ...]] = []
    for _ in range(TIMES):
        times = [time.process_time()]
        for do in change:
            do()
            times.append(time.process_time())
        took.append(tuple(b - a for a, b in pairwise(times)))
    done, undone = (sorted(each)[TIMES // 2] for each in zip(*took, strict=True))
    return done, undone


def main(sizes: tuple[int, ...], *, hot: bool) -> None:
    """Let a graph grow, and print what its changes cost at each size."""
    first: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/kg.db") as store:
        graph = Growing(store, hot=hot)
        for size in sizes:
            graph.grow(size)
            print(f"{size} articles", flush=True)
            for name, change in graph.changes().items():
                now = seconds(change)
                was = first.setdefault(name, now)
                print(
                    f"  {name:26} {now[0] / was[0]:5.2f}, undone {now[1] / was[1]:5.2f}",
                    f"  ({now[0]:.3f} and {now[1]:.3f} s)",
                    flush=True,
                )


if __name__ == "__main__":
    asked = tuple(int(word) for word in sys.argv[1:] if word != "--hot")
    is_hot = "--hot" in sys.argv
    main(asked or (HOT if is_hot else SIZES), hot=is_hot)
