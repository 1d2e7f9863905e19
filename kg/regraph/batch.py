"""What a graph needs to follow decisions, as one batch."""

from collections.abc import Iterator, Mapping, Sequence

from kg.derive import Pairs, derive, derive_names, derive_ties, untie
from kg.project import entity_node, party_edges, short_pairs, unlisted
from kg.records import Claim, Edge, GraphBatch, Statement, Value
from kg.regraph.incidents import EventChange
from kg.resolve.entities import Entities

_CUT_PARTIES = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})-[x:SOURCE|TARGET|IN|SAID_BY]->(e)
WHERE NOT type(x) + ' ' + e.id IN row.keep
DELETE x
"""
_CUT_SHORT = """
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair.source})-[r:`%s`]->(b:Entity {id: pair.target})
WITH collect(r) AS gone
UNWIND gone AS r
DELETE r
"""
_CUT_WITHIN = """
UNWIND $rows AS row
MATCH (a:Entity {id: row.id})-[x:WITHIN]->(b:Entity) WHERE NOT b.id IN row.keep
DELETE x
"""
_CUT_ENTITIES = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS {
  MATCH (e)<-[:WITHIN*0..8]-(:Entity)<-[:SOURCE|TARGET|IN|SAID_BY]-(:Claim)
}
WITH collect(e) AS gone
UNWIND gone AS e
DETACH DELETE e
"""


def regraph_batch(
    before: Sequence[Claim],
    after: Sequence[Claim],
    entities: Entities,
    events: EventChange,
    touched: set[str],
) -> GraphBatch:
    """Writes what is to be, then cuts what is no longer, then derives the rest."""
    parties = {claim.id: tuple(party_edges(claim)) for claim in after}
    within = [Edge("WITHIN", "Entity", low, "Entity", high) for low, high in entities.within()]
    edges = (*within, *events.edges, *(edge for each in parties.values() for edge in each))
    pairs = _changed(before, after)
    cuts = (
        Statement(_CUT_PARTIES, {"rows": tuple(_kept(parties))}),
        *(Statement(_CUT_SHORT % name, {"pairs": rows}) for name, rows in _ends(pairs)),
        Statement(_CUT_WITHIN, {"rows": tuple(_kept_within(entities, within))}),
        Statement(_CUT_ENTITIES, {"ids": tuple(sorted(touched))}),
        untie(entity.id for entity in entities.found()),
    )
    nodes = (*map(entity_node, entities.found()), *events.nodes)
    worked_out = (
        *derive(pairs),
        *derive_names(unlisted(entities.found())),
        *derive_ties(entities.ties()),
    )
    return GraphBatch(nodes, edges, (*cuts, *worked_out), events.remove)


def _kept(parties: Mapping[str, tuple[Edge, ...]]) -> Iterator[Mapping[str, Value]]:
    for id, edges in parties.items():
        yield {"id": id, "keep": tuple(f"{edge.type} {edge.end}" for edge in edges)}


def _kept_within(entities: Entities, within: list[Edge]) -> Iterator[Mapping[str, Value]]:
    outer: dict[str, list[str]] = {entity.id: [] for entity in entities.found()}
    for edge in within:
        outer[edge.start].append(edge.end)
    for id, keep in outer.items():
        yield {"id": id, "keep": tuple(keep)}


def shifted(old: Claim, new: Claim) -> bool:
    """Whether the parties and places of a claim are not the entities that they were."""
    return _parties(old) != _parties(new)


def _changed(before: Sequence[Claim], after: Sequence[Claim]) -> Pairs:
    """The ends of the short edges that lose or gain a claim."""
    both = zip(before, after, strict=True)
    return short_pairs(claim for pair in both if shifted(*pair) for claim in pair)


def _parties(claim: Claim) -> tuple[set[str], ...]:
    return tuple({m.entity for m in slot} for slot in (claim.source, claim.target, claim.place))


def _ends(pairs: Pairs) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The ends of the short edges of each relation, as rows of a statement."""
    for name, found in sorted(pairs.items()):
        yield name, tuple({"source": s, "target": t} for s, t in sorted(found))
