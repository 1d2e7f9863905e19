"""Every example of a relation is read as it says; no counterexample states the relation."""

from collections.abc import Iterator, Mapping

import pytest

from kg.clean import clean
from kg.ontology.relations import load_relations
from kg.pipeline import extract, load_reading
from kg.records import Article, Claim, Mention

RELATIONS = load_relations().relations.values()
EXAMPLES = [(r.name, e) for r in RELATIONS for e in r.examples]
COUNTEREXAMPLES = [(r.name, e) for r in RELATIONS for e in r.counterexamples]


def text(example: str) -> str:
    """The sentence of an example, without what it should give."""
    return example.partition(" => ")[0]


def _pairs() -> Iterator[tuple[str, tuple[Claim, ...]]]:
    wanted = {text(example) for _, example in (*EXAMPLES, *COUNTEREXAMPLES)}
    articles = (clean(Article(id=words, text=words, origin=words)) for words in sorted(wanted))
    for document, claims in extract(articles, load_reading(["rules"], None)):
        yield document.article.id, claims


@pytest.fixture(scope="session")
def claims_of() -> Mapping[str, tuple[Claim, ...]]:
    """Each sentence with its claims, all read by one extractor."""
    return dict(_pairs())


def names(mentions: tuple[Mention, ...]) -> set[str]:
    return {mention.name for mention in mentions}


def wanted(parties: str) -> list[set[str]]:
    """The names of source, target and place, as an example writes them after its arrow."""
    slots = [{name.strip() for name in s.split(";")} - {""} for s in parties.split("|")]
    return [*slots, *(set() for _ in range(3 - len(slots)))]


@pytest.mark.parametrize(("relation", "example"), EXAMPLES)
def test_example_is_read(
    relation: str, example: str, claims_of: Mapping[str, tuple[Claim, ...]]
) -> None:
    parties = example.partition(" => ")[2]
    found = claims_of[text(example)]
    read = [[names(c.source), names(c.target), names(c.place)] for c in found if c.relation == relation]
    assert wanted(parties) in read


@pytest.mark.parametrize(("relation", "example"), COUNTEREXAMPLES)
def test_counterexample_does_not_state_the_relation(
    relation: str, example: str, claims_of: Mapping[str, tuple[Claim, ...]]
) -> None:
    stated = [c for c in claims_of[text(example)] if c.relation == relation]
    assert all(c.status in {"negated", "denied"} for c in stated)
