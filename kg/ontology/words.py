"""How names and texts are compared: accents, dashes, apostrophes and dots do not count."""

import re
import sys
import unicodedata

WORD = r"(?:[A-Z]\.)+[A-Z](?!\w)\.?|[\w\u0300-\u036f]+"
"""A dotted acronym with its last dot, or a run of letters and digits."""

_WORD = re.compile(WORD)
_SINGLE = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ð": "d", "ħ": "h"}
_MARKS = {"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "\u00a0": " ", "\u202f": " "}
_DASHES = dict.fromkeys("‐‑‒–\u00ad", "-")

PARTICLES = (
    {"al": "al", "el": "al", "e": "e", "i": "e", "ye": "e", "st": "saint"}
    | {word: word for word in ("ul", "as", "ash", "ad", "an", "ar", "az", "at", "of", "the", "and")}
    | {
        word: word
        for word in ("for", "on", "in", "de", "la", "du", "da", "do", "dos", "del", "les")
    }
)
"""Small words of names, which the press writes with and without a capital, and their one form."""

_LONGEST = max(map(len, PARTICLES))


def _bases() -> dict[int, str]:
    """Every accented Latin letter with its plain one, and every dash and apostrophe."""
    table = {ord(char): base for char, base in (_SINGLE | _MARKS | _DASHES).items()}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return table


_TABLE: dict[int, str] = {}


def fold(text: str) -> str:
    """The text of the same length with plain letters, dashes and apostrophes."""
    if text.isascii():
        return text
    if not _TABLE:
        _TABLE.update(_bases())
    return text.translate(_TABLE)


def key(word: str) -> str:
    """The form in which a word of a folded text is compared."""
    if not (word.isascii() and word.isalnum()):
        if "." in word:
            return word.replace(".", "")
        word = "".join(char for char in word if not unicodedata.combining(char))
    if len(word) > _LONGEST or (len(word) > 1 and word.isupper()):
        return sys.intern(word)
    return PARTICLES.get(word.lower(), sys.intern(word))


def path(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared, without a leading article."""
    if name.isascii() and name.isalpha():
        return (key(name),)
    words = tuple(key(word) for word in _WORD.findall(fold(name)))
    return words[1:] if words[:1] == ("the",) else words
