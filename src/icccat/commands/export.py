"""`icccat export`: the records that a query finds, in a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from icccat.catalogue.file.output import write_output
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
from icccat.errors import NothingFound, Refused
from icccat.formats import FORMATS, Selection, format_named, format_of
from icccat.locale import count
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
        metavar="|".join(FORMATS),
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
    force: Force = False,
) -> None:
    """Write the records that the query finds, newest first, as CSV or another format."""
    session = Session.of(context)
    path = Path(output) if output else None
    format_module = format_named(format_ or (format_of(path) if path else "csv"))
    with session.index() as index:
        tree = asked(index, query or [], kind=kind, today=session.today)
        records, total = selected(index, tree, sort=sort)
        language = index.about.language
    if not records:
        raise NothingFound(_("nothing found, so nothing is written"))
    names = column_names(columns, ())
    if "notes" in names and not notes:
        raise Refused(_("notes are internal: they leave only with --notes"))
    named = columns_named(names)
    selection = Selection(
        records=records,
        columns=named or sheet(records, language=language, content=content, notes=notes),
        total=total,
        notes=notes,
    )
    data = format_module.write(selection, to_file=path is not None)
    if path is None:
        session.terminal.raw(data)
        return
    write_output(path, data, force=force, catalogue=session.where().path)
    sentence = count(
        "{number} record written to {file}", "{number} records written to {file}", len(records)
    )
    session.terminal.note(sentence.format(number=len(records), file=path))
