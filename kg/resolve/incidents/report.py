"""What several tellings come to, taken together: pure functions of the set of tellings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.resolve.incidents.rules import Family, family_of, mutual, plain_words
from kg.resolve.incidents.telling import Range, Telling
from kg.resolve.incidents.times import Time, time_of

_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = re.compile(r"(?:ings?|ed|es|s)$")


@dataclass(frozen=True, slots=True)
class Report:
    """Tellings that are taken for one happening, in order of their claims."""

    tellings: tuple[Telling, ...]
    family: Family
    planned: bool
    relations: frozenset[str]
    modes: frozenset[str]
    source: frozenset[str]
    target: frozenset[str]
    place: frozenset[str]
    time: Time
    killed: Range | None
    injured: Range | None
    words: frozenset[str]
    sentences: frozenset[int]

    @property
    def id(self) -> str:
        """The smallest id of its claims."""
        return self.tellings[0].claim


def report(found: Iterable[Telling]) -> Report:
    """The tellings, of one family, as one report."""
    told = tuple(sorted(found, key=lambda t: t.claim))
    source, target = (frozenset(p for t in told for p in getattr(t, s)) for s in _SIDES)
    relations = frozenset(t.relation for t in told)
    if relations <= mutual():
        source = target = source | target
    return Report(
        told,
        family_of(told[0].relation),
        all(t.status == "planned" for t in told),
        relations,
        frozenset(t.mode for t in told if t.mode),
        source,
        target,
        frozenset(p for t in told for p in t.place),
        time_of(told),
        spread(t.killed for t in told),
        spread(t.injured for t in told),
        frozenset(w for t in told for w in _words(t.text)),
        frozenset(t.sentence for t in told),
    )


_SIDES = ("source", "target")


def spread(counts: Iterable[Range | None]) -> Range | None:
    """The lowest and the highest of some counts; a count without an upper bound counts as told."""
    told = [count for count in counts if count is not None]
    if not told:
        return None
    return min(least for least, _ in told), max(
        least if most is None else most for least, most in told
    )


@lru_cache(maxsize=10_000)
def _words(text: str) -> frozenset[str]:
    """The words of a sentence that tell one happening from another, without their endings."""
    words = {_ENDING.sub("", word) for word in _WORD.findall(text.casefold())}
    return frozenset(words) - plain_words()
