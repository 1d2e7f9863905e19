"""Decisions on who is who: records in a file, and what they come to."""

from kg.decide.file import append_decision, read_decisions
from kg.decide.identity import UNDECIDED, Group, Identities, identities
from kg.decide.records import VERBS, Decision, Verb, is_key, standing, undone

__all__ = [
    "UNDECIDED",
    "VERBS",
    "Decision",
    "Group",
    "Identities",
    "Verb",
    "append_decision",
    "identities",
    "is_key",
    "read_decisions",
    "standing",
    "undone",
]
