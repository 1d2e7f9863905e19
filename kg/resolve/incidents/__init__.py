"""Claims -> events: what several articles tell of one happening becomes one event.

First the claims of an article are taken together, then the reports of several articles, block by
block. Both are functions of the claims alone, so neither order nor batches matter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kg.records import Event
from kg.resolve.incidents.blocks import beside, block, blocks_at, country_of, line, line_of, turn
from kg.resolve.incidents.cluster import cluster
from kg.resolve.incidents.event import event_of
from kg.resolve.incidents.report import Report, report
from kg.resolve.incidents.rules import family_of
from kg.resolve.incidents.telling import Telling, moved, tellings
from kg.resolve.incidents.world import Known, World, world

__all__ = [
    "Known",
    "Lines",
    "Telling",
    "World",
    "beside",
    "blocks_of",
    "events_of",
    "joined",
    "line_of",
    "moved",
    "reports_of",
    "tellings",
    "world",
]

Lines = Mapping[str, Sequence[Report]]
"""Reports by the line that their blocks are of: family of relations and country."""


def reports_of(found: Iterable[Telling], known: World) -> Lines:
    """What each article tells of each happening, by line; ``found`` is all that it tells."""
    lines: dict[str, list[Report]] = {}
    for _, told in groupby(sorted(found, key=_signature), key=lambda t: t.article):
        whole = list(told)
        country = country_of(whole, known)
        for made in joined(whole, known):
            lines.setdefault(line(made, known, country), []).append(made)
    return lines


def joined(found: Iterable[Telling], known: World) -> Iterator[Report]:
    """The reports of articles, whole or as much of them as stands in some blocks."""
    ordered = sorted(found, key=_signature)
    for _, told in groupby(ordered, key=lambda t: (t.article, family_of(t.relation).name)):
        alike = [report(each) for _, each in groupby(told, key=_signature)]
        yield from cluster(alike, known, "article")


def blocks_of(lines: Lines) -> set[str]:
    """The blocks in which the events may change when these reports come or go."""
    return {
        name
        for line, reports in lines.items()
        for r in reports
        for name in blocks_at(line, turn(r))
    }


def events_of(lines: Lines, known: World) -> tuple[Event, ...]:
    """The events of all reports that stand in some blocks."""
    blocks: dict[str, list[Report]] = {}
    for name, reports in lines.items():
        for lot, told in _lots(reports, known):
            blocks.setdefault(block(name, lot), []).extend(told)
    return tuple(
        event_of(made, name, known)
        for name, reports in sorted(blocks.items())
        for made in cluster(reports, known, "articles")
    )


def _lots(reports: Sequence[Report], known: World) -> Iterator[tuple[Report, list[Report]]]:
    """What reports of a line come to turn by turn, with the reports that are joined in it."""
    turns: dict[int | str, dict[str, Report]] = {}
    for each in reports:
        turns.setdefault(turn(each), {})[each.id] = each
    for told in turns.values():
        for lot in cluster(told.values(), known, "articles"):
            yield lot, [told[t.claim] for t in lot.tellings if t.claim in told]


def _signature(telling: Telling) -> tuple[str, ...]:
    """What claims of an article share that are never parted, led by what groups them."""
    dates = (telling.first, telling.last) if telling.first else (telling.words or "").casefold()
    told = telling.relation, telling.event_type, telling.mode or ""
    sides = telling.source, telling.target, telling.place
    planned = telling.status == "planned"
    return (
        telling.article,
        family_of(telling.relation).name,
        *told,
        str(sides),
        str(dates),
        str(planned),
    )
