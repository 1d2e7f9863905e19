"""Reports of one happening -> an event that keeps what each of them tells."""

from collections import Counter
from collections.abc import Iterable

from kg.copies import independent
from kg.ids import stable_id
from kg.records import Event
from kg.resolve.incidents.report import Report
from kg.resolve.incidents.rules import mutual
from kg.resolve.incidents.telling import Telling
from kg.resolve.incidents.world import World


def event_of(report: Report, block: str, world: World) -> Event:
    """The event of a report; its id is a hash of the smallest id of a claim."""
    told = report.tellings
    relation = _relation(report)
    named = [t for t in told if t.relation == relation]
    source, target = _sides(told)
    articles = {t.article: t.copy for t in told}
    return Event(
        stable_id("event", report.id),
        relation,
        str(_commonest(t.event_type for t in named)),
        _commonest(t.mode for t in named if t.mode),
        source,
        target,
        tuple(p for p in sorted(report.place) if not _holds(p, report.place, world)),
        block,
        tuple(t.claim for t in told),
        len(articles),
        independent(articles),
        min((t.first for t in told if t.first), default=None),
        max((t.last for t in told if t.last), default=None),
        report.killed or (None, None),
        report.injured or (None, None),
        any(t.disputed or t.status == "denied" for t in told),
    )


def _relation(report: Report) -> str:
    """The relation that most claims tell; between equals, the more telling one of the family."""
    order = report.family.relations.index
    return max(
        sorted(report.relations, key=order),
        key=Counter(t.relation for t in report.tellings).__getitem__,
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)), default=None)


def _sides(told: tuple[Telling, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts and who is acted upon; parties of a mutual relation stay on the side first told."""
    source: set[str] = set()
    target: set[str] = set()
    for telling in told:
        ends = [telling.source, telling.target]
        if telling.relation in mutual() and _crossed(telling, source, target):
            ends.reverse()
        source.update(ends[0])
        target.update(ends[1])
    return tuple(sorted(source)), tuple(sorted(target))


def _crossed(telling: Telling, source: set[str], target: set[str]) -> bool:
    straight = len(source & {*telling.source}) + len(target & {*telling.target})
    crossed = len(source & {*telling.target}) + len(target & {*telling.source})
    return crossed > straight


def _holds(place: str, places: frozenset[str], world: World) -> bool:
    """Whether another of the places lies in this one, which then says nothing more."""
    return any(place in world.known[other].around for other in places)
