"""Which date words belong to a trigger: those of its clause, or of what its "when" hangs on."""

import pytest

from kg.clean import clean
from kg.reading import Reading
from kg.records import Article


def dated(reading: Reading, text: str) -> dict[str, str | None]:
    """The date words of each relation."""
    (read,) = reading.claims([clean(Article("a", text, "a"))], lambda failure: pytest.fail())
    return {claim.relation: claim.when.text if claim.when else None for claim in read.claims}


@pytest.mark.parametrize(
    ("text", "relation", "words"),
    [
        (
            "Relations soured in June 2021 when Sudan expelled the Ethiopian ambassador.",
            "EXPELS",
            "June 2021",
        ),
        ("The crisis began in April, when Rwanda bombed a camp in Goma.", "STRIKES", "April"),
        (
            "The crisis deepened in March when Chad conducted airstrikes on rebels in Sudan.",
            "STRIKES",
            "March",
        ),
    ],
)
def test_what_happened_when_something_did_is_of_its_time(
    reading: Reading, text: str, relation: str, words: str
) -> None:
    assert dated(reading, text)[relation] == words


@pytest.mark.parametrize(
    "text",
    [
        "When soldiers shot dead five protesters in Conakry, unions called a protest on Friday.",
        "Tension had risen in May after rebels attacked a convoy near Goma.",
    ],
)
def test_what_came_before_keeps_no_date_of_what_followed(reading: Reading, text: str) -> None:
    assert dated(reading, text)["ATTACKS"] is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Chad shelled Tine on March 3, 2020. Three days later Sudan bombed Abeche.",
            ("2020-03-06", "2020-03-06"),
        ),
        (
            "Chad shelled Tine on March 3, 2020.\n\nThe same evening Sudan bombed Abeche.",
            ("2020-03-03", "2020-03-03"),
        ),
        (
            "Chad shelled Tine on March 3, 2020. Two weeks later Sudan bombed Abeche.",
            ("2020-03-16", "2020-03-22"),
        ),
        (
            "Chad shelled Tine in March 2020. Two months later Sudan bombed Abeche.",
            ("2020-05-01", "2020-05-31"),
        ),
        ("Chad shelled Tine in March 2020. Three days later Sudan bombed Abeche.", (None, None)),
        ("Chad shelled Tine on Monday. Three days later Sudan bombed Abeche.", (None, None)),
        (
            "Chad shelled Tine on March 3, 2020.\n\nIt is a town.\n\nA day later Sudan bombed "
            "Abeche.",
            (None, None),
        ),
    ],
)
def test_days_are_counted_from_the_date_before(
    reading: Reading, text: str, days: tuple[str | None, str | None]
) -> None:
    (read,) = reading.claims([clean(Article("a", text, "a"))], lambda failure: pytest.fail())
    bombing = next(c for c in read.claims if [m.name for m in c.source] == ["Sudan"])
    assert bombing.when is not None
    assert (bombing.when.start, bombing.when.end) == days
