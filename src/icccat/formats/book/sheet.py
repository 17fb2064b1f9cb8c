"""The sheet of a kind: a table of its records, to be filtered, read, printed and corrected."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from icccat.errors import Refused
from icccat.formats.book.cells import Cells
from icccat.formats.book.columns import columns_of, heading, hides_id, sort_of
from icccat.locale import translate as _
from icccat.records.columns import rows
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from icccat.formats import Selection
    from icccat.formats.book.styles import Styles
    from icccat.records.columns import Column
    from icccat.records.record import Record

MOST_ROWS = 1_048_576  # of a sheet, the headings' among them
NARROW, WIDE, WIDEST = 9, 32, 48  # columns, in characters
HEADING = 16  # characters of a heading on a line
BUTTON = 3  # characters that the filter's button takes
HIGHEST = 4  # lines of a row that are shown; what is longer is there nevertheless
LINE = 20  # pixels
PAGE = 160  # characters across a landscape page, made small
A4 = 9


def name_of(kind: str, reader: str) -> str:
    """The name of the sheet of a kind."""
    plural = KINDS[kind].plural.in_(reader)
    return plural[0].upper() + plural[1:]


def add_sheet(
    workbook: Workbook, styles: Styles, selection: Selection, *, kind: str, records: list[Record]
) -> None:
    """Add the sheet of a kind; raises Refused for what it cannot hold."""
    if len(records) >= MOST_ROWS:
        sentence = _("a sheet holds at most 1,048,575 records: take fewer, or another format")
        raise Refused(sentence)
    columns = columns_of(selection, kind, records)
    hidden = hides_id(selection, kind, columns)
    sheet = workbook.add_worksheet(name_of(kind, selection.reader))
    headings = [heading(column, selection.reader) for column in columns]
    table = {
        "name": KINDS[kind].plural.en,
        "style": "Table Style Light 1",
        "columns": [{"header": text, "header_format": styles.heading} for text in headings],
    }
    sheet.add_table(0, 0, len(records), len(columns) - 1, table)
    cells = Cells(sheet, styles)
    width = _fill(cells, kind, columns, records, headings)
    if hidden:
        sheet.set_column(0, 0, None, styles.text, {"hidden": True})
    first = 1 if hidden else 0  # of what is seen: it tells which record a row is
    sheet.freeze_panes(1, first + 1)
    sheet.repeat_columns(0, first)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # a year alone is text
    _print(sheet, pages=ceil(width / PAGE))


def _fill(
    cells: Cells,
    kind: str,
    columns: Sequence[Column],
    records: Sequence[Record],
    headings: Sequence[str],
) -> int:
    """Write all cells, column by column; gives the width of the columns together."""
    lines = [1] * len(records)
    wrong: list[str] = []
    together = 0
    by_column = zip(*rows(columns, records), strict=True)
    for number, (column, texts) in enumerate(zip(columns, by_column, strict=True)):
        write, style = cells.writer(sort_of(kind, column))
        for row, text in enumerate(texts):
            if text and write(row + 1, number, text):
                wrong.append(_too_long(records[row], headings[number]))
        width = _width(headings[number], texts)
        for row, text in enumerate(texts):
            if len(text) >= width or "\n" in text:
                lines[row] = max(lines[row], lines_of(text, width))
        cells.sheet.set_column(number, number, width, style)
        together += width
    if wrong:
        raise Refused(*wrong)
    _set_heights(cells.sheet, lines)
    return together


def _set_heights(sheet: Worksheet, lines: Sequence[int]) -> None:
    """Make the rows as high as their lines ask for, within reason."""
    sheet.set_row_pixels(0, 2 * LINE)
    # LibreOffice believes that Excel wrote the file, and would leave rows at one line.
    for row, high in enumerate(lines, start=1):
        sheet.set_row_pixels(row, LINE * min(high, HIGHEST))


def _too_long(record: Record, label: str) -> str:
    """What is said of a text that no cell can hold."""
    sentence = _("{record}: {field}: a cell holds at most 32,767 characters: export it as json")
    return sentence.format(record=record.key, field=label)


def _width(label: str, texts: Sequence[str]) -> int:
    """How wide a column is: as its longest text, or so that most fit into two lines."""
    lengths = sorted(map(len, filter(None, texts))) or [0]
    width = lengths[-1] + 2
    if width > WIDE:
        width = min(max(lengths[len(lengths) * 9 // 10] // 2, WIDE), WIDEST)
    return max(width, min(len(label), HEADING) + BUTTON, NARROW)


def lines_of(text: str, width: int) -> int:
    """About how many lines a text takes in a column."""
    return sum(ceil((len(line) + 1) / width) for line in text.split("\n"))


def _print(sheet: Worksheet, *, pages: int) -> None:
    """On paper: landscape, so many pages across, with lines, the headings on each."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(pages, 0)
    sheet.repeat_rows(0)
    sheet.hide_gridlines(0)
    sheet.set_footer("&L&A&R&P / &N")
