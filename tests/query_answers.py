"""Answers of queries, worked out by hand and kept as data (see tests/answers/README.md)."""

import json
from dataclasses import dataclass
from pathlib import Path

from kg.packs import bind, load_query, run_query
from kg.records import Table, Value
from kg.stores.base import GraphStore

FOLDER = Path(__file__).parent / "answers"


@dataclass(frozen=True)
class Answer:
    """What a query with these parameters must answer."""

    query: str
    params: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Value, ...]
    some: bool

    def __str__(self) -> str:
        return " ".join((self.query, *self.params))


def answers(graph: str) -> list[Answer]:
    """All answers over the graph of that name."""
    found = []
    for path in sorted((FOLDER / graph).glob("*/*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            found.append(
                Answer(
                    query=f"{path.parent.name}/{path.stem}",
                    params=tuple(case["params"]),
                    columns=tuple(case["columns"]),
                    rows=tuple(map(_frozen, case["rows"])),
                    some=case.get("some", False),
                )
            )
    return found


def check(store: GraphStore, answer: Answer) -> None:
    """Assert that the store gives the answer."""
    query = load_query(answer.query)
    table = run_query(store, query, bind(query, answer.params))
    rows = _only(table, answer.columns)
    if answer.some:
        assert [row for row in answer.rows if row not in rows] == []
    else:
        assert rows == answer.rows


def _only(table: Table, columns: tuple[str, ...]) -> tuple[Value, ...]:
    """The rows, cut down to these columns."""
    places = [table.columns.index(name) for name in columns]
    return tuple(tuple(row[place] for place in places) for row in table.rows)


def _frozen(value: object) -> Value:
    """A JSON value with tuples for lists, as tables hold them."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    assert value is None or isinstance(value, str | int | float | bool)
    return value
