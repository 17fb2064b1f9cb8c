"""Rows of a file → a plan of changes: headings, cells, which records are meant, what is odd.

Nothing here knows of files or of people: a sheet is what `icccat.formats.incoming` makes of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from icccat.errors import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icccat.records.record import Records


class Row(Protocol):
    """A record-to-be: where it stands, for people, and its cells by heading."""

    @property
    def place(self) -> str:
        """Where it stands: line 12, or sheet Videos, row 3."""

    @property
    def cells(self) -> Mapping[str, object]:
        """Its cells that are not blank."""


class Sheet(Protocol):
    """Rows under the same headings; its name is "" where a file has only one."""

    @property
    def name(self) -> str:
        """What the sheet is called."""

    @property
    def headings(self) -> Sequence[str]:
        """What stands above the columns."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows below."""


class There(NamedTuple):
    """What is in the catalogue: its records, their TOML tables, the language of plain text."""

    records: Records
    data: Mapping[str, Any]
    language: str


class Wanted(NamedTuple):
    """What the person said of the file.

    The kind of rows that do not say it, the language of texts whose heading names none, the order
    of days, months and years (dmy, mdy, ymd); "" for what was not said.
    """

    kind: str = ""
    language: str = ""
    order: str = ""


class Finding(NamedTuple):
    """Something wrong, or worth a warning: in which row, below which heading, with which value.

    The heading is "" for the whole row. `message` says what would be right.
    """

    place: str
    heading: str
    value: str
    message: str
    level: Level = Level.ERROR
