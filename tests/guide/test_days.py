"""Days as people write them, in both languages, and as they are said back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.guide.days import read_day, read_days, said
from icccat.records.dates import Date, in_words, period_in_words

READ = {
    "20 June 2019": "2019-06-20",
    "20 juin 2019": "2019-06-20",
    "  Jeudi 20 JUIN 2019 ": "2019-06-20",
    "Thursday, 20th of June, 2019": "2019-06-20",
    "June 20th, 2019": "2019-06-20",
    "le 1er juin 2019": "2019-06-01",
    "20-juin-2019": "2019-06-20",
    "juin 2019": "2019-06",
    "nov-2017": "2017-11",
    "2019": "2019",
    "2019-06": "2019-06",
    "2019-06-20": "2019-06-20",
    "2019/6/20": "2019-06-20",
    "20/06/2019": "2019-06-20",
    "5/6/2019": "2019-06-05",
    "20.06.2019": "2019-06-20",
    "20-06-2019": "2019-06-20",
    "6/2019": "2019-06",
    "3-4 June 2024": "2024-06-03 2024-06-04",
    "3–4 juin 2024": "2024-06-03 2024-06-04",
    "du 3 au 4 juin 2024": "2024-06-03 2024-06-04",
    "3 et 4 juin 2024": "2024-06-03 2024-06-04",
    "from 3 to 4 June 2024": "2024-06-03 2024-06-04",
    "June 3-4, 2024": "2024-06-03 2024-06-04",
    "30 Sept. 2019 – 2 Oct. 2019": "2019-09-30 2019-10-02",
    "30 September - 2 October 2019": "2019-09-30 2019-10-02",
    "03/06/2024 - 04/06/2024": "2024-06-03 2024-06-04",
    "3/6 - 4/6/2024": "2024-06-03 2024-06-04",
    "3-4/06/2024": "2024-06-03 2024-06-04",
    "2019-05-28..2019-05-29": "2019-05-28 2019-05-29",
    "2024-06-03/2024-06-04": "2024-06-03 2024-06-04",
    "June-July 2024": "2024-06 2024-07",
    "2019-2020": "2019 2020",
}
FORMS = "write it as 20 June 2019, June 2019 or 2019"


@pytest.mark.parametrize(("text", "dates"), READ.items())
def test_read_days(text: str, dates: str) -> None:
    """The day comes before the month in figures; what one date lacks, the other says."""
    assert " ".join(str(date) for date in read_days(text) if date) == dates


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("tomorrow", f'"tomorrow" is not a date: {FORMS}'),
        ("3-4", f'"3-4" is not a date: {FORMS}'),
        ("20 June", f'"20 June" is not a date: {FORMS}'),
        ("20 2019", f'"20 2019" is not a date: {FORMS}'),
        ("June June 2019", f'"June June 2019" is not a date: {FORMS}'),
        ("20/06/19", f'"20/06/19" is not a date: {FORMS}'),
        ("3/13 - 4/13", f'"3/13 - 4/13" is not a date: {FORMS}'),
        ("06/20/2019", '"06/20/2019" is not a date: write 2019-06-20'),
        ("31 June 2019", '"2019-06-31" is not a date (June 2019 has 30 days)'),
        ("2019-13", '"2019-13" is not a date (there are 12 months)'),
        ("0 June 2019", '"2019-06-00" is not a date (June 2019 has 30 days)'),
        ("3 - 4 2024", f'"3 - 4 2024" is not a date: {FORMS}'),
        ("4-3 June 2024", '"4-3 June 2024" ends before it begins'),
    ],
)
def test_no_date(text: str, sentence: str) -> None:
    """The refusal says what would be right; the month before the day is not guessed at."""
    with pytest.raises(ValueError, match=r"^") as refusal:
        read_days(text)
    assert str(refusal.value) == sentence


def test_read_day() -> None:
    """Where one date is wanted, two are refused."""
    assert read_day("20 juin 2019") == Date(2019, 6, 20)
    with pytest.raises(ValueError, match=r'^"3-4 June 2024" is two dates, and one is wanted$'):
        read_day("3-4 June 2024 ")


@pytest.mark.parametrize(
    ("dates", "reader", "words"),
    [
        ("20 June 2019", "en", "20 June 2019, a Thursday"),
        ("20 June 2019", "fr", "20 juin 2019, a jeudi"),
        ("June 2019", "en", "June 2019"),
        ("3-4 June 2024", "en", "3–4 June 2024, Monday to Tuesday"),
        ("3 June 2024 - 3 June 2024", "en", "3 June 2024, a Monday"),
        ("June-July 2024", "fr", "juin–juillet 2024"),
    ],
)
def test_said(dates: str, reader: str, words: str) -> None:
    """Days have their days of the week, in the reader's language."""
    assert said(*read_days(dates), reader) == words


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@given(DAYS, DAYS, st.sampled_from(["en", "fr"]))
def test_what_is_shown_is_read(one: dt.date, other: dt.date, language: str) -> None:
    """Dates as cards show them, and as figures, are read as the same dates."""
    first, last = (Date(day.year, day.month, day.day) for day in (min(one, other), max(one, other)))
    assert read_day(in_words(first, language)) == first
    assert read_day(f"{one:%d/%m/%Y}") == Date(one.year, one.month, one.day)
    if first != last:
        assert read_days(period_in_words(first, last, language)) == (first, last)


@given(st.text(alphabet="0123456789 -/.juneJuin,àau", max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but a ValueError with a sentence comes of a text that is no date."""
    try:
        opening, _closing = read_days(text)
    except ValueError as refusal:
        assert str(refusal)  # noqa: PT017 (either may happen)
    else:
        assert read_day(str(opening)) == opening
