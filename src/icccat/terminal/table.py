"""Records as a table that fits the width: titles wrap, ids stay whole, nothing is cut."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from icccat.locale import labelled
from icccat.terminal.marks import Marks, mark
from icccat.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.table import Table
    from rich.text import Text

    from icccat.records.columns import Column
    from icccat.records.record import Record
    from icccat.terminal.terminal import Terminal

GAP = 2  # cells between columns
NARROW = 60  # below this a table has no room: a block of lines for each record
STYLES = {"title": "bold", "id": "cyan"}
ID_BELOW, LINE_BELOW = "not bold cyan", "not bold dim"  # what stands below a title
STIFF = {"id", "date", "kind", "year"}  # columns whose cells are never broken
UNMARKED: Mapping[str, Marks] = MappingProxyType({})


def show_table(
    terminal: Terminal,
    records: Sequence[Record],
    columns: Sequence[Column],
    *,
    id_below: bool = False,
    marks: Mapping[str, Marks] = UNMARKED,
) -> None:
    """Show the records for a person: a row each, or where that cannot be, a block of lines.

    `id_below`: the id stands below the title, for want of room beside it. `marks`: the words by
    which records were found, by `kind.id`.
    """
    found = [(record, marks.get(record.key, Marks())) for record in records]
    if terminal.form != "rich":
        texts = (_labelled(one, its, columns, terminal.language) for one, its in found)
        terminal.answer("\n\n".join(texts))
        return
    rows = [
        [_cell(one, its, column, terminal.language) for column in columns] for one, its in found
    ]
    if table := _table(columns, rows, terminal.width, id_below=id_below):
        terminal.draw(table)
    else:
        for row in rows:
            terminal.draw(*(cell for cell in row if cell.plain), "")


def _labelled(record: Record, marks: Marks, columns: Sequence[Column], language: str) -> str:
    """`label: value` lines, in reading order, for a screen reader."""
    shown = ((column.label, safe(column.show(record, language))) for column in columns)
    lines = [labelled(str(label), value) for label, value in shown if value]
    return "\n".join([*lines, *([marks.label] if marks.label else [])])


def _table(
    columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int, *, id_below: bool
) -> Table | None:
    """The table; nothing where a word or an id would have to be broken."""
    from rich.table import Table  # noqa: PLC0415 (only a rich terminal needs it)

    if id_below and {"id", "title"} <= {column.name for column in columns}:
        rows = [_with_id_below(columns, row) for row in rows]
        columns = [column for column in columns if column.name != "id"]
    widths = _widths(columns, rows, width)
    if width < NARROW or widths is None:
        return None
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for column, cells in zip(columns, widths, strict=True):
        table.add_column(str(column.label), width=cells)
    for row in rows:
        table.add_row(*row)
    return table


def _with_id_below(columns: Sequence[Column], row: Sequence[Text]) -> list[Text]:
    """The row without its id, which stands below the title."""
    cells = [(column.name, cell) for column, cell in zip(columns, row, strict=True)]
    below = "".join(f"\n{cell.plain}" for name, cell in cells if name == "id")
    return [
        cell.copy().append(below, style=ID_BELOW) if name == "title" else cell
        for name, cell in cells
        if name != "id"
    ]


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Text]], most: int
) -> list[int] | None:
    """How many cells each column takes, the room shared out; nothing where there is too little."""
    measures = [_measure(column, [row[n] for row in rows]) for n, column in enumerate(columns)]
    widths = [need for need, _want in measures]
    spare = most - GAP * (len(columns) - 1) - sum(widths)
    if spare < 0:
        return None
    by_want = sorted(range(len(columns)), key=lambda number: measures[number][1])
    for place, number in enumerate(by_want):  # the widest last: it takes what the others leave
        need, want = measures[number]
        more = min(want - need, spare // (len(columns) - place))
        widths[number] += more
        spare -= more
    return widths


def _measure(column: Column, cells: Sequence[Text]) -> tuple[int, int]:
    """How wide the column must be so that no word breaks, and so that no line wraps."""
    from rich.cells import cell_len  # noqa: PLC0415 (only a rich terminal needs it)

    lines = [str(column.label), *(line for cell in cells for line in cell.plain.split("\n"))]
    words = lines if column.name in STIFF else " ".join(lines).split()
    return max(map(cell_len, words)), max(map(cell_len, lines))


def _cell(record: Record, marks: Marks, column: Column, language: str) -> Text:
    """The cell's text; a title leads to the record's address."""
    from rich.text import Text  # noqa: PLC0415 (only a rich terminal needs it)

    text = Text(safe(column.show(record, language)), style=STYLES.get(column.name, ""))
    mark(text, column, marks.runs)
    if column.name == "title":
        if "url" in record.values:
            text.stylize(f"link {safe(record.values['url'])}")
        if marks.line:
            text.append(f"\n{safe(marks.line)}", style=LINE_BELOW)
    return text
