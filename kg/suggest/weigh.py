"""Evidence that two entities are one, and that they are two, with weights that add up.

Weights are logits set by hand: 2.2 makes likely (.9) of what was open (.5). A name alone, however
alike, does not reach that; it takes something else that the two share.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from kg.resolve.names import given_alone, short_body, short_person
from kg.resolve.names.person import stands_for
from kg.resolve.names.spellings import spellings
from kg.suggest.blocks import words_of
from kg.suggest.profiles import Profile

OPEN = -2.0
"""Of pairs that share a rough form of a word, few are one."""
ALIKE = 0.9
CLOSE = 0.82


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one entity (``weight`` above 0) or for two (below), in words."""

    weight: float
    told: str


def likelihood(evidence: list[Evidence]) -> float:
    """How likely the two are one, 0 to 1."""
    return 1 / (1 + math.exp(-(OPEN + sum(each.weight for each in evidence))))


def evidence(one: Profile, two: Profile, known: Mapping[str, Profile]) -> list[Evidence]:
    """All there is, the strongest first; nothing where the names do not allow for one entity.

    ``known`` are all entities by id.
    """
    named = _names(one, two)
    if named is None:
        return []
    found = [named, *_around(one, two, known), *_offices(one, two, known)]
    return sorted(found, key=lambda each: (-abs(each.weight), each.told))


def _names(one: Profile, two: Profile) -> Evidence | None:
    if one.kind == "person":
        return _people(words_of(one), words_of(two))
    first, second = words_of(one), words_of(two)
    if short_body(first, second) or short_body(second, first):
        return Evidence(2.0, "one name is the short form or acronym of the other")
    if one.kind == "place":
        return _spelled("".join(first), "".join(second))
    return _bodies(first, second)


def _people(first: tuple[str, ...], second: tuple[str, ...]) -> Evidence | None:
    if short_person(first, second) or short_person(second, first):
        alone = min(len(first), len(second)) == 1
        return Evidence(0.6 if alone else 1.6, "one name is a short form of the other")
    if given_alone(first, second) or given_alone(second, first):
        return Evidence(0.3, "one name is the first word of the other")
    born = spellings().generations
    if {*first} & born != {*second} & born or len(first) != len(second):
        return None
    if any(_other(a, b) for a, b in zip(first, second, strict=True)):
        return None
    return _spelled(" ".join(first), " ".join(second))


def _other(one: str, two: str) -> bool:
    """Whether two words are other names, and no spellings of one."""
    if stands_for(one, two) or stands_for(two, one):
        return False
    listed = spellings().people
    both = one in listed and two in listed
    return both or JaroWinkler.similarity(one, two) < CLOSE


def _bodies(first: tuple[str, ...], second: tuple[str, ...]) -> Evidence | None:
    dull = spellings().tails | spellings().unsaid
    one, two = ([w for w in words if w not in dull] for words in (first, second))
    if not one or not two or len(one) != len(two):
        return None
    if any(JaroWinkler.similarity(a, b) < CLOSE for a, b in zip(one, two, strict=True)):
        return None
    return _spelled(" ".join(first), " ".join(second))


def _spelled(one: str, two: str) -> Evidence | None:
    alike = JaroWinkler.similarity(one, two)
    if alike < ALIKE:
        return None
    return Evidence(0.5 + 12 * (alike - ALIKE), f"the spellings are alike ({alike:.2f})")


def _around(one: Profile, two: Profile, known: Mapping[str, Profile]) -> Iterator[Evidence]:
    """What the claims and articles of the two share, and where they meet."""
    if together := len(one.claims & two.claims):
        yield Evidence(-2.5, f"{_counted(together, 'claim')} name both")
    elif shared := len(one.articles & two.articles):
        yield Evidence(0.4, f"{_counted(shared, 'article')} name both")
    shared_ones = (known[id] for id in one.partners & two.partners)
    partners = sorted(shared_ones, key=lambda each: (len(each.partners), each.id))
    if partners:
        weight = sum(1.6 / (1 + math.log2(len(each.partners))) for each in partners[:5])
        told = ", ".join(each.name for each in partners[:3])
        yield Evidence(min(weight, 2.5), f"both are named with {told}")
    if one.country and two.country:
        if one.country == two.country:
            yield Evidence(0.8, f"both are of {one.country}")
        else:
            yield Evidence(-3.0, f"one is of {one.country}, the other of {two.country}")


def _offices(one: Profile, two: Profile, known: Mapping[str, Profile]) -> Iterator[Evidence]:
    for title, body in sorted(one.offices & two.offices):
        of = f" of {known[body].name}" if body else ""
        yield Evidence(2.0 if body else 1.0, f"both are {title}{of}")
    titles = [{title for title, _ in each.offices} for each in (one, two)]
    if all(titles) and not titles[0] & titles[1]:
        first, second = (", ".join(sorted(each)) for each in titles)
        yield Evidence(-0.7, f"one is {first}, the other {second}")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
