"""What stands on a news page beside the article, read from boilerplate.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from kg.clean.lines import LONGEST_NOISE, Line

Role = Literal["text", "noise", "pointer", "section", "tail"]
"""What a line is by its words: text, noise alone, or the head of noise that follows it."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The tables of boilerplate.toml, which says what each is."""

    lines: frozenset[str]
    pointers: frozenset[str]
    sections: frozenset[str]
    tails: frozenset[str]
    sentences: tuple[str, ...]
    labels: tuple[str, ...]
    agencies: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    credits: tuple[re.Pattern[str], ...]


@cache
def boilerplate() -> Boilerplate:
    """The boilerplate that comes with kg."""
    data = tomllib.loads(files("kg.clean").joinpath("boilerplate.toml").read_text("utf-8"))
    whole = {name: frozenset(data[name]) for name in ("lines", "pointers", "sections", "tails")}
    return Boilerplate(
        **whole,
        sentences=tuple(data["sentences"]),
        labels=tuple(data["labels"]),
        agencies=tuple(data["agencies"]),
        patterns=tuple(re.compile(pattern, re.IGNORECASE) for pattern in data["patterns"]),
        credits=tuple(re.compile(pattern, re.IGNORECASE) for pattern in data["credits"]),
    )


def role(line: Line) -> Role:
    """What ``line`` is by its words alone."""
    if len(line.text) > LONGEST_NOISE:
        return "text"
    known = boilerplate()
    words = line.text.casefold().replace("’", "'").strip()
    bare = words.strip(_MARKS)
    if bare in known.tails or _COUNT.fullmatch(bare):
        return "tail"
    if bare in known.sections:
        return "section"
    if bare in known.pointers:
        return "pointer"
    return "noise" if _is_noise(line, words, bare, known) else "text"


_MARKS = " .:;-–—|>»›<«*•·+#!…→▶►\"'"
_COUNT = re.compile(r"\d{1,4} (?:comments?|replies|responses|thoughts)(?: (?:on|to) .*)?")


def _is_noise(line: Line, words: str, bare: str, known: Boilerplate) -> bool:
    if not bare or bare in known.lines or words.startswith(known.sentences):
        return True
    if line.is_sentence:
        return any(pattern.fullmatch(line.text) for pattern in known.credits)
    if words.startswith(known.labels) or _points(words, known):
        return True
    return any(pattern.fullmatch(line.text) for pattern in known.patterns + known.credits)


def _points(words: str, known: Boilerplate) -> bool:
    """Whether the line names another story after a pointer: ``also read: ...``, ``watch | ...``."""
    head, mark, _ = re.split(r"(\s*[:|»–—-]\s*|$)", words, maxsplit=1)
    return bool(mark) and head in known.pointers
