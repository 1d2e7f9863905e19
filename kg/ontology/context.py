"""What the words around a name say about it: a province, a person, a shouted word, no name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kg.ontology.matcher import Sense
from kg.ontology.names import NameMatch, Rule
from kg.ontology.nearby import Found, by_country, countries, speaks_for
from kg.ontology.words import path

_BEFORE = re.compile(r"(\w+)[ ,]*$")
_AFTER = re.compile(r"[ ,]*(\w+)")
_SAINT = re.compile(r"(?:San|Santa|Santo|São|Sao) ")
_OF = re.compile(r" (?:de|del|da|do|dos)(?: l[ao]s?)? [A-ZÁÉÍÓÚ]")
_NEXT_NAME = re.compile(r" ([A-Z][\w'’]+)")
_FIRST_NAME = re.compile(r"\b([A-Z]\w+|Mr|Mrs|Ms|Dr)\.? $")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n\"“”‘(])\s*$")
_LIST = re.compile(r",? (?:and |or |& )|, ")


@dataclass(frozen=True, slots=True)
class Care:
    """Names that are also words: acronyms, first words of sentences, given names, surnames."""

    acronyms: frozenset[str]
    words: frozenset[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    first_names: frozenset[str]
    roles: frozenset[str]
    province: re.Pattern[str]
    provinces: re.Pattern[str]
    province_of: re.Pattern[str]


def read_care(settings: dict[str, Any], roles: Iterable[str]) -> Care:
    """The settings of [care], with the words that may follow a country's name."""
    one, many = "|".join(settings["province"]), "|".join(settings["provinces"])
    return Care(
        acronyms=frozenset(settings["acronyms"]),
        words=frozenset(settings["words"]),
        given_names=frozenset(settings["given_names"]),
        surnames=frozenset(settings["surnames"]),
        first_names=frozenset(settings["first_names"]),
        roles=frozenset(roles),
        province=re.compile(rf" (?:{one})\b", re.IGNORECASE),
        provinces=re.compile(rf" (?:{many})\b", re.IGNORECASE),
        province_of=re.compile(rf"\b(?:{one}|{many}) of $", re.IGNORECASE),
    )


class Context:
    """Chooses one reading for each name found, or none."""

    def __init__(self, care: Care, rules: Iterable[Rule]) -> None:
        self._care = care
        self._near = {path(rule.alias): rule.unless_near for rule in rules if rule.unless_near}

    def choose(
        self, text: str, found: Iterable[Found], around: frozenset[str] = frozenset()
    ) -> tuple[NameMatch, ...]:
        """The names that stand, each in the reading that its surroundings call for.

        ``around`` are the countries, by code, that the rest of the article speaks of.
        """
        names = [name for name in found if not self._refused(text, *name[:2])]
        said = self._provinces(text, names)
        named = (countries(names), around)
        matches = []
        for number, (start, end, senses) in enumerate(names):
            ranked = self._ranked(text, (start, end, senses), said[number], named)
            after = names[number + 1] if number + 1 < len(names) else None
            sense = _standing(text, (start, end, ranked), after, named[0] | around)
            if sense is not None:
                matches.append(NameMatch(start, end, sense.entry, sense.form))
        return tuple(matches)

    def countries(self, found: Iterable[Found]) -> frozenset[str]:
        """The countries, by code, that the names found in a text speak of."""
        return countries(found)

    def _ranked(
        self, text: str, name: Found, province: bool, named: Sequence[frozenset[str]]
    ) -> tuple[Sense, ...]:
        """The readings of a name, the likeliest first."""
        start, end, senses = name
        if len(senses) == 1:
            return senses
        ranked = by_country(self._by_neighbours(text, text[start:end], senses), named)
        if not province:
            return ranked
        provinces = tuple(sense for sense in senses if sense.entry.kind == "province")
        return (*(by_country(provinces, named) if provinces else ()), *ranked)

    def _refused(self, text: str, start: int, end: int) -> bool:
        care, word = self._care, text[start:end]
        if word in care.acronyms and _shouted(text, start, end):
            return True
        if word in care.words and _SENTENCE_START.search(text, max(0, start - 4), start):
            return True
        if word in care.given_names and self._is_given_name(text, end):
            return True
        if _SAINT.match(word) and _OF.match(text, end):  # "San Jose de Bocay"
            return True
        if word in care.surnames:
            before = _FIRST_NAME.search(text, max(0, start - 20), start)
            return before is not None and before.group(1) in care.first_names
        return False

    def _is_given_name(self, text: str, end: int) -> bool:
        """Whether a capitalised word follows that is no office or body: Chad Smith."""
        after = _NEXT_NAME.match(text, end)
        return after is not None and after.group(1).lower() not in self._care.roles

    def _provinces(self, text: str, names: Sequence[Found]) -> list[bool]:
        """Which names are said to be provinces: Kandahar province, Khost and Kunar provinces."""
        care, said, of_many = self._care, [False] * len(names), False
        for number in range(len(names) - 1, -1, -1):
            start, end, _ = names[number]
            if of_many and not _LIST.fullmatch(text, end, names[number + 1][0]):
                of_many = False
            of_many = of_many or care.provinces.match(text, end) is not None
            said[number] = (
                of_many
                or care.province.match(text, end) is not None
                or care.province_of.search(text, max(0, start - 20), start) is not None
            )
        return said

    def _by_neighbours(self, text: str, word: str, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
        """The reading first for which a word speaks (Georgia where Atlanta is named)."""
        for near, key in self._near.get(path(word), ()):
            if near in text:
                return tuple(sorted(senses, key=lambda sense: sense.entry.key != key))
        return senses


def _standing(text: str, name: Found, after: Found | None, named: frozenset[str]) -> Sense | None:
    """The first reading, unless it is a minor place of which nothing speaks."""
    senses = name[2]
    if not senses[0].entry.minor or speaks_for(text, name, after, named):
        return senses[0]
    return next((sense for sense in senses if not sense.entry.minor), None)


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides are in capitals, so that capitals tell nothing."""
    before, after = _BEFORE.search(text, max(0, start - 30), start), _AFTER.match(text, end)
    return all(word is not None and _capitals(word.group(1)) for word in (before, after))


def _capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()
