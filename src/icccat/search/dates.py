"""Dates as a query writes them: 2019, 2018..2019-06, last-year, 6m.., novembre-2017."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from icccat.locale import translate as _
from icccat.records.dates import Date, nearest_date, parse_date, parse_words
from icccat.search.mistake import Mistake
from icccat.words.fold import words
from icccat.words.months import month
from icccat.words.nearest import nearest

# What stands for an interval that moves with the day, by its words: (unit, how many before).
MOVING = {
    "today": ("day", 0),
    "this month": ("month", 0),
    "last month": ("month", 1),
    "this year": ("year", 0),
    "last year": ("year", 1),
    "aujourd hui": ("day", 0),
    "ce mois": ("month", 0),
    "mois dernier": ("month", 1),
    "le mois dernier": ("month", 1),
    "cette annee": ("year", 0),
    "annee derniere": ("year", 1),  # as are the words of l'année-dernière
}
_AGO = r"([0-9]{1,4})([dwmyjsa])"  # ten days: 10d, or 10j; weeks: w, s; months: m; years: y, a
_FIRST_YEAR = 1000  # the first that ISO 8601 writes without agreement
_MONTHS = 12


class Interval(NamedTuple):
    """The first and the last date of an interval, each of its own precision; None is open."""

    start: Date | None
    end: Date | None

    def __str__(self) -> str:
        """As a query writes it."""
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or ''}..{self.end or ''}"

    def holds(self, first: dt.date, last: dt.date) -> bool:
        """Whether one of its days is among these."""
        return (self.start is None or last >= self.start.first) and (
            self.end is None or first <= self.end.last
        )


def interval(value: str, today: dt.date) -> Interval:
    """The interval of a date, or of two with `..` between them; raises Mistake."""
    start, dots, end = (part.strip() for part in value.partition(".."))
    if not dots:
        return _one(start, today)
    if not start and not end:
        raise Mistake(_('".." needs a date before it, after it, or both'))
    found = Interval(
        _end(start, end, today).start if start else None,
        _end(end, start, today, after=False).end if end else None,
    )
    if found.start and found.end and found.end.last < found.start.first:
        sentence = _('"{value}" ends before it begins').format(value=value)
        raise Mistake(sentence, f"{end}..{start}")
    return found


def _end(date: str, other: str, today: dt.date, *, after: bool = True) -> Interval:
    """The interval of one end of a range; a mistake in it corrects the whole range."""
    try:
        found = _ago(date, today)
        return Interval(found, found) if found else _one(date, today)
    except Mistake as wrong:
        ends = (wrong.instead, other) if after else (other, wrong.instead)
        raise Mistake(str(wrong), "..".join(ends) if wrong.instead else "") from None


def _one(date: str, today: dt.date) -> Interval:
    """The interval of a date alone: of `6m`, from that day until today."""
    if ago := _ago(date, today):
        return Interval(ago, _day(today))
    told = " ".join(words(date))
    if told in MOVING:
        unit, before = MOVING[told]
        found = _moving(today, unit, before)
    else:
        found = _fixed(date)
    return Interval(found, found)


def _fixed(date: str) -> Date:
    """The date that is written, in figures or with its month in words."""
    try:
        return parse_words(date) or parse_date(date)
    except ValueError as refusal:
        near = nearest_date(date)
        if near is None and month(date):
            sentence = _('"{value}" needs its year, as in {value}-2019').format(value=date)
            raise Mistake(sentence) from None
        near_words = nearest(date, (name.replace(" ", "-") for name in MOVING))
        raise Mistake(str(refusal), str(near) if near else near_words or "") from None


def _moving(today: dt.date, unit: str, before: int) -> Date:
    """The day, month or year that is so many before today's."""
    if unit == "day":
        return _day(today)
    if unit == "year":
        return Date(today.year - before)
    months = today.year * _MONTHS + today.month - 1 - before
    return Date(months // _MONTHS, months % _MONTHS + 1)


def _ago(date: str, today: dt.date) -> Date | None:
    """The day that `6m`, `3w` and the like stand for; None for anything else."""
    found = re.fullmatch(_AGO, date, re.IGNORECASE | re.ASCII)
    if found is None:
        return None
    number, unit = int(found[1]), found[2].lower()
    if unit in "djws":
        days = number * (7 if unit in "ws" else 1)
        ordinal = max(today.toordinal() - days, 1)
        day = _day(dt.date.fromordinal(ordinal))
    else:
        months = today.year * _MONTHS + today.month - 1
        months -= number * (_MONTHS if unit in "ya" else 1)
        # the last day of a month too short for today's
        near = nearest_date(f"{months // _MONTHS:04}-{months % _MONTHS + 1:02}-{today.day:02}")
        day = near or Date(1)
    if day.year < _FIRST_YEAR:
        raise Mistake(_('"{value}" is before the year 1000').format(value=date))
    return day


def _day(day: dt.date) -> Date:
    return Date(day.year, day.month, day.day)


# In free text a number of four figures is a year from 1900 on: 1789 is a word.
_YEAR = r"(?:19|20)[0-9]{2}"
_MOST_WORDS = 3  # of a date, as in 20 June 2019
_AROUND = ",;:.!?'’…"


def pieces(text: str) -> list[tuple[str, Date | None]]:
    """The words of free text, in order, those that are a date together and with that date.

    What lies between two dates is one piece.
    """
    left, found = text.split(), list[tuple[str, Date | None]]()
    plain: list[str] = []
    while left:
        many, date = _begins(left)
        if date is None:
            plain += left[:1]
        else:
            found += [(" ".join(plain), None)] if plain else []
            found.append((" ".join(left[:many]), date))
            plain = []
        left = left[many:]
    return found + ([(" ".join(plain), None)] if plain else [])


def _begins(left: list[str]) -> tuple[int, Date | None]:
    """How many of the words are a date together at the beginning, and which; else one word."""
    for many in range(min(_MOST_WORDS, len(left)), 0, -1):
        if date := date_in_text(" ".join(left[:many])):
            return many, date
    return 1, None


def date_in_text(text: str) -> Date | None:
    """The date that a whole piece of free text is: a year, one in figures, a month in words."""
    bare = text.strip(_AROUND)
    try:
        if found := parse_words(bare):
            return found
        return parse_date(bare) if "-" in bare or re.fullmatch(_YEAR, bare, re.ASCII) else None
    except ValueError:
        return None
