"""The words of a name, without what the press writes or leaves out at will."""

import functools
import re
import unicodedata
from collections.abc import Iterable

from kg.ontology.words import fold

_POSSESSIVE = re.compile(r"'s?$")
_NICKNAME = re.compile(r"\s[\"“][^\"“”]{1,40}[\"”](?=\s)")
_SHORT_FORM = re.compile(r"\s*\([^()]*\)\s*$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}[A-Za-z]?\.?")
_BETWEEN = re.compile(r"[\s\-/_,]+")

_AZERI = re.compile(r"ə|(?=.*[qx]).*[ışğç]")
_AZERI_LETTERS = str.maketrans(
    {"ə": "a", "x": "kh", "q": "g", "c": "j", "ç": "ch", "ş": "sh", "ğ": "gh", "ı": "y", "j": "zh"}
)
_NORTHERN = str.maketrans({"þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe"})
_SERB = re.compile(r"(?i)đ(?=[a-z]*[aeiou][a-zćčšž]*[aeiou])")


@functools.lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[str, ...]:
    """The words in small plain letters: no accents, apostrophes, dots; hyphens part words.

    Initials are words of one letter. A nickname in quotes and what stands in brackets
    behind the name are left out.
    """
    bare = _NICKNAME.sub("", _SHORT_FORM.sub("", name).strip())
    plain = _POSSESSIVE.sub("", fold(_latin(bare)))
    spaced = _INITIALS.sub(lambda found: " ".join(found.group().split(".")), plain)
    found = (_bare(word) for word in _BETWEEN.split(spaced))
    return tuple(word for word in found if word)


def _latin(name: str) -> str:
    """The name with letters of Azerbaijan as English has them, ``dj`` and ``th`` for others."""
    small = name.lower()
    if _AZERI.search(small):
        return small.translate(_AZERI_LETTERS)
    return _SERB.sub("dj", name).translate(_NORTHERN)


def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word)
    kept = (char for char in letters if char.isalnum() or char == "&")
    return "".join(kept).casefold()


def title_case(words: Iterable[str]) -> str:
    """The words as a name."""
    return " ".join(word[:1].upper() + word[1:] for word in words)
