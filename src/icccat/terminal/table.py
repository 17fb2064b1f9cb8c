"""Records as a table that fits the width: titles wrap, ids stay whole, nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.table import Table
    from rich.text import Text

    from icccat.records.columns import Column
    from icccat.records.record import Record
    from icccat.terminal.terminal import Terminal

GAP = 2  # cells between columns
NARROW = 60  # below this a table has no room: a block of lines for each record
STYLES = {"title": "bold", "id": "cyan"}
STIFF = {"id", "date", "kind", "year"}  # columns whose cells are never broken


def show_table(
    terminal: Terminal,
    records: Sequence[Record],
    columns: Sequence[Column],
    *,
    id_below: bool = False,
) -> None:
    """Show the records for a person: a row each, or where that cannot be, a block of lines.

    `id_below`: the id stands below the title, for want of room beside it.
    """
    if terminal.form != "rich":
        terminal.answer(
            "\n\n".join(_labelled(record, columns, terminal.language) for record in records)
        )
    elif table := _table(records, columns, terminal, id_below=id_below):
        terminal.draw(table)
    else:
        for record in records:
            terminal.draw(*_block(record, columns, terminal.language))


def _labelled(record: Record, columns: Sequence[Column], language: str) -> str:
    """`label: value` lines, in reading order, for a screen reader."""
    shown = ((column.label, safe(column.show(record, language))) for column in columns)
    return "\n".join(f"{label}: {value}" for label, value in shown if value)


def _block(record: Record, columns: Sequence[Column], language: str) -> Iterator[Text]:
    from rich.text import Text  # noqa: PLC0415 (only a rich terminal needs it)

    for column in columns:
        if column.show(record, language):
            yield _cell(record, column, language)
    yield Text("")


def _table(
    records: Sequence[Record], columns: Sequence[Column], terminal: Terminal, *, id_below: bool
) -> Table | None:
    """The table; nothing where a word or an id would have to be broken."""
    from rich.table import Table  # noqa: PLC0415 (only a rich terminal needs it)

    id_below = id_below and {"id", "title"} <= {column.name for column in columns}
    shown = [column for column in columns if not (id_below and column.name == "id")]
    rows = [
        [_cell(record, column, terminal.language, id_below=id_below) for column in shown]
        for record in records
    ]
    widths = _widths(shown, rows, terminal.width)
    if terminal.width < NARROW or widths is None:
        return None
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for column, cells in zip(shown, widths, strict=True):
        table.add_column(str(column.label), width=cells)
    for row in rows:
        table.add_row(*row)
    return table


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


def _cell(record: Record, column: Column, language: str, *, id_below: bool = False) -> Text:
    """The cell's text; a title leads to the record's address."""
    from rich.text import Text  # noqa: PLC0415 (only a rich terminal needs it)

    text = Text(safe(column.show(record, language)), style=STYLES.get(column.name, ""))
    if column.name == "title" and "url" in record.values:
        text.stylize(f"link {safe(record.values['url'])}")
    if column.name == "title" and id_below:
        text.append(f"\n{safe(record.id)}", style="not bold cyan")
    return text
