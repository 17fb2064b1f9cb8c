"""`icccat search`: the records that words find, and the fields they may be looked for in."""

from __future__ import annotations

from typing import Annotated

import typer

from icccat.commands.list import default_columns
from icccat.commands.selection import (
    NEWEST_FIRST,
    Columns,
    Kind,
    Limit,
    NoHeader,
    Query,
    column_names,
    selected,
)
from icccat.commands.session import Session
from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.columns import columns_named
from icccat.search.fields import FIELDS

Fields = Annotated[
    bool, typer.Option("--fields", help=_("List the fields of a query, with an example each."))
]


def command(
    context: typer.Context,
    query: Query = None,
    *,
    kind: Kind = "",
    columns: Columns = "",
    limit: Limit = None,
    fields: Fields = False,
    no_header: NoHeader = False,
) -> None:
    """Find the records that match all words of the query."""
    session = Session.of(context)
    if fields:
        show_fields(session)
        return
    if not any(word.strip() for word in query or ()):
        raise Refused(_("search needs something to look for, as in: icccat search refugees"))
    catalogue = session.load()
    records, total = selected(
        catalogue, query or [], kind=kind, sort=NEWEST_FIRST, language=session.terminal.language
    )
    names = column_names(columns, default_columns(session))
    session.show(records[:limit], columns_named(names), total, header=not no_header)


def show_fields(session: Session) -> None:
    """Each field of the query language, its other names, and an example."""
    for field in dict.fromkeys(FIELDS.values()):
        others = ", ".join(name for name in field.names if name != field.name)
        example = f'"{field.example}"' if " " in field.example else field.example
        line = f"{field.name}:{example}"
        if session.terminal.form == "lines":
            session.terminal.lines([f"{line}\t{others}"])
        else:
            session.terminal.answer(f"{line:<44}{others}")
