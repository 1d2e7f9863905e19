"""The Cypher that every store runs, made from the schema; every value is a parameter.

A node is made with all its labels and none is added later, because ArcadeDB cannot change labels
inside a transaction; it is found by its id label alone, because with several labels ArcadeDB reads
every node. ``date`` properties travel as ISO strings and are stored as dates.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Literal, NamedTuple

from kg.errors import StoreError
from kg.records import Edge, GraphBatch, Node, Value
from kg.schema import Property, Schema

MAX_ROWS = 5_000
"""Rows of one statement: larger ones are no faster on either store."""

Row = dict[str, Value]
Statements = tuple[str, ...]
Run = Callable[[str, Mapping[str, Value]], int]
"""Runs a statement inside the open transaction; gives the number in its only cell, else 0."""

Make = Literal["MERGE", "CREATE"]
"""How a store makes a missing node: MERGE where it would wait for a rival, else CREATE."""

Ends = tuple[str, str, str]


class Catalog(NamedTuple):
    """What a schema allows: properties by label or by relationship with its ends, and labels."""

    nodes: dict[str, dict[str, Property]]
    edges: dict[Ends, dict[str, Property]]
    labels: frozenset[str]


def catalog(schema: Schema) -> Catalog:
    """The names of ``schema``, looked up for each row of a batch."""
    nodes = {node.label: {p.name: p for p in node.properties} for node in schema.nodes}
    edges = {
        (edge.type, edge.start, edge.end): {p.name: p for p in edge.properties}
        for edge in schema.edges
    }
    further = (label for _, labels in schema.kinds for label in labels)
    return Catalog(nodes, edges, frozenset(nodes) | frozenset(further))


def constraints(schema: Schema) -> tuple[str, ...]:
    """A uniqueness constraint on ``id`` for each label of ``schema.nodes``, and its indexes."""
    unique = (
        f"CREATE CONSTRAINT {node.label.lower()}_id IF NOT EXISTS "
        f"FOR (n:`{node.label}`) REQUIRE n.id IS UNIQUE"
        for node in schema.nodes
    )
    indexes = (
        f"CREATE INDEX {node.label.lower()}_{name} IF NOT EXISTS "
        f"FOR (n:`{node.label}`) ON (n.`{name}`)"
        for node in schema.nodes
        for name in node.indexed
    )
    return (*unique, *indexes)


def missing(schema: Schema, held: Collection[tuple[str, str, bool]]) -> tuple[str, ...]:
    """What ``constraints`` makes and a store does not hold, as "Claim.id".

    ``held`` are label and property of its indexes, and whether they keep values unique.
    """
    unique = [(node.label, "id", True) for node in schema.nodes]
    plain = [(node.label, name, False) for node in schema.nodes for name in node.indexed]
    return tuple(f"{each[0]}.{each[1]}" for each in (*unique, *plain) if each not in held)


def write_batch(run: Run, batch: GraphBatch, names: Catalog, make: Make) -> None:
    """Run ``remove``, upsert nodes and edges, run ``derive``; the caller owns the transaction."""
    for statement in batch.remove:
        run(statement.cypher, statement.params)
    for (insert, update), rows in _groups(_node_row(node, names, make) for node in batch.nodes):
        run(insert, {"ids": tuple(row["id"] for row in rows)})
        if run(update, {"rows": rows}) != len(rows):
            raise StoreError(
                "The graph holds a node of the batch under other labels; nothing of the batch was "
                f"written, so give the node the labels it has ({insert})."
            )
    for (update,), rows in _groups(_edge_row(edge, names) for edge in batch.edges):
        if run(update, {"rows": rows}) != len(rows):
            raise StoreError(
                "The batch holds an edge whose start or end is no node of the graph; nothing of "
                f"the batch was written, so add the missing node to it ({update})."
            )
    for statement in batch.derive:
        run(statement.cypher, statement.params)


def _groups(rows: Iterable[tuple[Statements, Row]]) -> Iterator[tuple[Statements, tuple[Row, ...]]]:
    """Rows of the same statements together, at most ``MAX_ROWS`` at a time."""
    groups: dict[Statements, list[Row]] = {}
    for statements, row in rows:
        groups.setdefault(statements, []).append(row)
    for statements, members in groups.items():
        left = iter(members)
        while chunk := tuple(islice(left, MAX_ROWS)):
            yield statements, chunk


def _node_row(node: Node, names: Catalog, make: Make) -> tuple[Statements, Row]:
    """The statements that make a node and set its properties, and its row."""
    declared = names.nodes.get(node.label)
    if declared is None or not names.labels.issuperset(node.extra):
        raise StoreError(f"The schema knows no node {':'.join((node.label, *node.extra))}.")
    plain, dates = _split(node.label, node.properties, declared)
    extra = sorted(set(node.extra) - {node.label})
    labels = "".join(f":`{label}`" for label in (node.label, *extra))
    insert = (
        "UNWIND $ids AS id WITH DISTINCT id "
        f"OPTIONAL MATCH (x:`{node.label}` {{id: id}}) WITH id, x WHERE x IS NULL "
        f"{make} (y{labels} {{id: id}})"
    )
    other = " AND ".join(f"x:`{label}`" for label in extra) or "true"
    update = (
        f"UNWIND $rows AS row MATCH (x:`{node.label}` {{id: row.id}}) WHERE {other} "
        f"{_set(dates)} RETURN count(*) AS nodes"
    )
    return (insert, update), {"id": node.id, "plain": plain, "dates": dates}


def _edge_row(edge: Edge, names: Catalog) -> tuple[Statements, Row]:
    """The statement that upserts an edge, and its row; it counts the edges it found ends for."""
    ends = (edge.type, edge.start_label, edge.end_label)
    declared = names.edges.get(ends)
    if declared is None:
        told = f"({edge.start_label})-[{edge.type}]->({edge.end_label})"
        raise StoreError(f"The schema knows no edge {told}.")
    plain, dates = _split(edge.type, edge.properties, declared)
    cypher = (
        f"UNWIND $rows AS row MATCH (a:`{edge.start_label}` {{id: row.a}}) "
        f"MATCH (b:`{edge.end_label}` {{id: row.b}}) MERGE (a)-[x:`{edge.type}`]->(b) "
        f"{_set(dates)} RETURN count(*) AS edges"
    )
    return (cypher,), {"a": edge.start, "b": edge.end, "plain": plain, "dates": dates}


def _split(
    owner: str, properties: Mapping[str, Value], declared: Mapping[str, Property]
) -> tuple[Row, Row]:
    """The properties apart from ``id``: the plain ones, and the dates."""
    unknown = properties.keys() - declared.keys()
    if unknown:
        raise StoreError(f"The schema knows no property {owner}.{min(unknown)}.")
    named = sorted((name, value) for name, value in properties.items() if name != "id")
    plain = {name: value for name, value in named if declared[name].type != "date"}
    dates = {name: value for name, value in named if declared[name].type == "date"}
    return plain, dates


def _set(dates: Iterable[str]) -> str:
    """The SET clause; a property that is null there is taken off."""
    parts = ["x += row.plain", *(f"x.`{name}` = date(row.dates.`{name}`)" for name in dates)]
    return "SET " + ", ".join(parts)
