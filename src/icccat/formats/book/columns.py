"""Which columns the sheet of a kind has, under which headings, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.records.columns import MADE, sheet
from icccat.records.kinds import EVENTS, KINDS
from icccat.records.sorts import Number, Sort, Text, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.formats import Selection
    from icccat.records.columns import Column
    from icccat.records.fields import Field
    from icccat.records.record import Record

ID = "id"  # its heading in every language: an import finds the record by it
_SORTS: dict[str, Sort] = {"date": When(), "year": Number()}  # of columns that are no field


def columns_of(selection: Selection, kind: str, records: Sequence[Record]) -> list[Column]:
    """The columns of the sheet of a kind, each once, the id always among them.

    Those that the person asked for, as far as the kind has them; else all that it has.
    """
    if selection.chosen:
        columns = [one for one in selection.columns if _has(kind, one)]
    else:
        columns = sheet(
            records,
            language=selection.language,
            content=selection.content,
            notes=selection.notes,
        )
    if ID not in {column.name for column in columns}:
        columns = [MADE[ID], *columns]
    once: dict[str, Column] = {}  # Excel tells headings apart without case
    for column in columns:
        once.setdefault(heading(column, selection.reader).casefold(), column)
    return list(once.values())


def hides_id(selection: Selection, kind: str, columns: Sequence[Column]) -> bool:
    """Whether the id is out of sight: nobody asked for it, and there is something else to see.

    It is seen in the sheets of the vocabulary, as it is what the cells of other sheets say.
    """
    return kind in EVENTS and ID not in selection.chosen and len(columns) > 1


def heading(column: Column, reader: str) -> str:
    """What stands over a column: its label in the reader's language, "id" over the id."""
    return ID if column.name == ID else column.label.in_(reader)


def field_of(kind: str, column: Column) -> Field | None:
    """The field of a kind that the column is of, also in one language; None where it is made."""
    declared, base = KINDS[kind], column.name.replace(".", "_").rpartition("_")[0]
    return declared.field(column.name) or declared.field(base)


def sort_of(kind: str, column: Column) -> Sort:
    """The sort of value that its cells hold; of lists, text."""
    field = field_of(kind, column)
    if field is None:
        return _SORTS.get(column.name, Text())
    return Text() if field.many else field.sort


def _has(kind: str, column: Column) -> bool:
    """Whether records of the kind can have anything in the column."""
    if column.name in {"date", "year"}:
        return bool(KINDS[kind].dates)
    if column.name in {"country", "city"}:
        return KINDS[kind].field("places") is not None
    return column.name in MADE or field_of(kind, column) is not None
