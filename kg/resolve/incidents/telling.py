"""What a claim tells of a happening, apart from who says so and in which words of its parties."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.records import Claim, Mention

Range = tuple[int, int | None]
"""A count: at least, and at most where that is told."""


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One claim as incidents need it: parties and places are ids of entities, days ISO dates.

    ``sentence`` is the number of the sentence in its article and ``text`` its words; ``published``
    and ``copy`` are its article's day of publication and MinHash, as hexadecimal digits.
    """

    claim: str
    article: str
    relation: str
    event_type: str
    mode: str | None
    status: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    place: tuple[str, ...]
    first: str | None = None
    last: str | None = None
    words: str | None = None
    killed: Range | None = None
    injured: Range | None = None
    sentence: int = 0
    text: str = ""
    disputed: bool = False
    published: str | None = None
    copy: str = ""


def is_event(claim: Claim) -> bool:
    """Whether a claim tells of an event: lasting relations and what is conditional do not."""
    return claim.event_type is not None and claim.status != "conditional"


def tellings(
    claims: Iterable[Claim], published: str | None = None, copy: str = ""
) -> tuple[Telling, ...]:
    """What the resolved claims of an article tell of events."""
    found = tuple(claims)
    disputed = {id for claim in found for id in claim.disputes}
    return tuple(
        _telling(claim, claim.id in disputed, published, copy) for claim in found if is_event(claim)
    )


def _telling(claim: Claim, disputed: bool, published: str | None, copy: str) -> Telling:
    counts = {q.kind: (q.min, q.max) for q in reversed(claim.quantities)}
    when = claim.when
    return Telling(
        claim.id,
        claim.article,
        claim.relation,
        str(claim.event_type),
        claim.mode,
        claim.status,
        _ids(claim.source),
        _ids(claim.target),
        _ids(claim.place),
        first=when.start if when else None,
        last=when.end if when else None,
        words=when.text if when else None,
        killed=counts.get("killed"),
        injured=counts.get("injured"),
        sentence=claim.sentence.index,
        text=claim.sentence.text,
        disputed=disputed,
        published=published,
        copy=copy,
    )


def moved(telling: Telling, claim: Claim) -> Telling:
    """The telling of a claim that was resolved anew: the same, with the parties it has now."""
    source, target, place = _ids(claim.source), _ids(claim.target), _ids(claim.place)
    return replace(telling, source=source, target=target, place=place)


def _ids(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(sorted({mention.entity for mention in mentions}))
