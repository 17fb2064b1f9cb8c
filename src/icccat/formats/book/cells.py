"""A record's text as a cell of a sheet: days, durations and numbers as such, the rest as text.

What is written into a cell is never read as a formula. Each function answers as XlsxWriter does:
0, or -2 where a text is longer than a cell can hold, and was cut.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Protocol
from xml.sax.saxutils import escape

from icccat.records.sorts import Duration, Flag, Link, Number, When

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from icccat.formats.book.styles import Styles
    from icccat.records.sorts import Sort

# Excel has a 29 February 1900, and so others disagree about the days before it.
FIRST_DAY = "1900-03-01"
MOST_DIGITS = 15  # that a number of a spreadsheet keeps
LONGEST_LINK = 2079  # in units of UTF-16, and
MOST_LINKS = 65_530  # on a sheet (Microsoft, "Excel specifications and limits")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Where two escapes such as _x000D_ would share a stroke, XlsxWriter marks only the first as text.
_CUT = re.compile(r"(?<=_x[0-9A-Fa-f]{4})(?=_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0b-\x1f\ufffe\uffff])")
# What it does not escape in an address: no XML can hold these.
_NO_LINK = re.compile("[\ufffe\uffff]")


class Write(Protocol):
    """Writes a text, which is not empty, into a cell."""

    def __call__(self, row: int, column: int, text: str) -> int:
        """0, or -2 where the text was cut."""


class Cells:
    """The cells of a sheet, and how many more links it can hold."""

    def __init__(self, sheet: Worksheet, styles: Styles, links: int = MOST_LINKS) -> None:
        self.sheet, self.styles, self.links = sheet, styles, links

    def writer(self, sort: Sort) -> tuple[Write, Format]:
        """What writes cells of values of a sort, and the style of their column."""
        styles = self.styles
        match sort:
            case When():
                return self.day, styles.day
            case Duration():
                return self.duration, styles.duration
            case Number():
                return self.number, styles.number
            case Flag():
                return self.flag, styles.flag
            case Link():
                return self.link, styles.link
        return self.text, styles.text

    def text(self, row: int, column: int, text: str, style: Format | None = None) -> int:
        """A text as it is."""
        is_markup = text.startswith("<r>") and text.endswith("</r>")
        written = _in_runs(text) if is_markup or "_x" in text else text
        code: int = self.sheet.write_string(row, column, written, style or self.styles.text)
        return code

    def day(self, row: int, column: int, text: str) -> int:
        """A whole day as a date; a month or a year stays text, and as precise as it is."""
        if not _DAY.fullmatch(text) or text < FIRST_DAY:
            return self.text(row, column, text)
        day = dt.date.fromisoformat(text)
        code: int = self.sheet.write_datetime(row, column, day, self.styles.day)
        return code

    def duration(self, row: int, column: int, text: str) -> int:
        """A time, of which 24 hours are not the end."""
        hours, minutes, seconds = (0, *map(int, text.split(":")))[-3:]
        time = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
        code: int = self.sheet.write_datetime(row, column, time, self.styles.duration)
        return code

    def number(self, row: int, column: int, text: str) -> int:
        """A number; one of more digits than a spreadsheet keeps stays text."""
        if len(text) > MOST_DIGITS:
            return self.text(row, column, text)
        code: int = self.sheet.write_number(row, column, int(text), self.styles.number)
        return code

    def flag(self, row: int, column: int, text: str) -> int:
        """True or false."""
        code: int = self.sheet.write_boolean(row, column, text == "true", self.styles.flag)
        return code

    def link(self, row: int, column: int, text: str) -> int:
        """An address to click on, as far as a sheet can hold such; else its text."""
        is_long = len(text.encode("utf-16-le")) // 2 > LONGEST_LINK
        if is_long or not self.links or _NO_LINK.search(text) or _CUT.search(text):
            return self.text(row, column, text)
        self.links -= 1
        code: int = self.sheet.write_url(row, column, text, self.styles.link)
        return code


def _in_runs(text: str) -> str:
    """The text as markup of one run or more, which XlsxWriter writes as it is.

    For it takes what begins with <r> and ends with </r> for that, and would write such a text so.
    """
    runs = (f'<t xml:space="preserve">{escape(run)}</t>' for run in _CUT.split(text))
    return "".join(f"<r>{run}</r>" for run in runs)
