"""Relations and their triggers, read from relations/*.toml and checked.

A file holds tables named after relations. A relation has ``meaning``; ``event_type``, ``mode`` and ``cameo``
(absent for lasting relations); ``content``: what becomes of an event told inside it; ``content_target``: which
party of that event the relation aims at; ``mutual``; ``examples`` and ``counterexamples``; and groups of
``triggers`` with ``verbs``, ``nouns`` and ``adjectives`` in the notation of ``kg.ontology.patterns``, where a
group may set an event type, a mode and a CAMEO code of its own.
"""

import functools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from kg.errors import OntologyError
from kg.ontology.patterns import Part, Pattern, parse

Content = Literal["kept", "alleged", "denied", "planned", "dropped"]

FOLDER = Path(__file__).parent / "relations"
PLOVER = frozenset(
    ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
)
"""The root types of PLOVER (Open Event Data Alliance); DENY and CLAIM are extensions of ours."""
EVENT_TYPES = PLOVER | {"DENY", "CLAIM"}
_PARTS: tuple[tuple[str, Part], ...] = (
    ("verbs", "verb"),
    ("nouns", "noun"),
    ("adjectives", "adjective"),
)
_KEYS = {
    "meaning", "event_type", "mode", "cameo", "content", "content_target", "mutual", "lasting", "examples",
    "counterexamples", "triggers", "own",
}  # fmt: skip
_GROUP_KEYS = {"event_type", "mode", "cameo"} | {key for key, _ in _PARTS}


@dataclass(frozen=True, slots=True)
class Relation:
    """A verb of the ontology. ``content_target`` is "subject", "object" or None."""

    name: str
    meaning: str
    event_type: str | None
    mode: str | None
    content: Content
    content_target: str | None
    mutual: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A pattern that states a relation, with the type, mode and CAMEO code it states."""

    relation: Relation
    pattern: Pattern
    event_type: str | None
    mode: str | None
    cameo: str | None

    @property
    def rule(self) -> str:
        """The name by which a claim tells which entry of the lexicon fired."""
        return f"{self.relation.name}: {self.pattern.text}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All relations by name, and the triggers by part of speech and head word."""

    relations: Mapping[str, Relation]
    triggers: Mapping[tuple[Part, str], tuple[Trigger, ...]]


@functools.cache
def load_relations(folder: Path = FOLDER) -> Lexicon:
    """The lexicon in ``folder``. Raises OntologyError naming file and relation where the data is wrong."""
    relations: dict[str, Relation] = {}
    triggers: dict[tuple[Part, str], list[Trigger]] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, table in _tables(path):
            try:
                if name in relations:
                    raise OntologyError("it is declared twice")
                relations[name] = _relation(name, table)
                for trigger in _triggers(relations[name], table):
                    key = trigger.pattern.part, trigger.pattern.head.rpartition("-")[2]
                    triggers.setdefault(key, []).append(trigger)
            except OntologyError as error:
                raise OntologyError(f"{path}: [{name}]: {error}; correct the entry") from None
    return Lexicon(relations, {key: tuple(found) for key, found in triggers.items()})


def _tables(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        yield from tomllib.loads(path.read_text(encoding="utf-8")).items()
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{path} is no TOML: {error}") from None


def _relation(name: str, table: dict[str, Any]) -> Relation:
    if unknown := table.keys() - _KEYS:
        raise OntologyError(f"unknown key {min(unknown)!r}")
    if not table.get("meaning"):
        raise OntologyError("it has no meaning")
    return Relation(
        name,
        table["meaning"],
        _event_type(table.get("event_type")),
        table.get("mode"),
        cast(Content, table.get("content", "kept")),
        table.get("content_target"),
        table.get("mutual", False),
        tuple(table.get("examples", ())),
        tuple(table.get("counterexamples", ())),
    )


def _event_type(name: str | None) -> str | None:
    if name not in EVENT_TYPES | {None}:
        raise OntologyError(f"{name!r} is no PLOVER type")
    return name


def _triggers(relation: Relation, table: dict[str, Any]) -> Iterator[Trigger]:
    for group in table.get("triggers", ()):
        if unknown := group.keys() - _GROUP_KEYS:
            raise OntologyError(f"unknown key {min(unknown)!r} among its triggers")
        event_type = _event_type(group.get("event_type", relation.event_type))
        mode, cameo = group.get("mode", relation.mode), group.get("cameo", table.get("cameo"))
        for key, part in _PARTS:
            for text in group.get(key, ()):
                for pattern in parse(text, part):
                    yield Trigger(relation, pattern, event_type, mode, cameo)
