"""Dates in a query: fixed ones, and those that move with the day."""

from __future__ import annotations

import datetime as dt

import pytest
from asking import TODAY
from hypothesis import given
from hypothesis import strategies as st

from icccat.records.dates import Date
from icccat.search.dates import date_in_text, interval, pieces
from icccat.search.mistake import Mistake


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019", "2019"),
        ("2019-06", "2019-06"),
        ("2019-06-20", "2019-06-20"),
        ("2018..2019-06", "2018..2019-06"),
        ("2018..2018", "2018"),
        ("2019..", "2019.."),
        ("..2019", "..2019"),
        (" 2018 .. 2019 ", "2018..2019"),
        ("today", "2020-03-31"),
        ("Today", "2020-03-31"),
        ("this-year", "2020"),
        ("this year", "2020"),
        ("last-year", "2019"),
        ("this-month", "2020-03"),
        ("last-month", "2020-02"),
        ("aujourd'hui", "2020-03-31"),
        ("aujourd’hui", "2020-03-31"),
        ("aujourd-hui", "2020-03-31"),
        ("cette-année", "2020"),
        ("cette annee", "2020"),
        ("année-dernière", "2019"),
        ("l'année-dernière", "2019"),
        ("l’année dernière", "2019"),
        ("ce-mois", "2020-03"),
        ("mois-dernier", "2020-02"),
        ("le-mois-dernier", "2020-02"),
        ("10d", "2020-03-21..2020-03-31"),
        ("10j", "2020-03-21..2020-03-31"),
        ("0d", "2020-03-31"),
        ("3w", "2020-03-10..2020-03-31"),
        ("3s", "2020-03-10..2020-03-31"),
        ("1m", "2020-02-29..2020-03-31"),
        ("6M", "2019-09-30..2020-03-31"),
        ("15m", "2018-12-31..2020-03-31"),
        ("2y", "2018-03-31..2020-03-31"),
        ("2a", "2018-03-31..2020-03-31"),
        ("6m..", "2019-09-30.."),
        ("..6m", "..2019-09-30"),
        ("2y..6m", "2018-03-31..2019-09-30"),
        ("last-year..today", "2019..2020-03-31"),
        ("2018..last-month", "2018..2020-02"),
        ("November 2017", "2017-11"),
        ("novembre-2017", "2017-11"),
        ("Nov. 2017", "2017-11"),
        ("nov-2017..", "2017-11.."),
        ("nov-2017..févr.-2018", "2017-11..2018-02"),
        ("1er juin 2019", "2019-06-01"),
        ("June 20, 2019", "2019-06-20"),
    ],
)
def test_intervals(value: str, expected: str) -> None:
    """A value is one date, or two with two dots between them, as figures or in words."""
    assert str(interval(value, TODAY)) == expected


@pytest.mark.parametrize(
    ("today", "value", "expected"),
    [
        (dt.date(2020, 1, 15), "last-month", "2019-12"),
        (dt.date(2020, 12, 15), "this-month", "2020-12"),
        (dt.date(2020, 2, 29), "1y", "2019-02-28..2020-02-29"),
        (dt.date(2020, 1, 31), "2m", "2019-11-30..2020-01-31"),
        (dt.date(2020, 1, 1), "1d", "2019-12-31..2020-01-01"),
    ],
)
def test_the_ends_of_months_and_years(today: dt.date, value: str, expected: str) -> None:
    """The day is the month's last where the month is too short for it."""
    assert str(interval(value, today)) == expected


