"""Evidence that two entities are one, and that they are two, with weights that add up.

Weights are logits set by hand: 2.2 makes likely (.9) of what was open (.5). A name alone, however
alike, does not reach that; it takes something else that the two share.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from kg.suggest.blocks import words_of
from kg.suggest.evidence import Evidence
from kg.suggest.likeness import likeness
from kg.suggest.profiles import Profile
from kg.suggest.sound import rough

OPEN = -2.0
"""Of pairs that share a rough form of a word, few are one."""
RARE = 5
"""Of what two share, so many of the rarest count."""
TELLING = 0.4
"""Shared words of less weight are chance."""


class Known:
    """All entities by id, names of countries by code, and how many entities' words a word is of."""

    def __init__(self, profiles: Iterable[Profile], countries: Mapping[str, str]) -> None:
        self.profiles = {profile.id: profile for profile in profiles}
        self._countries = countries
        self.words = Counter(word for each in self.profiles.values() for word in each.words)

    def country(self, code: str) -> str:
        """The name of a country; its code where none is known."""
        return self._countries.get(code, code)


def likelihood(evidence: list[Evidence]) -> float:
    """How likely the two are one, 0 to 1."""
    return 1 / (1 + math.exp(-(OPEN + sum(each.weight for each in evidence))))


def evidence(one: Profile, two: Profile, known: Known) -> list[Evidence]:
    """All there is, the strongest first; nothing where the names do not allow for one entity."""
    named = likeness(one, two)
    if not named:
        return []
    found = [*named, *_around(one, two, known), *_offices(one, two, known)]
    return sorted(found, key=lambda each: (-abs(each.weight), each.told))


def _around(one: Profile, two: Profile, known: Known) -> Iterator[Evidence]:
    """What the claims and articles of the two share, and where they meet."""
    shared = len(one.articles & two.articles)
    if together := len(one.claims & two.claims):
        yield Evidence(-2.5, f"{_counted(together, 'claim', 'names', 'name')} both")
    elif shared:
        yield Evidence(-0.8, f"{_counted(shared, 'article', 'has', 'have')} both names")
    else:
        yield from _words(one, two, known)
    yield from _partners(one, two, known)
    if one.country and two.country:
        if one.country == two.country:
            yield Evidence(0.8, f"both are of {known.country(one.country)}")
        else:
            first, second = known.country(one.country), known.country(two.country)
            yield Evidence(-3.0, f"one is of {first}, the other of {second}")


def _partners(one: Profile, two: Profile, known: Known) -> Iterator[Evidence]:
    """With whom both are named, the less popular the better."""
    shared = (known.profiles[id] for id in one.partners & two.partners)
    partners = sorted(shared, key=lambda each: (len(each.partners), each.id))
    if partners:
        weight = sum(1.6 / (1 + math.log2(len(each.partners))) for each in partners[:RARE])
        told = ", ".join(each.name for each in partners[:3])
        yield Evidence(min(weight, 2.5), f"both are named with {told}")


def _words(one: Profile, two: Profile, known: Known) -> Iterator[Evidence]:
    """The words in which different articles tell of both, the rarer the better."""
    own = {rough(word) for word in (*words_of(one), *words_of(two))}
    shared = ((known.words[word], word) for word in one.words & two.words)
    told_of = (each for each in sorted(shared) if rough(each[1].casefold()) not in own)
    rare = list(islice(told_of, RARE))
    weight = sum(0.5 / math.log2(times) for times, _ in rare)
    if weight >= TELLING:
        told = ", ".join(word for _, word in rare)
        yield Evidence(min(weight, 2.0), f"articles on both speak of {told}")


def _offices(one: Profile, two: Profile, known: Known) -> Iterator[Evidence]:
    for title, body in sorted(one.offices & two.offices):
        of = f" of {known.profiles[body].name}" if body else ""
        yield Evidence(2.0 if body else 1.0, f"both are {title}{of}")
    titles = [{title for title, _ in each.offices} for each in (one, two)]
    if all(titles) and not titles[0] & titles[1]:
        first, second = (", ".join(sorted(each)) for each in titles)
        yield Evidence(-0.4, f"one is {first}, the other {second}")


def _counted(number: int, what: str, one: str, many: str) -> str:
    return f"{number} {what} {one}" if number == 1 else f"{number} {what}s {many}"
