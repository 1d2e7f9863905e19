"""How the cost of resolving names and of ``kg suggest`` grows with the number of mentions.

    python bench/names.py [MENTIONS ...]

Names are made up, the same on every run: a tenth of the people is written in two spellings, and a
few family names are very common. Seconds are those of the processor. The columns ``x`` tell how
many times the time and the pairs are those of the line before.
"""

import random
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.decide import UNDECIDED
from kg.ontology.gazetteer import load_gazetteer
from kg.records import Claim, Entity, Mention, Sentence, Table, Value
from kg.resolve import resolve
from kg.resolve.known import spelled
from kg.resolve.mentions import mentions
from kg.suggest import apart_of, profiles_of, suggestions
from kg.suggest.blocks import pairs

SIZES = (1_000, 10_000, 100_000)
OPENINGS = "b br d dr f g gr h j k kr l m n p r s st t tr v z"
MIDDLES = "a e i o u"
CLOSINGS = "b d k l m n r s t v nd rt lk"
GIVEN = "Mohammed Muhammad Ahmed Hassan Hasan Ivan Sergei Sergey Maria Joseph Amadou Ana"
PARTNERS = [f"country:{code}" for code in ("KEN", "PER", "TUR", "FRA", "IND", "MLI", "UKR", "IRQ")]
SENTENCE = Sentence("", 0, "", 0, 0)
CLAIM = Claim("", "", SENTENCE, "ACCUSES", "ACCUSE", None, "", 0, 0, "asserted", 0.9, "bench 1")
PER_ARTICLE = 20


class Rows:
    """Stands in for the store: what ``profiles_of`` reads, without the time an engine takes."""

    def __init__(self, entities: tuple[Entity, ...], claims: tuple[Claim, ...]) -> None:
        self._entities = entities
        self._claims = claims

    def query(self, cypher: str, params: Mapping[str, Value] | None = None) -> Table:
        """The entities, or the parties of claims."""
        if "Sentence" in cypher:
            told = ((c.id, c.sentence.text, c.source[0].entity) for c in self._claims)
            return Table(("sentence", "text", "entity"), tuple(told))
        if "MATCH (c:Claim)" in cypher:
            columns = ("claim", "article", "relation", "title", "slot", "entity", "name")
            return Table(columns, tuple(self._parties()))
        rows = ((e.id, e.key, e.name, e.kind, e.country, None) for e in self._entities)
        return Table(("id", "key", "name", "kind", "country", "also"), tuple(rows))

    def _parties(self) -> Iterator[tuple[Value, ...]]:
        for claim in self._claims:
            for party in mentions(claim):
                told = (claim.id, claim.article, claim.relation, None, "SOURCE", party.entity)
                yield (*told, party.name)


def main(sizes: tuple[int, ...]) -> None:
    """Print a line for each size."""
    names = load_gazetteer()
    spelled(names)
    print("mentions  entities  resolve s     x  suggest s     x     pairs     x  suggested")
    last: tuple[float, ...] = ()
    for size in sizes:
        claims = list(made(size))
        start = time.process_time()
        built = resolve(claims, names)
        resolved = time.process_time() - start
        profiles = profiles_of(Rows(built.entities, built.claims))  # type: ignore[arg-type]
        start = time.process_time()
        found = suggestions(profiles, apart_of((), names.distinct, UNDECIDED))
        suggested = time.process_time() - start
        looked = sum(1 for _ in pairs(profiles))
        now = (resolved, suggested, float(looked))
        x = [f"{a / b:5.1f}" if b else "    -" for a, b in zip(now, last or (0, 0, 0), strict=True)]
        told = f"{size:8}  {len(profiles):8}  {resolved:9.2f} {x[0]}  {suggested:9.2f} {x[1]}"
        print(f"{told}  {looked:8} {x[2]}  {len(found):9}", flush=True)
        last = now


def made(size: int) -> Iterator[Claim]:
    """Claims with ``size`` mentions of made-up people, each of a town and beside a country."""
    chance = random.Random(5)  # noqa: S311
    people = [(name(chance), word(chance) + word(chance)) for _ in range(size // 4)]
    for number in range(size // 2):
        actor, town = people[int(len(people) * chance.random() ** 2)]
        sentence = replace(SENTENCE, text=f"He lives in {town}.")
        if chance.random() < 0.1:
            actor = varied(actor, chance)
        partner = PARTNERS[number % len(PARTNERS)]
        source = Mention(actor, 0, 1, actor, "person")
        target = Mention(partner, 2, 3, partner, "country", partner[-3:], partner)
        article = f"a{number // PER_ARTICLE}"
        named = replace(CLAIM, source=(source,), target=(target,), sentence=sentence)
        yield replace(named, id=f"c{number}", article=article)


def name(chance: random.Random) -> str:
    """A given name and a family name, one in twenty of them Khan."""
    family = "Khan" if chance.random() < 0.05 else word(chance) + word(chance)
    given = chance.choice(GIVEN.split()) if chance.random() < 0.3 else word(chance) + word(chance)
    return f"{given.title()} {family.title()}"


def word(chance: random.Random) -> str:
    """A syllable."""
    return "".join(chance.choice(part.split()) for part in (OPENINGS, MIDDLES, CLOSINGS))


def varied(actor: str, chance: random.Random) -> str:
    """The name with an initial, or with another letter at the end."""
    given, _, family = actor.partition(" ")
    return f"{given[0]}. {family}" if chance.random() < 0.5 else f"{given} {family}e"


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
