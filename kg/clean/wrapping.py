"""Hard-wrapped text to one line a paragraph."""

import itertools
import re
from collections.abc import Iterator

from kg.clean.boilerplate import role
from kg.clean.lines import Line, line_of

WIDEST = 110
"""Texts are wrapped at up to this many characters."""

_NARROWEST = 40
_SPLIT = re.compile(r"[^\W\d_]-$")
_HANGING = re.compile(
    r"(?:^|\s)(?:a|an|the|and|or|of|in|on|at|to|by|for|from|with|that|which|who|as|is|are|was|were|has"
    r"|had|have|its|their|his|her|into|than|but|said)$|[,–—-]$"
)


def unwrapped(text: str) -> list[Line]:
    """The lines of ``text``, those of a wrapped paragraph joined; empty lines are left out."""
    runs = _runs(text)
    width = _width(runs)
    return [line_of(joined) for run in runs for joined in _joined(run, width)]


def _runs(text: str) -> list[list[str]]:
    """The stretches of lines between empty lines."""
    runs: list[list[str]] = [[]]
    for line in map(str.strip, text.split("\n")):
        if line:
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _width(runs: list[list[str]]) -> int:
    """The width that the text is wrapped at; 0 where it is not wrapped.

    In wrapped text the first word of a line had no room at the end of the line before it.
    """
    inner = [(line, then) for run in runs for line, then in itertools.pairwise(run)]
    lengths = sorted(len(line) for line, _ in inner if _NARROWEST <= len(line) <= WIDEST)
    if len(lengths) < 3:
        return 0
    width = lengths[len(lengths) * 19 // 20]
    full = sum(_is_full(line, then, width) for line, then in inner)
    return width if full >= 0.6 * len(inner) else 0


def _is_full(line: str, then: str, width: int) -> bool:
    return len(line) <= WIDEST and len(line) + 1 + len(then.split(maxsplit=1)[0]) > width


def _joined(run: list[str], width: int) -> Iterator[str]:
    parts = [run[0]]
    for line, then in itertools.pairwise(run):
        if _goes_on(line, then, width):
            parts += ("" if _SPLIT.search(line) and then[0].islower() else " ", then)
        else:
            yield "".join(parts)
            parts = [then]
    yield "".join(parts)


def _goes_on(line: str, then: str, width: int) -> bool:
    """Whether ``then`` is the same paragraph as ``line``, the line above it."""
    if line_of(then).bullet:
        return False
    if width and _is_full(line, then, width):
        return True
    if not _NARROWEST <= len(line) <= WIDEST or line_of(line).ends:
        return False
    hangs = _HANGING.search(line) and not line_of(line).is_title_case
    return bool(hangs or then[0].islower()) and role(line_of(then)) == "text"
