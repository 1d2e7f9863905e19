"""Which of several bearers a name means, by the countries that the text speaks of."""

import re
from collections.abc import Iterable, Sequence

from kg.ontology.matcher import Sense

Found = tuple[int, int, tuple[Sense, ...]]
"""Start, end and readings of a name, best first."""

_PLACES = frozenset({"city", "province", "region", "place"})
_IN = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|inside|"
    r"(?:city|town|village|district|province|region|port|suburb|county|state|area)s? of)"
    r"(?: the)?(?: (?:north|south|east|west|cent)\w+| nearby| downtown)? $"
)
_TO = re.compile(r"\b(?:[Aa]t|[Ff]rom|to|towards?|into|through|across|between|over|on|of|off) $")
_LISTED = re.compile(r"(?: and|,) $")
_TOWN = re.compile(
    r"-based\b| (?:city|town|district|prefecture|county|municipality|airport|province|region|state|"
    r"department|governorate|oblast)s?\b"
)
_UNIT = re.compile(
    r"\w (?:region|province|state|district|department|division|area)$", re.IGNORECASE
)
_COMMA = re.compile(r", ")
_LOOK = 40


def countries(names: Iterable[Found]) -> frozenset[str]:
    """The countries that names speak of which have one reading, or readings of one country."""
    named = set()
    for _, _, senses in names:
        codes = {sense.entry.country for sense in senses}
        if len(codes) == 1 and not senses[0].entry.minor:
            named |= codes
    return frozenset(code for code in named if code is not None)


def by_country(senses: tuple[Sense, ...], named: Sequence[frozenset[str]]) -> tuple[Sense, ...]:
    """The readings with the one first whose country is named: near by, else farther off."""
    first = senses[0]
    if len(senses) == 1 or first.entry.kind == "country" or first.entry.country is None:
        return senses
    for countries_named in named:
        for sense in senses:
            if sense.entry.country in countries_named and _alike(first, sense):
                return (sense, *(other for other in senses if other is not sense))
    return senses


def speaks_for(text: str, name: Found, after: Found | None, named: frozenset[str]) -> bool:
    """Whether the words around a minor place say that it is one."""
    start, end, senses = name
    country = senses[0].entry.country
    if after is not None and _COMMA.fullmatch(text, end, after[0]) and _in(after[2], country):
        return True
    alone = len({sense.entry.country for sense in senses}) == 1
    before = max(0, start - _LOOK)
    if country not in named and not alone:
        return False
    if _IN.search(text, before, start) or _TOWN.match(text, end):
        return True
    if country in named and _UNIT.search(text, start, end):
        return True
    listed = _TO.search(text, before, start) or _LISTED.search(text, before, start)
    return country in named and listed is not None


def _in(senses: Sequence[Sense], country: str | None) -> bool:
    return any(sense.entry.country == country and _is_place(sense) for sense in senses)


def _alike(one: Sense, other: Sense) -> bool:
    """Whether both are places, or both of one kind."""
    return one.entry.kind == other.entry.kind or (_is_place(one) and _is_place(other))


def _is_place(sense: Sense) -> bool:
    return sense.entry.kind in _PLACES or sense.entry.kind == "country"
