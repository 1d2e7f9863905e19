"""The statements that work out what depends on many claims, and those that take articles back.

What is derived always counts the claims of all articles but those in ``$gone``, which are about to
be taken back in the same transaction, while their claims still tell what they touched.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.records import STATUSES, Edge, Statement, Value
from kg.schema import TIES

Pairs = Mapping[str, set[tuple[str, str]]]
"""Ends of short edges, by relation."""

_NAMED = """
WITH DISTINCT e WHERE e.given IS NULL
MATCH (e)<-[x:SOURCE|TARGET|IN|SAID_BY]-(c:Claim)
WHERE x.name IS NOT NULL AND NOT c.article IN $gone
WITH e, x.name AS name, count(*) AS times
WITH e, max(times) AS most, collect({name: name, times: times}) AS names
UNWIND names AS each
WITH e, most, each WHERE each.times = most
WITH e, min(each.name) AS name
"""

_SET_NAME = f"{_NAMED} SET e.name = name"

_DERIVE_NAMES = f"UNWIND $ids AS id MATCH (e:Entity {{id: id}}) {_SET_NAME}"

NAMES_BY_CLAIMS = f"UNWIND $ids AS id MATCH (e:Entity {{id: id}}) {_NAMED} RETURN e.id AS id, name"
"""Reads what most claims call the entities ``$ids``, of those that no decision shapes."""

_TIE = """
UNWIND $rows AS row
MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end})
MERGE (a)-[r:`%s`]->(b) SET r.since = row.since, r.until = row.until
"""
_UNTIE = f"""
UNWIND $ids AS id MATCH (:Entity {{id: id}})-[r:{"|".join(TIES.values())}]-(:Entity)
WITH DISTINCT r DELETE r
"""

_IS_END = """(type(x) = 'TARGET' OR NOT EXISTS {
  MATCH (c)-[:TARGET]->(t:Entity)
  WHERE t.id = b.id OR t.kind <> 'country' OR coalesce(t.country, '') <> coalesce(b.country, '')
})
"""
"""Whether the claim ``c`` supports an edge to ``b`` by its edge ``x``; see ``tally.pairs_of``."""

_CLAIMS_OF_EDGE = f"""(a)<-[:SOURCE]-(c:Claim)-[x:TARGET|IN]->(b:Entity)
WHERE c.relation = relation AND NOT c.article IN $gone AND {_IS_END}
"""

_BY_STATUS = ", ".join(
    f"sum(CASE WHEN c.status = '{status}' THEN 1 ELSE 0 END) AS {status}" for status in STATUSES
)
_SUMS = f"""count(DISTINCT c) AS claims, count(DISTINCT c.article) AS articles, {_BY_STATUS},
     min(c.date_start) AS first, max(c.date_end) AS last, min(c.title) AS title
"""

_SET_STATUS = ", ".join(f"r.{status} = {status}" for status in STATUSES)
_SET_EDGE = f"""
SET r.claims = claims, r.articles = articles, {_SET_STATUS}, r.first = first, r.last = last,
    r.title = title
"""

EDGES_BY_CLAIMS = f"""
UNWIND $ids AS id MATCH (a:Entity {{id: id}})<-[:SOURCE]-(t:Claim)
WITH DISTINCT a, t.relation AS relation
MATCH {_CLAIMS_OF_EDGE} AND a <> b
WITH a, relation, b, {_SUMS}
RETURN a.id AS source, relation, b.id AS target, claims, articles, {", ".join(STATUSES)},
       first, last, title
"""
"""Reads what claims make of the short edges that lead from the entities ``$ids``."""

CLAIMS_BEHIND_EDGE = f"""
MATCH (a:Entity {{id: $source}}) MATCH (b:Entity {{id: $target}})
WITH a, b, $relation AS relation
MATCH {_CLAIMS_OF_EDGE}
WITH DISTINCT c
"""
"""Finds, as ``c``, the claims that the short edge ``$relation`` of two entities counts."""

_TAKEN = """
UNWIND $gone AS id
MATCH (:Article {id: id})-[:HAS_SENTENCE]->(s:Sentence)<-[:STATED_IN]-(t:Claim)
"""

_TAKEN_EDGES = f"""{_TAKEN}
MATCH (t)-[:SOURCE]->(a:Entity) MATCH (t)-[:TARGET|IN]->(b:Entity)
WITH a, t.relation AS relation, b,
     min(t.date_start) AS first, max(t.date_end) AS last, min(t.title) AS title
