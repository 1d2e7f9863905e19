"""Boilerplate and what it heads: lists of other stories, and the word of the readers."""

import re
from collections.abc import Iterable, Sequence, Set

from kg.clean.boilerplate import Role, role
from kg.clean.lines import Line

Told = tuple[Line, Role]

_SENTENCE_WORDS = 5
"""A text of one line is an article from so many words on, whatever they are."""
_TALK = re.compile(r"reply|report|log in to reply|.+ (?:says|said|wrote):|.+ ago", re.IGNORECASE)
_TEASER_WORDS = 45
_RELATED = 0.25
_CLOSELY = 0.5
"""What part of its content words a line of an article shares with the rest of it, at least."""


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """What the prose among ``lines`` is about."""
    return frozenset().union(*(line.content for line in lines if line.reads_on))


def is_related(line: Line, about: Set[str], least: float = _RELATED) -> bool:
    """Whether ``line`` shares more than the part ``least`` of its content words with ``about``."""
    return len(line.content & about) > least * len(line.content)


def without_boilerplate(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without boilerplate, the stories that it lists and the comments that it heads."""
    kept: list[Line] = []
    about: set[str] = set()
    if len(lines) == 1 and len(lines[0].words) >= _SENTENCE_WORDS:
        return list(lines)
    told = [(line, role(line)) for line in lines]
    told = [(line, now) for line, now in told[: _comments(told)] if now != "noise"]
    last_pair = max((at for at in range(len(told)) if _is_paired(told, at)), default=-1)
    at = 0
    while at < len(told):
        line, now = told[at]
        at += 1
        if now == "text":
            kept.append(line)
            about |= line.content if line.is_passage else set()
        elif now == "pointer":
            at = _below_pointer(told, at)
        elif now == "section" and about:
            at = _below_section(told, at, about, last_pair)
    return kept


def _comments(told: Sequence[Told]) -> int:
    """The index of the line from which on readers have the word; none heads the article."""
    left = sum(len(line.text) for line, _ in told if line.is_passage)
    before = passages = 0
    for index, (line, now) in enumerate(told):
        closes = now == "tail" or (now == "talk" and _is_talk(told[index + 1 : index + 9]))
        if closes and (passages > 1 or before > left):
            return index
        if line.is_passage:
            before, left = before + len(line.text), left - len(line.text)
            passages += 1
    return len(told)


def _is_talk(below: Iterable[Told]) -> bool:
    return any(_TALK.fullmatch(line.text) for line, _ in below if len(line.text) < 60)


def _below_pointer(told: Sequence[Told], at: int) -> int:
    """Where the article goes on below a line such as ``Read also`` and what it points to."""
    first = at
    while at < len(told) and told[at][1] == "text" and not told[at][0].is_sentence:
        if at > first and not told[at][0].bullet:
            break
        at += 1
    return at


def _below_section(told: Sequence[Told], at: int, about: Set[str], last_pair: int) -> int:
    """Where the article goes on below a list of other stories and their teasers.

    A teaser is a short paragraph that stands alone and is of something else. Behind ``last_pair``,
    the last two paragraphs that stand together, the article is over, if it did not go on before.
    """
    teased = False
    for index in range(at, len(told)):
        line, now = told[index]
        if now != "text" or not line.is_sentence:
            continue
        least = _RELATED if index <= last_pair else _CLOSELY
        long = _is_paired(told, index) or len(line.words) > _TEASER_WORDS
        lone_end = index + 1 == len(told) and not teased
        if long or lone_end or is_related(line, about, least):
            return index - (index - 1 > at and _is_heading(*told[index - 1]))
        teased = True
    return len(told)


def _is_paired(told: Sequence[Told], at: int) -> bool:
    """Whether ``at`` and the line below it are both prose."""
    two = told[at : at + 2]
    return len(two) == 2 and all(now == "text" and line.reads_on for line, now in two)


def _is_heading(line: Line, now: Role) -> bool:
    return now == "text" and not line.bullet
