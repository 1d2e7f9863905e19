"""How the cost of writing and of taking back grows with the graph, on the embedded store.

    python bench/growth.py [ARTICLES ...]

Articles of three made-up claims each between countries, of which few are named often (by Zipf's
law), twenty a day. At each size of the graph the last twenty articles are taken back and written
anew; printed are the seconds of the processor, as a multiple of those at the first size.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta

from kg.clean import clean
from kg.ids import stable_id
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.ontology.relations import load_relations
from kg.pipeline import BATCH
from kg.records import Article, Claim, Document, GraphBatch, Mention, Sentence, When
from kg.regraph import exchange
from kg.resolve import resolve
from kg.schema import graph_schema
from kg.stores import GraphStore, open_store

TEXT = "One state struck another. A third condemned it. A fourth met the first."
SIZES = (200, 1_000, 2_000)
RELATIONS = (("STRIKES", "ASSAULT"), ("CONDEMNS", "ACCUSE"), ("MEETS", "CONSULT"))
TIMES = 5
"""How often the last articles go and come at each size; the median counts."""


def claims(number: int, gazetteer: Gazetteer, chance: random.Random) -> Iterator[Claim]:
    """Three claims of an article."""
    id = f"a{number}"
    states = sorted(key for key in gazetteer.entries if key.startswith("country:"))
    often = [1 / (rank + 1) for rank in range(len(states))]
    day = (date(2001, 1, 1) + timedelta(number // BATCH)).isoformat()
    for index, (relation, event_type) in enumerate(RELATIONS):
        named = [gazetteer.entries[key] for key in chance.choices(states, often, k=2)]
        one, other = (Mention(e.name, 0, 3, e.name, e.kind, e.country, e.key) for e in named)
        yield Claim(
            id=stable_id("claim", id, index),
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
            source=(one,),
            target=(other,),
            when=When("today", day, day, "day"),
        )


def prepared(store: GraphStore, numbers: range, gazetteer: Gazetteer) -> GraphBatch:
    """The batch that puts the articles of these numbers in the place of what is stored of them."""
    texts: list[tuple[Document, tuple[Sentence, ...]]] = []
    told: list[Claim] = []
    for number in numbers:
        made = list(claims(number, gazetteer, random.Random(number)))  # noqa: S311
        document = clean(Article(f"a{number}", TEXT, f"a{number}", published=made[0].when.start))  # type: ignore[union-attr]
        texts.append((document, tuple(claim.sentence for claim in made)))
        told += made
    return exchange(store, (), texts, resolve(told, gazetteer), "bench 1")


def measured(store: GraphStore, last: range, gazetteer: Gazetteer) -> tuple[float, float]:
    """Seconds to take back the last articles, and to write them anew."""
    took: list[tuple[float, float]] = []
    for _ in range(TIMES):
        start = time.process_time()
        store.write(exchange(store, [f"a{number}" for number in last]))
        between = time.process_time()
        store.write(prepared(store, last, gazetteer))
        took.append((between - start, time.process_time() - between))
    back, anew = (sorted(each)[TIMES // 2] for each in zip(*took, strict=True))
    return back, anew


def main(sizes: tuple[int, ...]) -> None:
    """Let a graph grow, and print what a change of it costs at each size."""
    gazetteer = load_gazetteer()
    first: tuple[float, float] | None = None
    done = 0
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/kg.db") as store:
        store.setup(graph_schema(load_relations().relations))
        for size in sizes:
            for start in range(done, size, BATCH):
                store.write(prepared(store, range(start, start + BATCH), gazetteer))
            done = size
            now = measured(store, range(size - BATCH, size), gazetteer)
            first = first or now
            print(
                f"{size:7} articles: taking back {now[0] / first[0]:5.2f}, "
                f"writing {now[1] / first[1]:5.2f} of the first size's seconds",
                flush=True,
            )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
