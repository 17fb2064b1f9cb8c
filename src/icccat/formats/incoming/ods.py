"""OpenDocument spreadsheets (ODF 1.3), as LibreOffice and Gnumeric write them.

They name the type of every value, so each is read as what it is.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from icccat.formats.incoming import MOST_ROWS, grid
from icccat.formats.incoming.archive import damaged, encrypted, parts
from icccat.formats.incoming.content import expect_both
from icccat.formats.incoming.grid import Area, Extent, Grid
from icccat.formats.incoming.markup import elements, expect_plain, local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from icccat.formats.incoming import Incoming, Source

_TABLE, _OFFICE, _TEXT, _STYLE = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for name in ("table", "office", "text", "style")
)
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
# Tables that are no sheets: what was there before a change, what was copied from elsewhere.
_WHOLE = {"style", "table-row", "tracked-changes", "dde-links"}
_TIME = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S", re.ASCII)
_CONSTANT = re.compile(r"(?:of:)?=(TRUE|FALSE)\(\)")  # which LibreOffice makes of Excel's
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 32_767  # as many characters as a cell of Excel has
_DAY = 24  # hours


def read(source: Source) -> Incoming:
    """The sheets of an OpenDocument spreadsheet; raises Refused for what cannot be taken."""
    found = parts(source)
    manifest = found.get("META-INF/manifest.xml", b"<none/>")
    expect_plain(source, manifest)
    if any(local(element) == "encryption-data" for element in elements(manifest)):
        raise encrypted(source)
    for name, part in found.items():
        if name.endswith(".xml"):
            expect_plain(source, part)
    if "content.xml" not in found:
        raise damaged(source)
    expect_both(source, found.get("meta.xml", b""))
    try:
        grids = _grids(source, found["content.xml"])
    except ValueError as error:  # a number of cells that is none
        raise damaged(source) from error
    return grid.incoming(source, grids)


def _grids(source: Source, data: bytes) -> list[Grid]:
    """The sheets; raises ValueError where rows or cells are not counted in numbers."""
    grids: list[Grid] = []
    hidden: set[str | None] = set()
    extent = Extent(source)
    row = 1
    for element in elements(data, _WHOLE):
        match local(element):
            case "style" if any(look.get(f"{_TABLE}display") == "false" for look in element):
                hidden.add(element.get(f"{_STYLE}name"))
            case "table":
                visible = element.get(f"{_TABLE}style-name") not in hidden
                grids.append(Grid(element.get(f"{_TABLE}name", ""), visible=visible))
                row = 1
            case "table-row" if grids:
                times = _number(element, "number-rows-repeated")
                _take(grids[-1], range(row, row + times), element, extent)
                row += times
    return grids


def _take(sheet: Grid, rows: range, element: Element, extent: Extent) -> None:
    """Put the cells of a row into the rows of the sheet for which it stands."""
    column, cells = 1, dict[int, object]()
    for cell in element:
        if cell.tag not in _CELLS:
            continue
        times = _number(cell, "number-columns-repeated")
        text = _text(cell)
        fault, value = _read(cell, text)
        if fault:
            sheet.faults[rows[0], column] = fault
        elif value is not None:
            extent.hold(len(rows) * times, len(text))
            cells |= dict.fromkeys(range(column, column + times), value)
            sheet.merged += _merged(cell, rows[0], column)
        column += times
    for row in rows if cells else ():
        sheet.rows[row] = dict(cells)


def _number(element: Element, name: str) -> int:
    """How often something is there, or how far it reaches: once, where nothing is said."""
    number = int(element.get(_TABLE + name, "1"))
    if not 0 < number <= MOST_ROWS:
        raise ValueError(number)
    return number


def _merged(cell: Element, row: int, column: int) -> Iterator[Area]:
    """The area that a cell covers, where it is more than one."""
    rows = _number(cell, "number-rows-spanned")
    columns = _number(cell, "number-columns-spanned")
    if rows * columns > 1:
        yield Area(row, column, row + rows - 1, column + columns - 1)


def _read(cell: Element, text: str) -> tuple[str, object]:
    """Why a cell cannot be taken, or "", and its value, None where it is blank."""
    formula = cell.get(f"{_TABLE}formula", "")
    constant = _CONSTANT.fullmatch(formula)
    if constant:
        return "", constant[1] == "TRUE"
    if formula:
        error = text.startswith("#")
        return grid.error_fault(text) if error else grid.formula_fault(), None
    try:
        return "", _value(cell, text)
    except ValueError:
        return grid.value_fault(text or cell.get(f"{_OFFICE}date-value", "")), None


def _value(cell: Element, text: str) -> object:
    """The value of a cell, None where it is blank; raises ValueError where it is none."""
    match cell.get(f"{_OFFICE}value-type", ""):
        case "float" | "percentage" | "currency":
            return grid.number(float(cell.get(f"{_OFFICE}value", "")))
        case "boolean":
            return cell.get(f"{_OFFICE}boolean-value") == "true"
        case "date":
            return grid.day(dt.datetime.fromisoformat(cell.get(f"{_OFFICE}date-value", "")))
        case "time":
            return _time(cell.get(f"{_OFFICE}time-value", ""))
    return text if text.strip() else None


def _time(text: str) -> dt.time | dt.timedelta:
    """A time of day, as Excel has it too; from 24 hours on how long something takes."""
    found = _TIME.fullmatch(text)
    if not found:
        raise ValueError(text)
    hours, minutes, seconds = map(int, found.groups())
    if hours < _DAY:
        return dt.time(hours, minutes, seconds)
    return dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _text(cell: Element) -> str:
    """The text of a cell, a line for each of its paragraphs, without comments."""
    return "\n".join(_paragraph(one) for one in cell if one.tag in _PARAGRAPHS)


def _paragraph(paragraph: Element) -> str:
    """The text of a paragraph; blanks together are one, unless counted (ODF 1.3, 6.1.2)."""
    for element in paragraph.iter():
        element.text = _BLANKS.sub(" ", element.text or "")
        element.tail = _BLANKS.sub(" ", element.tail or "")
        if element.tag == f"{_TEXT}s":
            element.text = " " * min(int(element.get(f"{_TEXT}c", "1")), _MOST_BLANKS)
        elif element.tag == f"{_TEXT}tab":
            element.text = "\t"
        elif element.tag == f"{_TEXT}line-break":
            element.text = "\n"
    return "".join(paragraph.itertext())
