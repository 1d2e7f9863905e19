"""A decision as a record, and as a line of JSON."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from kg.errors import DecisionError
from kg.ids import key_parts
from kg.schema import KIND_LABELS

Verb = Literal["same", "different", "unsure", "kind", "rename", "undo"]
VERBS: tuple[Verb, ...] = ("same", "different", "unsure", "kind", "rename", "undo")
_ENTITIES = {"same": 2, "different": 2, "unsure": 2, "kind": 2, "rename": 1, "undo": 0}


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided of one or two entities, named by key, or of an earlier decision.

    ``kind`` gives an entity the key that it has under its right kind. ``name`` is what ``rename``
    gives, ``undoes`` the number that ``undo`` takes back, ``date`` an ISO date. ``origin`` is where
    the record stands, for messages.
    """

    number: int
    verb: Verb
    entities: tuple[str, ...]
    why: str
    name: str | None = None
    undoes: int | None = None
    by: str | None = None
    date: str | None = None
    origin: str = ""

    def told(self) -> str:
        """What was decided, in words."""
        match self.verb:
            case "undo":
                return f"undo {self.undoes}"
            case "rename":
                return f"{self.entities[0]} is called {self.name}"
            case "kind":
                return " is rather ".join(self.entities)
            case "unsure":
                return " may be ".join(self.entities)
        return f" {self.verb} ".join(self.entities)


def to_line(decision: Decision) -> str:
    """A decision as one line of JSON, without what it does not tell."""
    fields = {
        "number": decision.number,
        "verb": decision.verb,
        "entities": decision.entities or None,
        "name": decision.name,
        "undoes": decision.undoes,
        "why": decision.why,
        "by": decision.by,
        "date": decision.date,
    }
    given = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(given, ensure_ascii=False)


def from_line(line: str, origin: str) -> Decision:
    """The decision of a line; ``origin`` is named where the line is wrong (DecisionError)."""
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise _wrong(origin, "is no JSON") from error
    if not isinstance(fields, dict) or fields.get("verb") not in VERBS:
        raise _wrong(origin, f"needs a verb: {', '.join(VERBS)}")
    number, named = fields.get("number"), fields.get("entities", [])
    if type(number) is not int or number < 1:
        raise _wrong(origin, "needs a number from 1 on")
    wanted = _ENTITIES[fields["verb"]]
    if not isinstance(named, list) or len(named) != wanted or not all(map(is_key, named)):
        raise _wrong(origin, f"needs {wanted} entities by key for {fields['verb']}")
    texts = {name: _text(fields, name, origin) for name in ("why", "name", "by", "date")}
    undoes = fields.get("undoes")
    if (fields["verb"] == "undo") != (type(undoes) is int):
        raise _wrong(origin, "needs the number that it undoes, and only an undo has one")
    if fields["verb"] == "rename" and not texts["name"]:
        raise _wrong(origin, "needs a name for rename")
    why = texts.pop("why") or ""
    return Decision(
        number, fields["verb"], tuple(named), why, undoes=undoes, origin=origin, **texts
    )


def is_key(value: object) -> bool:
    """Whether a value is a key: the gazetteer's ``kind:name``, or ``kind/country/name``."""
    if not isinstance(value, str):
        return False
    parts = key_parts(value)
    if parts is None:
        return re.fullmatch(r"[a-z_]+:\S+", value) is not None
    return parts[0] in KIND_LABELS and bool(parts[1])


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that no later one took back; an undo can itself be undone."""
    made = tuple(decisions)
    gone = undone(made)
    return tuple(d for d in made if d.number not in gone and d.verb != "undo")


def undone(decisions: Iterable[Decision]) -> dict[int, int]:
    """The numbers of decisions that were taken back, each with that of the undo that did it."""
    gone: dict[int, int] = {}
    for decision in reversed(tuple(decisions)):
        if decision.undoes is not None and decision.number not in gone:
            gone[decision.undoes] = decision.number
    return gone


def _text(fields: dict[str, Any], name: str, origin: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise _wrong(origin, f"has a {name} that is no text")
    return value


def _wrong(origin: str, what: str) -> DecisionError:
    return DecisionError(f"{origin} {what}; correct the line.")
