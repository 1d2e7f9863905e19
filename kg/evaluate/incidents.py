"""How well claims are gathered to events, against labelled incidents: B-cubed.

Bagga and Baldwin (1998): for each labelled telling, the share of its event that is of its incident
(precision) and the share of its incident that is in its event (recall), both averaged.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.families import load_families
from kg.records import Claim


@dataclass(frozen=True, slots=True)
class Label:
    """Words of an article that tell of an incident, and a relation under which they do."""

    doc: str
    evidence: str
    relation: str
    incident: str


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision and recall over ``items`` tellings."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class IncidentScores:
    """``found`` judges the tellings that some claim answers; in ``all`` the others are lost.

    The difference of the two is what extraction costs, the rest is the work of joining.
    """

    found: BCubed
    all: BCubed
    missing: tuple[Label, ...]


def load_labels(file: Path) -> tuple[Label, ...]:
    """The labels of a file of JSON lines."""
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return tuple(Label(**row) for row in rows)


def score_incidents(
    labels: Sequence[Label], claims: Iterable[Claim], events: Mapping[str, str]
) -> IncidentScores:
    """Compare events, given as the event of each claim by their ids, with labelled incidents."""
    by_doc: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.start):
        if claim.id in events:
            by_doc.setdefault(claim.article, []).append(claim)
    told = {label: _claim(label, by_doc.get(label.doc, ())) for label in labels}
    found = {label: events[claim.id] for label, claim in told.items() if claim is not None}
    missing = tuple(label for label in labels if label not in found)
    inner = b_cubed(found, {label: label.incident for label in found})
    return IncidentScores(inner, _lost(inner, found, labels), missing)


def b_cubed(made: Mapping[Label, str], gold: Mapping[Label, str]) -> BCubed:
    """Precision and recall of the clusters ``made`` of the items of ``gold``."""
    if not made:
        return BCubed(0.0, 0.0, 0)
    shared = {
        item: sum(made[other] == made[item] and gold[other] == gold[item] for other in made)
        for item in made
    }
    size, true = list(made.values()), list(gold.values())
    precision = sum(shared[i] / size.count(made[i]) for i in made) / len(made)
    recall = sum(shared[i] / true.count(gold[i]) for i in made) / len(made)
    return BCubed(precision, recall, len(made))


def _lost(inner: BCubed, found: Mapping[Label, str], labels: Sequence[Label]) -> BCubed:
    """The same where a telling that no claim answers is in no event."""
    true = [label.incident for label in labels]
    recall = sum(
        sum(found[o] == found[i] and o.incident == i.incident for o in found)
        / true.count(i.incident)
        for i in found
    )
    return BCubed(inner.precision, recall / len(labels) if labels else 0.0, len(labels))


def _claim(label: Label, claims: Iterable[Claim]) -> Claim | None:
    """The first claim of a like relation whose trigger stands in the words of the label."""
    akin = load_families().akin
    for claim in claims:
        start = claim.sentence.text.find(label.evidence) + claim.sentence.start
        inside = range(start, start + len(label.evidence))
        told = label.evidence in claim.sentence.text and claim.start in inside
        if told and akin(label.relation, claim.relation):
            return claim
    return None
