"""Where the reports of one happening meet: a report stands in one block and joins only there.

Blocks keep the work near linear: what a batch touches is worked out anew block by block, and a
block holds one family of relations in one country in one month.

The end of a month parts nothing. The half months on either side of it are its turn, and each day
is of one turn. Reports of a turn are first joined among themselves, only to see which belong
together: those stand whole in the block of the day that they come to. So a strike of the 31st that
articles of the 1st and 2nd tell of as well has them all in the block of the old month, while one of
the 1st stands where it did. Then the reports of each block are joined.

Which block a report stands in thus depends on the reports of its turn alone, and all of these stand
in the two blocks that meet there. What comes or goes in a turn changes these two blocks and no
other. Who has read them knows the turn whole; of the turns at their far ends, which did not change,
he knows those who stand in his blocks, all or none of those that belong together, and joined again
without the others they come to the same.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.resolve.incidents.report import Report
from kg.resolve.incidents.telling import Telling
from kg.resolve.incidents.times import MONTH, Time
from kg.resolve.incidents.world import STATE, World

_DATED = re.compile(r"(\d{4})-(\d\d)")


_MIDDLE = 15
"""The last day that belongs to the turn of the beginning of its month."""


def line(report: Report, world: World, country: str) -> str:
    """Family and country of a report; ``country`` is that of an article where it tells none."""
    return f"{report.family.name}; {_country(report, world) or country}"


def line_of(block: str) -> str:
    """The family and the country of a block."""
    return block.rpartition("; ")[0]


def turn(report: Report) -> int | str:
    """The month, by number, whose beginning is nearest to a report; words where none is."""
    day = _day(report.time)
    return _undated(report) if day is None else _month(day) + (day.day > _MIDDLE)


def block(line: str, lot: Report) -> str:
    """The block of a report, or of several that are joined."""
    day = _day(lot.time)
    return f"{line}; {_undated(lot) if day is None else _name(_month(day))}"


def blocks_at(line: str, turn: int | str) -> tuple[str, ...]:
    """The blocks that the reports of a turn may stand in."""
    if isinstance(turn, str):
        return (f"{line}; {turn}",)
    return tuple(f"{line}; {_name(number)}" for number in (turn - 1, turn))


def beside(block: str) -> Iterator[str]:
    """A block with the two that it shares turns with."""
    yield block
    if found := _DATED.fullmatch(block.rpartition("; ")[2]):
        year, month = map(int, found.groups())
        number = year * 12 + month - 1
        yield from (f"{line_of(block)}; {_name(each)}" for each in (number - 1, number + 1))


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


def _day(time: Time) -> dt.date | None:
    """The last day or, where none is known, that of publication; None where days are too many."""
    if time.span is not None:
        first, last = time.span
        return dt.date.fromordinal(last) if last - first <= MONTH else None
    return dt.date.fromordinal(time.published[0]) if time.published is not None else None


def _undated(report: Report) -> str:
    """All that a report without a day tells of its time."""
    time = report.time
    if time.span is not None:
        first, last = map(dt.date.fromordinal, time.span)
        return f"{first} to {last}"
    if months := time.months:
        return " ".join(sorted(months))
    return " ".join(map(str, (*sorted(time.names), *sorted(report.place), report.killed)))


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _name(number: int) -> str:
    """A month by its number; years need not be those of the calendar."""
    return f"{number // 12:04}-{number % 12 + 1:02}"
