"""Dates of the precision they were given in: 2019, 2019-06 or 2019-06-20 (ISO 8601)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from icccat.locale import language as spoken
from icccat.locale import translate as _
from icccat.words.fold import words
from icccat.words.months import MONTHS, month

_ISO = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

# What people and spreadsheets write instead: 2019/6/20, 2019-06-20 10:00; 20.06.2019, 6/2019.
# (Compiled when needed, which is seldom.)
_YEAR_FIRST = r"([1-9][0-9]{3})[/. -]([0-9]{1,2})(?:[/. -]([0-9]{1,2})(?:[T ][0-9].*)?)?"
_YEAR_LAST = r"(?:([0-9]{1,2})[/. -])?([0-9]{1,2})[/. -]([1-9][0-9]{3})"
_YEAR = r"[1-9][0-9]{3}"
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th|er)?"


class Date(NamedTuple):
    """A year, a month of a year, or a day: the interval that it names, no more precise."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """As ISO 8601 writes it: 2019, 2019-06 or 2019-06-20."""
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @property
    def first(self) -> date:
        """The first day it covers."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it covers."""
        month = self.month or 12
        return date(self.year, month, self.day or _days(self.year, month))

    @property
    def sort_key(self) -> int:
        """Its place among dates: by its beginning, of equals the less precise first."""
        known = bool(self.month) + bool(self.day)
        return ((self.year * 100 + (self.month or 1)) * 100 + (self.day or 1)) * 10 + known

    @property
    def toml(self) -> date | str:
        """The value that TOML holds for it: a date has no shorter form there than a string."""
        return str(self) if self.day is None else self.first


def parse_date(value: object) -> Date:
    """The date that a value of a TOML file, or what a person typed, stands for.

    Raises ValueError with a sentence for that person.
    """
    return _iso(str(value).strip())


@lru_cache(maxsize=20_000)  # many records have one date
def _iso(written: str) -> Date:
    found = _ISO.fullmatch(written)
    if found is None:
        raise ValueError(_not_iso(written))
    given = _date(*found.groups())
    if wrong := _impossible(given):
        raise ValueError(wrong)
    return given


def parse_words(written: str) -> Date | None:
    """The date that a text names with its month in words; None where it names none.

    November 2017, nov-2017, 20 juin 2019, June 20th, 2019. Raises ValueError for a day that the
    month does not have.
    """
    *before, year = words(written) or ("",)
    if not re.fullmatch(_YEAR, year) or len(before) not in {1, 2}:
        return None
    months = [number for number in map(month, before) if number]
    days = [re.fullmatch(_DAY, word) for word in before if not month(word)]
    if len(months) != 1 or None in days:
        return None
    given = Date(int(year), months[0], *(int(day[1]) for day in days if day))
    if wrong := _impossible(given):
        raise ValueError(wrong)
    return given


def nearest_date(written: str) -> Date | None:
    """The date meant by a text that is not quite one; None where that is not clear.

    The month's last day for one that it does not have, December for a thirteenth month.
    """
    found = _ISO.fullmatch(written)
    if found is None:
        readings = _readings(written)
        return readings.pop() if len(readings) == 1 else None
    given = _date(*found.groups())
    if given.month is None:
        return given
    month_ = min(max(given.month, 1), 12)
    if given.day is None:
        return Date(given.year, month_)
    return Date(given.year, month_, min(max(given.day, 1), _days(given.year, month_)))


def in_words(given: Date, language: str) -> str:
    """The date as that language (en, fr) writes it: 20 June 2019, 1er juin 2019, June 2019."""
    return " ".join(_parts(given, language))


def period_in_words(start: Date, end: Date, language: str) -> str:
    """Both dates with an en dash, what they share said once: 30 September - 2 October 2019."""
    opening, closing = _parts(start, language), _parts(end, language)
    if opening == closing:
        return " ".join(closing)
    alike = len(opening) == len(closing)
    while alike and opening[-1] == closing[len(opening) - 1]:
        opening.pop()
    dash = "–" if alike and len(opening) == 1 else " – "
    return f"{' '.join(opening)}{dash}{' '.join(closing)}"


def _parts(given: Date, language: str) -> list[str]:
    """Day, month and year in words, as far as they are known."""
    parts = [str(given.year)]
    if given.month is not None:
        parts.insert(0, MONTHS[language][given.month - 1])
    if given.day is not None:
        parts.insert(0, "1er" if given.day == 1 and language == "fr" else str(given.day))
    return parts


def _date(year: str, month: str | None, day: str | None) -> Date:
    return Date(int(year), int(month) if month else None, int(day) if day else None)


def _impossible(given: Date) -> str:
    """Why no calendar has such a date; "" if it exists."""
    year, month, day = given.year, given.month, given.day
    if month is None:
        return ""
    if not 1 <= month <= 12:  # noqa: PLR2004 -- months of a year
        return _('"{value}" is not a date (there are 12 months)').format(value=given)
    days = _days(year, month)
    if day is None or 1 <= day <= days:
        return ""
    in_month = in_words(Date(year, month), spoken())
    return _('"{value}" is not a date ({month} has {days} days)').format(
        value=given, month=in_month, days=days
    )


def _not_iso(written: str) -> str:
    """What to write instead: the same date if it can be read in one way only."""
    readings = _readings(written)
    if len(readings) == 1:
        return _('"{value}" is not a date: write {date}').format(value=written, date=readings.pop())
    return _('"{value}" is not a date: write 2019-06-20, 2019-06 or 2019').format(value=written)


def _readings(written: str) -> set[Date]:
    """The dates that something close to one may stand for: 5/6/2019 is in May or in June."""
    if found := re.fullmatch(_YEAR_FIRST, written):
        year, month, day = found.groups()
        orders = {(year, month, day)}
    elif found := re.fullmatch(_YEAR_LAST, written):
        day, month, year = found.groups()
        orders = {(year, month, day), (year, day or month, month if day else None)}
    else:
        return set()
    return {meant for order in orders if not _impossible(meant := _date(*order))}


def _days(year: int, month: int) -> int:
    """How many days that month has."""
    # without the module calendar, which takes long to import
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day  # noqa: PLR2004 (December)
