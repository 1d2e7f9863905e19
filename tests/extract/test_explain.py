"""What an explanation tells: it must lead from the trigger to each party, and to what decided."""

import pytest

from kg.clean import clean
from kg.extract.base import Explains
from kg.reading import Reading
from kg.records import Article, Claim


def explained(text: str, reading: Reading) -> dict[str, Claim]:
    """The claims of a text by relation, with their explanations."""
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    rules = reading.extractors[0]
    assert isinstance(rules, Explains)
    return {claim.relation: claim for claim in rules.explain(annotated)}


def arcs(claim: Claim) -> dict[str, str]:
    assert claim.explanation is not None
    return {arc.slot: arc.path for arc in claim.explanation.arcs}


def test_arcs_lead_from_the_trigger_to_each_party(reading: Reading) -> None:
    told = explained("Kinshasa accused Rwanda of backing the M23 rebels in Goma.", reading)
    assert arcs(told["ACCUSES"]) == {
        "source": "accused -nsubj-> Kinshasa",
        "target": "accused -dobj-> Rwanda",
    }
    assert arcs(told["SUPPORTS"]) == {
        "source": "backing <-pcomp- of <-prep- accused -dobj-> Rwanda",
        "target": "backing -dobj-> rebels -compound-> M23",
        "place": "backing -prep-> in -pobj-> Goma",
        "said_by": "backing <-pcomp- of <-prep- accused -nsubj-> Kinshasa",
    }


def test_the_file_holds_the_rule(reading: Reading) -> None:
    told = explained("Kinshasa accused Rwanda of backing the M23 rebels in Goma.", reading)
    files = {name: c.explanation.file for name, c in told.items() if c.explanation}
    assert files == {"ACCUSES": "accuse.toml", "SUPPORTS": "aid.toml"}


@pytest.mark.parametrize(
    ("text", "relation", "status"),
    [
        (
            "Kinshasa accused Rwanda of backing the M23 rebels.",
            "SUPPORTS",
            'alleged: "accused" (alleged, the content of ACCUSES) governs "backing"',
        ),
        (
            "Mali said that Algeria had bombed Gao.",
            "STRIKES",
            'alleged: "said" (said in governors.toml) governs "bombed"',
        ),
        (
            "Algeria did not bomb Gao.",
            "STRIKES",
            'negated: "not" (negated by grammar) governs "bomb"',
        ),
        ("Algeria bombed Gao.", "STRIKES", 'asserted: nothing over "bombed" says otherwise'),
    ],
)
def test_the_word_that_decided_the_status_is_told(
    reading: Reading, text: str, relation: str, status: str
) -> None:
    why = explained(text, reading)[relation].explanation
    assert why is not None
    assert why.status == status


def test_offices_are_explained_as_well(reading: Reading) -> None:
    told = explained("Ana Diaz, the Peruvian foreign minister, left.", reading)
    assert all(claim.explanation for claim in told.values())
    assert arcs(told["HOLDS_OFFICE"])["source"].endswith("Diaz")


def test_an_explanation_changes_no_claim_and_comes_only_where_asked(reading: Reading) -> None:
    text = "Kinshasa accused Rwanda of backing the M23 rebels, whom Iran vowed to bomb."
    (annotated,) = reading.annotator.annotate([clean(Article("a", text, "test"))])
    plain = reading.extractors[0].extract(annotated)
    assert all(claim.explanation is None for claim in plain)
    assert [claim.id for claim in plain] == [c.id for c in explained(text, reading).values()]
