"""Claims -> the lines that ``kg extract`` prints, one JSON object a claim."""

import json
from collections.abc import Mapping

from kg.records import Claim, Mention, Value


def claim_line(claim: Claim) -> str:
    """One line of JSON, with the fields that docs/claims.md explains."""
    return json.dumps(claim_fields(claim), ensure_ascii=False)


def claim_fields(claim: Claim) -> Mapping[str, Value]:
    """A claim as plain values."""
    when = claim.when
    return {
        "id": claim.id,
        "article": claim.article,
        "text": claim.sentence.text,
        "start": claim.sentence.start,
        "end": claim.sentence.end,
        "relation": claim.relation,
        "event_type": claim.event_type,
        "mode": claim.mode,
        "source": tuple(map(_mention, claim.source)),
        "target": tuple(map(_mention, claim.target)),
        "place": tuple(map(_mention, claim.place)),
        "said_by": tuple(map(_mention, claim.said_by)),
        "status": claim.status,
        "date": {"text": when.text, "start": when.start, "end": when.end, "rule": when.rule}
        if when
        else None,
        "quantities": tuple(
            {"kind": q.kind, "min": q.min, "max": q.max, "text": q.text} for q in claim.quantities
        ),
        "title": claim.title,
        "confidence": claim.confidence,
        "trigger": {"text": claim.trigger, "start": claim.start, "end": claim.end},
        "disputes": claim.disputes,
        "extractor": claim.extractor,
        "rule": claim.rule,
    }


def _mention(mention: Mention) -> Mapping[str, Value]:
    return {
        "id": mention.entity,
        "name": mention.name,
        "kind": mention.kind,
        "country": mention.country,
        "text": mention.text,
    }
