"""Reads claims back from the graph as they were before any decision."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from kg.errors import StoreError
from kg.ids import key_parts
from kg.ontology.gazetteer import Gazetteer
from kg.records import Claim, Mention, Sentence, When
from kg.regraph.rows import Row, rows_of
from kg.stores.base import GraphView

_CLAIMS = """
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[y:SOURCE|TARGET|IN|SAID_BY]-(c:Claim)
%s
WITH DISTINCT c
MATCH (c)-[x:SOURCE|TARGET|IN|SAID_BY]->(e:Entity)
RETURN c.id AS id, c.article AS article, c.relation AS relation, c.event_type AS event_type,
       c.mode AS mode, c.status AS status, toString(c.date_start) AS first,
       toString(c.date_end) AS last, c.date_text AS date_text,
       type(x) AS slot, e.id AS entity, e.key AS key, x.text AS text, x.start AS start,
       x.end AS end, x.name AS name, x.own AS own
ORDER BY id, slot, start, end, entity
"""


def claims_of(
    store: GraphView, gazetteer: Gazetteer, whole: Iterable[str], joined: Iterable[str]
) -> list[Claim]:
    """The claims that name these entities, with what their edges need, no more; in order of ids.

    Of the entities ``joined``, only those claims that name another that a decision made one with
    it. Their mentions tell the entity of the graph, and the key of what the words name.
    """
    rows = [
        *rows_of(store, _CLAIMS % "", whole),
        *rows_of(store, _CLAIMS % "WHERE y.own IS NOT NULL", joined),
    ]
    found = {id: list(group) for id, group in groupby(rows, key=itemgetter("id"))}
    return [_claim(found[id], gazetteer) for id in sorted(found)]


def _claim(rows: list[Row], gazetteer: Gazetteer) -> Claim:
    slots: dict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        slots[row["slot"]] += _mentions(row, gazetteer)
    first = rows[0]
    dated = first["date_text"] is not None
    return Claim(
        first["id"],
        first["article"],
        Sentence(first["article"], 0, "", 0, 0),
        first["relation"],
        first["event_type"],
        first["mode"],
        trigger="",
        start=0,
        end=0,
        status=first["status"],
        confidence=0.0,
        extractor="",
        source=tuple(slots["SOURCE"]),
        target=tuple(slots["TARGET"]),
        place=tuple(slots["IN"]),
        said_by=tuple(slots["SAID_BY"]),
        when=When(first["date_text"], first["first"], first["last"], "") if dated else None,
    )


def _mentions(row: Row, gazetteer: Gazetteer) -> Iterator[Mention]:
    """What an edge of a claim names: one entity, or several that a decision joined."""
    single = [[row["key"], row["text"], row["start"], row["end"], row["name"]]]
    for key, text, start, end, spelled in json.loads(row["own"]) if row["own"] else single:
        kind, name, country = key_parts(checked_key(key, gazetteer)) or ("", "", None)
        known = key if not kind else None
        yield Mention(text, start, end, spelled or name, kind, country, known, row["entity"], key)


def checked_key(key: str, gazetteer: Gazetteer) -> str:
    """The key of an entity of the graph; without its names it cannot be made anew."""
    if key_parts(key) is None and key not in gazetteer.entries:
        raise StoreError(
            f"The graph holds {key}, which is not among the names that were loaded; "
            "give the --gazetteer that it was built with."
        )
    return key
