"""Excel's workbooks (Office Open XML): the values by calamine, what it does not tell from the XML.

Calamine reads numbers, dates (of 1900 and of 1904) and texts, but gives neither formulas nor
errors, and makes room for every cell up to the last. So the XML is looked through before.
"""

from __future__ import annotations

import datetime as dt
from posixpath import join, normpath
from typing import TYPE_CHECKING

from icccat.formats.incoming import grid
from icccat.formats.incoming.archive import damaged, packed, parts
from icccat.formats.incoming.content import expect_both
from icccat.formats.incoming.grid import Extent, Grid
from icccat.formats.incoming.look import Look, Pass
from icccat.formats.incoming.markup import elements, expect_plain, local, walk
from icccat.formats.incoming.refusals import refused
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import IO

    from icccat.formats.incoming import Incoming, Source

_BOOK = "xl/workbook.xml"
_RELATIONS, _TEXTS = "xl/_rels/workbook.xml.rels", "xl/sharedstrings.xml"


def read_xlsx(source: Source) -> Incoming:
    """The sheets of a workbook; raises Refused for what cannot be taken."""
    found = parts(source)
    for part in found.values():
        expect_plain(source, part)
    by_name = {name.lower(): part for name, part in found.items()}
    if _BOOK not in by_name:
        raise refused(source, _("this is no workbook of the format .xlsx: save it as such"))
    expect_both(source, by_name.get("docprops/custom.xml", b""))
    try:
        looks = list(_looks(source, by_name))
    except (ValueError, IndexError) as error:  # a place or a number that is none
        raise damaged(source) from error
    return grid.incoming(source, list(_grids(source, packed(found), looks)))


def _looks(source: Source, found: Mapping[str, bytes]) -> Iterator[Look]:
    """What the XML of each sheet tells; raises ValueError or IndexError where it is wrong."""
    targets = {
        element.get("Id", ""): element.get("Target", "")
        for element in elements(found.get(_RELATIONS, b"<none/>"))
    }
    texts = _lengths(found.get(_TEXTS, b"<none/>"))
    extent = Extent(source)
    for element in elements(found[_BOOK]):
        if local(element) == "sheet":
            relation = next((id_ for name, id_ in element.items() if name.endswith("}id")), "")
            part = normpath(join("/xl", targets.get(relation, "")))[1:].lower()
            look = Look(element.get("name", ""), {}, [])
            pass_ = Pass(look, texts, extent)
            walk(found.get(part, b"<none/>"), start=pass_.start, text=pass_.text, end=pass_.end)
            extent.reach(look.name, pass_.last_row, pass_.last_column)
            yield look


def _lengths(data: bytes) -> list[int]:
    """How long each of the texts is that cells share."""
    lengths = [0]

    def start(name: str, _attributes: Mapping[str, str]) -> None:
        if name.rpartition(":")[2] == "si":
            lengths.append(0)

    def text(piece: str) -> None:
        lengths[-1] += len(piece)

    walk(data, start=start, text=text)
    return lengths[1:]


def _grids(source: Source, data: IO[bytes], looks: Sequence[Look]) -> Iterator[Grid]:
    """The values of each sheet, by calamine."""
    from python_calamine import (  # noqa: PLC0415 (only when a workbook comes in)
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        with CalamineWorkbook.from_filelike(data) as book:
            sheets = book.sheets_metadata
            if [one.name for one in sheets] != [look.name for look in looks]:
                raise damaged(source)
            for number, (sheet, look) in enumerate(zip(sheets, looks, strict=True)):
                if sheet.typ == SheetTypeEnum.WorkSheet:
                    visible = sheet.visible == SheetVisibleEnum.Visible
                    values = book.get_sheet_by_index(number).to_python(skip_empty_area=False)
                    yield _grid(look, values, visible=visible)
    except CalamineError as error:
        raise damaged(source) from error


def _grid(look: Look, rows: Sequence[Sequence[object]], *, visible: bool) -> Grid:
    """A sheet of these values."""
    made = Grid(look.name, visible=visible, faults=look.faults, merged=look.merged)
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if (row, column) not in look.faults:
                try:
                    made.put(row, column, _value(value))
                except ValueError:
                    made.faults[row, column] = grid.value_fault(str(value))
    return made


def _value(value: object) -> object:
    """A value of calamine, whole numbers and days as such; raises ValueError where it is none."""
    if isinstance(value, float):
        return grid.number(value)
    return grid.day(value) if isinstance(value, dt.datetime) else value
