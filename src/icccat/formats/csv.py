"""CSV (RFC 4180) that a spreadsheet opens as it is, and never runs."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icccat.formats import Selection

# What a spreadsheet takes for the beginning of a formula, half and full width
# (OWASP, "CSV Injection"), and the mark that keeps it from doing so.
STARTERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
MARK = "'"
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?", re.ASCII)


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

    To a file UTF-8 with a BOM, by which Excel knows it, and CRLF; to stdout UTF-8 alone.
    """
    end = "\r\n" if to_file else "\n"
    rows = [[column.name for column in selection.columns]]
    rows += [[guard(column.cell(one)) for column in selection.columns] for one in selection.records]
    return "".join(_line(row) + end for row in rows).encode("utf-8-sig" if to_file else "utf-8")


def _line(cells: list[str]) -> str:
    """The cells with commas between them, without a line end."""
    text = io.StringIO()
    csv.writer(text).writerow(cells)  # with its own line end: told another, it quotes no \r
    return text.getvalue().removesuffix("\r\n")
