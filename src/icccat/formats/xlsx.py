"""A workbook of Excel: a first sheet that explains it, and a table for each kind of record."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from icccat.formats import Selection
    from icccat.formats.incoming import Incoming, Source

BINARY = True
READS = ("xlsm", "xlsb", "xls")  # the last two are refused in a sentence that helps
_SAFE = {  # a text is a text, whatever it begins with; and no file beside the one that is asked for
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The workbook; raises Refused, naming the record, for what no cell can hold."""
    # XlsxWriter takes a while to import
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 (only when a workbook is written)

    from icccat.formats.book.front import add_front, title_of  # noqa: PLC0415 (likewise)
    from icccat.formats.book.sheet import add_sheet  # noqa: PLC0415 (likewise)
    from icccat.formats.book.styles import Styles  # noqa: PLC0415 (likewise)

    by_kind = {
        kind: records
        for kind in KINDS
        if (records := [one for one in selection.records if one.kind == kind])
    }
    data = io.BytesIO()
    workbook = Workbook(data, _SAFE)
    created = dt.datetime.combine(selection.today, dt.time(), dt.UTC)
    workbook.set_properties({"title": title_of(selection), "created": created})
    workbook.set_custom_property("icccat content", selection.content)
    styles = Styles.of(workbook)
    add_front(workbook, styles, selection, by_kind)
    for kind, records in by_kind.items():
        add_sheet(workbook, styles, selection, kind=kind, records=records)
    workbook.close()
    return data.getvalue()


def read(source: Source) -> Incoming:
    """The sheets of a workbook."""
    from icccat.formats.incoming.workbook import read_xlsx  # noqa: PLC0415 (where one comes in)

    return read_xlsx(source)
