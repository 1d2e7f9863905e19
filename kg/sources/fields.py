"""What may be known of an article beside its text, checked value by value."""

from collections.abc import Mapping
from datetime import date, datetime

from kg.errors import InputError
from kg.sources.decode import encodable

KNOWN = ("title", "url", "source", "published", "language")
"""The fields of an article that both a JSON line and articles.toml may give."""


def text_field(record: Mapping[str, object], name: str) -> str | None:
    """The string ``record[name]`` without blanks around it; None where missing, null or blank."""
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"has no string as its {name}")
    return encodable(value).strip() or None


def known_fields(record: Mapping[str, object]) -> dict[str, str | None]:
    """The checked fields of ``record`` named in KNOWN; ``published`` is an ISO date."""
    found = {name: text_field(record, name) for name in KNOWN if name != "published"}
    return found | {"published": _day(record.get("published"))}


def _day(value: object) -> str | None:
    """The day of an ISO date or time, in the time zone it was written in."""
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    try:
        return datetime.fromisoformat(str(value).strip()).date().isoformat()
    except ValueError:
        shown = repr(value)[:40]
        raise InputError(f"has a published that is no ISO date (YYYY-MM-DD): {shown}") from None
