"""Letters that the romanisations of one sound differ by: ``Qeshi``, ``Keshi``.

Consonants and long vowels are made one, and in long family names ``e`` and ``i``, ``o`` and
``u``. Other short vowels tell names apart (Salim, Salem), and so do the letters of short words
(Shan, San).
"""

import re

from kg.ontology.naming import naming

_SYLLABLE = re.compile("[aeiouy]+")
_SHORTEST = 5
_SYLLABLES = 2
"""Of one syllable are names of China, Vietnam and Burma that one letter tells apart."""
_LONG = 7
_VOWELS = str.maketrans("eo", "iu")
_SOUNDS = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        (r"ee(?!$)", "i"),
        (r"oo(?!$)", "u"),
        (r"(?!ee$)([a-z])\1", r"\1"),
        (r"(?:tch|tsch|tx)", "ch"),
        (r"sch", "sh"),
        (r"tz", "ts"),
        (r"(?<=[tn])j(?=a)", "i"),
        (r"ph", "f"),
        (r"gu(?=[ei])", "g"),
        (r"(?:qu(?=[ei])|que$)", "k"),
        (r"(?<=.)x", "ks"),
        (r"^hu(?=[aeio])", "v"),
        (r"ou(?=[aei])", "v"),
        (r"(?:dzh|zh|dj|jh)", "j"),
        (r"([bdgt])h", r"\1"),
        (r"(?<![bdgt])kh", "h"),
        (r"(?:ck|q|c(?![eihy]))", "k"),
        (r"w", "v"),
        (r"ou", "u"),
        (r"(?:yi|iy|ij)", "i"),
        (r"y", "i"),
        (r"(?<=[aeiou])ie", "e"),
        (r"^ie(?=.)", "e"),
        (r"([aeo])h$", r"\1"),
        (r"([ou])e(?=[b-df-hj-np-tv-z])", r"\1"),
    )
)


def sounded(word: str) -> str:
    """The word in the one spelling of its sounds; a short word, and its own spelling, as it is."""
    if len(word) < _SHORTEST or len(_SYLLABLE.findall(word)) < _SYLLABLES or not word.isascii():
        return word
    while (plain := _plain(word)) != word:
        word = plain
    return word


def _plain(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = letters.sub(sound, word)
    if len(word) < _LONG or word in naming("given"):
        return word
    return word[0] + word[1:-1].translate(_VOWELS) + word[-1]
