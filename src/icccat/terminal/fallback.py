"""Text that is not in the reader's language, for want of it: marked, and the marks explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.standards import languages
from icccat.records.translations import in_place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from icccat.records.columns import Column
    from icccat.records.record import Record


def tag(code: str) -> str:
    """What stands after a text in another language, not to be parted from it: ` [fr]`; or ""."""
    return f"\u00a0[{code}]" if code else ""


def explained(codes: Iterable[str], language: str) -> Iterator[str]:
    """What the marks mean, in a line, each once; none where nothing is marked."""
    named = [f"[{code}] {languages()[code].in_(language)}" for code in dict.fromkeys(codes) if code]
    if named:
        missing = _("not yet in {language}").format(language=languages()[language].in_(language))
        yield labelled(", ".join(named), missing)


def of_title(record: Record, language: str) -> str:
    """The code of the language of the record's title, where it is not the reader's; else ""."""
    return in_place_of(language, record.values.get(record.declared.called, {}))


def of_cell(record: Record, column: Column, language: str) -> str:
    """The same of a column's cell; a column of one language, as title_fr, is what was asked for."""
    if column.name == "title":
        return of_title(record, language)
    field = record.declared.field(column.name)
    if field is None or not field.translated:
        return ""
    return in_place_of(language, record.values.get(field.name, {}))


def of_cells(records: Sequence[Record], columns: Sequence[Column], language: str) -> Iterator[str]:
    """The same of each cell of a table."""
    return (of_cell(record, column, language) for record in records for column in columns)
