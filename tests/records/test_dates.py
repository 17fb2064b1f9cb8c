"""Dates keep the precision they were given in, and say what is wrong with others."""
# ruff: noqa: RUF001 -- a period's dash

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat import locale
from icccat.records.dates import (
    Date,
    in_words,
    nearest_date,
    parse_date,
    parse_words,
    period_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS = st.dates(min_value=dt.date(1000, 1, 1))
DATES = st.builds(
    lambda day, parts: Date(*(day.year, day.month, day.day)[:parts]), DAYS, st.integers(1, 3)
)


@pytest.fixture
def french() -> Iterator[None]:
    """French is spoken for the length of a test."""
    locale.use("fr")
    yield
    locale.use("en")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.date(2019, 6, 20), Date(2019, 6, 20)),
        (2019, Date(2019)),
        (1000, Date(1000)),
        (9999, Date(9999)),
        ("2019", Date(2019)),
        ("2019-06", Date(2019, 6)),
        ("2019-06-20", Date(2019, 6, 20)),
        (" 2020-02-29\n", Date(2020, 2, 29)),
    ],
)
def test_parse(value: object, expected: Date) -> None:
    """A TOML date, a year, or a string of one of the three forms is a date."""
    assert parse_date(value) == expected


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2019-02-30", '"2019-02-30" is not a date (February 2019 has 28 days)'),
        ("2020-02-30", '"2020-02-30" is not a date (February 2020 has 29 days)'),
        ("2019-12-32", '"2019-12-32" is not a date (December 2019 has 31 days)'),
        ("2019-06-00", '"2019-06-00" is not a date (June 2019 has 30 days)'),
        ("2019-13", '"2019-13" is not a date (there are 12 months)'),
        ("2019-00-01", '"2019-00-01" is not a date (there are 12 months)'),
        ("20/06/2019", '"20/06/2019" is not a date: write 2019-06-20'),
        ("06.20.2019", '"06.20.2019" is not a date: write 2019-06-20'),
        ("5/5/2019", '"5/5/2019" is not a date: write 2019-05-05'),
        ("6/2019", '"6/2019" is not a date: write 2019-06'),
        ("2019/06", '"2019/06" is not a date: write 2019-06'),
        ("2019-6-1", '"2019-6-1" is not a date: write 2019-06-01'),
        ("2019-06-20 10:00", '"2019-06-20 10:00" is not a date: write 2019-06-20'),
        ("05/06/2019", '"05/06/2019" is not a date: write 2019-06-20, 2019-06 or 2019'),
        ("32/13/2019", '"32/13/2019" is not a date: write 2019-06-20, 2019-06 or 2019'),
        ("20 June 2019", '"20 June 2019" is not a date: write 2019-06-20, 2019-06 or 2019'),
        ("", '"" is not a date: write 2019-06-20, 2019-06 or 2019'),
        ("２０１９", '"２０１９" is not a date: write 2019-06-20, 2019-06 or 2019'),
        ("0999-01-01", '"0999-01-01" is not a date: write 2019-06-20, 2019-06 or 2019'),
        (dt.date(999, 1, 1), '"0999-01-01" is not a date: write 2019-06-20, 2019-06 or 2019'),
        (999, '"999" is not a date: write 2019-06-20, 2019-06 or 2019'),
        (10000, '"10000" is not a date: write 2019-06-20, 2019-06 or 2019'),
        (True, '"True" is not a date: write 2019-06-20, 2019-06 or 2019'),
        (2019.0, '"2019.0" is not a date: write 2019-06-20, 2019-06 or 2019'),
        (None, '"None" is not a date: write 2019-06-20, 2019-06 or 2019'),
        ([2019], '"[2019]" is not a date: write 2019-06-20, 2019-06 or 2019'),
        (dt.time(10), '"10:00:00" is not a date: write 2019-06-20, 2019-06 or 2019'),
        (
            dt.datetime(2019, 6, 20, 10, tzinfo=dt.UTC),
            '"2019-06-20 10:00:00+00:00" is not a date: write 2019-06-20',
        ),
    ],
)
def test_refuse(value: object, message: str) -> None:
    """Anything else is refused in a sentence with what would be right."""
    with pytest.raises(ValueError) as refused:  # noqa: PT011 -- the whole sentence is compared
        parse_date(value)
    assert str(refused.value) == message


@pytest.mark.usefixtures("french")
def test_refuse_in_french() -> None:
    """The month is named in the language spoken."""
    with pytest.raises(ValueError, match="février 2019"):
        parse_date("2019-02-30")


@given(DATES)
def test_a_date_survives_writing(given_date: Date) -> None:
    """What is written as text, or as TOML, is read back as the same date."""
    assert parse_date(str(given_date)) == given_date
    assert parse_date(given_date.toml) == given_date


@given(DATES)
def test_a_date_covers_days(given_date: Date) -> None:
    """It covers the days that begin with what is written, and no other."""
    first, last = given_date.first, given_date.last
    assert first <= last
    assert str(first).startswith(str(given_date))
    assert str(last).startswith(str(given_date))
    around = [first.toordinal() - 1, last.toordinal() + 1]
    inside = range(dt.date.min.toordinal(), dt.date.max.toordinal() + 1)
    days = [dt.date.fromordinal(day) for day in around if day in inside]
    assert not any(str(day).startswith(str(given_date)) for day in days)


