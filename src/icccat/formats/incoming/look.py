"""A look through the XML of a sheet of Excel, for what calamine does not tell of its cells."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from icccat.formats.incoming import MOST_ROWS
from icccat.formats.incoming.grid import Area, error_fault, formula_fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icccat.formats.incoming.grid import Extent

MOST_COLUMNS = 16_384
_CONSTANTS = {"TRUE()", "FALSE()"}  # as LibreOffice writes what is true and false
_READ = {"f", "v", "t"}
_DIGITS = "0123456789"


class Look(NamedTuple):
    """What the XML of a sheet tells: the cells that cannot be taken, and the merged ones."""

    name: str
    faults: dict[tuple[int, int], str]
    merged: list[Area]


class Pass:
    """A pass through the XML, filling a look; raises ValueError or IndexError where it is wrong.

    `texts` are the lengths of the texts that cells share.
    """

    def __init__(self, look: Look, texts: Sequence[int], extent: Extent) -> None:
        self.look, self.texts, self.extent = look, texts, extent
        self.row = self.column = self.last_row = self.last_column = 0
        self.kind = self.inner = ""
        self.pieces: dict[str, list[str]] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element: of a row, of a cell, of what is in a cell."""
        name = self.inner = name.rpartition(":")[2]
        if name == "c":
            self.row, self.column = place(attributes.get("r"), self.row, self.column + 1)
            self.kind = attributes.get("t", "n")
            self.pieces = {}
        elif name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif name == "f":
            self.pieces["f"] = []
        elif name == "mergeCell":
            first, _colon, last = attributes.get("ref", "").partition(":")
            self.look.merged.append(Area(*place(first, 0, 0), *place(last or first, 0, 0)))

    def text(self, piece: str) -> None:
        """Take a text: of a formula (f), of a value (v), or of a cell itself (t)."""
        if self.inner in _READ:
            self.pieces.setdefault(self.inner, []).append(piece)

    def end(self, name: str) -> None:
        """Take the end of a cell: see whether it can be taken, and how much it holds."""
        self.inner = ""
        if name.rpartition(":")[2] != "c":
            return
        fault, letters = self._cell()
        if fault:
            self.look.faults[self.row, self.column] = fault
        if fault or letters:
            self.extent.hold(1, letters)
            self.last_row = max(self.last_row, self.row)
            self.last_column = max(self.last_column, self.column)

    def _cell(self) -> tuple[str, int]:
        """Why the cell cannot be taken, or "", and how long its text is."""
        value = "".join(self.pieces.get("v", ()))
        if self.kind == "e":
            return error_fault(value), 0
        if "f" in self.pieces and "".join(self.pieces["f"]) not in _CONSTANTS:
            return formula_fault(), 0
        if self.kind == "s":
            return "", self.texts[int(value)] if value else 0
        return "", len(value) + sum(map(len, self.pieces.get("t", ())))


def place(name: str | None, row: int, column: int) -> tuple[int, int]:
    """The row and the column of a cell's name, those expected where it has none."""
    if name is not None:
        letters = name.rstrip(_DIGITS)
        row, column = int(name[len(letters) :]), _column(letters)
    if row > MOST_ROWS or column > MOST_COLUMNS:
        raise ValueError(name)
    return row, column


@lru_cache(maxsize=MOST_COLUMNS)
def _column(letters: str) -> int:
    """The number of a column, from 1."""
    column = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
