"""Date words -> an interval of days, as wide as the words leave it; nothing is guessed.

Relative words are worked out from the publication date where it is known, and stay words where it
is not, as do words that name no first and last day.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable

from kg.records import When

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TO = r" ?(?:-|–|to|and|through|until) ?(?:the )?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: number for number, word in enumerate(_COUNTS)} | {"a": 1, "an": 1}

Interval = tuple[dt.date, dt.date]
Rule = Callable[[re.Match[str], dt.date | None], Interval | None]


def when(text: str, published: str | None) -> When | None:
    """The interval that ``text`` means, or None where no rule reads it as a date at all."""
    day = dt.date.fromisoformat(published) if published else None
    if _OPEN.search(text):
        return When(text, None, None, "words")
    for name, pattern, rule in _RULES:
        if match := pattern.search(text):
            try:
                found = rule(match, day)
            except (ValueError, OverflowError):
                found = None
            if found is None or found[0] > found[1]:
                return When(text, None, None, f"{name}, open")
            return When(text, found[0].isoformat(), found[1].isoformat(), name)
    return None


def _full(m: re.Match[str], _: dt.date | None) -> Interval:
    day = dt.date(int(m["year"]), _MONTHS[m["month"].lower()], int(m["day"]))
    return day, day


def _iso(m: re.Match[str], _: dt.date | None) -> Interval:
    day = dt.date.fromisoformat(m[0])
    return day, day


def _month_day(m: re.Match[str], published: dt.date | None) -> Interval | None:
    if published is None:
        return None
    month, first = _MONTHS[m["month"].lower()], int(m["day"])
    last = int(m.groupdict().get("last") or first)
    found = _nearest(
        lambda year: (dt.date(year, month, first), dt.date(year, month, last)), published
    )
    told = _WEEKDAY.search(m.string)
    return found if told is None or _DAYS[told[1].lower()] == found[0].weekday() else None


def _days(m: re.Match[str], _: dt.date | None) -> Interval:
    year, month = int(m["year"]), _MONTHS[m["month"].lower()]
    return dt.date(year, month, int(m["day"])), dt.date(year, month, int(m["last"]))


def _years(m: re.Match[str], _: dt.date | None) -> Interval:
    return dt.date(int(m["year"]), 1, 1), dt.date(int(m["until"]), 12, 31)


def _month_year(m: re.Match[str], _: dt.date | None) -> Interval:
    return _month(int(m["year"]), _MONTHS[m["month"].lower()])


def _month_only(m: re.Match[str], published: dt.date | None) -> Interval | None:
    if published is None:
        return None
    return _nearest(lambda year: _month(year, _MONTHS[m["month"].lower()]), published)


def _nearest(interval: Callable[[int], Interval], published: dt.date) -> Interval:
    """The last such interval that began by the day of publication."""
    this = interval(published.year)
    return this if this[0] <= published else interval(published.year - 1)


def _year(m: re.Match[str], _: dt.date | None) -> Interval:
    return dt.date(int(m["year"]), 1, 1), dt.date(int(m["year"]), 12, 31)


def _weekday(m: re.Match[str], published: dt.date | None) -> Interval | None:
    if published is None:
        return None
    back = (published.weekday() - _DAYS[m["weekday"].lower()]) % 7
    if m["which"] and m["which"].lower() == "last" and back == 0:
        back = 7
    if m["which"] and m["which"].lower() == "next":
        back -= 7
    day = published - dt.timedelta(days=back)
    return day, day


def _today(m: re.Match[str], published: dt.date | None) -> Interval | None:
    if published is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1, "overnight": 0}.get(m[0].lower(), 0)
    day = published + dt.timedelta(days=shift)
    return (day - dt.timedelta(days=1), day) if m[0].lower() == "overnight" else (day, day)


def _ago(m: re.Match[str], published: dt.date | None) -> Interval | None:
    count = NUMBERS.get(m["count"].lower()) or (int(m["count"]) if m["count"].isdigit() else None)
    if published is None or count is None:
        return None
    return shift(published, -count, m["unit"].lower())


def _relative(m: re.Match[str], published: dt.date | None) -> Interval | None:
    if published is None:
        return None
    count = {"last": -1, "this": 0, "next": 1, "past": -1}[m["which"].lower()]
    return shift(published, count, m["unit"].lower())


def shift(day: dt.date, count: int, unit: str) -> Interval:
    """The day, week (from Monday), month or year that is ``count`` such units from a day.

    Raises ValueError or OverflowError beyond the years that dates can have.
    """
    match unit:
        case "day":
            day += dt.timedelta(days=count)
            return day, day
        case "week":
            monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=count)
            return monday, monday + dt.timedelta(days=6)
        case "month":
            index = day.year * 12 + day.month - 1 + count
            return _month(index // 12, index % 12 + 1)
    return dt.date(day.year + count, 1, 1), dt.date(day.year + count, 12, 31)


def _month(year: int, month: int) -> Interval:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern}\b", re.IGNORECASE)


_NAMES = "|".join(_DAYS)
_WEEKDAY = _compiled(f"({_NAMES})")
_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
_OPEN = _compiled(
    r"since|until|till|before|after|by|every|each|later|earlier|following"
    r"|same (?:day|week|month|year)"
    r"|\d\d?/\d\d?/\d{2,4}|Q[1-4]|spring|summer|autumn|winter|weekend|last night"
    r"|(?:few|several|couple of|many) (?:days|weeks|months|years) ago"
    rf"|{_MONTH} {_DAY}(?:,? {_YEAR})?{_TO}(?:{_MONTH.replace('month', 'other')}) \d.*"
)
"""Words that bound a time on one side only, repeat, or count from a day told elsewhere."""
_UNIT = r"(?P<unit>day|week|month|year)"
_RULES: tuple[tuple[str, re.Pattern[str], Rule], ...] = (
    ("ISO date", _compiled(r"\d{4}-\d\d-\d\d"), _iso),
    ("days, month, year", _compiled(rf"{_DAY}{_TO}{_LAST} {_MONTH},? {_YEAR}"), _days),
    ("month, days, year", _compiled(rf"{_MONTH} {_DAY}{_TO}{_LAST},? {_YEAR}"), _days),
    ("day, month, year", _compiled(rf"{_DAY} {_MONTH},? {_YEAR}"), _full),
    ("month, day, year", _compiled(rf"{_MONTH} {_DAY},? {_YEAR}"), _full),
    ("days, month", _compiled(rf"{_DAY}{_TO}{_LAST} {_MONTH}"), _month_day),
    ("month, days", _compiled(rf"{_MONTH} {_DAY}{_TO}{_LAST}(?!,? \d)"), _month_day),
    ("month, day", _compiled(rf"{_MONTH} {_DAY}"), _month_day),
    ("day, month", _compiled(rf"{_DAY} (?:of )?{_MONTH}"), _month_day),
    ("month, year", _compiled(rf"{_MONTH},? (?:of )?{_YEAR}"), _month_year),
    ("month", _compiled(rf"(?<!\d ){_MONTH}(?! \d)"), _month_only),
    ("years", _compiled(rf"{_YEAR}{_TO}(?P<until>(?:19|20)\d\d)"), _years),
    ("year", _compiled(_YEAR), _year),
    ("weekday", _compiled(rf"(?:(?P<which>last|this|next) )?(?P<weekday>{_NAMES})"), _weekday),
    ("day of publication", _compiled("today|yesterday|tomorrow|overnight|tonight"), _today),
    ("so long ago", _compiled(rf"(?P<count>\w+) {_UNIT}s? ago"), _ago),
    ("last, this or next", _compiled(rf"(?P<which>last|this|next|past) {_UNIT}"), _relative),
)
