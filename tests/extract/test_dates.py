"""Date words become days only where the words and the day of publication say which."""

import pytest

from kg.extract.rules.dates import when

PUBLISHED = "2031-05-01"
"""A Thursday."""


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2030-12-24", "2030-12-24", "2030-12-24"),
        ("10 March 2030", "2030-03-10", "2030-03-10"),
        ("Sunday, March 2nd, 2031", "2031-03-02", "2031-03-02"),
        ("3 to 5 March 2030", "2030-03-03", "2030-03-05"),
        ("March 6-8, 2030", "2030-03-06", "2030-03-08"),
        ("mid-March 2030", "2030-03-01", "2030-03-31"),
        ("February 2028", "2028-02-01", "2028-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("between 2014 and 2016", "2014-01-01", "2016-12-31"),
    ],
)
def test_words_that_say_it_all(words: str, start: str, end: str) -> None:
    for published in (None, PUBLISHED):
        found = when(words, published)
        assert found is not None
        assert (found.text, found.start, found.end) == (words, start, end)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("March", "2031-03-01", "2031-03-31"),
        ("in December", "2030-12-01", "2030-12-31"),
        ("6 May", "2030-05-06", "2030-05-06"),
        ("Feb. 3", "2031-02-03", "2031-02-03"),
        ("March 6-8", "2031-03-06", "2031-03-08"),
        ("Monday, March 3", "2031-03-03", "2031-03-03"),
        ("on Tuesday", "2031-04-29", "2031-04-29"),
        ("Thursday", "2031-05-01", "2031-05-01"),
        ("last Thursday", "2031-04-24", "2031-04-24"),
        ("next Friday", "2031-05-02", "2031-05-02"),
        ("yesterday", "2031-04-30", "2031-04-30"),
        ("overnight", "2031-04-30", "2031-05-01"),
        ("two days ago", "2031-04-29", "2031-04-29"),
        ("last week", "2031-04-21", "2031-04-27"),
        ("last month", "2031-04-01", "2031-04-30"),
        ("this year", "2031-01-01", "2031-12-31"),
    ],
)
def test_the_day_of_publication_decides(words: str, start: str, end: str) -> None:
    found = when(words, PUBLISHED)
    assert found is not None
    assert (found.start, found.end) == (start, end)
    unknown = when(words, None)
    assert unknown is not None
    assert (unknown.text, unknown.start, unknown.end) == (words, None, None)


@pytest.mark.parametrize(
    "words",
    [
        "since 2020",
        "until March 3",
        "by Friday",
        "every Tuesday",
        "three days later",
        "a week earlier",
        "the same day",
        "03/04/2030",
        "Q1 2030",
        "summer 2030",
        "a few days ago",
        "31 April",
        "8 to 6 March",
        "Tuesday, March 3",
        "March 2 to April 5",
    ],
)
def test_what_would_be_guessed_stays_words(words: str) -> None:
    found = when(words, PUBLISHED)
    assert found is not None
    assert (found.text, found.start, found.end) == (words, None, None)


@pytest.mark.parametrize("words", ["19 days", "daily", "years", "Marching", "the second day"])
def test_a_length_of_time_is_no_date(words: str) -> None:
    assert when(words, PUBLISHED) is None


def test_the_rule_is_named() -> None:
    assert [when("March", day).rule for day in (PUBLISHED, None)] == ["month", "month, open"]  # type: ignore[union-attr]
