"""Words of the wire that tell an event, each in a short lead."""

import pytest

from kg.pipeline import Reading
from tests.extract.test_rules import read, told


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Militiamen pillaged the village of Kitchanga.", "militia ATTACKS @ Kitchanga"),
        ("Rebels booby-trapped a road in Chechnya.", "rebels ATTACKS @ Chechnya"),
        ("Iran launched missiles at Israel.", "Iran STRIKES Israel"),
        ("Gunmen mowed down worshippers in Quetta.", "gunmen KILLS worshippers @ Quetta"),
        ("Turkish jets buzzed a Greek island.", "Turkey MOBILIZES Greece"),
        ("Israeli warplanes overflew southern Lebanon.", "Israel MOBILIZES Lebanon"),
        ("Uganda shelved a deal with Congo.", "Uganda REJECTS Democratic Republic of the Congo"),
        ("The CIA spied on Germany.", "CIA RESTRICTS Germany"),
        ("Soldiers mutinied in Ivory Coast.", "Armed Forces (Ivory Coast) PROTESTS @ Ivory Coast"),
    ],
)
def test_word_tells_an_event(reading: Reading, text: str, claim: str) -> None:
    assert claim in map(told, read(text, reading))
