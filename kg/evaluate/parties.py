"""When two actors of sentence records are the same: by code, or by words."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.evaluate.gold import Party

FILE = Path(__file__).parent / "plover.toml"
SHORTEST_STEM = 4
MOST_WORDS_MORE = 4
"""An actor with more words than the label's and these is a clause."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """The data of ``plover.toml``."""

    types: frozenset[str]
    mutual: frozenset[str]
    one_way_in_labels: frozenset[str]
    common: frozenset[str]
    endings: tuple[str, ...]
    organizations: frozenset[str]
    any_organization: frozenset[str]
    codes: Mapping[str, str]


@cache
def conventions(file: Path = FILE) -> Conventions:
    """How actors and types are compared."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    sets = ("types", "mutual", "one_way_in_labels", "common", "organizations", "any_organization")
    return Conventions(
        **{name: frozenset(data[name]) for name in sets},
        endings=tuple(data["endings"]),
        codes=data["codes"],
    )


def any_same(some: Iterable[Party], others: Iterable[Party], *, text_only: bool) -> bool:
    """Whether one of ``some`` is one of ``others``, the labels.

    With ``text_only`` codes count only where the label has no words.
    """
    labels = tuple(others)
    return any(_same(one, label, text_only) for one in some for label in labels)


def _same(one: Party, label: Party, text_only: bool) -> bool:
    by_code = not (text_only and label.text) and _same_code(one.code, label.code)
    return by_code or _same_words(one.text, label.text)


def short_code(code: str | None) -> str | None:
    """A code cut to three letters; None where it says nothing."""
    letters = (code or "").strip().upper()
    if not letters or letters.startswith("---"):
        return None
    known = (new for old, new in conventions().codes.items() if letters.startswith(old))
    return next(known, letters[:3])


def _same_code(one: str | None, other: str | None) -> bool:
    a, b = short_code(one), short_code(other)
    if a is None or b is None:
        return False
    how = conventions()
    return a == b or ({a, b} <= how.organizations and bool({a, b} & how.any_organization))


def words(text: str) -> list[str]:
    """The words that tell who an actor is; all words where none does."""
    bare = text.lower().replace("'s", " ").replace("’s", " ")
    found: list[str] = re.findall(r"[a-z0-9]+", bare)
    telling = [word for word in found if word not in conventions().common]
    return telling or found


def _same_words(text: str, label: str) -> bool:
    """Whether one has all words of the other, or they share two words or the last one."""
    some, others = words(text), words(label)
    if not some or not others or len(some) > len(others) + MOST_WORDS_MORE:
        return False
    a, b = set(map(_stem, some)), set(map(_stem, others))
    return a <= b or b <= a or _stem(some[-1]) == _stem(others[-1]) or len(a & b) >= 2


def _stem(word: str) -> str:
    for ending in conventions().endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word[:-1] if word.endswith("a") and len(word) > SHORTEST_STEM + 1 else word