@pytest.mark.parametrize(
    ("given_date", "first", "last", "toml"),
    [
        (Date(2019), dt.date(2019, 1, 1), dt.date(2019, 12, 31), "2019"),
        (Date(2020, 2), dt.date(2020, 2, 1), dt.date(2020, 2, 29), "2020-02"),
        (
            Date(2019, 6, 20),
            dt.date(2019, 6, 20),
            dt.date(2019, 6, 20),
            dt.date(2019, 6, 20),
        ),
    ],
)
def test_interval_and_toml(given_date: Date, first: dt.date, last: dt.date, toml: object) -> None:
    """A partial date is an interval, and a string in TOML."""
    assert (given_date.first, given_date.last, given_date.toml) == (first, last, toml)


def test_order() -> None:
    """Dates are in order of their beginning, the less precise first."""
    written = ["2018-12-31", "2019", "2019-01", "2019-01-01", "2019-01-02", "2019-02", "2020"]
    dates = [parse_date(text) for text in reversed(written)]
    assert [str(date) for date in sorted(dates, key=lambda date: date.sort_key)] == written


@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        ("2019-06-20", "20 June 2019", "20 juin 2019"),
        ("2019-06-01", "1 June 2019", "1er juin 2019"),
        ("2019-08", "August 2019", "août 2019"),
        ("2019", "2019", "2019"),
    ],
)
def test_in_words(written: str, english: str, french: str) -> None:
    """A date is said as each language says it."""
    assert in_words(parse_date(written), "en") == english
    assert in_words(parse_date(written), "fr") == french


@pytest.mark.parametrize(
    ("start", "end", "english", "french"),
    [
        ("2019-05-28", "2019-05-28", "28 May 2019", "28 mai 2019"),
        ("2019-05-28", "2019-05-29", "28–29 May 2019", "28–29 mai 2019"),
        ("2019-05-01", "2019-05-02", "1–2 May 2019", "1er–2 mai 2019"),
        (
            *("2019-09-30", "2019-10-02"),
            *("30 September – 2 October 2019", "30 septembre – 2 octobre 2019"),
        ),
        (
            *("2018-12-30", "2019-01-02"),
            *("30 December 2018 – 2 January 2019", "30 décembre 2018 – 2 janvier 2019"),
        ),
        ("2018-05-28", "2019-05-28", "28 May 2018 – 28 May 2019", "28 mai 2018 – 28 mai 2019"),
        ("2019-06", "2019-07", "June–July 2019", "juin–juillet 2019"),
        ("2018-12", "2019-01", "December 2018 – January 2019", "décembre 2018 – janvier 2019"),
        ("2018", "2019", "2018–2019", "2018–2019"),
        ("2018", "2019-06", "2018 – June 2019", "2018 – juin 2019"),
        ("2019-06", "2019-07-02", "June 2019 – 2 July 2019", "juin 2019 – 2 juillet 2019"),
    ],
)
def test_period_in_words(start: str, end: str, english: str, french: str) -> None:
    """What both dates of a period share is said once."""
    period = parse_date(start), parse_date(end)
    assert period_in_words(*period, "en") == english
    assert period_in_words(*period, "fr") == french


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("November 2017", Date(2017, 11)),
        ("novembre-2017", Date(2017, 11)),
        ("nov. 2017", Date(2017, 11)),
        ("AOÛT 2019", Date(2019, 8)),
        ("20 June 2019", Date(2019, 6, 20)),
        ("20th June, 2019", Date(2019, 6, 20)),
        ("June 20, 2019", Date(2019, 6, 20)),
        ("1er juin 2019", Date(2019, 6, 1)),
        ("29 février 2020", Date(2020, 2, 29)),
        ("2019", None),
        ("2019-06", None),
        ("June", None),
        ("2019 June", None),
        ("20 June", None),
        ("20 June 19", None),
        ("10 20 2019", None),
        ("May June 2019", None),
        ("about June 2019", None),
        ("on 20 June 2019", None),
        ("", None),
    ],
)
def test_parse_words(written: str, expected: Date | None) -> None:
    """A month in words before a year, with a day on either side of it, is a date."""
    assert parse_words(written) == expected


def test_parse_words_refuses_a_day_that_is_not_there() -> None:
    """The sentence is that for figures."""
    with pytest.raises(ValueError, match="February 2019 has 28 days"):
        parse_words("30 February 2019")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019-02-30", Date(2019, 2, 28)),
        ("2020-02-30", Date(2020, 2, 29)),
        ("2019-06-00", Date(2019, 6, 1)),
        ("2019-13", Date(2019, 12)),
        ("2019-00-40", Date(2019, 1, 31)),
        ("2019", Date(2019)),
        ("20/6/2019", Date(2019, 6, 20)),
        ("5/6/2019", None),
        ("soon", None),
    ],
)
def test_nearest_date(written: str, expected: Date | None) -> None:
    """The day nearest to one that is not there, or the only reading of what is written."""
    assert nearest_date(written) == expected


@given(DATES)
def test_a_date_in_words_is_read_back(given_date: Date) -> None:
    """What is said in words, in either language, is read as the same date."""
    if given_date.month:
        for language in ("en", "fr"):
            assert parse_words(in_words(given_date, language)) == given_date
