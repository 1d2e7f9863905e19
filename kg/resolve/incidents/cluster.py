"""Joins reports of one happening, the surest first, as long as what is joined holds together.

The outcome depends on the set of reports alone: pairs are taken by their points and then by ids,
and a pair that is joined is compared with all others anew, so that no undated report can bridge
two happenings of different days.
"""

import heapq
import itertools
from collections.abc import Iterable

from kg.resolve.incidents.match import score
from kg.resolve.incidents.report import Report, report
from kg.resolve.incidents.rules import Scope, bar
from kg.resolve.incidents.world import World


def cluster(found: Iterable[Report], world: World, scope: Scope) -> tuple[Report, ...]:
    """The reports of a family, with those joined that are of one happening; in order of ids.

    ``scope`` tells whether all are of one article.
    """
    live: dict[str, Report] = {}
    queue: list[tuple[float, str, str, int, Report, Report]] = []
    count = itertools.count()

    def add(new: Report) -> None:
        for old in live.values():
            low, high = sorted((old, new), key=lambda each: each.id)
            points = score(low, high, world, article=scope == "article")
            if points is not None and points >= bar(new.family, scope):
                heapq.heappush(queue, (-points, low.id, high.id, next(count), low, high))
        live[new.id] = new

    for each in sorted(found, key=lambda each: each.id):
        add(each)
    while queue:
        *_, one, other = heapq.heappop(queue)
        if live.get(one.id) is one and live.get(other.id) is other:
            del live[one.id], live[other.id]
            add(report((*one.tellings, *other.tellings)))
    return tuple(live[id] for id in sorted(live))
