"""How the cost of gathering claims to events grows with the graph, in seconds for 1,000 articles.

    python bench/incidents.py [ARTICLES...]

Articles of made-up strikes go into an embedded graph as news comes: 20 at a time, 10 a day over as
many days as it takes. What a batch touches grows for a month, as blocks do, and no longer. Seconds
are those of the processor, so that other work counts little.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from kg.clean import clean
from kg.ids import stable_id
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.ontology.relations import load_relations
from kg.pipeline import BATCH
from kg.records import Article, Claim, Mention, Quantity, Sentence, When
from kg.regraph import exchange
from kg.resolve import resolve
from kg.schema import graph_schema
from kg.stores import open_store

DAILY = 10
CLAIMS = 4
COUNTRIES = (
    "AFG",
    "COL",
    "ETH",
    "IRQ",
    "LBN",
    "MLI",
    "MMR",
    "NGA",
    "SDN",
    "SOM",
    "SYR",
    "UKR",
    "YEM",
)
FIRST = date(2031, 1, 1)


@cache
def places(country: str) -> list[str]:
    """Some provinces of a country."""
    known = load_gazetteer().entries.values()
    return [e.key for e in known if e.kind == "province" and e.country == country][:8]


def claims(article: str, day: date, names: Gazetteer, made: random.Random) -> Iterator[Claim]:
    """Strikes at places of one country on days just before the article."""
    keys = places(made.choice(COUNTRIES))
    for number in range(CLAIMS):
        text = f"Jets bombed site {made.randrange(40)}, killing {made.randrange(1, 20)}."
        happened = (day - timedelta(days=made.randrange(4))).isoformat()
        place = names.entries[made.choice(keys)]
        dead = made.randrange(1, 20)
        yield Claim(
            stable_id("claim", article, number),
            article,
            Sentence(article, number, text, number * 50, number * 50 + len(text)),
            "STRIKES",
            "ASSAULT",
            "aerial",
            "bombed",
            number,
            number + 1,
            "asserted",
            0.9,
            "x 1",
            place=(Mention("It", 0, 2, place.name, place.kind, place.country, place.key),),
            when=When("then", happened, happened, "day") if number % 2 else None,
            quantities=(Quantity("killed", dead, dead, "some"),),
        )


def run(count: int) -> tuple[float, float, int]:
    """Seconds of working events out and of writing, per 1,000 articles, and the events."""
    names, made = load_gazetteer(), random.Random(1)  # noqa: S311
    worked = written = 0.0
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder, "kg.db"))) as store:
        store.setup(graph_schema(load_relations().relations))
        for start in range(0, count, BATCH):
            texts, found = [], []
            for number in range(start, start + BATCH):
                day = FIRST + timedelta(days=number // DAILY)
                told = list(claims(f"a{number}", day, names, made))
                text = " ".join(claim.sentence.text for claim in told)
                article = Article(f"a{number}", text, "", published=day.isoformat())
                texts.append((clean(article), tuple(claim.sentence for claim in told)))
                found += told
            built = resolve(found, names)
            begun = time.process_time()
            batch = exchange(store, (), texts, built, "x 1")
            between = time.process_time()
            store.write(batch)
            worked += between - begun
            written += time.process_time() - between
        (events,) = store.query("MATCH (e:Event) RETURN count(e) AS n").rows[0]
    return worked * 1000 / count, written * 1000 / count, int(str(events))


def main() -> None:
    """One line for each size."""
    print("articles  events  gathering, s per 1,000  writing, s per 1,000")
    for count in map(int, sys.argv[1:] or ("300", "600", "1200", "2400")):
        worked, written, events = run(count)
        print(f"{count:8}  {events:6}  {worked:22.1f}  {written:20.1f}", flush=True)


if __name__ == "__main__":
    main()
