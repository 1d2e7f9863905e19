"""Claims against labelled claims: when one is found loosely, when strictly, and by which claim."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.families import Families
from kg.evaluate.gold import GoldClaim, Reading
from kg.evaluate.names import Names, plain
from kg.evaluate.pairing import pair
from kg.records import Claim

LONGEST_SENTENCE = 1200
"""Characters; a longer one is a page and evidence of nothing."""

SHARED_WORDS = 0.6
"""The share of the words of the evidence that the sentence must hold, where it is not all of it."""

Pairs = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Judge:
    """What is taken for the same: names and relations."""

    names: Names
    families: Families

    def loosely(self, gold: GoldClaim, claim: Claim) -> bool:
        """Whether the claim is the labelled one, give or take status and one more in each slot."""
        return _same_words(gold, claim) and any(self._loose(r, claim) for r in gold.readings)

    def strictly(self, gold: GoldClaim, claim: Claim) -> bool:
        """Whether relation and status agree as well, and nobody and nowhere else is named."""
        return _same_words(gold, claim) and any(
            self._loose(r, claim) and self._exact(r, claim) for r in gold.readings
        )

    def _loose(self, reading: Reading, claim: Claim) -> bool:
        return (
            self.families.akin(claim.relation, reading.relation)
            and _roomy(claim.place, reading.place)
            and self.names.all_named(reading.place, claim.place)
            and (self._mutual(reading, claim) or self._straight(reading, claim))
        )

    def _straight(self, reading: Reading, claim: Claim) -> bool:
        return (
            _roomy(claim.source, reading.source)
            and _roomy(claim.target, reading.target)
            and self.names.all_named(reading.source, claim.source)
            and self.names.all_named(reading.target, claim.target)
        )

    def _mutual(self, reading: Reading, claim: Claim) -> bool:
        """Whether all parties of a mutual relation are named, on whichever side."""
        wanted, have = reading.source + reading.target, claim.source + claim.target
        return reading.relation in self.families.mutual and self.names.all_named(wanted, have)

    def _exact(self, reading: Reading, claim: Claim) -> bool:
        mutual = reading.relation in self.families.mutual
        sources = reading.source + (reading.target if mutual else ())
        targets = reading.target + (reading.source if mutual else ())
        return (
            claim.relation == reading.relation
            and claim.status == reading.status
            and self.names.nothing_else(sources, claim.source)
            and self.names.nothing_else(targets, claim.target)
            and self.names.nothing_else(reading.place, claim.place)
        )


def _roomy(have: Sequence[object], wanted: Sequence[object]) -> bool:
    """Whether a slot holds at most one more than is wanted; two are never too many."""
    return len(have) <= max(2, len(wanted) + 1)


def _same_words(gold: GoldClaim, claim: Claim) -> bool:
    """Whether the claim's sentence covers the evidence."""
    evidence, said = plain(gold.evidence), plain(claim.sentence.text)
    if not 0 < len(said) <= LONGEST_SENTENCE:
        return False
    wanted, have = set(evidence.split()), set(said.split())
    shared = len(wanted & have) >= SHARED_WORDS * len(wanted)
    return evidence in said or said in evidence or shared


@dataclass(frozen=True, slots=True)
class ClaimScores:
    """Labels and claims with the pairs (label, claim) that match loosely and strictly."""

    gold: tuple[GoldClaim, ...]
    claims: tuple[Claim, ...]
    loose: Pairs
    strict: Pairs


def score_claims(gold: Sequence[GoldClaim], claims: Sequence[Claim], judge: Judge) -> ClaimScores:
    """Pair labels with claims: as many as can be, and of these the required and the exact ones."""

    def worth(label: GoldClaim, claim: Claim) -> int:
        return (0 if label.optional else len(gold) + 1) + judge.strictly(label, claim)

    return ClaimScores(
        tuple(gold),
        tuple(claims),
        _pairs(gold, claims, judge.loosely, worth),
        _pairs(gold, claims, judge.strictly, worth),
    )


def _pairs(
    gold: Sequence[GoldClaim],
    claims: Sequence[Claim],
    matches: Callable[[GoldClaim, Claim], bool],
    worth: Callable[[GoldClaim, Claim], int],
) -> Pairs:
    """The pairs of all articles; each article is paired by itself."""
    labels, answers = defaultdict(list), defaultdict(list)
    for index, label in enumerate(gold):
        labels[label.doc].append(index)
    for index, claim in enumerate(claims):
        for name in {claim.article, claim.article.rpartition("/")[2]}:
            answers[name].append(index)
    found: dict[int, int] = {}
    for doc, mine in labels.items():
        theirs = answers[doc]
        pairs = pair([gold[i] for i in mine], [claims[i] for i in theirs], matches, worth)
        found |= {mine[left]: theirs[right] for left, right in pairs.items()}
    return found
