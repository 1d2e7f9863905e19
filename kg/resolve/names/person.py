"""Names of people: ranks apart, one spelling for each word."""

import functools
import re

from kg.resolve.names.spellings import spellings
from kg.resolve.names.words import name_words

_ABD = re.compile(r"abd(?:[uea][a-z]|i)((?!lah|ll)[a-z]{4,})")
_SERVANT = re.compile(r"abd(?:i|[uea][ldrszn])?")
_FAITH = re.compile(r"(.{3,}?)[uea]d{1,2}(?:i|ee)ne?")
_GOD = re.compile(r"(.{3,}?)[uoa]l+ah")
_ROMAN = (
    (re.compile(r"([a-z])\1"), r"\1"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"q"), "k"),
    (re.compile(r"(?:ei|ay|ey)"), "ai"),
    (re.compile(r"[ae]h$"), "a"),
    (re.compile(r"iy"), "i"),
)
"""How words from Arabic script vary beyond those that are listed."""
_LONG = ((re.compile("oo"), "u"), (re.compile("ee"), "i"))


@functools.lru_cache(maxsize=65_536)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name in their one spelling, without ranks and articles.

    A name of one word is left as it is written: too little to tell a spelling from another name.
    """
    words = _without_ranks(name_words(name))
    if len(words) < 2:
        return words
    parts, marked = _without_articles(words)
    arabic = marked or any(word in spellings().arabic for word in parts)
    return tuple(_spelled(word, arabic) for word in parts)


def stands_for(word: str, full: str) -> bool:
    """Whether two words are the same, or the first is the initial of the second."""
    return word == full or (len(word) == 1 and full.startswith(word))


def person_like(name: str) -> bool:
    """Whether the words of a name are a person's: a given name first, and none of a body."""
    known, words = spellings(), _without_ranks(name_words(name))
    bodies = known.generic | known.tails | known.corporate | known.unsaid
    return 1 < len(words) < 5 and words[0] in known.given and bodies.isdisjoint(words)


def _without_ranks(words: tuple[str, ...]) -> tuple[str, ...]:
    known, first = spellings(), 0
    while first < len(words) - 1 and words[first] in known.ranks:
        first += 1
    while first < len(words) - 2 and words[first] in known.respect:
        first += 1
    return words[first:]


def _without_articles(words: tuple[str, ...]) -> tuple[list[str], bool]:
    """The words without the Arabic article, and whether anything showed that they are Arabic."""
    known, found, marked = spellings(), list[str](), False
    for at, word in enumerate(words):
        last = at == len(words) - 1
        inner = not last and (at > 0 or len(words) > 2)
        if inner and word in known.articles:
            continue  # shows nothing, as other spellings leave it out
        if inner and at > 0 and word in known.sons:
            found.append(known_son())
        elif not last and (_SERVANT.fullmatch(word)):
            found.append("abd")
            marked = True
        elif split := _ABD.fullmatch(word):
            found += ["abd", split.group(1)]
            marked = True
        elif (faith := _FAITH.fullmatch(word)) and faith.group(1) in known.arabic:
            found += [faith.group(1), "din"]
            marked = True
        elif not last and (head := known.joined.fullmatch(word)):
            found.append(head.group(1))
            marked = True
        else:
            found.append(word)
    return found, marked


def known_son() -> str:
    """The one word for ``bin``, ``ben`` and ``ibn``."""
    return "bin"


def _spelled(word: str, arabic: bool) -> str:
    known = spellings()
    if word in known.people:
        return known.people[word]
    if god := _GOD.fullmatch(word):
        return known.people.get(god.group(1), god.group(1)) + "ullah"
    if arabic and word.endswith("i") and word[:-1] in known.arabic:
        return known.people[word[:-1]] + "i"
    if arabic:
        for pattern, plain in (*_LONG, *_ROMAN):
            word = pattern.sub(plain, word)
    if word in known.people:
        return known.people[word]
    return next((word[: -len(old)] + new for old, new in known.endings if _ends(word, old)), word)


def _ends(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) > len(ending) + 1
