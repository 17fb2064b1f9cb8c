"""Days as people write them (20 June 2019, 3-4 juin 2024, 20/06/2019), and said back in words."""

from __future__ import annotations

import re
from typing import NamedTuple

from icccat.locale import Bilingual, language
from icccat.locale import translate as _
from icccat.records.dates import Date, in_words, nearest_date, parse_date, period_in_words
from icccat.words.fold import fold
from icccat.words.months import MONTHS, month

WEEKDAYS = (
    Bilingual("Monday", "lundi"),
    Bilingual("Tuesday", "mardi"),
    Bilingual("Wednesday", "mercredi"),
    Bilingual("Thursday", "jeudi"),
    Bilingual("Friday", "vendredi"),
    Bilingual("Saturday", "samedi"),
    Bilingual("Sunday", "dimanche"),
)

_SILENT = frozenset(
    {"of", "the", "on", "from", "le", "du", "de", "les", "des"}
    | {fold(name) for day in WEEKDAYS for name in day}
)
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?")
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})[/.-])?([0-9]{1,2})[/.-]([0-9]{4})")
_SHORT = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})")  # the 3/6 of 3/6 - 4/6/2024
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er|e)?")
_YEAR = re.compile(r"[0-9]{4}")
_BETWEEN = re.compile(r" - |\.\.| to | until | and | au | et | a |-|/")


class _Parts(NamedTuple):
    """What is said of a date, maybe not all of it: of "3" in "3-4 June 2024" the day alone."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def read_day(text: str) -> Date:
    """The date that a person wrote, in either language, the day before the month in figures.

    Raises ValueError with a sentence for that person.
    """
    opening, closing = read_days(text)
    if closing is not None:
        sentence = _('"{value}" is two dates, and one is wanted')
        raise ValueError(sentence.format(value=text.strip()))
    return opening


def read_days(text: str) -> tuple[Date, Date | None]:
    """The first and the last day that a person wrote, the last where it was said.

    Raises ValueError with a sentence for that person.
    """
    written = fold(text)  # which makes every dash a hyphen
    if whole := _parts(written):
        return _date(whole, text), None
    for between in _BETWEEN.finditer(written):
        before, after = _parts(written[: between.start()]), _parts(written[between.end() :])
        if before and after and (before.year or after.year):
            return _period(before, after, text)
    raise ValueError(_refusal(text))


def _refusal(text: str) -> str:
    """Why a text is no date, and what to write instead."""
    if near := nearest_date(text.strip()):
        return _('"{value}" is not a date: write {date}').format(value=text.strip(), date=near)
    forms = [in_words(Date(2019, *rest), language()) for rest in ((6, 20), (6,), ())]
    sentence = _('"{value}" is not a date: write it as {day}, {month} or {year}')
    return sentence.format(value=text.strip(), day=forms[0], month=forms[1], year=forms[2])


def _period(before: _Parts, after: _Parts, text: str) -> tuple[Date, Date]:
    """Both dates, each completed by what only the other says."""
    last = _Parts(after.year or before.year, after.month or before.month, after.day)
    first = _Parts(before.year or last.year, before.month or last.month, before.day)
    opening, closing = _date(first, text), _date(last, text)
    if closing.last < opening.first:
        raise ValueError(_('"{value}" ends before it begins').format(value=text.strip()))
    return opening, closing


def _date(parts: _Parts, text: str) -> Date:
    """The date of all the parts; ValueError where no calendar has it."""
    if parts.year is None or (parts.day is not None and parts.month is None):
        raise ValueError(_refusal(text))
    return parse_date(Date(parts.year, parts.month, parts.day))  # if a calendar has it


def _parts(written: str) -> _Parts | None:
    """What a folded text says of one date; None where it says something else."""
    text = " ".join(word for word in written.replace(",", " ").split() if word not in _SILENT)
    if found := _ISO.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return _Parts(*(int(part) if part else None for part in found.groups()))
    found = _DAY_FIRST.fullmatch(text)
    if found and int(found[2]) <= len(MONTHS["en"]):
        return _Parts(*(int(part) if part else None for part in reversed(found.groups())))
    found = _SHORT.fullmatch(text)
    if found and int(found[2]) <= len(MONTHS["en"]):
        return _Parts(None, int(found[2]), int(found[1]))
    return _named(re.split(r"[ -]+", text))


def _named(words: list[str]) -> _Parts | None:
    """What words such as 20, june, 2019 say, each once, in any order."""
    told: dict[str, int] = {}
    for word in words:
        if _YEAR.fullmatch(word):
            name, number = "year", int(word)
        elif found := _DAY.fullmatch(word):
            name, number = "day", int(found[1])
        elif named := month(word):
            name, number = "month", named
        else:
            return None
        if name in told:
            return None
        told[name] = number
    return _Parts(**told)


def said(opening: Date, closing: Date | None, reader: str) -> str:
    """The dates in words, with their days of the week: 20 June 2019, a Thursday."""
    if closing is None or closing == opening:
        day = _weekday(opening, reader)
        date = in_words(opening, reader)
        return _("{date}, a {weekday}").format(date=date, weekday=day) if day else date
    dates = period_in_words(opening, closing, reader)
    first, last = _weekday(opening, reader), _weekday(closing, reader)
    if not first or not last:
        return dates
    return _("{dates}, {first} to {last}").format(dates=dates, first=first, last=last)


def _weekday(date: Date, reader: str) -> str:
    """The day of the week of a date that is known to the day, else ""."""
    return WEEKDAYS[date.first.weekday()].in_(reader) if date.day else ""
