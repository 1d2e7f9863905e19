"""When two names are the same: spelling, aliases brought along, names of the gazetteer."""

import json
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.errors import InputError
from kg.ontology.names import Entry
from kg.records import Mention

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_DASHES = str.maketrans({"-": " ", "–": " "})
_LAST = {"province", "region", "state", "department", "governorate"}


@cache
def plain(text: str) -> str:
    """Small letters without accents, straight quotes, single blanks."""
    letters = unicodedata.normalize("NFKD", text).translate(_QUOTES)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.lower().split())


@cache
def name_key(name: str) -> str:
    """The same for names that differ in article, hyphen, British spelling or a last "province"."""
    words = plain(name).translate(_DASHES).replace("defence", "defense").split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[-1] in _LAST:
        words = words[:-1]
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Names:
    """Names accepted for a name of the gold, and the entries that mentions' keys lead to."""

    aliases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def accepted(self, name: str) -> frozenset[str]:
        """The keys of all names that may stand for a name of the gold."""
        key = name_key(name)
        return self.aliases.get(key, frozenset()) | {key}

    def of(self, mention: Mention) -> frozenset[str]:
        """The keys of all names of what the mention refers to."""
        entry = self.entries.get(mention.key or "")
        others = (form for form, _ in entry.forms()) if entry else ()
        return frozenset(map(name_key, (mention.name, *others)))

    def all_named(self, wanted: Iterable[str], mentions: Collection[Mention]) -> bool:
        """Whether each wanted name is that of a mention."""
        have = frozenset[str]().union(*map(self.of, mentions))
        return all(self.accepted(name) & have for name in wanted)

    def nothing_else(self, wanted: Collection[str], mentions: Iterable[Mention]) -> bool:
        """Whether each mention has a wanted name; where none is wanted, any mention will do."""
        fine = frozenset[str]().union(*map(self.accepted, wanted))
        return not wanted or all(self.of(mention) & fine for mention in mentions)


def load_aliases(file: Path) -> dict[str, frozenset[str]]:
    """A JSON object, from a name to the list of its other names; else an InputError."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{file} cannot be read as JSON: {error}.") from error
    lists = data.values() if isinstance(data, dict) else [None]
    if not all(isinstance(names, list) and all(map(_is_text, names)) for names in lists):
        raise InputError(f"{file} must be a JSON object of names, each with a list of other names.")
    found: dict[str, frozenset[str]] = {}
    for name, others in data.items():
        key = name_key(name)
        found[key] = found.get(key, frozenset()) | frozenset(map(name_key, others))
    return found


def _is_text(value: object) -> bool:
    return isinstance(value, str)
