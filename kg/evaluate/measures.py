"""Counts and what follows from them: precision, recall, F1, and reliability by confidence."""

from collections.abc import Iterable
from dataclasses import dataclass

BANDS = 10
"""Bands of confidence between 0 and 1."""


@dataclass(frozen=True, slots=True)
class Measure:
    """``right`` of ``claims`` answer a label, ``found`` of the ``required`` labels are answered.

    Labels that may be found or not count among ``right`` and not among ``found``.
    """

    right: int
    claims: int
    found: int
    required: int

    @property
    def precision(self) -> float:
        """The share of claims that are right; 0 without claims."""
        return self.right / self.claims if self.claims else 0.0

    @property
    def recall(self) -> float:
        """The share of required labels that are found; 0 without labels."""
        return self.found / self.required if self.required else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """``right`` of ``asked``."""

    right: int
    asked: int

    @property
    def share(self) -> float:
        """The share that is right; 0 where nothing is asked."""
        return self.right / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class Band:
    """Claims of a confidence from ``low`` up to ``high``; ``above``: these and all surer ones."""

    low: float
    high: float
    here: Share
    above: Share


def share(answers: Iterable[bool]) -> Share:
    """How many of the answers are right."""
    counted = list(answers)
    return Share(sum(counted), len(counted))


def reliability(judged: Iterable[tuple[float, bool]]) -> list[Band]:
    """Bands of confidence, from 0 to 1, with the share of their claims that are right."""
    known = list(judged)
    bands = []
    for number in range(BANDS):
        here = [right for sure, right in known if _band(sure) == number]
        above = [right for sure, right in known if _band(sure) >= number]
        bands.append(Band(number / BANDS, (number + 1) / BANDS, share(here), share(above)))
    return bands


def _band(sure: float) -> int:
    return min(int(sure * BANDS + 1e-9), BANDS - 1)
