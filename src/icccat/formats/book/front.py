"""The first sheet: what the workbook holds, and how it is corrected and imported back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.errors import Refused
from icccat.formats.book.cells import Cells
from icccat.formats.book.sheet import LINE, lines_of, name_of
from icccat.locale import Bilingual
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from icccat.formats import Selection
    from icccat.formats.book.styles import Styles
    from icccat.records.record import Record

NAME = Bilingual("Read me", "Lisez-moi")
A4 = 9
WIDTH = 84  # of the sentences, in characters


def title_of(selection: Selection) -> str:
    """The catalogue's title in the reader's language, else in another; "" where it has none."""
    codes = (selection.reader, selection.language, *selection.title)
    return next((selection.title[code] for code in codes if code in selection.title), "")


def add_front(
    workbook: Workbook,
    styles: Styles,
    selection: Selection,
    by_kind: Mapping[str, Sequence[Record]],
) -> None:
    """Add the first sheet."""
    sheet = workbook.add_worksheet(NAME.in_(selection.reader))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, WIDTH)
    cells = Cells(sheet, styles)
    row = _about(sheet, cells, selection)
    for kind, records in by_kind.items():
        name = name_of(kind, selection.reader)
        sheet.write_url(row, 0, f"internal:'{name}'!A1", styles.link, name)
        sheet.write_number(row, 1, len(records), styles.plain)
        row += 1
    sheet.write_string(row + 1, 0, _("Corrections"), styles.section)
    for number, sentence in enumerate(_how(selection), start=1):
        sheet.write_number(row + 1 + number, 0, number, styles.plain)
        sheet.write_string(row + 1 + number, 1, sentence, styles.plain)
        sheet.set_row_pixels(row + 1 + number, LINE * lines_of(sentence, WIDTH))
    sheet.set_portrait()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def _about(sheet: Worksheet, cells: Cells, selection: Selection) -> int:
    """Write what is exported; gives the row after it."""
    styles = cells.styles
    number = _("{number} of {total}")
    number = number.format(number=len(selection.records), total=selection.total)
    if cells.text(0, 0, title_of(selection), styles.title) or cells.text(
        2, 1, selection.query or _("none")
    ):
        raise Refused(_("a cell holds at most 32,767 characters: the title or the query is longer"))
    cells.text(2, 0, _("Query"), styles.name)
    cells.text(3, 0, _("Date"), styles.name)
    sheet.write_datetime(3, 1, selection.today, styles.day)
    cells.text(4, 0, _("Records"), styles.name)
    cells.text(4, 1, number)
    return 5


def _how(selection: Selection) -> Iterator[str]:
    """How to correct and import back, a sentence each."""
    if selection.content != "both":
        yield _(
            "This file has its texts in one language: it is to be read, not to be imported. "
            "To make corrections, export without --in."
        )
        return
    yield _("Correct the cells, save the file as .xlsx, then give the command: icccat import FILE")
    yield _("It shows what would change, and asks before it changes anything.")
    yield _("A blank cell leaves alone what the catalogue says; a lone - clears it.")
    yield _(
        "Do not change the column id, which is hidden in some sheets: "
        "it says which record a row is of. A new record has none."
    )
    yield _("A row that you delete here stays in the catalogue.")
    yield _("Several values in a cell stand with ; between them.")
    yield _(
        "A month or a year alone is text: type an apostrophe before it, as in '2019-06, "
        "else the spreadsheet makes a day of it."
    )
    yield _(
        "Of a document there are its title, link and type, with | between them; "
        "what else the catalogue says of it stays there."
    )
