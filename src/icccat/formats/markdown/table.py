"""A table in Markdown, of the columns that were asked for (GitHub's and Pandoc's pipe table)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.formats.markdown.text import line
from icccat.formats.markdown.values import dates_in_words, linked_title, value_in_line
from icccat.formats.page.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.formats.page.page import Page
    from icccat.records.columns import Column
    from icccat.records.record import Record


def table(page: Page) -> str:
    """The table of the page's records."""
    columns = page.selection.columns
    rows = [[line(capital(page.say(column.label))) for column in columns], ["---"] * len(columns)]
    rows += [
        [_cell(page, column, record) for column in columns] for record in page.selection.records
    ]
    return "\n".join(map(_row, rows))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(page: Page, column: Column, record: Record) -> str:
    """A cell as people read it: what others are called for their ids, links where there are."""
    field = record.declared.field(column.name)
    if column.name == record.declared.called:
        return linked_title(page, record)
    if column.name == "date":
        return dates_in_words(page, record)
    if field and page.value(record, column.name) is not None:
        return value_in_line(page, field, record.values[column.name])
    return line(column.show(record, page.language))
