"""What is marked in a record's cells, and where else the words stand that it was found by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.terminal.safe import safe
from icccat.words.marks import marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text

    from icccat.records.columns import Column
    from icccat.records.record import Record

UNMARKED = {"id", "kind", "date", "year", "country", "url", "source", "match"}


@dataclass(frozen=True, slots=True)
class Marks:
    """The runs of folded words by which a record was found.

    `elsewhere` is the label of another field that they stand in, and the words around them there.
    """

    runs: tuple[tuple[str, ...], ...] = ()
    elsewhere: tuple[str, str] | None = None

    @property
    def line(self) -> str:
        """Where else the words stand, in a line below the title; "" for nowhere."""
        return labelled(*self.elsewhere) if self.elsewhere else ""

    @property
    def label(self) -> str:
        """The same for a screen reader, the field alone."""
        return _("found by: {field}").format(field=self.elsewhere[0]) if self.elsewhere else ""


def mark(text: Text, column: Column, runs: Iterable[tuple[str, ...]]) -> None:
    """Mark the words in the text of a cell, whose letters stay as they are."""
    if column.name not in UNMARKED:
        for start, end in marks(text.plain, runs):
            text.stylize("mark", start, end)


def is_marked(
    record: Record, columns: Iterable[Column], runs: tuple[tuple[str, ...], ...], language: str
) -> bool:
    """Whether one of these columns shows the words that the record was found by."""
    return any(
        marks(safe(column.show(record, language)), runs)
        for column in columns
        if column.name not in UNMARKED
    )
