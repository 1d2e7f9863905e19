"""How words sound, roughly, whatever the alphabet they were brought over from."""

import functools
import re

from rapidfuzz.distance import JaroWinkler

_ALONE = re.compile(r"dzh|dj|zh|j")
_HISSED = re.compile(r"t?sch|tch|ch|sh|tx|x")
_MUTE = re.compile(r"(?<=.)[aeiouyhwəı]")
_TWICE = re.compile(r"(.)\1+")
_ALIKE = str.maketrans("qcgzvbp", "kkkswff")
_VOWELS = "aeiouəı"
CLOSE = 0.75
SHORT = 0.82
"""How alike the spellings of one sound are at least, and of one of two letters."""


@functools.lru_cache(maxsize=65_536)
def rough(word: str) -> str:
    """The first letter and the consonants, like ones as one: ``Shadid`` and ``Chedid``."""
    plain = _HISSED.sub("s", _ALONE.sub("j", word.replace("kh", "k").replace("ph", "f")))
    return _TWICE.sub(r"\1", _MUTE.sub("", plain).translate(_ALIKE))


def opening(word: str) -> str:
    """The first letter by its sound, all vowels as one."""
    first = rough(word)[:1]
    return "a" if first in _VOWELS else "j" if first == "y" else first


def sounds_like(one: str, two: str) -> bool:
    """Whether two words are spellings of one sound; short ones must be spelled alike as well."""
    first, second = rough(one), rough(two)
    if first[1:] != second[1:] or opening(one) != opening(two):
        return False
    return JaroWinkler.similarity(one, two) > (CLOSE if len(first) > 2 else SHORT)


def ends_otherwise(one: str, two: str) -> bool:
    """Whether words of one sound end as the names of a man and of a woman do: ``Ivan``, ``Ivana``.

    A final h is not heard.
    """
    first, second = (word.rstrip("h")[-1:] for word in (one, two))
    return first != second and bool({first, second} & {"a", "ə", "o"})
