"""Claims -> events: what several articles tell of one happening becomes one event.

First the claims of an article are taken together, then the reports of several articles, block by
block. Both are functions of the claims alone, so neither order nor batches matter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kg.records import Event
from kg.resolve.incidents.blocks import block, country_of
from kg.resolve.incidents.cluster import cluster
from kg.resolve.incidents.event import event_of
from kg.resolve.incidents.report import Report, report
from kg.resolve.incidents.rules import family_of
from kg.resolve.incidents.telling import Telling, moved, tellings
from kg.resolve.incidents.world import Known, World, world

__all__ = [
    "Blocks",
    "Known",
    "Telling",
    "World",
    "events_of",
    "joined",
    "moved",
    "reports_of",
    "tellings",
    "world",
]

Blocks = Mapping[str, Sequence[Report]]
"""Reports by the block that they stand in."""


def reports_of(found: Iterable[Telling], known: World) -> Blocks:
    """What each article tells of each happening, by block; ``found`` is all that it tells."""
    blocks: dict[str, list[Report]] = {}
    for _, told in groupby(sorted(found, key=_signature), key=lambda t: t.article):
        whole = list(told)
        country = country_of(whole, known)
        for made in joined(whole, known):
            blocks.setdefault(block(made, known, country), []).append(made)
    return blocks


def joined(found: Iterable[Telling], known: World) -> Iterator[Report]:
    """The reports of articles, whole or as much of them as stands in one block."""
    ordered = sorted(found, key=_signature)
    for _, told in groupby(ordered, key=lambda t: (t.article, family_of(t.relation).name)):
        alike = [report(each) for _, each in groupby(told, key=_signature)]
        yield from cluster(alike, known, "article")


def events_of(blocks: Blocks, known: World) -> tuple[Event, ...]:
    """The events of whole blocks."""
    return tuple(
        event_of(made, name, known)
        for name, reports in sorted(blocks.items())
        for made in cluster(reports, known, "articles")
    )


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
