"""Two graphs -> what sets them apart.

Both are read label by label: in memory are the ids of one label of both graphs, and all that there
is to know of ``CHUNK`` nodes. A graph keeps nothing of runs and times, so all of it is compared.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from itertools import islice
from typing import Any, Literal

from kg.records import Value
from kg.schema import BACKGROUND
from kg.stores.base import GraphStore

CHUNK = 200
"""Nodes that are compared at once."""

Sign = Literal["added", "lost", "changed"]
KINDS = {
    "Article": "article",
    "Sentence": "sentence",
    "Claim": "claim",
    "Entity": "entity",
    "Event": "event",
}
SHORT = "short edge"

_IDS = "MATCH (n:`%s`) RETURN n.id AS id"
_NODES = """
UNWIND $ids AS id MATCH (n:`%s` {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties
"""
_EDGES = """
UNWIND $ids AS id MATCH (n:`%s` {id: id})-[r]->(m)
RETURN id, n.name AS start, type(r) AS type, m.id AS end, m.name AS name,
       properties(r) AS properties
"""

Fields = Mapping[str, Value]


@dataclass(slots=True)
class Record:
    """A node with the edges that start there, or a short edge, field by field.

    ``ends`` are the names of those that its edges lead to, by type; ``shown`` the names of fields
    that are edges.
    """

    kind: str
    id: str
    fields: dict[str, Value] = made(default_factory=dict)
    ends: dict[str, list[str]] = made(default_factory=dict)
    shown: dict[str, str] = made(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """A node or short edge that one graph has, or that the two have otherwise.

    ``fields`` are those that differ, each before and after, where an edge has its properties as a
    value; none for what was added or lost.
    """

    sign: Sign
    kind: str
    id: str
    name: str
    fields: tuple[tuple[str, Value, Value], ...] = ()


def compare(before: GraphStore, after: GraphStore) -> Iterator[Difference]:
    """What ``after`` has more, less or other than ``before``; nothing where they are equal.

    Labels that the schema does not know are left out.
    """
    for label in KINDS:
        ids = [_ids(store, label) for store in (before, after)]
        left = iter(sorted(ids[0] | ids[1]))
        while chunk := tuple(islice(left, CHUNK)):
            yield from _differences(*(_records(store, label, chunk) for store in (before, after)))


def _ids(store: GraphStore, label: str) -> set[str]:
    return {str(id) for (id,) in store.query(_IDS % label).rows}


def _records(store: GraphStore, label: str, ids: tuple[str, ...]) -> dict[str, Record]:
    """The nodes of these ids, and the short edges that start there, by kind and id."""
    found: dict[str, Record] = {}
    for id, labels, properties in store.query(_NODES % label, {"ids": ids}).rows:
        record = found.setdefault(str(id), Record(KINDS[label], str(id)))
        _add(record.fields, "labels", tuple(sorted(map(str, _items(labels)))))
        for name, value in _pairs(properties):
            _add(record.fields, name, value)
    table = store.query(_EDGES % label, {"ids": ids})
    for row in sorted((dict(zip(table.columns, r, strict=True)) for r in table.rows), key=repr):
        _edge(found, row)
    return found


def _edge(found: dict[str, Record], row: Mapping[str, Any]) -> None:
    """Add an edge to the node that it starts from; a short edge is a record of its own."""
    record = found[row["id"]]
    if record.kind != "entity" or row["type"] in BACKGROUND:
        name = row["name"] or row["end"]
        record.ends.setdefault(row["type"], []).append(name)
        field = _add(record.fields, f"{row['type']} {row['end']}", row["properties"])
        record.shown[field] = f"{row['type']} {name}"
        return
    id = f"{row['id']} {row['type']} {row['end']}"
    record = found.setdefault(id, Record(SHORT, id))
    record.ends = {"between": [row["start"], row["type"], row["name"]]}
    for name, value in _pairs(row["properties"]):
        _add(record.fields, name, value)


def _add(fields: dict[str, Value], name: str, value: Value) -> str:
    """Add a field; one that is there already belongs to a second node or edge of the same id."""
    while name in fields:
        name += " again"
    fields[name] = value
    return name


def _differences(before: Mapping[str, Record], after: Mapping[str, Record]) -> Iterator[Difference]:
    for id in sorted(before.keys() | after.keys()):
        old, new = before.get(id), after.get(id)
        if old is None or new is None:
            only = old or new
            assert only is not None
            yield Difference("lost" if new is None else "added", only.kind, id, _name(only))
        elif old.fields != new.fields:
            yield Difference("changed", new.kind, id, _name(new), tuple(_changed(old, new)))


def _changed(old: Record, new: Record) -> Iterator[tuple[str, Value, Value]]:
    for name in sorted(old.fields.keys() | new.fields.keys()):
        values = old.fields.get(name), new.fields.get(name)
        if values[0] != values[1]:
            yield (old.shown | new.shown).get(name, name), *values


def _name(record: Record) -> str:
    """What a record is called, in words."""
    told = record.fields
    match record.kind:
        case "article":
            return " ".join(_words(record.id, _quoted(told.get("title"))))
        case "sentence":
            return " ".join(_words(told.get("article"), _quoted(told.get("text"))))
        case "entity":
            return f"{told.get('name')} ({told.get('key') or record.id})"
        case "short edge":
            return " ".join(map(str, record.ends["between"]))
        case "event":
            days = dict.fromkeys(_words(told.get("date_start"), told.get("date_end")))
            return " ".join(_words(_statement(record), " to ".join(days), f"({record.id})"))
    status = f"[{told.get('status')}]"
    return " ".join(
        _words(_statement(record), status, told.get("article"), _quoted(told.get("trigger")))
    )


def _statement(record: Record) -> str:
    """Who does what to whom, and where."""
    source, target, place = (", ".join(record.ends.get(t, ())) for t in ("SOURCE", "TARGET", "IN"))
    relation = record.fields.get("relation")
    return " ".join(_words(source or "?", relation, target, f"in {place}" if place else None))


def _words(*values: Value) -> list[str]:
    return [str(value) for value in values if value]


def _quoted(value: Value) -> str | None:
    return f'"{value}"' if value else None


def _items(value: Value) -> Iterable[Value]:
    assert isinstance(value, tuple)
    return value


def _pairs(value: Value) -> Iterable[tuple[str, Value]]:
    assert isinstance(value, Mapping)
    return value.items()
