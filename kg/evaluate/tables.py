"""Scores as titled tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.evaluate.claims import ClaimScores, Judge, score_claims
from kg.evaluate.families import load_families
from kg.evaluate.fields import fields
from kg.evaluate.gold import Gold, GoldClaim, Party
from kg.evaluate.measures import Band, Measure, Share, reliability
from kg.evaluate.names import Names
from kg.evaluate.sentences import RecordScores, score_records, surest, type_measure
from kg.ontology.relations import load_relations
from kg.records import Claim, Mention, Table, Value
from kg.report import Section

MEASURES = ("precision", "recall", "f1", "right", "claims", "found", "required")
LASTING = "lasting"
"""Stands for the type of relations that have none."""


def sections(
    gold: Gold, claims: Sequence[Claim], names: Names, *, missed: bool = False, false: bool = False
) -> Iterator[Section]:
    """All tables; what was missed and which claims are false where that is asked for."""
    if gold.records:
        records = score_records(gold.records, claims)
        yield from record_sections(claims, records)
        misses, wrong = missed_records(records), false_records(records)
    else:
        scores = score_claims(gold.claims, claims, Judge(names, load_families()))
        yield from claim_sections(scores, names)
        misses, wrong = missed_claims(scores), false_claims(scores)
    if missed:
        yield misses
    if false:
        yield wrong


def claim_sections(scores: ClaimScores, names: Names) -> Iterator[Section]:
    """Summary, relations, types, fields and reliability."""
    levels = {"loose": claim_measure(scores), "strict": claim_measure(scores, strict=True)}
    yield _measures("Summary", "level", levels)
    relations = {c.relation for c in scores.claims} | {g.first.relation for g in scores.gold}
    by_relation = {name: claim_measure(scores, {name}) for name in sorted(relations)}
    yield _measures("By relation, loose", "relation", by_relation)
    by_type = {name: claim_measure(scores, each) for name, each in _by_type(relations).items()}
    yield _measures("By type, loose", "type", by_type)
    yield _shares("Fields of the claims found", "field", fields(scores, names))
    right = set(scores.loose.values())
    judged = [(claim.confidence, i in right) for i, claim in enumerate(scores.claims)]
    yield _bands(reliability(judged))


def _by_type(relations: Iterable[str]) -> dict[str, set[str]]:
    """The relations of each PLOVER type, by the ontology."""
    known = load_relations().relations
    grouped: dict[str, set[str]] = {}
    for name in relations:
        type_ = known[name].event_type if name in known else None
        grouped.setdefault(type_ or LASTING, set()).add(name)
    return dict(sorted(grouped.items()))


def claim_measure(
    scores: ClaimScores, relations: set[str] | None = None, *, strict: bool = False
) -> Measure:
    """How well claims of these relations are made, and labels of these found (None: of all)."""
    pairs = scores.strict if strict else scores.loose
    answers = set(pairs.values())

    def asked(relation: str) -> bool:
        return relations is None or relation in relations

    made = [i for i, claim in enumerate(scores.claims) if asked(claim.relation)]
    required = [
        i for i, gold in enumerate(scores.gold) if not gold.optional and asked(gold.first.relation)
    ]
    right, found = sum(i in answers for i in made), sum(i in pairs for i in required)
    return Measure(right, len(made), found, len(required))


def missed_claims(scores: ClaimScores) -> Section:
    """The required labels that no claim answers, not even loosely."""
    missed = [
        gold for i, gold in enumerate(scores.gold) if not gold.optional and i not in scores.loose
    ]
    columns = ("article", "source", "relation", "target", "place", "status", "evidence")
    return Section("Missed", "", Table(columns, tuple(map(_label_row, missed))))


def _label_row(gold: GoldClaim) -> tuple[Value, ...]:
    first = gold.first
    slots = (first.source, first.relation, first.target, first.place)
    return (gold.doc, *slots, first.status, gold.evidence)


def false_claims(scores: ClaimScores) -> Section:
    """The claims that no label explains, not even loosely; the surest first."""
    right = set(scores.loose.values())
    return _false(claim for i, claim in enumerate(scores.claims) if i not in right)


def _false(claims: Iterable[Claim]) -> Section:
    columns = ("article", "source", "relation", "target", "place", "status", "confidence", "text")
    surest_first = sorted(claims, key=lambda claim: -claim.confidence)
    return Section("False", "", Table(columns, tuple(map(_claim_row, surest_first))))


def _claim_row(claim: Claim) -> tuple[Value, ...]:
    slots = (_names(claim.source), claim.relation, _names(claim.target), _names(claim.place))
    return (claim.article, *slots, claim.status, claim.confidence, claim.sentence.text)


def _names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(mention.name for mention in mentions)


def record_sections(claims: Iterable[Claim], scores: RecordScores) -> Iterator[Section]:
    """Summary of all claims and of the surest of each record, types and reliability."""
    yield _measures("Summary", "level", scores.levels)
    best = score_records(scores.records, surest(claims))
    yield _measures("The most confident claim of each record", "level", best.levels)
    types = sorted({event.event_type for record in scores.records for event in record.events})
    yield _measures("By type", "type", {name: type_measure(scores, name) for name in types})
    events = [event.claim for each in scores.events.values() for event in each]
    yield _bands(reliability((c.confidence, c.id in scores.right) for c in events))


def missed_records(scores: RecordScores) -> Section:
    """The records whose events no claim tells with type and both parties."""
    rows = tuple(
        (record.id, _texts(event.source), event.event_type, _texts(event.target), record.text)
        for record in scores.records
        if record.id not in scores.found
        for event in record.events
    )
    return Section("Missed", "", Table(("record", "source", "type", "target", "text"), rows))


def _texts(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(party.text for party in parties)


def false_records(scores: RecordScores) -> Section:
    """The claims with a PLOVER type that are no triple of their record; the surest first."""
    claims = (event.claim for each in scores.events.values() for event in each)
    return _false(claim for claim in claims if claim.id not in scores.right)


def _measures(title: str, column: str, measures: Mapping[str, Measure]) -> Section:
    rows = tuple((name, *_measured(measure)) for name, measure in measures.items())
    return Section(title, "", Table((column, *MEASURES), rows))


def _measured(m: Measure) -> tuple[Value, ...]:
    shares = (round(m.precision, 3), round(m.recall, 3), round(m.f1, 3))
    return (*shares, m.right, m.claims, m.found, m.required)


def _shares(title: str, column: str, shares: Mapping[str, Share]) -> Section:
    rows = tuple((name, *_shared(s), s.right, s.asked) for name, s in shares.items())
    return Section(title, "", Table((column, "share", "right", "asked"), rows))


def _bands(bands: Iterable[Band]) -> Section:
    columns = ("confidence", "claims", "right", "right from here up")
    return Section("Reliability", "", Table(columns, tuple(map(_band_row, bands))))


def _band_row(band: Band) -> tuple[Value, ...]:
    between = f"{band.low:.1f}-{band.high:.1f}"
    return (between, band.here.asked, *_shared(band.here), *_shared(band.above))


def _shared(share: Share) -> tuple[Value, ...]:
    """The share, or null where nothing is asked."""
    return (round(share.share, 3) if share.asked else None,)
