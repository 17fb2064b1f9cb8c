"""One record as a card: every field, both languages, what it belongs with, what is missing.

Where there is room the two languages stand side by side, else one above the other.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from icccat.locale import LANGUAGES, labelled
from icccat.records.standards import languages
from icccat.terminal.fallback import explained, tag
from icccat.terminal.rows import Entry, rows_of, side_by_side, spelt_out, stacked
from icccat.terminal.safe import width
from icccat.terminal.terminal import apart
from icccat.terminal.wrapping import pieces, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.text import Text

    from icccat.records.record import Record, Records
    from icccat.terminal.rows import Row
    from icccat.terminal.terminal import Terminal

GAP = 2  # cells between a label and its value
GUTTER = 4  # cells between two columns of text
WIDE = 120  # cells from which two columns have room beside the labels, forty or more for each
MEASURE = 80  # cells of a column of text at most: longer lines are hard to follow
LINK = re.compile(r"\bhttps?://\S*[^\s,]")


def show_card(
    terminal: Terminal, record: Record, records: Records, related: Sequence[tuple[str, Record]] = ()
) -> None:
    """Show the record among all `records`; `related` are others, and what each is to it."""
    language = terminal.language
    rows = rows_of(record, records, related, language)
    title = record.title(language)
    above = [] if any(row.is_title for row in rows) else [title]  # what has no title in its rows
    if terminal.form == "lines":
        _write(terminal, [title], stacked(rows, language, piped=True))
        return
    if terminal.form == "plain":
        _write(terminal, above, spelt_out(rows, language))
    elif lines := _beside(terminal, rows):
        terminal.draw_lines([*(_text(terminal, line, "title") for line in above), *lines])
    else:
        title += "".join(tag(row.code) for row in rows if row.is_title)
        _draw_stacked(terminal, title, stacked(rows, language, piped=False))
        terminal.note(*explained((row.code for row in rows), language))
        return
    terminal.note(*explained((row.code for row in rows if not row.texts), language))


def _write(terminal: Terminal, above: Iterable[str], rows: Iterable[tuple[str, str]]) -> None:
    terminal.answer("\n".join([*above, *(labelled(label, value) for label, value in rows)]))


def _draw_stacked(terminal: Terminal, title: str, rows: Iterable[tuple[str, str]]) -> None:
    """Labels beside values, or above them where there is no room beside them for an id."""
    terminal.draw(_text(terminal, title, "title"))
    cells = [[_text(terminal, label, "label"), _linked(terminal, value)] for label, value in rows]
    start = _widest(cells) + GAP
    room = terminal.width - start
    if all(_fits(value, room) for _label, value in cells):
        terminal.draw_lines(_lines(cells, {2: (0, start)}, {2: room}))
    else:
        terminal.draw(*(text for row in cells for text in row))


def _beside(terminal: Terminal, rows: Iterable[Row]) -> list[Text]:
    """The lines in which the languages stand in two columns; none where there is no room."""
    if terminal.width < WIDE:
        return []
    language = terminal.language
    names = tuple(languages()[code].in_(language) for code in LANGUAGES)
    entries = list(side_by_side(rows, language))
    heads = [Entry("", names)] if any(len(entry.cells) > 1 for entry in entries) else []
    cells = [_cells(terminal, entry) for entry in (*heads, *entries)]
    start = _widest(cells) + GAP
    room = terminal.width - start
    column = min((room - GUTTER) // 2, MEASURE)
    rooms = {2: room, 3: column}
    if not all(_fits(text, rooms[len(row)], row[2:]) for row in cells for text in row[1:]):
        return []
    starts = {2: (0, start), 3: (0, start, start + column + GUTTER)}
    return list(_lines(cells, starts, rooms))


def _cells(terminal: Terminal, entry: Entry) -> list[Text]:
    """The label and the cells of an entry; the names of the languages have no label."""
    cells = [_linked(terminal, cell) for cell in entry.cells]
    for place, cell in enumerate(cells):
        if place == entry.gap:
            cell.stylize("absent")
        elif entry.is_title or not entry.label:
            cell.stylize("title" if entry.is_title else "label")
    return [_text(terminal, entry.label, "label"), *cells]


def _widest(rows: Iterable[Sequence[Text]]) -> int:
    return max(width(label.plain) for label, *_values in rows)


def _fits(text: Text, room: int, beside: Sequence[Text] = ()) -> bool:
    """Whether no word of it is wider than that; with nothing beside it an address may be."""
    words = pieces(text.plain if beside else LINK.sub("", text.plain))
    return all(width(word) <= room for word in words)


def _lines(
    rows: Iterable[Sequence[Text]], starts: Mapping[int, Sequence[int]], rooms: Mapping[int, int]
) -> Iterator[Text]:
    """Each row in lines: where its texts start, and what room each has, by how many they are.

    A label that is that of the row above is left out. What is too wide, as an address may be,
    begins at the edge, where it is copied whole.
    """
    last = ""
    for label, *values in rows:
        first = [] if label.plain == last else [label]
        room = rooms[len(values) + 1]
        for head, *line in zip_longest(first, *(list(_folded(text, room)) for text in values)):
            if line[0] and width(line[0].plain) > room:
                yield from ([head, line[0]] if head else [line[0]])
            else:
                yield _line(zip(starts[len(values) + 1], (head, *line), strict=True))
        last = label.plain


def _line(texts: Iterable[tuple[int, Text | None]]) -> Text:
    """The texts in one line, each from the cell where it starts."""
    from rich.text import Text  # noqa: PLC0415 (only a rich terminal needs it)

    line = Text()
    for start, text in texts:
        if text:
            line.append(" " * (start - width(line.plain))).append_text(apart(text))
    return line


def _folded(text: Text, most: int) -> Iterator[Text]:
    """The text in lines of at most so many cells; an address that is longer has one of its own."""
    for paragraph in text.split("\n", allow_blank=True):
        yield from (paragraph[start:end] for start, end in spans(paragraph.plain, most))


def _linked(terminal: Terminal, value: str) -> Text:
    """The value, each address in it leading there."""
    text = _text(terminal, value)
    for found in LINK.finditer(text.plain):
        text.stylize(f"link {found[0]}", found.start(), found.end())
    return text


def _text(terminal: Terminal, text: str, style: str = "") -> Text:
    """The text, safe to show, in letters that the terminal has."""
    from rich.text import Text  # noqa: PLC0415 (only a rich terminal needs it)

    return Text(terminal.shown(text, multiline=True), style=style)
