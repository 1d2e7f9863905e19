"""What stands on a news page beside the article, read from boilerplate.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from kg.clean.lines import LONGEST_NOISE, Line

Role = Literal["text", "noise", "pointer", "section", "tail", "talk"]
"""What a line is by its words: text, noise alone, or the head of noise that follows it."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The tables of boilerplate.toml, which says what each is."""

    lines: frozenset[str]
    pointers: frozenset[str]
    sections: frozenset[str]
    tails: frozenset[str]
    talks: frozenset[str]
    sentences: tuple[str, ...]
    labels: tuple[str, ...]
    agencies: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    always: tuple[re.Pattern[str], ...]


@cache
def boilerplate() -> Boilerplate:
    """The boilerplate that comes with kg."""
    data = tomllib.loads(files("kg.clean").joinpath("boilerplate.toml").read_text("utf-8"))
    names = ("lines", "pointers", "sections", "tails", "talks")
    whole = {name: frozenset(data[name]) for name in names}
    return Boilerplate(
        **whole,
        sentences=tuple(data["sentences"]),
        labels=tuple(data["labels"]),
        agencies=tuple(data["agencies"]),
        patterns=tuple(re.compile(pattern, re.IGNORECASE) for pattern in data["patterns"]),
        always=tuple(re.compile(pattern, re.IGNORECASE) for pattern in data["always"]),
    )


def role(line: Line) -> Role:
    """What ``line`` is by its words alone."""
    if len(line.text) > LONGEST_NOISE:
        return "text"
    known = boilerplate()
    words = line.text.casefold().replace("’", "'").strip()
    bare = words.strip(_MARKS)
    if bare in known.tails:
        return "tail"
    if bare in known.talks or _COUNT.fullmatch(bare):
        return "talk"
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
    if any(pattern.fullmatch(line.text) for pattern in known.always):
        return True
    label, mark, _ = _LABEL.split(words, maxsplit=1)
    if mark and label in known.pointers and (" " in label or not line.is_sentence):
        return True
    if line.reads_on:
        return False
    labelled = words.startswith(known.labels) and _starts_with_word(words, known.labels)
    return labelled or any(pattern.fullmatch(line.text) for pattern in known.patterns)


_LABEL = re.compile(r"(\s*[:|»–—-]\s*|$)")


def _starts_with_word(words: str, labels: tuple[str, ...]) -> bool:
    """Whether a label ends where a word does."""
    found = (words[len(label) :] for label in labels if words.startswith(label))
    return any(not rest[:1].isalnum() for rest in found)
