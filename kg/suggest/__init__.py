"""Pairs of entities that may be one, for a person to judge: with evidence, most useful first."""

from kg.suggest.evidence import Evidence
from kg.suggest.profiles import Profile, profiles_of
from kg.suggest.rank import Apart, Suggestion, apart_of, suggestions

__all__ = [
    "Apart",
    "Evidence",
    "Profile",
    "Suggestion",
    "apart_of",
    "profiles_of",
    "suggestions",
]
