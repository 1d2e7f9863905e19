"""Claims against sentence records: types, dyads (who to whom) and triples (both together).

Records name one event a sentence, so claims of further true events count as wrong and precision is
a lower bound. Claims without a PLOVER type are left out; of those that say the same one counts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.gold import GoldEvent, Party, SentenceRecord
from kg.evaluate.measures import Measure
from kg.evaluate.pairing import pair
from kg.evaluate.parties import any_same, conventions, short_code, words
from kg.records import Claim, Mention

LEVELS = ("type", "dyad", "triple", "triple, text only")


@dataclass(frozen=True, slots=True)
class Event:
    """What a claim says in the terms of a record."""

    claim: Claim
    event_type: str
    source: tuple[Party, ...]
    target: tuple[Party, ...]

    @property
    def identity(self) -> tuple[object, ...]:
        """The same for events that say the same, mutual ones with their sides changed too."""
        sides = [_side(self.source), _side(self.target)]
        mutual = self.event_type in conventions().mutual
        return (self.event_type, *(sorted(sides) if mutual else sides))


def _side(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(sorted(short_code(p.code) or " ".join(sorted(words(p.text))) for p in parties))


@dataclass(frozen=True, slots=True)
class RecordScores:
    """Records, the events claimed in each, and measures by level.

    ``right`` are the ids of claims that are a triple, ``found`` those of the records they tell.
    """

    records: tuple[SentenceRecord, ...]
    events: Mapping[str, tuple[Event, ...]]
    levels: Mapping[str, Measure]
    right: frozenset[str]
    found: frozenset[str]


def score_records(records: Sequence[SentenceRecord], claims: Iterable[Claim]) -> RecordScores:
    """Compare claims with the records they were drawn from: ``Claim.article`` is a record's id."""
    events = _events(claims)
    levels = {level: _measure(records, events, level) for level in LEVELS}
    triples = [(r.id, pairs) for r in records for pairs in [_pairs(r, events, "triple")]]
    return RecordScores(
        tuple(records),
        events,
        levels,
        frozenset(events[id][i].claim.id for id, pairs in triples for i in pairs.values()),
        frozenset(id for id, pairs in triples if pairs),
    )


def surest(claims: Iterable[Claim]) -> list[Claim]:
    """The most confident claim of each article that has a PLOVER type; of equals the first."""
    best: dict[str, Claim] = {}
    for claim in claims:
        if claim.event_type in conventions().types:
            known = best.setdefault(claim.article, claim)
            if claim.confidence > known.confidence:
                best[claim.article] = claim
    return list(best.values())


def type_measure(scores: RecordScores, event_type: str) -> Measure:
    """How well one type is told: a type claimed twice for a record counts once."""
    return _types(scores.records, scores.events, frozenset([event_type]))


def _events(claims: Iterable[Claim]) -> Mapping[str, tuple[Event, ...]]:
    found: dict[str, dict[tuple[object, ...], Event]] = defaultdict(dict)
    for claim in claims:
        if claim.event_type in conventions().types:
            event = _event(claim, str(claim.event_type))
            found[claim.article].setdefault(event.identity, event)
    return defaultdict(tuple, {id: tuple(events.values()) for id, events in found.items()})


def _event(claim: Claim, event_type: str) -> Event:
    return Event(claim, event_type, _parties(claim.source), _parties(claim.target))


def _parties(mentions: Iterable[Mention]) -> tuple[Party, ...]:
    return tuple(Party(m.text or m.name, m.country) for m in mentions)


def _measure(
    records: Sequence[SentenceRecord], events: Mapping[str, tuple[Event, ...]], level: str
) -> Measure:
    if level == "type":
        return _types(records, events, conventions().types)
    right = sum(len(_pairs(record, events, level)) for record in records)
    made = sum(len(events[record.id]) for record in records)
    return Measure(right, made, right, sum(len(record.events) for record in records))


def _types(
    records: Sequence[SentenceRecord],
    events: Mapping[str, tuple[Event, ...]],
    asked: frozenset[str],
) -> Measure:
    wanted = [{e.event_type for e in record.events} & asked for record in records]
    made = [{e.event_type for e in events[record.id]} & asked for record in records]
    right = sum(len(a & b) for a, b in zip(wanted, made, strict=True))
    return Measure(right, sum(map(len, made)), right, sum(map(len, wanted)))


def _pairs(
    record: SentenceRecord, events: Mapping[str, tuple[Event, ...]], level: str
) -> Mapping[int, int]:
    return pair(record.events, events[record.id], _matcher(level))


def _matcher(level: str) -> Callable[[GoldEvent, Event], bool]:
    """What counts as a match at a level."""
    text_only = level.endswith("text only")

    def matches(label: GoldEvent, event: Event) -> bool:
        typed = level == "dyad" or event.event_type == label.event_type
        return typed and _same_parties(label, event, text_only)

    return matches


def _same_parties(label: GoldEvent, event: Event, text_only: bool) -> bool:
    """Whether source and target are the label's; a side that the label leaves open is free."""
    asked = max(1, len(label.source) + len(label.target))
    if len(event.source) + len(event.target) > asked + 1:
        return False
    mutual = _mutual(label)
    if mutual and len(label.source) > 1 and not label.target:
        everybody = event.source + event.target
        named = [any_same(everybody, [party], text_only=text_only) for party in label.source]
        return sum(named) >= 2

    def sides(source: tuple[Party, ...], target: tuple[Party, ...]) -> bool:
        return _side_named(source, label.source, text_only) and _side_named(
            target, label.target, text_only
        )

    return sides(event.source, event.target) or (mutual and sides(event.target, event.source))


def _side_named(have: tuple[Party, ...], wanted: tuple[Party, ...], text_only: bool) -> bool:
    return not wanted or any_same(have, wanted, text_only=text_only)


def _mutual(label: GoldEvent) -> bool:
    how = conventions()
    return label.mutual or label.event_type in how.mutual - how.one_way_in_labels
