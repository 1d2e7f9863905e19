"""Relations and their triggers, read from relations/*.toml and checked.

A file holds tables named after relations. A relation has ``meaning``; ``event_type``, ``mode`` and
``cameo`` (absent for lasting relations); ``content``: what becomes of an event told inside it;
``content_target``: which party of that event the relation aims at; ``mutual``; ``examples`` and
``counterexamples``; and groups of ``triggers`` with ``verbs``, ``nouns`` and ``adjectives`` in the
notation of ``kg.ontology.patterns``, where a group may set an event type, a mode and a CAMEO code
of its own.
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from kg.errors import OntologyError
from kg.ontology.patterns import Part, Pattern, parse
from kg.ontology.tables import read_table

Content = Literal["kept", "alleged", "denied", "planned", "dropped"]
ContentTarget = Literal["subject", "object"]

FOLDER = Path(__file__).parent / "relations"
PLOVER = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)
"""The root types of PLOVER (Open Event Data Alliance); DENY and CLAIM are extensions of ours."""
EVENT_TYPES = PLOVER | {"DENY", "CLAIM"}
_PARTS: tuple[tuple[str, Part], ...] = (
    ("verbs", "verb"),
    ("nouns", "noun"),
    ("adjectives", "adjective"),
)
_KEYS = {
    "meaning",
    "event_type",
    "mode",
    "cameo",
    "content",
    "content_target",
    "mutual",
    "examples",
    "counterexamples",
    "triggers",
}
_GROUP_KEYS = {"event_type", "mode", "cameo"} | {key for key, _ in _PARTS}


@dataclass(frozen=True, slots=True)
class Relation:
    """A verb of the ontology: ``mutual`` where the parties do it to each other.

    ``content_target`` is the party that the relation aims at in what is said, wanted or promised:
    of "urged X to leave" the subject, X; of "pledged aid to X" the object.
    """

    name: str
    meaning: str
    event_type: str | None
    mode: str | None
    content: Content
    content_target: ContentTarget | None
    mutual: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A pattern that states a relation, with type, mode and CAMEO code, out of ``file``."""

    relation: Relation
    pattern: Pattern
    event_type: str | None
    mode: str | None
    cameo: str | None
    file: str = ""

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
    """The lexicon in ``folder``. Raises OntologyError with file and relation."""
    relations: dict[str, Relation] = {}
    triggers: dict[tuple[Part, str], list[Trigger]] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, table in read_table(path).data.items():
            try:
                if not isinstance(table, dict):
                    raise OntologyError("it is no table")
                if name in relations:
                    raise OntologyError("it is declared twice")
                relations[name] = _relation(name, table)
                for trigger in _triggers(relations[name], table, path.name):
                    key = trigger.pattern.part, trigger.pattern.head.rpartition("-")[2]
                    triggers.setdefault(key, []).append(trigger)
            except OntologyError as error:
                raise OntologyError(f"{path}: [{name}]: {error}; correct the entry") from None
    return Lexicon(relations, {key: tuple(found) for key, found in triggers.items()})


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
        cast(Content, _one_of(table, "content", get_args(Content)) or "kept"),
        cast(ContentTarget | None, _one_of(table, "content_target", get_args(ContentTarget))),
        table.get("mutual", False),
        tuple(table.get("examples", ())),
        tuple(table.get("counterexamples", ())),
    )


def _one_of(table: dict[str, Any], key: str, values: tuple[str, ...]) -> str | None:
    value: str | None = table.get(key)
    if value is not None and value not in values:
        raise OntologyError(f"{key} {value!r} is none of {', '.join(values)}")
    return value


def _event_type(name: str | None) -> str | None:
    if name not in EVENT_TYPES | {None}:
        raise OntologyError(f"{name!r} is no PLOVER type")
    return name


def _triggers(relation: Relation, table: dict[str, Any], file: str) -> Iterator[Trigger]:
    for group in table.get("triggers", ()):
        if unknown := group.keys() - _GROUP_KEYS:
            raise OntologyError(f"unknown key {min(unknown)!r} among its triggers")
        event_type = _event_type(group.get("event_type", relation.event_type))
        mode, cameo = group.get("mode", relation.mode), group.get("cameo", table.get("cameo"))
        for key, part in _PARTS:
            for text in group.get(key, ()):
                for pattern in parse(text, part):
                    yield Trigger(relation, pattern, event_type, mode, cameo, file)
