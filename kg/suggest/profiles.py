"""What a graph tells of each entity: its names, articles, offices and whom it meets."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from kg.records import Value
from kg.schema import WORDED
from kg.stores.base import GraphStore

_ENTITIES = """
MATCH (e:Entity)
RETURN e.id AS id, e.key AS key, e.name AS name, e.kind AS kind, e.country AS country,
       e.also AS also
ORDER BY id
"""
_PARTIES = """
MATCH (c:Claim)-[x:SOURCE|TARGET|IN|SAID_BY]->(e:Entity)
RETURN c.id AS claim, c.article AS article, c.relation AS relation, c.title AS title,
       type(x) AS slot, e.id AS entity, x.name AS name
ORDER BY claim, slot, entity
"""

_SENTENCES = """
MATCH (s:Sentence)<-[:STATED_IN]-(:Claim)-[:SOURCE|TARGET|IN|SAID_BY]->(e:Entity)
WHERE NOT e.kind IN $worded
RETURN DISTINCT s.id AS sentence, s.text AS text, e.id AS entity
ORDER BY sentence, entity
"""
_WORD = re.compile(r"[^\W\d_]{4,}")

Row = Mapping[str, Any]


@dataclass(slots=True)
class Profile:
    """An entity with what the claims of the graph tell of it.

    ``partners`` are ids of entities that a claim names beside it, ``offices`` pairs of a title and
    the id of the body or country, or an empty id. ``claims`` are ids. ``words`` are those of the
    sentences that name it.
    """

    id: str
    key: str
    name: str
    kind: str
    country: str | None = None
    listed: bool = False
    also: tuple[str, ...] = ()
    spellings: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    partners: set[str] = field(default_factory=set)
    offices: set[tuple[str, str]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


def profiles_of(store: GraphStore) -> list[Profile]:
    """The profile of every entity; reads the parties and sentences of all claims, once."""
    found = {row["id"]: _profile(row) for row in _rows(store, _ENTITIES)}
    countries = {id: profile.country for id, profile in found.items() if profile.country}
    for _, group in groupby(_rows(store, _PARTIES), key=itemgetter("claim")):
        _tell(found, list(group))
    for row in _rows(store, _SENTENCES, worded=tuple(sorted(WORDED))):
        found[row["entity"]].words.update(map(sys.intern, _WORD.findall(row["text"])))
    for profile in found.values():
        profile.country = profile.country or _country(profile, countries)
    return list(found.values())


def _profile(row: Row) -> Profile:
    listed = ":" in row["key"].split("/", 1)[0]
    also = tuple(json.loads(row["also"] or "[]"))
    spellings = {row["name"]}
    told = (row["id"], row["key"], row["name"], row["kind"], row["country"])
    return Profile(*told, listed=listed, also=also, spellings=spellings)


def _tell(found: Mapping[str, Profile], rows: list[Row]) -> None:
    """Add what one claim tells of each of its parties."""
    held = rows[0]["relation"] == "HOLDS_OFFICE"
    bodies = [row["entity"] for row in rows if row["slot"] == "TARGET"] or [""]
    parties = {row["entity"] for row in rows}
    for row in rows:
        profile = found[row["entity"]]
        profile.claims.add(row["claim"])
        profile.articles.add(row["article"])
        profile.partners |= parties - {profile.id}
        if row["name"]:
            profile.spellings.add(row["name"])
        if held and row["slot"] == "SOURCE" and row["title"]:
            profile.offices |= {(row["title"], body) for body in bodies}


def _country(profile: Profile, countries: Mapping[str, str]) -> str | None:
    """The country of the offices of a person, where they are of one."""
    found = {countries[body] for _, body in profile.offices if body in countries}
    return found.pop() if len(found) == 1 else None


def _rows(store: GraphStore, cypher: str, **params: Value) -> Iterator[Row]:
    table = store.query(cypher, params)
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)
