"""Date words that count from a day told before: ``three days later``, ``the same evening``.

The interval is as wide as the words leave it, as in `dates`; nothing is guessed.
"""

import datetime as dt
import re

from kg.extract.rules.dates import NUMBERS, shift
from kg.records import When

_DAY = r"(?:day|morning|afternoon|evening|night)"
_COUNTED = re.compile(r"(?:(?:only|just) )?(\w+) (day|week|month|year)s? (later|earlier)", re.I)
_SAME = re.compile(rf"(?:late |later |earlier )?(?:on )?(?:the same|that(?: same)?) {_DAY}", re.I)
_NEXT = re.compile(rf"the (?:next|following) {_DAY}", re.I)
_BEFORE = re.compile(rf"the previous {_DAY}", re.I)
_LONGEST = {"day": 0, "week": 0, "month": 30, "year": 365}
"""Days between the first and the last of what is counted from, by the unit that counts."""


def from_day(text: str, known: When | None) -> When | None:
    """The interval that ``text`` means, counted from ``known``; None where it cannot be known."""
    step = _step(text.strip())
    if step is None or known is None or known.start is None or known.end is None:
        return None
    first, last = dt.date.fromisoformat(known.start), dt.date.fromisoformat(known.end)
    count, unit = step
    if (last - first).days > _LONGEST[unit]:
        return None
    try:
        start, end = shift(first, count, unit)
    except (ValueError, OverflowError):
        return None
    return When(text, start.isoformat(), end.isoformat(), f"counted from {known.text}")


def _step(text: str) -> tuple[int, str] | None:
    """How many of which unit ``text`` goes on or back."""
    if match := _COUNTED.fullmatch(text):
        number, unit, way = (part.lower() for part in match.groups())
        count = int(number) if number.isdigit() else NUMBERS.get(number)
        return None if count is None else (count if way == "later" else -count, unit)
    days = ((_SAME, 0), (_NEXT, 1), (_BEFORE, -1))
    return next(((count, "day") for pattern, count in days if pattern.fullmatch(text)), None)
