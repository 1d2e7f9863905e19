"""Claims -> the lines that ``kg extract`` prints: one JSON object a claim, or words for people."""

import json
from collections.abc import Callable, Mapping

from kg.records import Claim, Explanation, Mention, Value
from kg.report import plain


def claim_line(claim: Claim) -> str:
    """One line of JSON: the fields of the claim, and its explanation where it has one."""
    fields = dict(claim_fields(claim))
    if claim.explanation:
        fields["explanation"] = _explanation(claim, claim.explanation)
    return json.dumps(fields, ensure_ascii=False)


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


def _explanation(claim: Claim, why: Explanation) -> Mapping[str, Value]:
    return {
        "trigger": claim.trigger,
        "rule": claim.rule,
        "file": why.file,
        "arcs": tuple({"slot": a.slot, "name": a.name, "path": a.path} for a in why.arcs),
        "status": why.status,
    }


def _mention(mention: Mention) -> Mapping[str, Value]:
    return {
        "id": mention.entity,
        "name": mention.name,
        "kind": mention.kind,
        "country": mention.country,
        "text": mention.text,
    }


def claim_text(claim: Claim) -> str:
    """A claim for people: what is claimed, how it stands, its sentence, and why where asked."""
    parts = [_names(claim.source) or "?", claim.relation, _names(claim.target)]
    if claim.place:
        parts += ["in", _names(claim.place)]
    if claim.title:
        parts.append(f"({claim.title})")
    standing: list[str] = [claim.status]
    if claim.said_by:
        standing.append(f"says {_names(claim.said_by)}")
    if claim.when:
        standing.append(claim.when.text)
    standing += [f"{q.text} {q.kind}" for q in claim.quantities]
    told = " ".join(filter(None, parts))
    sentence = " ".join(claim.sentence.text.split())
    lines = [f"{told} [{'; '.join(standing)}]", f"    {claim.article}: {sentence}"]
    if claim.explanation:
        lines += _why(claim, claim.explanation)
    return "\n".join(map(plain, lines))


def _why(claim: Claim, why: Explanation) -> list[str]:
    parts = [("rule", f"{claim.rule} ({why.file})"), ("status", why.status)]
    parts += [(f"{a.slot} {a.name}", a.path) for a in why.arcs]
    return [f"      {name}: {told}" for name, told in [("trigger", claim.trigger), *parts]]


def _names(mentions: tuple[Mention, ...]) -> str:
    return ", ".join(m.name for m in mentions)


FORMATS: Mapping[str, Callable[[Claim], str]] = {"text": claim_text, "jsonl": claim_line}
"""What ``kg extract --format`` offers."""
