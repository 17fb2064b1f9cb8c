"""Dates as people and spreadsheets write them, read only where there is no doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icccat.locale import translate as _
from icccat.records.dates import nearest_date, parse_date, parse_words

if TYPE_CHECKING:
    from icccat.records.dates import Date

ORDERS = ("dmy", "mdy", "ymd")
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_PERIOD = re.compile(rf"\s*(?P<start>{_ISO.pattern})\s*/\s*(?P<end>{_ISO.pattern})\s*", re.ASCII)
_TIME = re.compile(r"(?<=\d)(T|\s+)\d{1,2}:\d\d.*", re.ASCII | re.DOTALL)
_PARTS = re.compile(r"(\d{1,4})([/. -])(\d{1,2})\2(\d{1,4})", re.ASCII)
_SERIAL = re.compile(r"[2-5]\d{4}(\.\d+)?", re.ASCII)
_EXCEL = 693594  # days from 1 January of the year 1 to Excel's day 0 (as of March 1900)
_CENTURY, _PIVOT = 100, 69  # as POSIX reads two digits: 68 is 2068, 69 is 1969


def read_date(written: str, order: str = "") -> Date:
    """The date that a text stands for; `order` is one of ORDERS, "" where it is not known.

    Raises ValueError where it is none, or may be several.
    """
    text = _TIME.sub("", written.strip())
    if _ISO.fullmatch(text):
        return parse_date(text)
    if _SERIAL.fullmatch(text):
        raise ValueError(_serial(text))
    if parts := _PARTS.fullmatch(text):
        return _of_parts(text, [parts[1], parts[3], parts[4]], order)
    return parse_words(text) or nearest_date(text) or parse_date(text)


def read_period(written: str) -> list[str]:
    """Both texts of a `2019-05-28/2019-05-29`; the one there is where it is no such thing."""
    found = _PERIOD.fullmatch(written)
    return [found["start"], found["end"]] if found else [written]


def _of_parts(text: str, parts: list[str], order: str) -> Date:
    """The date of three numbers: in that order, else in the only one that a calendar has."""
    if len(parts[0]) == len("2019"):
        return parse_date("-".join(part.zfill(2) for part in parts))
    if order:
        named = dict(zip(order, parts, strict=True))
        if len(named["y"]) in {len("19"), len("2019")} and len(named["d"]) < len("019"):
            return parse_date(f"{_year(named['y'])}-{named['m']:0>2}-{named['d']:0>2}")
        sentence = _('"{value}" is not a date in the order {order}')
        raise ValueError(sentence.format(value=text, order=order))
    if found := nearest_date(text):
        return found
    day, month, year = parts
    if len(year) == len("2019") and 0 < int(day) <= 12 and 0 < int(month) <= 12:  # noqa: PLR2004 (months)
        sentence = _('"{value}" may be two dates: say --date-order dmy or mdy')
        raise ValueError(sentence.format(value=text))
    return parse_date(text)


def _year(written: str) -> int:
    year = int(written)
    if len(written) > len("19"):
        return year
    return year + (20 if year < _PIVOT else 19) * _CENTURY


def _serial(text: str) -> str:
    """What to say of a day as Excel counts them."""
    import datetime as dt  # noqa: PLC0415 (seldom needed)

    day = dt.date.fromordinal(_EXCEL + int(float(text)))
    sentence = _('"{value}" is not a date: if it is a day as Excel counts them, write {date}')
    return sentence.format(value=text, date=day)
