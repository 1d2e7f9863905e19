"""What the gazetteer knows of an entity, as text for people and as JSON values."""

from collections.abc import Iterator, Mapping, Sequence

from kg.inspect.background import Background, KnownTie, Named
from kg.ontology.names import TieKind
from kg.records import Value

_WORDS: Mapping[TieKind, tuple[str, str]] = {
    "part_of": ("part of", "has as a part"),
    "splinter_of": ("broke away from", "lost by a split"),
    "allied_with": ("allied with", "allied with"),
}
"""How a tie is told from its source, and from its target."""


def background_text(found: Sequence[Background]) -> Iterator[str]:
    """Lines under a head of their own, so that nobody takes them for claims."""
    if not found:
        yield "Background: none, for the gazetteer does not know it"
        return
    yield "Background, from the gazetteer and not from any claim:"
    for each in found:
        yield from (f"    {line}" for line in _lines(each))


def _lines(known: Background) -> Iterator[str]:
    entry = known.entry
    kind = entry.kind.replace("_", " ")
    of = f" of {known.country}" if known.country not in (None, entry.name) else ""
    yield f"{entry.name} ({entry.key}): {kind}{of}"
    if known.capital_of:
        yield f"capital of {known.capital_of}"
    if known.within:
        yield f"lies in {', '.join(place.name for place in known.within)}"
    if known.names:
        yield f"also named {', '.join(known.names)}"
    yield from (_tie(entry.key, tie) for tie in known.ties)
    if known.apart:
        yield f"never one with {', '.join(map(_shown, known.apart))}"


def _tie(key: str, known: KnownTie) -> str:
    """A tie as its party ``key`` has it."""
    outward = known.source.key == key
    other = known.target if outward else known.source
    years = _years(known.tie.since, known.tie.until)
    held = "; an edge of this graph" if known.held else ""
    return f"{_WORDS[known.tie.kind][not outward]} {_shown(other)}{years}{held}"


def _years(since: int | None, until: int | None) -> str:
    match since, until:
        case None, None:
            return ""
        case _, None:
            return f", since {since}"
        case None, _:
            return f", until {until}"
    return f", in {since}" if since == until else f", {since} to {until}"


def _shown(named: Named) -> str:
    return f"{named.name} ({named.key})"


def background_values(known: Background) -> Mapping[str, Value]:
    """The same as plain values; a tie leads from source to target."""
    entry = known.entry
    return {
        "key": entry.key,
        "name": entry.name,
        "kind": entry.kind,
        "country": entry.country,
        "capital_of": entry.capital_of,
        "within": tuple(map(_named, known.within)),
        "names": known.names,
        "ties": tuple(map(_tie_values, known.ties)),
        "never_one_with": tuple(map(_named, known.apart)),
    }


def _tie_values(known: KnownTie) -> Mapping[str, Value]:
    return {
        "tie": known.tie.kind,
        "source": _named(known.source),
        "target": _named(known.target),
        "since": known.tie.since,
        "until": known.tie.until,
        "in_graph": known.held,
    }


def _named(named: Named) -> Mapping[str, Value]:
    return {"key": named.key, "name": named.name}
