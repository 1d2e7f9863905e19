"""Where the reports of one happening meet: a report stands in one block and joins only there.

Blocks keep the work near linear: what a batch touches is worked out anew block by block, and a
block holds one family of relations in one country in one month.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from kg.resolve.incidents.report import Report
from kg.resolve.incidents.telling import Telling
from kg.resolve.incidents.times import MONTH, Time
from kg.resolve.incidents.world import STATE, World


def block(report: Report, world: World, country: str) -> str:
    """The block of a report, as words; ``country`` is that of an article where it tells none."""
    return "; ".join((report.family.name, _country(report, world) or country, _time(report)))


def country_of(article: Iterable[Telling], world: World) -> str:
    """The country that an article names most, as a place before all; "-" where it names none."""
    told = tuple(article)
    places = _codes((id for t in told for id in t.place), world)
    parties = _codes((id for t in told for id in (*t.source, *t.target)), world)
    counts = Counter(places or parties)
    return min(counts, key=lambda code: (-counts[code], code), default="-")


def _country(report: Report, world: World) -> str | None:
    """Where it happened or, for what is said and agreed, the first country of those who do."""
    by_place = (report.place, _states(report.target, world))
    by_party = (_states(report.source | report.target, world), report.place)
    order = by_place if report.family.by_place else by_party
    return next((min(codes) for ids in order if (codes := _codes(ids, world))), None)


def _states(parties: Iterable[str], world: World) -> list[str]:
    return [id for id in parties if world.known[id].kind in STATE]


def _codes(ids: Iterable[str], world: World) -> list[str]:
    """The codes of the countries that entities belong to, where known."""
    return list(filter(None, map(world.country, ids)))


def _time(report: Report) -> str:
    """The month of the last day, or of publication; else all that an undated report tells."""
    time = report.time
    if time.span is not None:
        first, last = map(dt.date.fromordinal, time.span)
        return f"{last:%Y-%m}" if (last - first).days <= MONTH else f"{first} to {last}"
    if time.published is not None:
        return f"{dt.date.fromordinal(time.published[1]):%Y-%m}"
    return _undated(time, report)


def _undated(time: Time, report: Report) -> str:
    if months := time.months:
        return " ".join(sorted(months))
    return " ".join(map(str, (*sorted(time.names), *sorted(report.place), report.killed)))
