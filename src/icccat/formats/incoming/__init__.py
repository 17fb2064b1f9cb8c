"""What comes in: a file read into rows, before anything is known of records.

Each reader is a function `read(source) -> Incoming` in the module of its format, here where
the format only comes in. A row is what a line of a table is, or an object of a JSON file, or an
event of a calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its name, all its bytes, and the encoding that the person gave, if any."""

    path: Path
    data: bytes
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A record-to-be: where it stands, for people, and its cells by heading.

    `place` is such as "line 12", "sheet Videos, row 3" or "records[4]". A cell is a str; from a
    workbook also an int, float, bool, date, datetime, time or timedelta; from JSON any value of
    JSON. Blank cells are left out.
    """

    place: str
    cells: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under the same headings; the name of the sheet is "" where a file has only one."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Incoming:
    """All of a file, and what was understood of its form, a sentence each, such as its encoding."""

    sheets: Sequence[Sheet]
    said: Sequence[str] = ()


class Reader(Protocol):
    """What the module of a format that comes in offers; it may name more ENDINGS."""

    def read(self, source: Source) -> Incoming:
        """The file in rows; raises Refused, with the place, for what cannot be understood."""
