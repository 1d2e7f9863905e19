"""What the names of two entities say of whether they are one."""

from itertools import pairwise

from rapidfuzz.distance import JaroWinkler, Levenshtein

from kg.resolve.names import name_words, short_body, short_person
from kg.resolve.names.person import stands_for
from kg.resolve.names.spellings import spellings
from kg.suggest.blocks import words_of
from kg.suggest.evidence import Evidence
from kg.suggest.profiles import Profile
from kg.suggest.sound import ends_otherwise, rough, sounds_like

CLOSE = 0.86
LONG = 5
"""Names of so many sounds, all of them alike, are spellings of one."""
SONS = frozenset({"bin", "ag", "ould", "uld"})
"""Words for a son, in the one spelling that names have."""
Words = tuple[str, ...]


def likeness(one: Profile, two: Profile) -> list[Evidence]:
    """Why the names may be one's; nothing where they do not allow for that."""
    if one.kind != two.kind:
        return _of_two_kinds(one, two)
    first, second = words_of(one), words_of(two)
    if one.kind == "person":
        return _people(first, second)
    if short_body(first, second) or short_body(second, first):
        return [Evidence(2.0, "one name is the short form or acronym of the other")]
    if sounds_like("".join(first), "".join(second)):
        return [Evidence(1.6, "the names sound alike")]
    return [] if one.kind == "place" else _bodies(first, second)


def _of_two_kinds(one: Profile, two: Profile) -> list[Evidence]:
    """One name, or spellings of it where it has several words, read as of two kinds."""
    first, second = (name_words(each.name) for each in (one, two))
    alike = len(first) > 1 and sounds_like("".join(first), "".join(second))
    if first != second and not alike:
        return []
    told = "the names are the same" if first == second else "the names sound alike"
    kinds = " and as ".join(each.kind.replace("_", " ") for each in (one, two))
    return [Evidence(1.6, told), Evidence(-0.3, f"they are read as {kinds}")]


def _people(first: Words, second: Words) -> list[Evidence]:
    short, long = sorted((first, second), key=len)
    born = spellings().generations
    if _is_father(short, long):
        return []
    if short_person(first, second) or short_person(second, first):
        return [Evidence(0.6 if len(short) == 1 else 1.6, "one name is a short form of the other")]
    if len(short) == 1:
        return [Evidence(0.3, "one name is a word of the other")] if short[0] in long[:-1] else []
    if {*first} & born != {*second} & born:
        return []
    return _whole(short, long) or _matched(short, long)


def _whole(first: Words, second: Words) -> list[Evidence]:
    """The names as a whole, wherever their words end."""
    if sorted(first) == sorted(second):
        return [Evidence(1.6, "the names have the same words in another order")]
    one, two = "".join(first), "".join(second)
    if len(rough(one)) < LONG or not sounds_like(one, two) or _listed(first, second):
        return []
    return _with_ends([Evidence(0.8 + 0.4 * len(second), "the names sound alike")], first, second)


def _is_father(short: Words, long: Words) -> bool:
    """Whether the longer name is that of a son: ``Musa ag Amastan``, ``Amastan``."""
    before = long[: -len(short)]
    return long[-len(short) :] == short and bool(before) and before[-1] in SONS


def _listed(first: Words, second: Words) -> bool:
    """Whether the names differ in words that are listed, each as the one spelling of a name."""
    return first != second and spellings().people.keys() >= {*first} ^ {*second}


def _matched(short: Words, long: Words) -> list[Evidence]:
    """Every word of the shorter name has its like in the longer, in the same order."""
    places = _aligned(short, long)
    if places is None:
        return []
    both = tuple(long[place] for place in places)
    said = "the names" if len(short) == len(long) else "the words that both names have"
    other = [pair for pair in zip(short, both, strict=True) if not _same(*pair)]
    if not other:
        full = sum(len(word) > 1 for word in short)
        return _with_ends([Evidence(0.8 + 0.4 * full, f"{said} sound alike")], short, both)
    told = ", ".join(f"{a.title()} and {b.title()}" for a, b in other)
    return [Evidence(0.2 + 0.2 * (len(short) - len(other)), f"{said} differ in {told} alone")]


def _with_ends(made: list[Evidence], first: Words, second: Words) -> list[Evidence]:
    """The evidence, with what speaks against it where names end as a man's and a woman's do."""
    if len(first) == len(second) and any(map(ends_otherwise, first, second)):
        made.append(Evidence(-2.5, "one name ends as a woman's does, the other as a man's"))
    return made


def _aligned(short: Words, long: Words) -> list[int] | None:
    """Where the like of each word of the shorter stands; left out are words at one place alone."""
    places, at = list[int](), 0
    for word in short:
        while at < len(long) and not _may_be(word, long[at]):
            at += 1
        if at == len(long):
            return None
        places.append(at)
        at += 1
    inside = sum(b - a > 1 for a, b in pairwise(places))
    around = (places[0] > 0) + (places[-1] < len(long) - 1)
    return places if inside == 0 or inside + around == 1 else None


def _same(one: str, two: str) -> bool:
    return stands_for(one, two) or stands_for(two, one) or sounds_like(one, two)


def _may_be(one: str, two: str) -> bool:
    """Whether two words may be spellings of one; two that are listed are two names."""
    if one == two:
        return True
    listed = spellings().people
    if one in listed and two in listed:
        return False
    return _same(one, two) or _spelled(one, two)


def _spelled(one: str, two: str) -> bool:
    """Whether the words differ in one sound at most."""
    first, second = rough(one), rough(two)
    close = JaroWinkler.similarity(one, two) >= CLOSE
    return close and min(len(first), len(second)) > 2 and Levenshtein.distance(first, second) < 2


def _bodies(first: Words, second: Words) -> list[Evidence]:
    dull = spellings().tails | spellings().unsaid
    one, two = (tuple(w for w in words if w not in dull) for words in (first, second))
    if not one or len(one) != len(two):
        return []
    found = list(zip(one, two, strict=True))
    if not all(_may_be(a, b) for a, b in found):
        return []
    other = [pair for pair in found if not _same(*pair)]
    if not other:
        return [Evidence(1.6, "the names sound alike")]
    told = ", ".join(f"{a.title()} and {b.title()}" for a, b in other)
    return [Evidence(0.6, f"the names differ in {told} alone")]
