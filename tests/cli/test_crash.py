"""kg killed at any moment on the command line: the next run completes what it had begun."""

import random
import time
from dataclasses import dataclass

import pytest

from kg.stores.dump import Dump
from tests.cli.places import BUILD, TEXTS, Place, Words
from tests.cli.processes import killed, start

EDITED = (
    "Ana Kolman accused Nepal of aggression. Pakistan bombed Khost on 18 March 2031.",
    *TEXTS[1:3],
    "Kenya denied that it had accused Uganda of theft.",
)
PRUNE = ("build", "--prune", "texts/a0.txt")
RETRACT = ("retract", "a1.txt", "a2.txt")
SAME = ("same", "Ana Kolman", "Anna Kohlmann", "--why", "one woman")
DIFFERENT = ("different", "Kenya", "Uganda", "--why", "two states")
RENAME = ("rename", "Ana Kolman", "Ana K.", "--why", "she wrote so")
UNDO = ("undo", "1", "--why", "two women")
IN_LINE = "brought in line with the decisions"

EMPTY = Dump((), ())


@dataclass(frozen=True)
class Case:
    """What is done ``before``; the ``words`` to run; where they, or others, are killed; what then
    runs ``again`` and says ``told``. ``edits`` change articles after what is done before."""

    words: Words
    kills: tuple[tuple[str, Words], ...]
    again: Words = ()
    before: tuple[Words, ...] = (BUILD,)
    edits: bool = False
    told: str = ""


CASES = {
    "build": Case(
        BUILD,
        (
            ("statement 1", BUILD),
            ("statement 9", BUILD),
            ("commit 1", BUILD),
            ("committed 1", BUILD),
            ("commit 1", BUILD),
        ),
        again=BUILD,
        before=(),
        told="2 articles were in the graph already",
    ),
    "build of edited articles": Case(
        BUILD,
        (("statement 2", BUILD), ("commit 1", BUILD), ("committed 1", BUILD)),
        again=BUILD,
        edits=True,
        told="1 replaced",
    ),
    "prune": Case(
        PRUNE,
        (("statement 4", PRUNE), ("commit 1", PRUNE), ("committed 1", PRUNE)),
        again=PRUNE,
        told="1 taken back",
    ),
    "retract": Case(
        RETRACT,
        (("statement 1", RETRACT), ("commit 1", RETRACT), ("committed 1", RETRACT)),
    ),
    "retract that is told again": Case(
        RETRACT, (("statement 5", RETRACT),), again=RETRACT, told="2 taken back"
    ),
    "same": Case(
        SAME,
        (("undecided", SAME), ("decided", SAME), ("statement 3", BUILD), ("commit 1", BUILD)),
        again=BUILD,
        told=IN_LINE,
    ),
    "same that reached the graph": Case(SAME, (("committed 1", SAME),), again=BUILD),
    "different": Case(DIFFERENT, (("undecided", DIFFERENT), ("decided", DIFFERENT)), again=BUILD),
    "rename, before another decision": Case(RENAME, (("decided", RENAME),), again=DIFFERENT),
    "undo": Case(
        UNDO,
        (("undecided", UNDO), ("decided", UNDO), ("statement 5", BUILD)),
        again=BUILD,
        before=(BUILD, SAME),
        told=IN_LINE,
    ),
    "undo of what never reached the graph": Case((), (("decided", SAME),), again=UNDO),
}


@pytest.fixture(scope="module")
def undisturbed() -> dict[str, Dump]:
    """The graph that each case ends with, as it is found out; the same on every store."""
    return {}


def begin(place: Place, case: Case) -> None:
    place.begin(*case.before)
    if case.edits:
        place.write(EDITED)


@pytest.mark.parametrize("name", CASES)
def test_the_next_run_completes(place: Place, undisturbed: dict[str, Dump], name: str) -> None:
    case = CASES[name]
    if name not in undisturbed:
        begin(place, case)
        if case.words:
            place.kg(*case.words)
        undisturbed[name] = place.graph()
    begin(place, case)
    before = place.graph() if case.before else EMPTY
    committed = False
    for point, words in case.kills:
        killed(place.folder, place.settings, *words, point=point)
        committed = committed or point.startswith("committed")
        assert committed or place.graph() == before, point
    if case.again:
        assert case.told in place.kg(*case.again)
    assert place.graph() == undisturbed[name]
    assert "Nothing is amiss" in place.kg("check")


@pytest.mark.parametrize("place", ["embedded"], indirect=True)
def test_a_build_that_is_killed_at_random(place: Place) -> None:
    place.begin()
    for _ in range(2):
        process = start(place.folder, place.settings, *BUILD)
        time.sleep(random.uniform(0, 1.5))
        process.kill()
        process.join()
    place.kg(*BUILD)
    whole = place.graph()
    place.begin()
    place.kg(*BUILD)
    assert place.graph() == whole
