"""Names of China and Korea: the family name, then one or two syllables of a given name.

Wade-Giles is read as Pinyin and the Korean systems as one, but only in names that show by their
family name, and in Wade-Giles by a syllable that Pinyin has not, that they are such.
"""

import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "east_asia.toml"

_CHINESE = re.compile("(?:[bpdtgkmflnrjqxhwy]|[zcs]h?|hs|t[sz])?[aeiou]+(?:ng?|h|r)?")
_KOREAN = re.compile("(?:[gkdtbpjsrnmlhc]|ch|sh)?[aeiouyw]+(?:ng|[nmklpbtg])?")
_WADE_GILES = re.compile(
    "hs|t[sz]|ch[iu][aenu]|szu|kuo|j(?:en|eng|ung|o|ui|ih|an|ou)$|.*(?:ieh|ien|yen|yeh|ih|ung|uei)$"
)
"""What Wade-Giles writes and Pinyin does not."""

_PINYIN = tuple(
    (re.compile(old), new)
    for old, new in (
        ("^j", "r"),
        ("^hs", "x"),
        ("^tzu$", "zi"),
        ("^(?:sz|ss)u$", "si"),
        ("^t[sz]", "z"),
        ("^chi$", "ji"),
        ("^chih$", "zhi"),
        ("^ch(?=i.|ueh)", "j"),
        ("^ch", "zh"),
        ("^p", "b"),
        ("^t", "d"),
        ("^k", "g"),
        ("(?<=[iu]e)h$", ""),
        ("ien$", "ian"),
        ("^yen$", "yan"),
        ("^yeh$", "ye"),
        ("(?<=[hr]i)h$", ""),
        ("uei$", "ui"),
        ("ung$", "ong"),
        ("(?<=^[gh])o$", "e"),
        ("(?<=^[dtlnzrs])o$", "uo"),
        ("(?<=^[zs]h)o$", "uo"),
        ("^erh$", "er"),
    )
)
"""Wade-Giles without apostrophes, the sounds with breath taken for those without."""

_SOUNDS = tuple(
    (re.compile(old), new)
    for old, new in (
        ("eo", "o"),
        ("oo|eu", "u"),
        ("ou", "o"),
        ("(?<=[^aeiou])yu(?=[nk])", "yo"),
        ("ee|ui", "i"),
        ("sh", "s"),
        ("j", "ch"),
        ("(?<!n)g", "k"),
        ("d", "t"),
        ("b", "p"),
    )
)
"""Korean sounds that one system writes one way, the next another."""


def east_asian(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of a Chinese or Korean name, its given name in one; None for any other name."""
    if len(words) not in {2, 3}:
        return None
    family, *given = words
    if family in _korean() and all(map(_KOREAN.fullmatch, given)):
        return _korean()[family], _spelled_korean("".join(given))
    if family not in _chinese() or not all(map(_CHINESE.fullmatch, given)):
        return None
    if any(map(_WADE_GILES.match, words)):
        return _chinese()[family], "".join(map(_pinyin, given))
    return family, "".join(given)


def _pinyin(syllable: str) -> str:
    for old, new in _PINYIN:
        syllable = old.sub(new, syllable)
    return syllable


def _spelled_korean(given: str) -> str:
    for old, new in _SOUNDS:
        given = old.sub(new, given)
    return given


@functools.cache
def _chinese() -> Mapping[str, str]:
    """Family names in Pinyin, by themselves and by their Wade-Giles."""
    told: dict[str, str] = _file()["chinese"]
    return {name: pinyin or name for name, pinyin in told.items()}


@functools.cache
def _korean() -> Mapping[str, str]:
    groups: list[list[str]] = _file()["korean"]["names"]
    return {name: group[0] for group in groups for name in group}


@functools.cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
