"""The spellings of spellings.toml, read once."""

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.ontology.naming import naming
from kg.resolve.names.sounds import sounded

FILE = Path(__file__).parent / "spellings.toml"


@dataclass(frozen=True, slots=True)
class Spellings:
    """Words that are no part of a name, and the one spelling of those that are.

    ``people``, ``bodies`` and ``places`` give for a word the spelling that stands for it;
    ``arabic`` are the words of ``people`` that other scripts than Cyrillic write.
    """

    ranks: frozenset[str]
    respect: frozenset[str]
    corporate: frozenset[str]
    articles: frozenset[str]
    sons: frozenset[str]
    joined: re.Pattern[str]
    generations: frozenset[str]
    tails: frozenset[str]
    heads: frozenset[str]
    script: frozenset[str]
    head: re.Pattern[str]
    unsaid: frozenset[str]
    common: frozenset[str]
    generic: frozenset[str]
    given: frozenset[str]
    fathers: frozenset[str]
    links: frozenset[str]
    spanish: frozenset[str]
    shared: frozenset[str]
    nicknames: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    arabic: frozenset[str]
    people: Mapping[str, str]
    bodies: Mapping[str, str]
    places: Mapping[str, str]


@functools.cache
def spellings() -> Spellings:
    """All of them."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    listed = data["words"]
    arabic = _heard(_chosen(listed["arabic"] + listed["others"]))
    return Spellings(
        ranks=naming("ranks") | naming("rank_parts"),
        respect=naming("respect"),
        corporate=frozenset(data["corporate"]),
        articles=frozenset(data["articles"]),
        sons=frozenset(data["sons"]),
        joined=re.compile(rf"({'|'.join(data['joined'])})[uea][ldrszn]"),
        generations=frozenset(data["generations"]),
        tails=frozenset(data["tails"]),
        heads=frozenset(data["tails"]) | frozenset(data["heads"]),
        script=frozenset(data["script"]),
        head=re.compile(rf"({'|'.join(data['head'])})[uea][ldrszn]"),
        unsaid=frozenset(data["unsaid"]),
        common=frozenset(map(sounded, data["common"])) | frozenset(data["common"]) | arabic.keys(),
        generic=naming("generic"),
        given=naming("given"),
        fathers=frozenset(data["fathers"]),
        links=frozenset(data["links"]),
        spanish=frozenset(data["spanish"]),
        shared=frozenset(data["shared"]),
        nicknames=_chosen(listed["nicknames"]),
        endings=tuple((old, new) for old, new in data["endings"]),
        arabic=frozenset(arabic),
        people=_heard(_chosen(listed["western"]) | _chosen(listed["slavic"])) | arabic,
        bodies=_chosen(listed["bodies"]),
        places=_chosen(listed["places"]),
    )


def _heard(words: dict[str, str]) -> dict[str, str]:
    """The words, and what sounds as they do."""
    return {sounded(word): chosen for word, chosen in words.items()} | words


def _chosen(groups: Iterable[list[str]]) -> dict[str, str]:
    return {word: group[0] for group in groups for word in group}
