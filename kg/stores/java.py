"""Plain values out of what the embedded engine answers with."""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

import jpype

from kg.records import Value

Java: TypeAlias = Any
"""An object of the Java machine, which has no types on this side."""


def plain(value: Java) -> Value:
    """``value``, Python's or Java's, as text, number, truth value, tuple or mapping."""
    match value:
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case Set():
            return tuple(sorted(map(plain, value), key=repr))
        case Sequence() if not isinstance(value, str):
            return tuple(map(plain, value))
    return _scalar(value)


def _scalar(value: Java) -> Value:
    """A value that holds no others; Java's boxed numbers are subclasses of Python's."""
    match value:
        case None | str() | bool():
            return value
        case int():
            return bool(value) if isinstance(value, _java("java.lang.Boolean")) else int(value)
        case float() | Decimal():
            return float(value)
        case date():  # a datetime too
            return value.isoformat()
    return _record(value)


def _record(value: Java) -> Value:
    """A node, relationship, path or other Java value."""
    if isinstance(value, _java("com.arcadedb.graph.Vertex")):
        return _node(value)
    if isinstance(value, _java("com.arcadedb.graph.Edge")):
        return {"type": str(value.getTypeName()), "properties": _properties(value)}
    if isinstance(value, _java("com.arcadedb.query.opencypher.traversal.TraversalPath")):
        return _path(value)
    return _time(value)


def _time(value: Java) -> str:
    """A date, time or duration, which Java prints in ISO 8601, and seconds where they are 0."""
    kinds = ("CypherDateTime", "CypherLocalDateTime")
    if value.getClass().getSimpleName() not in kinds:
        return str(value)
    return datetime.fromisoformat(str(value).partition("[")[0]).isoformat()


def _node(vertex: Java) -> Value:
    labels = _java("com.arcadedb.query.opencypher.Labels").getLabels(vertex)
    return {"labels": tuple(sorted(map(str, labels))), "properties": _properties(vertex)}


def _path(path: Java) -> Value:
    edges = ((edge, edge.getOutVertex(), edge.getInVertex()) for edge in path.getEdges())
    return {
        "nodes": tuple(map(_node, path.getVertices())),
        "relationships": tuple(
            {
                "type": str(edge.getTypeName()),
                "start": plain(start.get("id")),
                "end": plain(end.get("id")),
                "properties": _properties(edge),
            }
            for edge, start, end in edges
        ),
    }


def _properties(record: Java) -> dict[str, Value]:
    names: Iterable[Java] = record.getPropertyNames()
    return {str(name): plain(record.get(name)) for name in names}


@cache
def _java(name: str) -> Java:
    return jpype.JClass(name)
