"""Names of people: ranks apart, one spelling for each word."""

import functools
import re

from kg.resolve.names.east_asia import east_asian
from kg.resolve.names.sounds import sounded
from kg.resolve.names.spellings import spellings
from kg.resolve.names.words import name_words

_ABD = re.compile(r"abd(?:(?:ou|[uoea])(?:l|(sh|[rsnzdt])(?=\1))?|i)((?!lah|ll)[a-z]{4,})")
_SERVANT = re.compile(r"abd(?:i|(?:ou|[uoea])(?:sh|[ldrstzn])?)?")
_FAITH = re.compile(r"(.{3,}?)[ueao]d{1,2}(?:i|ee)ne?")
_OF_FAITH = re.compile(r"[ueao]d{1,2}(?:i|ee)ne?")
_OF_GOD = re.compile(r"[uoa]l+ah")
_SON = re.compile(r"b[ei]n([a-z]{4,})")
_PATRONYMIC = re.compile(r".{2,}(?:[oey]vich|[oe]vna|ichna)")
_GOD = re.compile(r"(.{3,}?)[uoa]l+ah")
_CLAN = re.compile(r"(.{3,}?)(z[ao]d(?:eh?|ah?)|b[ao]i?ev|i?[ei]v|ov)(a?)")
_CLANS = {"z": "zade", "b": "baev", "o": "ov"}
"""By its first letter the one spelling of what makes a given name a family's."""
_SHORTEST = 3
"""Letters of a name that is written as one word with another."""
_UKRAINIAN = re.compile(r"h([a-z]+(?:[ei]nk[ou]|sky|chuk|iuk|yuk|[ei]ts))")
_ROMAN = (
    (re.compile(r"([a-z])\1"), r"\1"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"ou(?=[aei])"), "w"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"q"), "k"),
    (re.compile(r"(?:ei|ay|ey)"), "ai"),
    (re.compile(r"[ae]h$"), "a"),
    (re.compile(r"iy"), "i"),
    (re.compile(r"(?<=[aiu][dklmnrst])e$"), ""),
    (re.compile(r"^([a-z]h?)e(?=[bdfgjklmnrsz]h?i[a-z]h?$)"), r"\1a"),
    (re.compile(r"^([bklmnrsz])(?=[bdgjklmnrz]h?i[a-z]$)"), r"\1a"),
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
    if found := east_asian(words):
        return tuple(_settled(word, arabic=False) for word in found)
    first, *others = _without_second(_own(words))
    parts, marked = _without_articles((spellings().nicknames.get(first, first), *others))
    parts = [half for word in parts for half in _halves(word)]
    arabic = marked or any(word in spellings().arabic for word in parts)
    if arabic:
        parts = [part for at, word in enumerate(parts) for part in _son(word, at)]
    french = arabic and any("ou" in word for word in words)
    return tuple(_settled(word, arabic, french) for word in parts)


def stands_for(word: str, full: str) -> bool:
    """Whether two words are the same, or the first is the initial of the second."""
    return word == full or (len(word) == 1 and full.startswith(word))


def alone(word: str) -> set[str]:
    """A name of one word in the spellings that it may have in a longer name."""
    ways = ((False, False), (True, False), (True, True))
    return {word, *(_settled(word, *way) for way in ways)}


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


def _own(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a father's name, a pilgrim's title and the like inside the name."""
    known, (first, *inner, last) = spellings(), words
    kept = [word for word in inner if not _PATRONYMIC.fullmatch(word)]
    while (at := next((n for n, word in enumerate(kept) if word in known.fathers), 0)) > 0:
        del kept[at - 1 : at + 1]
    return first, *(word for word in kept if word not in known.links), last


def _without_second(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without the second given name before two Spanish family names.

    Brothers and sisters that share the first are many where it is one of a few.
    """
    known = spellings()
    spanish = len(words) == 4 and known.spanish.issuperset(words[:2])
    if spanish and words[0] not in known.shared and known.spanish.isdisjoint(words[2:]):
        return words[0], *words[2:]
    return words


def _son(word: str, at: int) -> tuple[str, ...]:
    """``Bensaid`` as ``Ben Said``."""
    split = _SON.fullmatch(word) if at and word not in spellings().given else None
    return (known_son(), split.group(1)) if split else (word,)


def _halves(word: str) -> tuple[str, ...]:
    """``Alireza`` as ``Ali Reza``."""
    known = spellings()
    cuts = () if word in known.people else range(_SHORTEST, len(word) - _SHORTEST + 1)
    halves = ((word[:cut], word[cut:]) for cut in cuts)
    return next((two for two in halves if known.arabic.issuperset(two)), (word,))


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
        elif word not in known.people and (split := _ABD.fullmatch(word)):
            found += ["abd", split.group(2)]
            marked = True
        elif found and _OF_GOD.fullmatch(word):
            found[-1] += "ullah"
        elif found and _OF_FAITH.fullmatch(word):
            found.append("din")
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


def _settled(word: str, arabic: bool, french: bool = False) -> str:
    """The spelling that stands for the word, which is its own."""
    while (spelled := _sounded(_spelled(word, arabic, french))) != word:
        word = spelled
    return word


def _sounded(word: str) -> str:
    known = spellings()
    if word in known.people:
        return word
    word = sounded(word)
    return known.people.get(word, word)


def _spelled(word: str, arabic: bool, french: bool) -> str:
    known = spellings()
    if word in known.people:
        return known.people[word]
    if god := _GOD.fullmatch(word):
        return known.people.get(god.group(1), god.group(1)) + "ullah"
    if clan := _clan(word):
        return clan
    if arabic and word.endswith("i") and word[:-1] in known.arabic:
        return known.people[word[:-1]] + "i"
    word = re.sub("^mc(?=[a-z]{3})", "mac", word)
    if arabic:
        word = word.replace("ch", "sh") if french else word
        for pattern, plain in (*_LONG, *_ROMAN):
            word = pattern.sub(plain, word)
    if word in known.people:
        return known.people[word]
    word = next((word[: -len(old)] + new for old, new in known.endings if _ends(word, old)), word)
    return word.replace("h", "g") if _UKRAINIAN.fullmatch(word) else word


def _clan(word: str) -> str | None:
    """A family name made of a given name that is listed: ``Hakimzoda``, ``Abdullayev``."""
    known, found = spellings(), _CLAN.fullmatch(sounded(word))
    if found is None:
        return None
    given, tail, woman = found.groups()
    russian = given.replace("kh", "h")
    for each in (given, given + "i", russian, russian.replace("o", "a")):
        if each in known.arabic:
            return known.people[each] + _CLANS.get(tail[0], "ev") + woman
    return None


def _ends(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) > len(ending) + 1
