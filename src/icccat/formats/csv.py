"""CSV (RFC 4180) that a spreadsheet opens as it is, and never runs."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from itertools import chain
from typing import TYPE_CHECKING

from icccat.formats import encoded
from icccat.records.columns import rows

if TYPE_CHECKING:
    from icccat.formats import Selection
    from icccat.formats.incoming import Incoming, Source

# Where a comma is the decimal sign, as in French, Excel takes semicolons between cells.
_SEPARATORS = {"excel": ",", "excel-fr": ";"}
PROGRAMS = tuple(_SEPARATORS)

# What a spreadsheet takes for the beginning of a formula, half and full width
# (OWASP, "CSV Injection"), and the mark that keeps it from doing so.
STARTERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
MARK = "'"
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?", re.ASCII)
_DOUBTFUL = frozenset(STARTERS + MARK)  # the beginnings of cells that `guard` may change


def guard(text: str) -> str:
    """The cell, with a mark before it where a spreadsheet would run it."""
    begins = text.lstrip(MARK)[:1]
    if begins and begins in STARTERS and not NUMBER.fullmatch(text):
        return MARK + text
    return text


def unguard(cell: str) -> str:
    """The text that `guard` made the cell of."""
    if cell.startswith(MARK) and cell.lstrip(MARK)[:1] in {*STARTERS} and guard(cell[1:]) == cell:
        return cell[1:]
    return cell


def write(selection: Selection, *, to_file: bool) -> bytes:
    """A header, and a line for each record.

    To a file, or for a program, UTF-8 with a BOM, by which Excel knows it, and CRLF; to stdout
    UTF-8 alone.
    """
    separator = _SEPARATORS.get(selection.program, ",")
    header = [column.name for column in selection.columns]
    table = chain([header], rows(selection.columns, selection.records))
    lines = (_line(cells, separator) for cells in table)
    if to_file or selection.program:
        return BOM_UTF8 + encoded(lines, "\r\n")
    return encoded(lines)


def _line(cells: list[str], separator: str) -> str:
    """The cells guarded, with separators between them, without a line end.

    It is written here, and not by the module csv, which takes more than twice as long: that
    tells with many records, of whose cells most are empty or plain.
    """
    if cells == [""]:
        return '""'  # a line that is not blank
    whole = separator.join(cells)
    odd = '"' in whole or "\n" in whole or "\r" in whole
    return separator.join(
        [
            cell
            if not cell or not (odd or cell[0] in _DOUBTFUL or separator in cell)
            else _quoted(cell, separator)
            for cell in cells
        ]
    )


def _quoted(cell: str, separator: str) -> str:
    """The cell guarded, and in quotes where it needs them."""
    if cell[0] in _DOUBTFUL:
        cell = guard(cell)
    if separator in cell or '"' in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def read(source: Source) -> Incoming:
    """The rows of a CSV file."""
    from icccat.formats.incoming.separated import read_csv  # noqa: PLC0415 (which needs `unguard`)

    return read_csv(source)
