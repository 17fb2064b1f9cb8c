"""`icccat list`: the records that a query finds, in order, or how many there are of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from icccat.commands.selection import (
    NEWEST_FIRST,
    Columns,
    Kind,
    Limit,
    NoHeader,
    Query,
    Sort,
    asked,
    column_names,
    selected,
)
from icccat.commands.session import Session
from icccat.errors import NothingFound
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.columns import columns_named
from icccat.words.alphabet import alphabetical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.records.record import Record

LINES = ("id", "kind", "date", "title", "places", "topics", "url")
TABLE = ("date", "title", "id", "places")

Count = Annotated[
    str,
    typer.Option(
        "--count", metavar=_("FIELD"), help=_("How many records have each value of this field.")
    ),
]


def command(
    context: typer.Context,
    query: Query = None,
    *,
    kind: Kind = "",
    sort: Sort = NEWEST_FIRST,
    columns: Columns = "",
    limit: Limit = None,
    count: Count = "",
    no_header: NoHeader = False,
) -> None:
    """List the records that the query finds, newest first."""
    session = Session.of(context)
    with session.index() as index:
        tree = asked(index, query or [], kind=kind, today=session.today)
        records, total = selected(
            index,
            tree,
            sort=sort,
            language=session.terminal.language,
            limit=None if count else limit,
        )
        records = list(records)  # before anything is written
    if count:
        show_counts(session, records, count, limit=limit)
        return
    names = column_names(columns, default_columns(session))
    session.show(records, columns_named(names), total, header=not no_header)


def default_columns(session: Session) -> tuple[str, ...]:
    """The columns that suit what the answer is written to."""
    return LINES if session.terminal.form == "lines" else TABLE


def show_counts(
    session: Session, records: Sequence[Record], name: str, *, limit: int | None = None
) -> None:
    """How many of the records have each value of the field, the most frequent first.

    Raises NothingFound after an empty answer.
    """
    [column] = columns_named([name])
    counted = Counter(
        value for record in records for value in column.cell(record).split("; ") if value
    )
    rows = sorted(counted.items(), key=lambda row: (-row[1], alphabetical(row[0])))[:limit]
    if session.as_json:
        from icccat.formats import json  # noqa: PLC0415 (only when asked for)

        figures = [{"field": name, "value": value, "count": number} for value, number in rows]
        session.terminal.data(json.envelope("figures", figures, len(records)))
    elif session.terminal.form == "lines":
        session.terminal.lines(f"{number}\t{value}" for value, number in rows)
    else:
        for value, number in rows:
            is_plain = session.terminal.is_plain
            line = labelled(value, str(number)) if is_plain else f"{number:>5}  {value}"
            session.terminal.answer(line)
    if not records:
        raise NothingFound(_("nothing found"))
