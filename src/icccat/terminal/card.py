"""One record as a card: every field, both languages, what it belongs with, what is missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.dates import period_in_words
from icccat.records.fields import Document
from icccat.records.sorts import Reference
from icccat.records.standards import languages
from icccat.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.table import Table
    from rich.text import Text

    from icccat.records.fields import Field
    from icccat.records.record import Record, Records
    from icccat.terminal.terminal import Terminal

GAP = 2  # cells between a label and its value
LINK = re.compile(r"\bhttps?://\S*[^\s,]")


def show_card(
    terminal: Terminal, record: Record, records: Records, related: Sequence[tuple[str, Record]] = ()
) -> None:
    """Show the record among all `records`; `related` are others, and what each is to it."""
    rows = [*_rows(record, records, terminal.language), *_others(related, terminal.language)]
    if terminal.form == "rich":
        _draw(terminal, record, rows)
    else:
        lines = [
            record.title(terminal.language),
            *(labelled(label, value) for label, value in rows),
        ]
        terminal.answer("\n".join(safe(line, multiline=True) for line in lines))


def _rows(record: Record, records: Records, language: str) -> Iterator[tuple[str, str]]:
    """(label, value) of all that the record holds, in reading order."""
    yield str(record.declared.label), record.id
    yield from _dates(record, language)
    for field in record.declared.fields:
        if field.name in record.values and field.name not in record.declared.dates:
            value = record.values[field.name]
            if field.translated:
                yield from _translated(record, field, language)
            else:
                for one in field.items(value):
                    yield str(field.label), _shown(field, one, records, language)
    for key, value in record.other.items():
        yield key, str(value)


def _translated(record: Record, field: Field, language: str) -> Iterator[tuple[str, str]]:
    """The text in each language, but for the title that stands above the card."""
    for code, text in record.values[field.name].items():
        if field.name != record.declared.called or text != record.title(language):
            yield f"{field.label} ({languages()[code].in_(language)})", text


def _shown(field: Field, value: Any, records: Records, language: str) -> str:  # noqa: ANN401 (the sort says which)
    """One value: a reference with the title of the record it names, a document without bars."""
    if isinstance(field.sort, Reference):
        named = records[field.sort.kind].get(value)
        return f"{named.title(language)} ({value})" if named else str(value)
    if isinstance(field.sort, Document):
        parts = field.sort.show(value, language).split(" | ")
        return ", ".join(part for part in parts if part)
    return field.sort.show(value, language)


def _others(related: Sequence[tuple[str, Record]], language: str) -> Iterator[tuple[str, str]]:
    for relation, other in related:
        yield relation, f"{other.title(language)} ({other.id})"


def _dates(record: Record, language: str) -> Iterator[tuple[str, str]]:
    dates = record.dates
    if len(dates) > 1:
        yield _("dates"), period_in_words(dates[0], dates[1], language)
    for field in record.declared.fields if len(dates) == 1 else ():
        if field.name in record.declared.dates and field.name in record.values:
            yield str(field.label), field.show(dates[0], language)


def _draw(terminal: Terminal, record: Record, rows: Sequence[tuple[str, str]]) -> None:
    """Labels beside values, or above them where there is no room beside them for an id."""
    from rich.text import Text  # noqa: PLC0415 (only a rich terminal needs it)

    terminal.draw(Text(safe(record.title(terminal.language)), style="bold"))
    cells = [(Text(safe(label), style="cyan"), _linked(value)) for label, value in rows]
    room = terminal.width - GAP - max(label.cell_len for label, _value in cells)
    words = [Text(word) for _label, value in cells for word in LINK.sub("", value.plain).split()]
    if all(word.cell_len <= room for word in words):
        terminal.draw(_grid(cells))
    else:
        terminal.draw(*(text for row in cells for text in row))


def _grid(cells: Sequence[tuple[Text, Text]]) -> Table:
    """The cells side by side, a label that is that of the row above left out."""
    from rich.table import Table  # noqa: PLC0415 (only a rich terminal needs it)

    grid = Table.grid(padding=(0, GAP))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    last = ""
    for label, value in cells:
        grid.add_row("" if label.plain == last else label, value)
        last = label.plain
    return grid


def _linked(value: str) -> Text:
    """The value, each address in it leading there."""
    from rich.text import Text  # noqa: PLC0415 (only a rich terminal needs it)

    text = Text(safe(value, multiline=True))
    for found in LINK.finditer(text.plain):
        text.stylize(f"link {found[0]}", found.start(), found.end())
    return text