MATCH (a)-[r]->(b) WHERE type(r) = relation
"""

_LOWER = ", ".join(f"r.{name} = r.{name} - {name}" for name in ("claims", "articles", *STATUSES))

_NAMED_BY_TAKEN = f"""{_TAKEN}
MATCH (t)-[y:SOURCE|TARGET|IN|SAID_BY]->(e:Entity) WHERE y.name IS NOT NULL
"""
_SET_OWN_NAME = """
WITH DISTINCT e WHERE e.given IS NULL AND e.key IS NOT NULL
WITH e, split(e.key, '/') AS parts
SET e.name = substring(e.key, size(parts[0]) + size(parts[1]) + 2)
"""
"""Calls an entity by the name in its key, ``kind/country/name``, as claims may tell none now."""

_TAKE_BACK = (
    f"""{_TAKEN}
    WITH DISTINCT t AS c
    MATCH (c)-[:SOURCE]->(a:Entity) MATCH (c)-[x:TARGET|IN]->(b:Entity)
    WHERE {_IS_END}
    MATCH (a)-[r]->(b) WHERE type(r) = c.relation
    WITH r, {_SUMS}
    SET {_LOWER}
    """,
    f"{_TAKEN_EDGES} AND r.claims = 0 DELETE r",
    f"""{_TAKEN_EDGES} AND (r.first = first OR r.last = last OR r.title = title)
    WITH r, a, relation, b
    MATCH {_CLAIMS_OF_EDGE}
    WITH r, {_SUMS} {_SET_EDGE}
    """,
    f"""{_TAKEN}
    MATCH (t)-[:SOURCE|TARGET|IN|SAID_BY]->(named:Entity)
    WITH DISTINCT named
    MATCH (named)-[:WITHIN*0..]->(e:Entity)
    WITH DISTINCT e
    WHERE NOT EXISTS {{
      MATCH (e)<-[:WITHIN*0..]-(:Entity)<-[:SOURCE|TARGET|IN|SAID_BY]-(c:Claim)
      WHERE NOT c.article IN $gone
    }}
    DETACH DELETE e
    """,
    f"{_NAMED_BY_TAKEN} {_SET_OWN_NAME}",
    f"{_NAMED_BY_TAKEN} {_SET_NAME}",
    f"{_TAKEN} DETACH DELETE t",
    "UNWIND $gone AS id MATCH (:Article {id: id})-[:HAS_SENTENCE]->(s:Sentence) DETACH DELETE s",
    "UNWIND $gone AS id MATCH (a:Article {id: id}) DETACH DELETE a",
)
"""Each step finds what it lowers or takes away by the claims of the articles, which go last.

A match begins at the claims, because ArcadeDB reads all that leads to a supernode where a pattern
begins there. Counts of short edges are lowered; only where the articles tell of the first or last
day or the title are the other claims of the edge read.
"""


def derive(pairs: Pairs) -> Iterator[Statement]:
    """Statements that work out these short edges from all claims of the graph."""
    for relation, found in sorted(pairs.items()):
        if found:
            rows = tuple({"source": s, "target": t} for s, t in sorted(found))
            params: dict[str, Value] = {"pairs": rows, "relation": relation, "gone": ()}
            yield Statement(_short_edge(relation), params)


def derive_names(entities: Iterable[str]) -> Iterator[Statement]:
    """The statement that calls these entities what most of their claims call them."""
    if ids := tuple(sorted(entities)):
        yield Statement(_DERIVE_NAMES, {"ids": ids, "gone": ()})


def derive_ties(ties: Iterable[Edge]) -> Iterator[Statement]:
    """Statements that write those of the gazetteer's ties of which the graph holds both ends."""
    by_type: dict[str, list[Mapping[str, Value]]] = defaultdict(list)
    for tie in ties:
        by_type[tie.type].append({"start": tie.start, "end": tie.end, **tie.properties})
    for type_ in sorted(by_type):
        yield Statement(_TIE % type_, {"rows": tuple(by_type[type_])})


def untie(entities: Iterable[str]) -> Statement:
    """The statement that takes all of the gazetteer's ties off these entities."""
    return Statement(_UNTIE, {"ids": tuple(sorted(entities))})


def _short_edge(relation: str) -> str:
    """The statement that derives the short edges of a relation, a name of the checked ontology.

    Which ends a claim has is told at ``tally.pairs_of``.
    """
    return f"""
    UNWIND $pairs AS pair
    WITH pair, $relation AS relation
    MATCH (a:Entity {{id: pair.source}})
    MATCH (b:Entity {{id: pair.target}})
    MATCH {_CLAIMS_OF_EDGE}
    WITH a, b, {_SUMS}
    MERGE (a)-[r:`{relation}`]->(b) {_SET_EDGE}
    """


def take_back(articles: Iterable[str]) -> tuple[Statement, ...]:
    """Take these articles, by their ids, out of the graph, with all that only they supported.

    Short edges that other articles support too are worked out from the claims of those; an entity
    stays while a claim names it or a place within it. Events are not touched but lose the claims.
    Ids that the graph does not hold change nothing.
    """
    gone = tuple(sorted(articles))
    return tuple(Statement(cypher, {"gone": gone}) for cypher in _TAKE_BACK)
