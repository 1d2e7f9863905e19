"""Names of bodies: one order and one spelling of their words."""

import functools
import re

from kg.resolve.names.spellings import spellings
from kg.resolve.names.words import name_words

_ISE = re.compile(r"is(ation|ing|ed)s?$")


@functools.lru_cache(maxsize=65_536)
def body_words(name: str) -> tuple[str, ...]:
    """The words of a body's name: ``Front for the Liberation of X`` is ``X Liberation Front``."""
    words = _turned(without_the(name_words(name)))
    words = tuple(one for word in words if (one := _spelled(word)))
    while len(words) > 1 and words[-1] in spellings().corporate:
        words = words[:-1]
    return words


def without_the(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a leading article."""
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    """What stands behind ``of`` and ``for`` first, where that is only another order of words."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word in {"of", "for"}:
            parts.append([])
        elif word != "the":
            parts[-1].append(word)
    whole = len(parts) > 1 and all(parts) and parts[0][-1] in spellings().heads
    return tuple(word for part in reversed(parts) for word in part) if whole else words


def _spelled(word: str) -> str:
    known = spellings()
    if word in known.script:
        return ""
    if found := known.bodies.get(word) or known.bodies.get(_ISE.sub(r"iz\1", word)):
        return found
    if head := known.head.fullmatch(word):
        return known.bodies.get(head.group(1), head.group(1))
    return _ISE.sub(r"iz\1", word)
