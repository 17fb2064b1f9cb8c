"""Changes that look like an accident of a program are called out, others are not."""

from __future__ import annotations

import datetime as dt

import pytest
from rows import SMALL, planned

MANY = SMALL + "".join(
    f'[video.v{n}]\ntitle = "Title {n}"\ndate = 2020-03-{n:02}\nurl = "https://x.org/{n}"\n'
    for n in range(1, 6)
)


@pytest.mark.parametrize(
    ("heading", "cell", "sentence"),
    [
        ("title_fr", "Lâ€™approche", ("letters have come apart in 1 value: say --encoding "
         "(video.inclusion title.fr: L’approche interculturelle de l’inclusion des réfugiés → "
         "Lâ€™approche)")),
        ("occasion", "Ã‰tÃ©", ("letters have come apart in 1 value: say --encoding "
         "(video.inclusion occasion.en: Ã‰tÃ©)")),
        ("title_fr", "L'approche interculturelle de l'inclusion des refugies",
         ("accents are lost in 1 value (video.inclusion title.fr: L’approche interculturelle de "
         "l’inclusion des réfugiés → L'approche interculturelle de l'inclusion des refugies)")),
        ("title_fr", "L?approche interculturelle de l?inclusion des r?fugi?s",
         ("accents are lost in 1 value (video.inclusion title.fr: L’approche interculturelle de "
         "l’inclusion des réfugiés → L?approche interculturelle de l?inclusion des r?fugi?s)")),
        ("licence", 4, "zeros are lost in 1 value (video.inclusion licence: 4.0 → 4)"),
        ("licence", "3,4E+08", ("digits are lost in 1 value (video.inclusion licence: 4.0 → "
         "3,4E+08)")),
        ("duration", dt.time(8, 5), ("minutes have become hours in 1 value (video.inclusion "
         "duration: 8:05 → 8:05:00)")),
        ("date", "2019-06-20", ""),
        ("date", "2023-06-21", ("1 value moved by four years, as between Excel’s two calendars "
         "(video.inclusion date: 2019-06-20 → 2023-06-21)")),
        ("date", "2019-06", ""),
        ("date", "2019-06-21", ""),
        ("date", "-", ""),
        ("duration", "-", ""),
        ("duration", "9:05", ""),
        ("licence", "5.0", ""),
        ("licence", "-", ""),
        ("licence", "CC BY", ""),
        ("title_fr", "-", ""),
        ("topics", "media", ""),
    ],
)  # fmt: skip
def test_one_value(heading: str, cell: object, sentence: str) -> None:
    """Some accidents show in a single value."""
    assert planned({"id": "inclusion", heading: cell}).odd == [sentence] * bool(sentence)


def test_a_month_has_become_a_day() -> None:
    """A spreadsheet makes 2019-06-01 of 2019-06."""
    assert planned({"id": "women", "date": dt.date(2019, 6, 1)}).odd == [
        (
            "a month or a year has become its first day in 1 value "
            "(video.women date: 2019-06 → 2019-06-01)"
        )
    ]
    assert planned({"id": "women", "date": "2019-06-02"}).odd == []
    assert planned({"id": "women", "date": "2019-07"}).odd == []


def test_day_and_month_change_places() -> None:
    """5 March is no 3 May."""
    assert planned({"id": "v5", "date": "2020-05-03"}, text=MANY).odd == [
        "day and month have changed places in 1 value (video.v5 date: 2020-03-05 → 2020-05-03)"
    ]


def test_a_text_is_cut() -> None:
    """Old spreadsheets keep 255 characters of a cell."""
    long = "x" * 300
    text = SMALL.replace('licence = "4.0"', f'source = "{long}"')
    found = planned({"id": "inclusion", "source": long[:255]}, text=text)
    assert found.odd == [
        f"the end is lost of 1 value (video.inclusion source: {long} → {long[:255]})"
    ]
    assert planned({"id": "inclusion", "source": long[:200]}, text=text).odd == []


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, "3 values moved by 1 day, all alike"), (7, "3 values moved by 7 days, all alike")],
)
def test_dates_that_move_together(days: int, said: str) -> None:
    """Dates of several records that move by the same number of days are called out."""
    rows = [{"id": f"v{n}", "date": dt.date(2020, 3, n) + dt.timedelta(days)} for n in range(2, 5)]
    first = f"(video.v2 date: 2020-03-02 → {rows[0]['date']})"
    assert planned(*rows, text=MANY).odd == [f"{said} {first}"]
    assert planned(*rows[:2], text=MANY).odd == []


def test_dates_that_lose_their_day() -> None:
    """One date may be known less well than it was, many not."""
    rows = [{"id": f"v{n}", "date": "2020-03" if n > 2 else "2020"} for n in range(2, 5)]
    assert planned(*rows, text=MANY).odd == [
        "dates have become less precise in 3 values (video.v2 date: 2020-03-02 → 2020)"
    ]
    assert planned(*rows[:2], text=MANY).odd == []


def test_a_column_sorted_by_itself() -> None:
    """Titles and links that go to other records are called out."""
    rows = [{"id": f"v{n}", "title": f"Title {n % 3 + 1}"} for n in range(1, 4)]
    assert planned(*rows, text=MANY).odd == [
        (
            "3 values have gone to other records: was a column sorted? "
            "(video.v1 title.en: Title 1 → Title 2)"
        )
    ]
    assert planned(*rows[:2], text=MANY).odd == []
    links = [{"id": f"v{n}", "url": f"https://x.org/{n % 3 + 1}"} for n in range(1, 4)]
    assert planned(*links, text=MANY).odd == [
        (
            "3 values have gone to other records: was a column sorted? "
            "(video.v1 url: https://x.org/1 → https://x.org/2)"
        )
    ]
