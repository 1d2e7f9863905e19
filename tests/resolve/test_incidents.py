"""Which tellings are of one happening: a function of the tellings, with nothing guessed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import Event
from kg.resolve.incidents import Known, Telling, World, events_of, joined, line_of, reports_of

WORLD = World(
    {
        "Pakistan": Known("country", "PAK"),
        "army": Known("institution", "PAK"),
        "Iran": Known("country", "IRN"),
        "gunmen": Known("group", None),
        "Afghanistan": Known("country", "AFG"),
        "Khost": Known("province", "AFG", frozenset({"Afghanistan"})),
        "Matun": Known("city", "AFG", frozenset({"Khost", "Afghanistan"})),
        "Kunar": Known("province", "AFG", frozenset({"Afghanistan"})),
    }
)
STRIKE = Telling(
    "c1",
    "a1",
    "STRIKES",
    "ASSAULT",
    "aerial",
    "asserted",
    ("Pakistan",),
    (),
    ("Khost",),
    "2031-11-24",
    "2031-11-24",
    "Monday",
    text="Pakistan bombed a house in Khost on Monday.",
    published="2031-11-25",
)
UNDATED = replace(STRIKE, first=None, last=None, words=None)


def events(*told: Telling) -> tuple[Event, ...]:
    return events_of(reports_of(told, WORLD), WORLD)


def told(number: int, base: Telling = STRIKE, **other: object) -> Telling:
    """A claim of another article."""
    new = replace(base, claim=f"c{number}", article=f"a{number}")
    return replace(new, **other)  # type: ignore[arg-type]


def on(day: str) -> dict[str, Any]:
    return {"first": day, "last": day, "words": day}


@pytest.mark.parametrize(
    "other",
    [
        {"killed": (9, 9)},
        {"relation": "ATTACKS", "mode": None},
        {"source": ("army",)},
        {"source": ()},
        {"place": ("Matun",)},
        {"place": ("Afghanistan",), "killed": (10, 10)},
        {"status": "denied"},
        {"target": ("gunmen",)},
        {"first": "2031-11-01", "last": "2031-11-30", "words": "November"},
    ],
)
def test_one_happening_is_told_in_many_ways(other: dict[str, Any]) -> None:
    (made,) = events(replace(STRIKE, killed=(10, 10)), told(2, **other))
    assert made.claims == ("c1", "c2")
    assert made.articles == 2


@pytest.mark.parametrize(
    "other",
    [
        on("2031-11-28"),
        on("2031-03-24"),
        {"place": ("Kunar",)},
        {"source": ("Iran",), "text": "Iranian rockets fell on a base."},
        {"relation": "MEETS", "event_type": "CONSULT", "mode": None},
        {"status": "planned"} | on("2031-11-25"),
    ],
)
def test_another_happening_stays_apart(other: dict[str, Any]) -> None:
    assert len(events(STRIKE, told(2, **other))) == 2


def test_what_is_undated_is_of_the_days_before_it_was_published() -> None:
    fresh = told(2, UNDATED, published="2031-11-26")
    assert len(events(STRIKE, fresh)) == 1
    assert len(events(told(1, **on("2031-11-05")), fresh)) == 2
    assert len(events(told(1, **on("2031-11-27")), fresh)) == 2


def test_an_undated_telling_joins_no_two_days() -> None:
    monday, friday = STRIKE, told(2, **on("2031-11-28"), published="2031-11-29")
    made = events(monday, friday, told(3, UNDATED, published="2031-11-29"))
    assert sorted(len(each.claims) for each in made) == [1, 2]


ENDS = [date(2031, month, day) for month in range(1, 13) for day in (10, 20)]
ENDS += [date(2031 + month // 12, month % 12 + 1, 1) - timedelta(1) for month in range(1, 13)]


@pytest.mark.parametrize("last", ENDS, ids=str)
def test_the_end_of_a_month_or_of_ten_days_parts_no_happening(last: date) -> None:
    def day(number: int) -> str:
        return (last + timedelta(number)).isoformat()

    for first in range(-3, 4):
        strike = told(1, **on(day(first)), published=day(first), killed=(10, 10))
        next_ = told(2, UNDATED, published=day(first + 1), killed=(10, 10))
        third = told(3, UNDATED, published=day(first + 2), killed=(10, 10))
        later = told(4, **on(day(first + 2)), published=day(first + 2), killed=(3, 3))
        fifth = told(5, UNDATED, published=day(first + 4), killed=(3, 3))
        made = {each.claims for each in events(strike, next_, third, later, fifth)}
        assert made == {("c1", "c2", "c3"), ("c4", "c5")}


def test_without_any_date_only_the_same_words_join() -> None:
    open_ = replace(UNDATED, published=None)
    march = replace(open_, words="March", text="In March it bombed Khost.")
    assert len(events(told(1, march), told(2, march, text="Jets struck a camp in March."))) == 1
    assert len(events(told(1, march), told(2, march, words="November"))) == 2
    assert len(events(told(1, open_), told(2, open_, text="Jets hit a camp nobody knew."))) == 2
    assert all(each.date_start is None for each in events(told(1, march), told(2, march)))


def test_the_event_keeps_every_version() -> None:
    (made,) = events(
        replace(STRIKE, killed=(10, 10), source=("army",)),
        told(2, killed=(6, None), injured=(2, 3), place=("Matun",)),
        told(3, status="denied", killed=None),
    )
    assert (made.killed, made.injured, made.contested) == ((6, 10), (2, 3), True)
    assert (made.source, made.place) == (("Pakistan", "army"), ("Matun",))
    assert (made.date_start, made.date_end) == ("2031-11-24", "2031-11-24")


def test_a_dispute_makes_an_event_contested() -> None:
    assert events(replace(STRIKE, disputed=True))[0].contested
    assert not events(STRIKE)[0].contested


def test_later_paragraphs_tell_of_what_the_first_tells() -> None:
    later = replace(
        UNDATED, claim="c2", relation="KILLS", mode=None, source=(), place=(), killed=(10, 10)
    )
    (made,) = events(replace(STRIKE, killed=(10, 10)), replace(later, sentence=1))
    assert made.relation == "STRIKES"


def test_parties_of_a_mutual_relation_keep_their_side() -> None:
    meeting = replace(
        STRIKE, relation="MEETS", event_type="CONSULT", mode=None, target=("Iran",), place=()
    )
    (made,) = events(meeting, told(2, meeting, source=("Iran",), target=("Pakistan",)))
    assert (made.source, made.target) == (("Pakistan",), ("Iran",))


DAYS = st.sampled_from([None, "2031-11-24", "2031-11-25", "2031-11-28", "2031-12-01"])
TOLD = st.builds(
    lambda claim, article, place, source, day, killed, sentence: replace(
        UNDATED,
        claim=claim,
        article=article,
        place=place,
        source=source,
        first=day,
        last=day,
        killed=killed,
        sentence=sentence,
    ),
    st.uuids().map(str),
    st.sampled_from(["a1", "a2", "a3"]),
    st.sampled_from([(), ("Khost",), ("Matun",), ("Kunar",), ("Afghanistan",), ("Iran",)]),
    st.sampled_from([(), ("Pakistan",), ("army",), ("Iran",), ("gunmen",)]),
    DAYS,
    st.sampled_from([None, (3, 3), (9, None)]),
    st.integers(0, 4),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TOLD, max_size=7), st.randoms(use_true_random=False))
def test_order_says_nothing(found: list[Telling], random: object) -> None:
    made = events(*found)
    random.shuffle(found)  # type: ignore[attr-defined]
    assert events(*found) == made


@settings(max_examples=60, deadline=None)
@given(st.lists(TOLD, max_size=7))
def test_what_stands_in_one_block_can_be_joined_alone(found: list[Telling]) -> None:
    """A graph is read block by block, so an article or a turn of blocks may be seen in part."""
    told = {telling.claim: telling for telling in found}
    made = events(*found)
    for block in {event.block for event in made}:
        whole = tuple(event for event in made if event.block == block)
        alone = (told[claim] for event in whole for claim in event.claims)
        assert events_of({line_of(block): list(joined(alone, WORLD))}, WORLD) == whole
