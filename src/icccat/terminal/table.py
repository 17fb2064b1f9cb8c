"""Records as a table that fits the width: titles wrap, ids stay whole, nothing is cut."""

from __future__ import annotations

from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from icccat.locale import labelled
from icccat.terminal.fallback import of_cell, tag
from icccat.terminal.marks import Marks, mark
from icccat.terminal.safe import safe, width
from icccat.terminal.terminal import apart, broken
from icccat.terminal.wrapping import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.text import Text

    from icccat.records.columns import Column
    from icccat.records.record import Record
    from icccat.terminal.terminal import Terminal

GAP = 2  # cells between columns
NARROW = 60  # below this a table has no room: a block of lines for each record
STYLES = {"title": "title", "id": "id"}
STIFF = {"id", "date", "kind", "year"}  # columns whose cells are never broken
UNMARKED: Mapping[str, Marks] = MappingProxyType({})


class Table(NamedTuple):
    """The columns by name, the cells of the header and of each row."""

    names: Sequence[str]
    header: Sequence[Text]
    rows: Sequence[Sequence[Text]]

    @property
    def with_ids_below(self) -> Table:
        """The same without a column of ids: they stand below the titles."""
        names = [name for name in self.names if name != "id"]
        header = [one for name, one in zip(self.names, self.header, strict=True) if name != "id"]
        return Table(names, header, [_with_id_below(self.names, row) for row in self.rows])


def show_table(
    terminal: Terminal,
    records: Sequence[Record],
    columns: Sequence[Column],
    *,
    id_below: bool = False,
    marks: Mapping[str, Marks] = UNMARKED,
) -> None:
    """Show the records for a person: a row each, or where that cannot be, a block of lines.

    `id_below`: the id stands below the title, as it does for want of room beside it. `marks`:
    the words by which records were found, by `kind.id`.
    """
    found = [(record, marks.get(record.key, Marks())) for record in records]
    if terminal.form != "rich":
        texts = (_labelled(one, its, columns, terminal.language) for one, its in found)
        terminal.answer("\n\n".join(texts))
        return
    rows = [[_cell(terminal, *one, column) for column in columns] for one in found]
    header = [_text(terminal, str(column.label), "header") for column in columns]
    whole = Table([column.name for column in columns], header, rows)
    tables = [whole, whole.with_ids_below] if {"id", "title"} <= {*whole.names} else [whole]
    for table in tables[-1:] if id_below else tables:
        if widths := _widths(table, terminal.width):
            terminal.draw_lines(_lines(table, widths))
            return
    for row in rows:
        terminal.draw(*(cell for cell in row if cell.plain), _text(terminal, ""))


def _labelled(record: Record, marks: Marks, columns: Sequence[Column], language: str) -> str:
    """`label: value` lines, in reading order, for a screen reader."""
    shown = ((column, safe(column.show(record, language))) for column in columns)
    lines = [
        labelled(str(column.label), value + tag(of_cell(record, column, language)))
        for column, value in shown
        if value
    ]
    return "\n".join([*lines, *([marks.label] if marks.label else [])])


def _with_id_below(names: Sequence[str], row: Sequence[Text]) -> list[Text]:
    """The row without its id, which stands below the title."""
    from rich.text import Text  # noqa: PLC0415 (only a rich terminal needs it)

    cells = dict(zip(names, row, strict=True))
    cells["title"] = Text("\n").join([cells["title"], cells.pop("id")])
    return [cells[name] for name in names if name in cells]


def _widths(table: Table, most: int) -> list[int]:
    """How many cells each column takes, the room shared out; none where there is too little."""
    cells = zip(table.header, *table.rows, strict=True)
    measures = [_measure(name, column) for name, column in zip(table.names, cells, strict=True)]
    widths = [need for need, _want in measures]
    spare = most - GAP * (len(widths) - 1) - sum(widths)
    if spare < 0 or most < NARROW:
        return []
    by_want = sorted(range(len(widths)), key=lambda number: measures[number][1])
    for place, number in enumerate(by_want):  # the widest last: it takes what the others leave
        need, want = measures[number]
        more = min(want - need, spare // (len(widths) - place))
        widths[number] += more
        spare -= more
    return widths


def _measure(name: str, cells: Sequence[Text]) -> tuple[int, int]:
    """How wide the column must be so that no word breaks, and so that no line wraps."""
    lines = [line for cell in cells for line in cell.plain.split("\n")]
    words = lines if name in STIFF else [word for line in lines for word in pieces(line)]
    return max(map(width, words), default=0), max(map(width, lines))


def _lines(table: Table, widths: Sequence[int]) -> Iterator[Text]:
    """The header and the rows, whose cells are broken where they must be."""
    for row in (table.header, *table.rows):
        cells = [broken(cell, most) for cell, most in zip(row, widths, strict=True)]
        for line in zip_longest(*cells):
            yield _line(line, widths)


def _line(cells: Sequence[Text | None], widths: Sequence[int]) -> Text:
    """One line of a row, each of its cells filled up to the next column."""
    from rich.text import Text  # noqa: PLC0415 (only a rich terminal needs it)

    line, blank = Text(), 0
    for cell, room in zip(cells, widths, strict=True):
        if cell:
            line.append(" " * blank).append_text(apart(cell))
            blank = -width(cell.plain)
        blank += room + GAP
    return line


def _cell(terminal: Terminal, record: Record, marks: Marks, column: Column) -> Text:
    """The cell's text; a title leads to the record's address."""
    text = _text(terminal, column.show(record, terminal.language), STYLES.get(column.name, ""))
    mark(text, column, marks.runs)
    text.append_text(_text(terminal, tag(of_cell(record, column, terminal.language))))
    if column.name == "title":
        if "url" in record.values:
            text.stylize(f"link {safe(record.values['url'])}")
        if marks.line:
            below = _text(terminal, marks.line)
            return type(text)("\n").join([text, below])
    return text


def _text(terminal: Terminal, text: str, style: str = "") -> Text:
    """The text, safe to show, in letters that the terminal has."""
    from rich.text import Text  # noqa: PLC0415 (only a rich terminal needs it)

    return Text(terminal.shown(text), style=style)
