"""Which pairs are looked at: those that share a rough form of a word, in large blocks near ones.

The number of pairs grows in step with the number of names: a block of more than ``WIDEST`` names is
sorted, and each name is compared with the ``NEAR`` that follow it alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kg.resolve.names import name_words, person_words
from kg.resolve.names.spellings import spellings
from kg.schema import WORDED
from kg.suggest.profiles import Profile

WIDEST = 12
NEAR = 6
_MUTE = re.compile(r"(?<=.)[aeiouyhw]")
_ALIKE = str.maketrans("qcgzvbp", "kkkswff")


def pairs(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs of one kind that are worth a closer look, each once; two listed names are none."""
    blocks: dict[tuple[str, str], dict[str, Profile]] = defaultdict(dict)
    for profile in profiles:
        if profile.kind in WORDED:
            continue
        for block in _blocks(profile):
            blocks[profile.kind, block][profile.id] = profile
    done: set[tuple[str, str]] = set()
    for _, members in sorted(blocks.items()):
        for one, two in _near(list(members.values())):
            pair = min(one.id, two.id), max(one.id, two.id)
            if pair not in done and not (one.listed and two.listed):
                done.add(pair)
                yield one, two


def rough(word: str) -> str:
    """The sound of a word, roughly: its first letter and consonants, like ones as one."""
    bare = _MUTE.sub("", word.replace("kh", "k").replace("ph", "f"))
    plain = bare.translate(_ALIKE)
    return re.sub(r"(.)\1+", r"\1", plain)


def words_of(profile: Profile) -> tuple[str, ...]:
    """The words by which a name is compared with others of its kind."""
    return person_words(profile.name) if profile.kind == "person" else name_words(profile.name)


def _blocks(profile: Profile) -> Iterator[str]:
    for name in sorted(profile.spellings):
        words = person_words(name) if profile.kind == "person" else name_words(name)
        if not words:
            continue
        yield rough("".join(words))
        told = _telling(profile.kind, words)
        yield from (rough(word) for word in told)
        if letters := _letters(profile.kind, words):
            yield letters


def _telling(kind: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell a name from others of its kind."""
    known = spellings()
    if kind == "person":
        return tuple(word for word in (words[-1], words[0]) if len(word) > 1)
    dull = known.tails | known.unsaid | known.corporate
    return tuple(word for word in words if word not in dull and len(word) > 2)


def _letters(kind: str, words: tuple[str, ...]) -> str | None:
    """The acronym of a body, written as such or made of its words."""
    if kind == "person":
        return None
    if len(words) == 1:
        return f"({words[0]})"
    return f"({''.join(word[0] for word in words if word not in spellings().unsaid)})"


def _near(members: list[Profile]) -> Iterator[tuple[Profile, Profile]]:
    if len(members) <= WIDEST:
        yield from combinations(members, 2)
        return
    ways: tuple[Mapping[str, str], ...] = (
        {m.id: rough("".join(words_of(m))) for m in members},
        {m.id: rough("".join(reversed(words_of(m)))) for m in members},
    )
    for way in ways:
        ordered = sorted(members, key=lambda m, way=way: (way[m.id], m.id))  # type: ignore[misc]
        for at, one in enumerate(ordered):
            yield from ((one, two) for two in ordered[at + 1 : at + 1 + NEAR])
