"""Joins reports of one happening, the surest first, as long as what is joined holds together.

The outcome depends on the set of reports alone: pairs are taken by their points and then by ids,
and a pair that is joined is compared with all others anew, so that no undated report can bridge
two happenings of different days.
"""

import heapq
import itertools
from collections import defaultdict
from collections.abc import Iterable

from kg.resolve.incidents.match import score
from kg.resolve.incidents.report import Report, report
from kg.resolve.incidents.rules import Scope, bar
from kg.resolve.incidents.times import reach
from kg.resolve.incidents.world import World


def cluster(found: Iterable[Report], world: World, scope: Scope) -> tuple[Report, ...]:
    """The reports of a family, with those joined that are of one happening; in order of ids.

    ``scope`` tells whether all are of one article.
    """
    live = _Live(world, scope)
    queue: list[tuple[float, str, str, int, Report, Report]] = []
    count = itertools.count()

    def add(new: Report) -> None:
        for old in live.near(new):
            low, high = (old, new) if old.id < new.id else (new, old)
            points = score(low, high, world, article=scope == "article")
            if points is not None and points >= bar(new.family, scope):
                heapq.heappush(queue, (-points, low.id, high.id, next(count), low, high))
        live.add(new)

    for each in sorted(found, key=lambda each: each.id):
        add(each)
    while queue:
        *_, one, other = heapq.heappop(queue)
        if live.has(one) and live.has(other):
            live.drop(one, other)
            add(report((*one.tellings, *other.tellings)))
    return live.all()


class _Live:
    """Reports by their ids, their places and the days they may share with other articles."""

    def __init__(self, world: World, scope: Scope) -> None:
        self._world = world
        self._scope = scope
        self._reports: dict[str, Report] = {}
        self._days: dict[frozenset[str], dict[int | None, set[str]]] = {}

    def add(self, new: Report) -> None:
        self._reports[new.id] = new
        days = self._days.setdefault(new.place, defaultdict(set))
        for day in self._reach(new) or (None,):
            days[day].add(new.id)

    def drop(self, *gone: Report) -> None:
        for each in gone:
            del self._reports[each.id]

    def has(self, each: Report) -> bool:
        return self._reports.get(each.id) is each

    def near(self, new: Report) -> list[Report]:
        """Those that may be of one time and place with a report."""
        days = self._reach(new)
        ids: set[str] = set()
        for place, told in self._days.items():
            if self._world.places(place, new.place) == "other":
                continue
            ids.update(*(told.values() if days is None else map(told.__getitem__, (None, *days))))
        return [self._reports[id] for id in ids if id in self._reports]

    def _reach(self, each: Report) -> range | None:
        return reach(each.time) if self._scope == "articles" else None

    def all(self) -> tuple[Report, ...]:
        return tuple(self._reports[id] for id in sorted(self._reports))
