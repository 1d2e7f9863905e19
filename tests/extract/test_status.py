"""How what is told stands, and who says it."""

import pytest

from kg.reading import Reading
from tests.extract.test_rules import names, read

_IN_PASSING = [
    (
        "Gunmen, police in Karachi said, attacked a mosque.",
        "ATTACKS",
        "alleged",
        "Police (Pakistan)",
    ),
    ("Militants attacked the base (the army said) on Sunday.", "ATTACKS", "alleged", "Army"),
    ("Rebels attacked the town on Monday, witnesses said.", "ATTACKS", "alleged", "witnesses"),
    (
        "Rebels attacked the town, three security sources said; Rwanda did not comment.",
        "ATTACKS",
        "alleged",
        "security sources",
    ),
    (
        "Chad has offered to mediate, diplomats said, and Libya attacked Tunisia.",
        "ATTACKS",
        "alleged",
        "diplomats",
    ),
    ("Iraq attacked Kuwait; Jordan denied any role.", "ATTACKS", "asserted", ""),
    ("Cuba freed nine hostages; no group has said it was behind it.", "RELEASES", "asserted", ""),
    (
        "Kenya closed the border, according to medics at Dadaab hospital.",
        "CLOSES_BORDER",
        "alleged",
        "medics",
    ),
]
_OWN_VOICE = [
    (
        "Kenyan police said al-Shabaab, which seized Mogadishu in 2009, had attacked a bus.",
        "SEIZES",
        "asserted",
        "",
    ),
    (
        "Ana Diaz, who attacked a bank in Lima, was charged with fraud.",
        "ATTACKS",
        "asserted",
        "",
    ),
    (
        "Russia called the silos a depot for weapons, an allegation that Kyiv rejected.",
        "DENIES",
        "asserted",
        "",
    ),
    (
        "Peru accused Ecuador of attacking a border post, a claim that Quito denied.",
        "ATTACKS",
        "alleged",
        "Peru",
    ),
    ("Norway said that it condemned Iran.", "CONDEMNS", "asserted", ""),
]
_UNNAMED = [
    ("Gunmen are believed to have attacked the base in Lagos.", "ATTACKS", "alleged", ""),
    ("The group was said to have kidnapped two nuns in Cameroon.", "ABDUCTS", "alleged", ""),
    ("There were rumours that Libya had bombed Chad.", "STRIKES", "alleged", ""),
    ("Iran is accused of attacking Iraq.", "ATTACKS", "alleged", ""),
]
_REPORTED = [
    (
        "Abu Sayyaf gunmen, believed to be holding a Dutch hostage, attacked a boat off Jolo.",
        "ABDUCTS",
        "alleged",
        "",
    ),
    ("China spoke of reports that Iran had bombed Iraq.", "STRIKES", "alleged", ""),
    (
        "A Chadian government statement said rebels had attacked the town.",
        "ATTACKS",
        "alleged",
        "Chad",
    ),
    ("No one claimed responsibility for the bombing in Karachi.", "ATTACKS", "asserted", ""),
    ("Iran denied responsibility for the attack in Basra.", "ATTACKS", "asserted", ""),
    (
        "Sudan said there was no truth in reports that it had bombed Chad.",
        "STRIKES",
        "negated",
        "Sudan",
    ),
]
_OFFICES = [
    (
        "Rebels attacked the bank, the prosecutor's office said.",
        "ATTACKS",
        "alleged",
        "prosecutor's office",
    ),
    ("“I apologise to Peru,” Ana Diaz said.", "APOLOGIZES", "asserted", ""),
    ("Kenya did not deny that its troops had attacked Kismayu.", "DENIES", "negated", ""),
]
_DENIED = [
    (
        "Claims that Croatia had shelled Banja Luka were denied by Zagreb.",
        "STRIKES",
        "denied",
        "Croatia",
    ),
    (
        "The UN found no evidence that Uganda had attacked Bunia.",
        "ATTACKS",
        "negated",
        "United Nations",
    ),
    ("It is not true that Nepal arrested refugees, Nepal said.", "ARRESTS", "negated", "Nepal"),
    ("It is not true, Nepal said, that it has arrested refugees.", "ARRESTS", "negated", "Nepal"),
    ("Tajikistan has yet to withdraw its troops from Osh.", "WITHDRAWS_FROM", "negated", ""),
    ("Greece rejected Turkey's accusations against it.", "ACCUSES", "asserted", ""),
]
_ANNOUNCED = [
    ("Zimbabwe said it would expel the British ambassador.", "EXPELS", "planned", "Zimbabwe"),
    ("Unless Syria talks, Egypt will impose sanctions on Syria.", "SANCTIONS", "conditional", ""),
    (
        "“If Turkey attacks Afrin, we will attack Turkish troops,” a YPG commander said.",
        "THREATENS",
        "conditional",
        "",
    ),
    ("“If Iran attacks us, Israel will attack Iran,” Israel said.", "THREATENS", "conditional", ""),
]
_OWN_SIDE = [
    ("Pakistan said that the TTP operates in Afghanistan.", "OPERATES_IN", "alleged", "Pakistan"),
    ("Mali said that its troops had attacked rebels.", "ATTACKS", "asserted", "Mali"),
]
_QUOTED = [
    (
        "“The rebels attacked the convoy. They fled to Chad,” Sudan said.",
        "ATTACKS",
        "alleged",
        "Sudan",
    ),
]


@pytest.mark.parametrize(
    ("text", "relation", "status", "speaker"),
    [
        *_IN_PASSING,
        *_OWN_VOICE,
        *_UNNAMED,
        *_REPORTED,
        *_OFFICES,
        *_DENIED,
        *_ANNOUNCED,
        *_OWN_SIDE,
        *_QUOTED,
    ],
)
def test_claim_stands_as_it_is_told(
    reading: Reading, text: str, relation: str, status: str, speaker: str
) -> None:
    found = [claim for claim in read(text, reading) if claim.relation == relation]
    assert [(c.status, names(c.said_by)) for c in found] == [(status, speaker)]
