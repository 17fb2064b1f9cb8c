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
from icccat.formats import Selection, format_named, format_of, formats
from icccat.locale import count
from icccat.locale import translate as _
from icccat.records.columns import columns_named, sheet
from icccat.records.sorts import or_nearest

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
    _check_program(name, program)
    names = column_names(columns, ())
    if "notes" in names and not notes:
        raise Refused(_("notes are internal: they leave only with --notes"))
    with session.index() as index:
        tree = asked(index, query or [], kind=kind, today=session.today)
        records, total = selected(index, tree, sort=sort)
        if not records:
            raise NothingFound(_("nothing found, so nothing is written"))
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
        data = format_module.write(selection, to_file=path is not None)
    if path:
        write_output(path, data, force=force, catalogue=session.where().path)
        session.terminal.note(_written(len(records), path))
    else:
        _to_stdout(session, name, data)


def _written(number: int, path: Path) -> str:
    """How many records went where."""
    sentence = count(
        "{number} record written to {file}", "{number} records written to {file}", number
    )
    return sentence.format(number=number, file=path)


def _check_program(format_name: str, program: str) -> None:
    """Raise Refused where the format has no way of its own for a program."""
    ways = getattr(format_named(format_name), "PROGRAMS", ())
    if program and program not in ways:
        sentence = _("{format} is not made for {program}")
        sentence = sentence.format(format=format_name, program=program)
        raise Refused(or_nearest(sentence, program, ways))


def _to_stdout(session: Session, format_name: str, data: bytes) -> None:
    """Write the answer out; raises Refused where a terminal would show no text."""
    if getattr(format_named(format_name), "BINARY", False) and session.terminal.form != "lines":
        sentence = _("{format} is no text: give a file to write, as in -o catalogue.{format}")
        raise Refused(sentence.format(format=format_name))
    session.terminal.raw(data)
