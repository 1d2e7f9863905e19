"""Which pairs are looked at: names that share two words by their sound, or one and a letter.

The number of pairs grows in step with the number of names: such blocks are small, and one of more
than ``WIDEST`` names is sorted, and each name is compared with the ``NEAR`` that follow it alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from kg.resolve.names import name_words, person_words
from kg.resolve.names.spellings import spellings
from kg.schema import WORDED
from kg.suggest.profiles import Profile
from kg.suggest.sound import rough

WIDEST = 12
NEAR = 6
LONE = 36
"""Of names that share a word with a name of one word, more than this many tell nothing."""

Names = dict[str, Profile]
Blocks = defaultdict[tuple[str, str], Names]


def pairs(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs that are worth a closer look, each once; two listed names are none.

    They are of one kind, or two unlisted ones of the same name, which may be one of a wrong kind.
    """
    blocks, short, long = Blocks(dict), Blocks(dict), Blocks(dict)
    for profile in profiles:
        if profile.kind in WORDED:
            continue
        if not profile.listed:
            blocks["", rough("".join(name_words(profile.name)))][profile.id] = profile
        for words in _spelled(profile):
            for block in _blocks(profile.kind, words):
                blocks[profile.kind, block][profile.id] = profile
            for block in _shortened(words):
                short[profile.kind, block][profile.id] = profile
            for block in _shortening(words):
                long[profile.kind, block][profile.id] = profile
    done: set[tuple[str, str]] = set()
    for one, two in (*_within(blocks), *_between(short, long)):
        pair = min(one.id, two.id), max(one.id, two.id)
        if pair not in done and one is not two and not (one.listed and two.listed):
            done.add(pair)
            yield one, two


def words_of(profile: Profile) -> tuple[str, ...]:
    """The words by which a name is compared with others of its kind."""
    return _words(profile.kind, profile.name)


def _words(kind: str, name: str) -> tuple[str, ...]:
    return person_words(name) if kind == "person" else name_words(name)


def _spelled(profile: Profile) -> Iterator[tuple[str, ...]]:
    """The words of each spelling."""
    yield from sorted(
        {words for name in profile.spellings if (words := _words(profile.kind, name))}
    )


def _blocks(kind: str, words: tuple[str, ...]) -> Iterator[str]:
    yield rough("".join(words))
    told = _telling(kind, words)
    for one, two in combinations(sorted({*map(rough, told)}), 2):
        yield f"{one} {two}"
    if kind == "person":
        if len(words) > 1:
            yield f"{rough(words[0])[:2]}. {rough(words[-1])}"
        if len(words) > 1 and words[0] not in spellings().given:
            yield f"{rough(words[0])} {rough(words[-1])[:2]}."
        return
    yield from (rough(word) for word in told if word not in spellings().generic)
    yield _letters(words)


def _shortened(words: tuple[str, ...]) -> Iterator[str]:
    """Where a name of one word, or with an initial, looks for longer ones."""
    if len(words) == 1:
        yield rough(words[0])
    elif len(words[0]) == 1:
        yield f"{words[0]}. {rough(words[-1])}"


def _shortening(words: tuple[str, ...]) -> Iterator[str]:
    """Where a longer name is found by those that may be short for it."""
    if len(words) > 1:
        yield from {*map(rough, words)}
        yield f"{words[0][0]}. {rough(words[-1])}"


def _telling(kind: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell a name from others of its kind."""
    known = spellings()
    if kind == "person":
        return tuple(word for word in words if len(word) > 1)
    dull = known.tails | known.unsaid | known.corporate
    return tuple(word for word in words if word not in dull and len(word) > 2)


def _letters(words: tuple[str, ...]) -> str:
    """The acronym of a body, written as such or made of its words."""
    if len(words) == 1:
        return f"({words[0]})"
    return f"({''.join(word[0] for word in words if word not in spellings().unsaid)})"


def _within(blocks: Blocks) -> Iterator[tuple[Profile, Profile]]:
    for _, members in sorted(blocks.items()):
        yield from _near(list(members.values()))


def _between(short: Blocks, long: Blocks) -> Iterator[tuple[Profile, Profile]]:
    """Short names, each with the longer ones that it may stand for."""
    for block, members in sorted(short.items()):
        longer = long.get(block, {})
        if len(members) + len(longer) <= LONE:
            yield from product(members.values(), longer.values())


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
