"""Boilerplate and what it heads: lists of other stories, and the word of the readers."""

from collections.abc import Iterable, Iterator, Sequence, Set

from kg.clean.boilerplate import role
from kg.clean.lines import Line

_TEASER_WORDS = 45
_RELATED = 0.25
"""A line that shares at most this part of its content words with an article is of another."""


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """What the prose among ``lines`` is about."""
    return frozenset().union(*(line.content for line in lines if line.reads_on))


def is_related(line: Line, about: Set[str]) -> bool:
    """Whether ``line`` is about what ``about`` tells."""
    return len(line.content & about) > _RELATED * len(line.content)


def without_boilerplate(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without boilerplate, the stories that it lists and the comments that it heads."""
    kept: list[Line] = []
    about: set[str] = set()
    rest = iter(lines[: _comments(lines)])
    line = next(rest, None)
    while line:
        now = role(line)
        if now == "text":
            kept.append(line)
            about |= line.content if line.is_sentence else set()
        if now == "pointer":
            line = _below_pointer(rest)
        elif now == "section" and about:
            line = _below_section(rest, about)
        else:
            line = next(rest, None)
    return kept


def _comments(lines: Sequence[Line]) -> int:
    """The index of the line from which on readers have the word; none heads the article."""
    lengths = [len(line.text) if line.is_sentence else 0 for line in lines]
    before, left = 0, sum(lengths)
    paragraphs = 0
    for index, line in enumerate(lines):
        if (paragraphs > 1 or before > left) and role(line) == "tail":
            return index
        before, left = before + lengths[index], left - lengths[index]
        paragraphs += bool(lengths[index])
    return len(lines)


def _below_pointer(rest: Iterator[Line]) -> Line | None:
    """The first line of the article again, below a line such as ``Read also``."""
    line = next(rest, None)
    if line and not line.bullet and not line.is_sentence and role(line) == "text":
        return next(rest, None)
    while line and line.bullet and not line.is_sentence:
        line = next(rest, None)
    return line


def _below_section(rest: Iterator[Line], about: Set[str]) -> Line | None:
    """The first line of the article again, below a list of other stories and their teasers."""
    teased = False
    for line in rest:
        teaser = teased and len(line.words) <= _TEASER_WORDS and not is_related(line, about)
        if line.is_sentence and not teaser:
            return line
        teased = not line.is_sentence
    return None
