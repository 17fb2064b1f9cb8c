"""The sheets of a workbook: which of them hold records, under which headings."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from icccat.formats.incoming import Incoming, Row, Sheet
from icccat.formats.incoming.headings import twice
from icccat.formats.incoming.refusals import refused
from icccat.locale import labelled
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.formats.incoming import Source

MOST_CELLS = 2_000_000
MOST_LETTERS = 200_000_000
_EXACT = 2**53  # up to which every whole number is a float
_FRONT = {"read me", "lisez-moi"}  # the first sheet of our own export
_TEXTS = 2  # cells of text that make a row one of headings


class Area(NamedTuple):
    """Cells that were made one: the first and the last row, the first and the last column."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """A sheet as a program has it: `{row: {column: value}}`, both from 1, without blank cells.

    `faults` are cells that cannot be taken, `{(row, column): sentence}`; `merged` the areas that
    were made one cell.
    """

    name: str
    visible: bool = True
    rows: dict[int, dict[int, object]] = field(default_factory=dict)
    faults: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)

    def put(self, row: int, column: int, value: object) -> None:
        """Take a value, unless it is blank."""
        if not isinstance(value, str) or value.strip():
            self.rows.setdefault(row, {})[column] = value


class Extent:
    """How much a workbook holds so far, as a text that is stored once may stand in many cells."""

    def __init__(self, source: Source) -> None:
        self.source, self.cells, self.letters, self.area = source, 0, 0, 0

    def hold(self, cells: int, letters: int) -> None:
        """Count cells with so many letters in each; raises Refused where it is too much."""
        self.cells += cells
        self.letters += cells * letters
        if self.cells > MOST_CELLS or self.letters > MOST_LETTERS:
            sentence = _("the workbook holds more than {cells} cells, or {letters} letters")
            sentence = sentence.format(cells=MOST_CELLS, letters=MOST_LETTERS)
            raise refused(self.source, sentence)

    def reach(self, sheet: str, row: int, column: int) -> None:
        """Count all cells of a sheet up to its last; raises Refused where it is too many."""
        self.area += row * column
        if self.area > MOST_CELLS:
            sentence = _("sheet {sheet}: cell {cell} stands too far from the others: delete it")
            sentence = sentence.format(sheet=sheet, cell=cell_name(row, column))
            raise refused(self.source, sentence)


def number(value: float) -> int | float:
    """A whole number as such; raises ValueError where it is none at all."""
    if not isfinite(value):
        raise ValueError(value)
    return int(value) if value.is_integer() and abs(value) < _EXACT else value


def day(value: dt.datetime) -> dt.date:
    """A day as such, where there is no time of it."""
    return value if value.time() != dt.time() else value.date()


def incoming(source: Source, grids: Sequence[Grid]) -> Incoming:
    """The visible sheets that hold anything; raises Refused with all that is wrong in them."""
    sheets: list[Sheet] = []
    said: list[str] = []
    wrong: list[str] = []
    for number, grid in enumerate(grids):
        left_out = _left_out(grid, first=number == 0)
        if left_out:
            said.append(left_out)
            continue
        head = _head(grid)
        if head:
            said += _above(grid, head)
            wrong += _wrong(grid, head)
            sheets.append(_sheet(grid, head))
    if wrong:
        raise refused(source, *wrong)
    if not sheets:
        raise refused(source, _("no sheet holds anything"))
    return Incoming(sheets, said)


def cell_name(row: int, column: int) -> str:
    """A cell as a spreadsheet names it: AA3."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def formula_fault() -> str:
    """What is said of a formula."""
    return _("a formula: copy the cells and paste them as values")


def value_fault(text: str) -> str:
    """What is said of a value that is none of its type."""
    return _('"{value}" is no value that can be read').format(value=text)


def error_fault(error: str) -> str:
    """What is said of an error value."""
    return _("{error} is an error, not a value").format(error=error)


def _left_out(grid: Grid, *, first: bool) -> str:
    """Why a sheet is left out; "" where it is not."""
    if not grid.visible and (grid.rows or grid.faults):
        return _("the sheet {sheet} is hidden, so it is left out").format(sheet=grid.name)
    if first and grid.name.casefold() in _FRONT:
        return _("the sheet {sheet} only explains, so it is left out").format(sheet=grid.name)
    return ""


def _head(grid: Grid) -> int:
    """The row of the headings: the first with several texts, else the first at all; 0 for none.

    A cell that cannot be taken may be a text.
    """
    texts = Counter(row for row, _column in grid.faults)
    for row, cells in grid.rows.items():
        texts[row] += sum(isinstance(one, str) for one in cells.values())
    rows = sorted(texts) if grid.visible else []
    return next((row for row in rows if texts[row] >= _TEXTS), min(rows, default=0))


def _above(grid: Grid, head: int) -> list[str]:
    """A sentence where something stands above the headings."""
    if min(grid.rows, default=head) >= head:
        return []
    sentence = _("sheet {sheet}: the headings are in row {row}, and what is above is left out")
    return [sentence.format(sheet=grid.name, row=head)]


def _wrong(grid: Grid, head: int) -> Iterator[str]:
    """All that is wrong from the headings on."""
    headings = grid.rows.get(head, {})
    sheet = _("sheet {sheet}").format(sheet=grid.name)
    for sentence in twice([_text(one) for _column, one in sorted(headings.items())]):
        yield labelled(sheet, sentence)
    for place in sorted(place for place in grid.faults if place[0] >= head):
        yield labelled(f"{sheet}, {_cell(*place)}", grid.faults[place])
    known = headings.keys() | {column for row, column in grid.faults if row == head}
    for row, cells in sorted(grid.rows.items()):
        for column in sorted(cells.keys() - known) if row > head else ():
            yield labelled(f"{sheet}, {_cell(row, column)}", _("it stands under no heading"))
    for area in grid.merged:
        if area.bottom >= head and grid.rows.get(area.top, {}).get(area.left) is not None:
            sentence = _("the cells {first} to {last} are merged: split them, and fill in each")
            first, last = cell_name(area.top, area.left), cell_name(area.bottom, area.right)
            yield labelled(sheet, sentence.format(first=first, last=last))


def _cell(row: int, column: int) -> str:
    return _("cell {cell}").format(cell=cell_name(row, column))


def _sheet(grid: Grid, head: int) -> Sheet:
    """The rows below the headings."""
    headings = {column: _text(one) for column, one in sorted(grid.rows.get(head, {}).items())}
    place = _("sheet {sheet}, row {row}")
    return Sheet(
        grid.name,
        list(headings.values()),
        [
            Row(
                place.format(sheet=grid.name, row=row),
                {headings[column]: cells[column] for column in headings if column in cells},
            )
            for row, cells in sorted(grid.rows.items())
            if row > head
        ],
    )


def _text(value: object) -> str:
    """A heading as text, whatever a spreadsheet took it for."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value).strip()
