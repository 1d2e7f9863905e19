"""Suggestions in the order of their use, without what is decided."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.decide import Decision, Identities
from kg.suggest.blocks import pairs
from kg.suggest.evidence import Evidence
from kg.suggest.profiles import Profile
from kg.suggest.weigh import Known, evidence, likelihood

LEAST = 0.25
"""Pairs that are less likely one are not worth a look."""

SUPPORT = 0.3
"""What beside the strongest evidence is to speak for one entity, at least."""

Apart = Callable[[str, str], bool]
"""Whether two keys are one already, or are known to be two."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities that may be one; ``first`` has more claims.

    ``use`` is how likely they are one, times the claims that joining them would move.
    """

    first: Profile
    second: Profile
    evidence: tuple[Evidence, ...]
    likelihood: float

    @property
    def use(self) -> float:
        """Likelihood times the claims of the smaller."""
        return self.likelihood * len(self.second.claims)


def suggestions(
    found: Iterable[Profile], apart: Apart, countries: Mapping[str, str] | None = None
) -> list[Suggestion]:
    """Pairs worth judging, the most useful first.

    ``countries`` are names by ISO 3166 alpha-3 code, for the evidence.
    """
    profiles = list(found)
    known = Known(profiles, countries or {})
    made = []
    for one, two in pairs(profiles):
        if apart(one.key, two.key):
            continue
        told = evidence(one, two, known)
        likely = likelihood(told)
        if likely >= LEAST and _supported(told):
            first, second = sorted((one, two), key=lambda p: (-len(p.claims), p.key))
            made.append(Suggestion(first, second, tuple(told), likely))
    return sorted(made, key=lambda s: (-s.use, -s.likelihood, s.first.key, s.second.key))


def _supported(told: list[Evidence]) -> bool:
    """Whether more than the names speaks for one entity, and not just a popular partner."""
    *others, _ = sorted(each.weight for each in told if each.weight > 0)
    return sum(others) >= SUPPORT


def apart_of(
    decisions: Iterable[Decision],
    distinct: Iterable[tuple[str, str]],
    identities: Identities,
    again: bool = False,
) -> Apart:
    """Which pairs need no judgement: standing decisions and the gazetteer have judged them.

    Those of which somebody was unsure count as judged, unless they are to come ``again``.
    """
    judging = {"different"} if again else {"different", "unsure"}
    told = [d.entities for d in decisions if d.verb in judging]
    kept = {_pair(identities, *pair) for pair in (*told, *distinct)}

    def apart(one: str, two: str) -> bool:
        pair = _pair(identities, one, two)
        return len(pair) == 1 or pair in kept

    return apart


def _pair(identities: Identities, one: str, two: str) -> frozenset[str]:
    return frozenset((identities.of(one).chief, identities.of(two).chief))
