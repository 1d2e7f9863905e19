"""One text in several papers is one source; two texts on one thing are two."""

from kg.copies import independent, minhash

AGENCY = (
    "Gunmen stormed a police post near the town of Arlit before dawn on Tuesday and killed seven "
    "officers, the interior ministry said. The attackers burned two vehicles and fled towards the "
    "border with seized weapons. No group claimed responsibility for the raid, the third in the "
    "region this month. The governor visited the wounded in hospital and promised more patrols."
)
CUT = AGENCY[: AGENCY.index(" No group")]
EDITED = f"AGADEZ, Niger - {AGENCY.replace('seven', 'eight')} Reporting by our own staff."
OWN = (
    "Seven policemen died when armed men on motorbikes attacked their station outside Arlit on "
    "Tuesday morning, according to Niger's interior ministry. Witnesses heard shooting for an hour "
    "and saw smoke above the compound. The ministry blamed smugglers and sent reinforcements."
)


def count(*texts: str) -> int:
    return independent({str(n): minhash(text) for n, text in enumerate(texts)})


def test_copies_count_once_whole_cut_or_edited() -> None:
    assert count(AGENCY, AGENCY) == 1
    assert count(AGENCY, CUT) == 1
    assert count(AGENCY, EDITED) == 1


def test_a_text_of_ones_own_counts() -> None:
    assert count(AGENCY, OWN) == 2
    assert count(OWN, AGENCY, EDITED, CUT) == 2


def test_what_is_copied_of_a_copy_is_one_with_both_in_any_order() -> None:
    middle = f"{CUT} {OWN}"
    assert {count(CUT, OWN, middle), count(middle, CUT, OWN)} == {1}


def test_a_text_too_short_to_tell_is_no_copy() -> None:
    assert minhash("Nine dead") == ""
    assert count("Nine dead", "Nine dead", "") == 3


def test_the_hash_is_the_same_on_every_machine() -> None:
    assert minhash("a b c d")[:24] == "ddc53408c66b56a8d658da2a"
