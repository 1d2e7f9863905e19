"""Roles: what a party is called when it is not named (the defence minister, security forces)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from kg.ontology.names import Role, RoleKind
from kg.ontology.tables import Table

_LEAD = re.compile(r"^(?:the|a|an|its|their|his|her) ")
_MEN = re.compile(r"(?<=.)men$")


class Roles:
    """Role words by their wording; number, hyphens and American spelling do not matter."""

    def __init__(
        self, wording: Mapping[str, Role], dropped: frozenset[str], kept: frozenset[str]
    ) -> None:
        self._dropped, self._kept = dropped, kept
        self._wording = {_normal(phrase): role for phrase, role in wording.items()}
        self._words = frozenset(word for phrase in self._wording for word in phrase.split())

    def words(self) -> frozenset[str]:
        """Every word that a role is told with, in small letters."""
        return self._words

    def tells(self, word: str) -> bool:
        """Whether a word in small letters is one of those, in singular or plural."""
        return not self._words.isdisjoint(_normal(word).split())

    def find(self, phrase: str) -> Role | None:
        """The role that a phrase names; "acting" is dropped, "deputy" kept in the role's name."""
        words = _normal(phrase)
        role = self._wording.get(words)
        first, _, rest = words.partition(" ")
        if role is not None or not rest:
            return role
        if first in self._dropped:
            return self.find(rest)
        inner = self.find(rest) if first in self._kept else None
        return Role(f"{first.capitalize()} {inner.name}", inner.kind) if inner else None


def read_roles(table: Table) -> Roles:
    """The roles of a file: a table for each kind, canonical name = further wordings."""
    modifiers = table.data.get("modifiers", {})
    return Roles(
        dict(_wording(table)),
        frozenset(modifiers.get("dropped", ())),
        frozenset(modifiers.get("kept", ())),
    )


def _wording(table: Table) -> Iterator[tuple[str, Role]]:
    """Every wording with its role; one wording has one role."""
    taken: dict[str, str] = {}
    for kind in get_args(RoleKind):
        lines: Mapping[str, Any] = table.data.get(kind, {})
        for name, wordings in lines.items():
            if not isinstance(wordings, list):
                raise table.error(f"{name} must have a list of wordings", name)
            for wording in (name, *wordings):
                if taken.setdefault(_normal(wording), name) != name:
                    other = taken[_normal(wording)]
                    raise table.error(f"{wording!r} is a wording of {other} too", name)
                yield wording, Role(name, kind)


@cache
def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    return _MEN.sub("man", word.removesuffix("s"))


@cache
def _normal(phrase: str) -> str:
    """A phrase in small letters, singular and British spelling, without an article."""
    plain = _LEAD.sub("", phrase.lower().replace("’", "'").replace("-", " ").strip())
    words = (_singular(word.removesuffix("'s").removesuffix("'")) for word in plain.split())
    return " ".join(words).replace("defense", "defence").replace("labor", "labour")
