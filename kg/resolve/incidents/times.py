"""When a happening was, as far as its tellings know: nothing is guessed."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kg.resolve.incidents.rules import points
from kg.resolve.incidents.telling import Telling

Dates = Literal["day", "off", "wide", "month", "weekday", "fresh", "late", "article", "open"]
Span = tuple[int, int]
"""First and last day, as ordinals."""

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LOOSE = re.compile(
    r"\b(?:since|until|till|before|after|by|every|each|following|later|earlier)\b", re.IGNORECASE
)
_NAMED = re.compile(rf"\b({'|'.join((*_MONTHS, *_DAYS))})\b", re.IGNORECASE)
MONTH = 31
"""Days of a known time at most for it to be looked for under one month."""


@dataclass(frozen=True, slots=True)
class Time:
    """``span`` where days are known, else days of publication and names of months or weekdays."""

    span: Span | None
    published: Span | None
    names: frozenset[str]

    @property
    def months(self) -> frozenset[str]:
        """The months among the names."""
        return self.names & {*_MONTHS}


def time_of(found: Iterable[Telling]) -> Time:
    """The narrowest time that the tellings agree on."""
    told = tuple(found)
    spans = {(_day(t.first), _day(t.last)) for t in told if t.first and t.last}
    days = [_day(t.published) for t in told if t.published and not (t.first and t.last)]
    if spans:
        return Time(_common(spans), None, frozenset())
    names = frozenset(name for t in told for name in _names(t.words or ""))
    return Time(None, (min(days), max(days)) if days else None, names)


def compare(one: Time, other: Time, *, article: bool) -> Dates | None:
    """How two times agree; None where they cannot be one. ``article``: both of one article."""
    if one.span and other.span:
        return _spans(one.span, other.span)
    if one.span or other.span:
        known, open_ = (one, other) if one.span else (other, one)
        assert known.span
        return _bounded(known.span, open_, article)
    if one.names and other.names:
        return _named(one.names & other.names)
    if article:
        return "article"
    if one.published and other.published:
        return _near(_gap(one.published, other.published))
    return "open"


def reach(time: Time) -> range | None:
    """Days that two times must share to be one; None where a time may be any."""
    if time.span is not None:
        return range(time.span[0], time.span[1] + 2)
    if time.published is not None:
        return range(time.published[0] - int(points()["window"]["longest"]), time.published[1] + 1)
    return None


def _day(iso: str) -> int:
    return dt.date.fromisoformat(iso).toordinal()


def _names(words: str) -> list[str]:
    return [] if _LOOSE.search(words) else [n.lower() for n in _NAMED.findall(words)]


def _common(spans: Iterable[Span]) -> Span:
    """The days that the narrowest span shares with those that overlap it."""
    narrow, *rest = sorted(spans, key=lambda s: (s[1] - s[0], s))
    for first, last in rest:
        if first <= narrow[1] and narrow[0] <= last:
            narrow = max(first, narrow[0]), min(last, narrow[1])
    return narrow


def _gap(one: Span, other: Span) -> int:
    """Days between two spans; 0 where they overlap, 1 where one follows the other."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _spans(one: Span, other: Span) -> Dates | None:
    gap = _gap(one, other)
    if gap:
        narrow = all(last - first < 7 for first, last in (one, other))
        return "off" if gap == 1 and narrow else None
    return "day" if all(last - first < 3 for first, last in (one, other)) else "wide"


def _bounded(known: Span, open_: Time, article: bool) -> Dates | None:
    """A known time against one that only its publication or the name of its month bounds."""
    if open_.names and not open_.names & _names_of(known):
        return None
    if article:
        return "article"
    if open_.published is None:
        return "open"
    if known[0] > open_.published[1]:
        return None
    return _near(_gap(known, open_.published))


def _names_of(known: Span) -> set[str]:
    days = [dt.date.fromordinal(day) for day in range(known[0], min(known[1], known[0] + 366) + 1)]
    return {_MONTHS[day.month - 1] for day in days} | {_DAYS[day.weekday()] for day in days}


def _near(gap: int) -> Dates | None:
    window = points()["window"]
    if gap > window["longest"]:
        return None
    return "fresh" if gap <= window["fresh"] else "late"


def _named(shared: frozenset[str]) -> Dates | None:
    if not shared:
        return None
    return "month" if shared & {*_MONTHS} else "weekday"
