"""Two runs of kg at once: they give the graph of one after the other, or the second is refused."""

import multiprocessing
from collections.abc import Callable

import pytest

from kg.stores import open_store
from tests.cli.places import BUILD, Place
from tests.cli.processes import OUTPUT, ended, start
from tests.neo4j_server import Server

MORE = (
    "Pakistan bombed Khost on 18 March 2031, killing 12. Ana Kolman accused Kenya of theft.",
    "India denied that Pakistan bombed Khost. Kenya accused Uganda of theft, Ana Kolman said.",
    "Iran condemned the strikes. Anna Kohlmann accused India of aggression.",
    "Uganda denied that Kenya accused Uganda of theft. Pakistan struck Khost on 18 March 2031.",
)
FIRST, SECOND = ("build", "texts/a*.txt"), ("build", "texts/b*.txt")
AtOnce = Callable[..., None]


@pytest.fixture
def at_once(place: Place) -> AtOnce:
    """Runs ``kg`` in two processes, which begin to write at the same moment."""

    def run(*runs: tuple[str, ...]) -> None:
        together = multiprocessing.get_context("forkserver").Barrier(len(runs))
        begun = []
        for number, words in enumerate(runs):
            said = f"{number}-{OUTPUT}"
            begun.append(
                (start(place.folder, place.settings, *words, together=together, output=said), said)
            )
        for process, said in begun:
            assert ended(process) == 0, (place.folder / said).read_text()

    return run


@pytest.mark.parametrize("place", ["neo4j"], indirect=True)
def test_two_builds_of_one_story(place: Place, at_once: AtOnce, neo4j_server: Server) -> None:
    place.begin()
    place.write(MORE, "b")
    place.kg(*BUILD)
    whole = place.graph()
    place.empty()
    with neo4j_server.session() as session:
        for (name,) in session.run("SHOW CONSTRAINTS YIELD name").values():
            session.run(f"DROP CONSTRAINT `{name}`").consume()
    at_once(FIRST, SECOND)
    assert place.graph() == whole
    assert "Nothing is amiss" in place.kg("check")


@pytest.mark.parametrize("place", ["neo4j"], indirect=True)
def test_two_builds_of_the_same_articles(place: Place, at_once: AtOnce) -> None:
    place.begin(BUILD)
    whole = place.graph()
    place.empty()
    at_once(BUILD, BUILD)
    assert place.graph() == whole


@pytest.mark.parametrize("place", ["neo4j"], indirect=True)
def test_a_build_and_a_retract(place: Place, at_once: AtOnce) -> None:
    place.begin()
    place.write(MORE, "b")
    place.kg("build", "texts/a2.txt", "texts/a3.txt", "texts/b*.txt")
    left = place.graph()
    place.empty()
    place.kg(*FIRST)
    at_once(SECOND, ("retract", "a0.txt", "a1.txt"))
    assert place.graph() == left
    assert "Nothing is amiss" in place.kg("check")


@pytest.mark.parametrize("place", ["embedded"], indirect=True)
def test_a_folder_is_for_one_process(place: Place) -> None:
    place.begin()
    with open_store("kg.db"):
        assert ended(start(place.folder, place.settings, *BUILD)) == 1
    said = (place.folder / OUTPUT).read_text()
    assert said == "Error: Another process has the graph kg.db open; wait until it ends.\n"
