"""Claims and labels in a word or two, of a made-up quarrel."""

from typing import Any

from kg.evaluate.gold import GoldClaim, GoldEvent, Party, Reading
from kg.records import Claim, Mention, Sentence, Status

SENTENCE = "Norland bombed the port of Alma on Monday, killing ten, Sudria said."


def mention(name: str, country: str | None = None, key: str | None = None) -> Mention:
    return Mention(name, 0, len(name), name, "country", country, key)


def claim(
    source: str = "",
    relation: str = "STRIKES",
    target: str = "",
    *,
    place: str = "",
    said_by: str = "",
    text: str = SENTENCE,
    article: str = "a",
    status: Status = "asserted",
    confidence: float = 0.5,
    event_type: str | None = None,
    **more: Any,
) -> Claim:
    """A claim; several names in a slot are separated by commas."""
    said = [article, source, relation, target, place, said_by, status, str(confidence), text]
    return Claim(
        id="|".join(said),
        article=article,
        sentence=Sentence(article, 0, text, 0, len(text)),
        relation=relation,
        event_type=event_type,
        mode=None,
        trigger="",
        start=0,
        end=0,
        status=status,
        confidence=confidence,
        extractor="made",
        source=mentions(source),
        target=mentions(target),
        place=mentions(place),
        said_by=mentions(said_by),
        **more,
    )


def mentions(names: str) -> tuple[Mention, ...]:
    return tuple(map(mention, split(names)))


def reading(
    source: str = "",
    relation: str = "STRIKES",
    target: str = "",
    *,
    place: str = "",
    said_by: str = "",
    status: str = "asserted",
) -> Reading:
    return Reading(relation, split(source), split(target), split(place), split(said_by), status)


def label(
    *readings: Reading,
    doc: str = "a",
    evidence: str = "Norland bombed the port of Alma",
    optional: bool = False,
    date: str | None = None,
    deaths: int | None = None,
) -> GoldClaim:
    return GoldClaim(doc, evidence, readings, date, deaths, optional)


def event(event_type: str, source: str, target: str = "", *, mutual: bool = False) -> GoldEvent:
    """A labelled event; a party is ``words`` or ``words:CODE``."""
    return GoldEvent(event_type, parties(source), parties(target), mutual)


def parties(names: str) -> tuple[Party, ...]:
    found = (name.partition(":") for name in split(names))
    return tuple(Party(words, code or None) for words, _, code in found)


def split(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())