@pytest.mark.parametrize(
    ("value", "sentence", "instead"),
    [
        ("..", '".." needs a date before it, after it, or both', ""),
        ("2020..2019", '"2020..2019" ends before it begins', "2019..2020"),
        (
            "2019-06..2019-05-31",
            '"2019-06..2019-05-31" ends before it begins',
            "2019-05-31..2019-06",
        ),
        ("today..2y", '"today..2y" ends before it begins', "2y..today"),
        ("2019-13", '"2019-13" is not a date (there are 12 months)', "2019-12"),
        ("2019-02-30", '"2019-02-30" is not a date (February 2019 has 28 days)', "2019-02-28"),
        (
            "2019..2019-02-30",
            '"2019-02-30" is not a date (February 2019 has 28 days)',
            "2019..2019-02-28",
        ),
        ("soon..2019", '"soon" is not a date: write 2019-06-20, 2019-06 or 2019', ""),
        ("20/6/2019", '"20/6/2019" is not a date: write 2019-06-20', "2019-06-20"),
        ("30 February 2019", '"2019-02-30" is not a date (February 2019 has 28 days)', ""),
        ("soon", '"soon" is not a date: write 2019-06-20, 2019-06 or 2019', ""),
        ("last-yer", '"last-yer" is not a date: write 2019-06-20, 2019-06 or 2019', "last-year"),
        ("novembre", '"novembre" needs its year, as in novembre-2019', ""),
        ("2018...2019", '".2019" is not a date: write 2019-06-20, 2019-06 or 2019', ""),
        ("9999y", '"9999y" is before the year 1000', ""),
        ("1100y", '"1100y" is before the year 1000', ""),
        ("6m ago", '"6m ago" is not a date: write 2019-06-20, 2019-06 or 2019', ""),
    ],
)
def test_intervals_that_are_refused(value: str, sentence: str, instead: str) -> None:
    """What is no date, and what no date can be in, is refused, with what was probably meant."""
    with pytest.raises(Mistake) as caught:
        interval(value, TODAY)
    assert (str(caught.value), caught.value.instead) == (sentence, instead)


@pytest.mark.parametrize("unit", ["d", "w"])
def test_no_day_is_before_the_calendar(unit: str) -> None:
    """More days than the calendar has are refused, as is a day before the year 1000."""
    with pytest.raises(Mistake) as caught:
        interval(f"9999{unit}", dt.date(1010, 1, 1))
    assert str(caught.value) == f'"9999{unit}" is before the year 1000'


@given(st.integers(0, 899), st.sampled_from("dwmyjsa"), st.dates(dt.date(1900, 1, 1)))
def test_how_long_ago(number: int, unit: str, today: dt.date) -> None:
    """Whatever the number, it begins on a day up to today, and ends today."""
    found = interval(f"{number}{unit}", today)
    assert found.start is not None
    assert found.end is not None
    assert found.start.first <= found.end.last == today


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("oslo lima", [("oslo lima", None)]),
        ("oslo 2019", [("oslo", None), ("2019", Date(2019))]),
        ("2019 oslo", [("2019", Date(2019)), ("oslo", None)]),
        (
            "oslo 20 juin 2019 lima 2020",
            [
                ("oslo", None),
                ("20 juin 2019", Date(2019, 6, 20)),
                ("lima", None),
                ("2020", Date(2020)),
            ],
        ),
    ],
)
def test_pieces(text: str, expected: list[tuple[str, Date | None]]) -> None:
    """Free text is cut where a date begins and ends."""
    assert pieces(text) == expected


@given(st.text())
def test_pieces_are_the_whole_text(text: str) -> None:
    """No word is lost."""
    assert " ".join(piece for piece, _date in pieces(text)) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019", Date(2019)),
        ("(2019)", None),
        ("2019:", Date(2019)),
        ("1899", None),
        ("2100", None),
        ("\uff12\uff10\uff11\uff19", None),
        ("2019-06", Date(2019, 6)),
        ("2019-13", None),
        ("anti-rumours", None),
        ("novembre-2017", Date(2017, 11)),
        ("31 June 2019", None),
        ("mars", None),
        ("mars 19", None),
    ],
)
def test_a_date_in_text(text: str, expected: Date | None) -> None:
    """Only a year of this century or the last, a date in figures or one in words is a date."""
    assert date_in_text(text) == expected
