"""Near-copies: articles that run one text, as an agency sends it to many papers.

A text is kept as a MinHash of its runs of words (Broder 1997), from which the share of runs that
two texts have in common can be told without the texts.
"""

import re
from collections.abc import Iterable, Mapping

from rensa import RMinHash

RUN = 4
"""Words of a run."""

HASHES = 128
COPY = 0.4
"""Share of common runs from which on two texts are copies: half of one in the other, and more."""

_WORD = re.compile(r"\w+")


def minhash(text: str) -> str:
    """The MinHash of a text, as hexadecimal digits; empty where the text has too few words."""
    words = _WORD.findall(text.casefold())
    runs = [" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)]
    if not runs:
        return ""
    made = RMinHash(num_perm=HASHES, seed=1)
    made.update(runs)
    return "".join(f"{value:08x}" for value in made.digest())


def independent(hashes: Mapping[str, str]) -> int:
    """How many of the articles, given with their MinHash, are no copies of one another.

    What is copied of a copy is one with both.
    """
    groups: list[set[str]] = []
    for article, own in hashes.items():
        alike = [group for group in groups if any(_copies(own, hashes[each]) for each in group)]
        groups = [group for group in groups if group not in alike]
        groups.append({article}.union(*alike))
    return len(groups)


def _copies(one: str, other: str) -> bool:
    if not one or not other:
        return False
    same = sum(a == b for a, b in zip(_values(one), _values(other), strict=True))
    return same >= COPY * HASHES


def _values(digits: str) -> Iterable[str]:
    return (digits[n : n + 8] for n in range(0, len(digits), 8))
