"""Every example of a relation is read as it says; no counterexample states the relation."""

from collections.abc import Iterator, Mapping

import pytest
from _pytest.mark.structures import ParameterSet

from kg.clean import clean
from kg.ontology.relations import load_relations
from kg.pipeline import extract
from kg.reading import load_reading
from kg.records import Article, Claim, Failure, Mention

RELATIONS = load_relations().relations.values()
FAULTS = {
    "Militants torched a village in Mozambique.": "the country a village lies in is its target",
    "The witness recognised the coat in Oslo.": "the country a coat is in is its target",
    "A film about a kidnapping opened in Rome.": "a film happens where it opens",
}
"""Sentences that the extractor cannot read yet, and why; what is mended goes from the list."""


def text(example: str) -> str:
    """The sentence of an example, without what it should give."""
    return example.partition(" => ")[0]


def _cases(key: str) -> Iterator[ParameterSet]:
    for relation in RELATIONS:
        for example in getattr(relation, key):
            why = FAULTS.get(text(example))
            marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
            yield pytest.param(relation.name, example, marks=marks)


def _pairs() -> Iterator[tuple[str, tuple[Claim, ...]]]:
    wanted = {text(e) for r in RELATIONS for e in (*r.examples, *r.counterexamples)}
    articles = (clean(Article(id=words, text=words, origin=words)) for words in sorted(wanted))
    failures: list[Failure] = []
    for document, claims in extract(articles, load_reading(["rules"], None), failures.append):
        yield document.article.id, claims
    assert not failures


@pytest.fixture(scope="session")
def claims_of() -> Mapping[str, tuple[Claim, ...]]:
    """Each sentence with its claims, all read by one extractor."""
    return dict(_pairs())


def names(mentions: tuple[Mention, ...]) -> set[str]:
    return {mention.name for mention in mentions}


def parties_of(claim: Claim) -> list[set[str]]:
    """The names of source, target and place of a claim."""
    return [names(slot) for slot in (claim.source, claim.target, claim.place)]


def wanted(parties: str) -> list[set[str]]:
    """The names of source, target and place, as an example writes them after its arrow."""
    slots = [{name.strip() for name in s.split(";")} - {""} for s in parties.split("|")]
    return [*slots, *(set() for _ in range(3 - len(slots)))]


@pytest.mark.parametrize(("relation", "example"), [*_cases("examples")])
def test_example_is_read(
    relation: str, example: str, claims_of: Mapping[str, tuple[Claim, ...]]
) -> None:
    parties = example.partition(" => ")[2]
    found = claims_of[text(example)]
    read = [parties_of(claim) for claim in found if claim.relation == relation]
    assert wanted(parties) in read


@pytest.mark.parametrize(("relation", "example"), [*_cases("counterexamples")])
def test_counterexample_does_not_state_the_relation(
    relation: str, example: str, claims_of: Mapping[str, tuple[Claim, ...]]
) -> None:
    stated = [c for c in claims_of[text(example)] if c.relation == relation]
    assert all(c.status in {"negated", "denied"} for c in stated)
