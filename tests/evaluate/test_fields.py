"""What is right about the claims found."""

from kg.evaluate.claims import Judge, score_claims
from kg.evaluate.families import load_families
from kg.evaluate.fields import fields
from kg.evaluate.measures import Share
from kg.evaluate.names import Names
from kg.records import Quantity, When
from tests.evaluate.made import claim, label, reading


def test_each_field_is_asked_where_the_label_has_it() -> None:
    gold = [
        label(
            reading("Norland", place="Alma", said_by="Sudria", status="alleged"),
            date="Monday",
            deaths=10,
        ),
        label(reading("Norland", "ACCUSES", "Sudria")),
        label(reading("Sudria", "DENIES"), deaths=1),
        label(reading("Sudria", "ARRESTS"), date="Monday", optional=True),
    ]
    claims = [
        claim(
            "Norland",
            place="Alma, Beth",
            said_by="Sudria",
            when=When("on Monday", None, None, "weekday"),
            quantities=(Quantity("injured", 10, 10, "ten"), Quantity("killed", 9, 9, "nine")),
        ),
        claim("Norland", "ACCUSES", "Sudria", said_by="Estland"),
        claim("Sudria", "ARRESTS"),
    ]
    names = Names()
    found = fields(score_claims(gold, claims, Judge(names, load_families())), names)
    assert found == {
        "status": Share(1, 2),
        "status, not asserted": Share(0, 1),
        "said_by": Share(1, 2),
        "said_by, someone": Share(1, 1),
        "place": Share(0, 1),
        "date words": Share(1, 1),
        "deaths": Share(0, 1),
    }
