"""`icccat export`: the records that a query finds, in a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from icccat.commands.exporting import (
    allowed,
    check_program,
    held,
    left_out,
    to_file,
    to_stdout,
    undisturbed,
)
from icccat.commands.selection import (
    NEWEST_FIRST,
    Columns,
    Kind,
    Query,
    Sort,
    asked,
    column_names,
    selected,
)
from icccat.commands.session import Session
from icccat.formats import Selection, format_named, format_of, formats
from icccat.locale import translate as _
from icccat.records.columns import columns_named, sheet

Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar=_("FILE"),
        help=_("The file to write; else the answer is written out."),
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="|".join(formats()),
        help=_("The format, where the file's ending does not say it."),
    ),
]
Content = Annotated[
    Literal["en", "fr", "both"],
    typer.Option(
        "--in",
        metavar="en|fr|both",
        help=_("The language of the content: both has a column for each."),
    ),
]
For = Annotated[
    str,
    typer.Option(
        "--for",
        metavar=_("PROGRAM"),
        help=_("The program that will open it, as in --for excel-fr for CSV."),
    ),
]
Force = Annotated[bool, typer.Option("--force", help=_("Overwrite the file where there is one."))]
Notes = Annotated[bool, typer.Option("--notes", help=_("With the internal notes."))]


def command(
    context: typer.Context,
    query: Query = None,
    *,
    output: Output = "",
    format_: Format = "",
    kind: Kind = "",
    sort: Sort = NEWEST_FIRST,
    columns: Columns = "",
    content: Content = "both",
    notes: Notes = False,
    program: For = "",
    force: Force = False,
) -> None:
    """Write the records that the query finds, newest first, as CSV or another format."""
    session = Session.of(context)
    path = Path(output) if output else None
    name = format_ or (format_of(path) if path else "csv")
    format_module = format_named(name)
    check_program(name, program)
    names = allowed(column_names(columns, ()), notes=notes)
    with undisturbed(), session.index() as index:
        tree = asked(index, query or [], kind=kind, today=session.today)
        found, total = selected(index, tree, sort=sort)
        records = held(found, name)
        selection = Selection(
            records=records,
            columns=columns_named(names)
            or sheet(records, language=index.about.language, content=content, notes=notes),
            total=total,
            notes=notes,
            chosen=names,
            content=content,
            reader=session.terminal.language,
            everyone=index.records,
            language=index.about.language,
            title=index.about.title,
            query=" ".join([*(query or []), *([f"kind:{kind}"] if kind else [])]),
            today=session.today,
            program=program,
        )
        with session.progress(_("writing {format}").format(format=name)) as step:
            step(0, 0)
            data = format_module.write(selection, to_file=path is not None)
    if path:
        to_file(session, data, path, number=len(records), force=force)
    else:
        to_stdout(session, data, name)
    if len(records) < len(found):
        session.terminal.note(left_out(len(found) - len(records), name))
