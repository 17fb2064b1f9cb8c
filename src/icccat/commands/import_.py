"""`icccat import`: what a file holds of records, brought in once a person agrees to the plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from icccat.commands.importing import bring_in
from icccat.commands.session import Session
from icccat.errors import Refused
from icccat.formats.incoming import opened, reader_of
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.incoming import Wanted
from icccat.records.incoming.lines import kind_named
from icccat.records.kinds import KINDS
from icccat.records.sorts import Language, or_nearest

File = Annotated[
    str,
    typer.Argument(
        metavar=_("FILE"),
        help=_("A file with a record in each row, as icccat export writes it; - for input."),
        show_default=False,
    ),
]
Kind = Annotated[
    str,
    typer.Option("--kind", metavar=_("KIND"), help=_("Of which kind rows are that do not say it.")),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar=_("FORMAT"),
        help=_("The format, where the file's ending does not say it."),
    ),
]
Encoding = Annotated[
    str,
    typer.Option(
        "--encoding",
        metavar=_("ENCODING"),
        help=_("How its letters are encoded, as in windows-1252, where that is not seen."),
    ),
]
DateOrder = Annotated[
    Literal["", "dmy", "mdy", "ymd"],
    typer.Option(
        "--date-order",
        metavar="dmy|mdy|ymd",
        show_default=False,
        help=_("What 01/02/2024 is: dmy the first of February, mdy the second of January."),
    ),
]
Content = Annotated[
    str,
    typer.Option(
        "--in",
        metavar=_("LANGUAGE"),
        help=_("The language of texts whose heading names none, as in --in fr."),
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help=_("Ask no question."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Show the plan, and change nothing."))]


def command(
    context: typer.Context,
    file: File,
    *,
    kind: Kind = "",
    format_: Format = "",
    encoding: Encoding = "",
    date_order: DateOrder = "",
    content: Content = "",
    yes: Yes = False,
    dry_run: DryRun = False,
) -> None:
    """Bring in the records of a file: new ones, and what has changed in others."""
    session = Session.of(context)
    wanted = Wanted(_kind(kind), _language(content), date_order)
    path = Path(file)
    reader, source = reader_of(path, format_), opened(path, encoding)
    with session.progress(_("reading {file}").format(file=path.name)) as step:
        step(0, 0)
        incoming = reader.read(source)
    session.terminal.note(*incoming.said)
    way = "dry" if dry_run else "yes" if yes else "ask"
    bring_in(session, file, incoming.sheets, wanted, way=way)


def _kind(word: str) -> str:
    """The kind that the word names, in either language; raises Refused where it names none."""
    kind = kind_named(word)
    if word and not kind:
        sentence = _('--kind: "{word}" is not a kind of record: {kinds}')
        sentence = sentence.format(word=word, kinds=", ".join(KINDS))
        raise Refused(or_nearest(sentence, word, KINDS))
    return kind


def _language(code: str) -> str:
    """The language of the code; raises Refused where it is none."""
    try:
        return Language().check(code.lower(), "") if code else ""
    except ValueError as refusal:
        raise Refused(labelled("--in", str(refusal))) from None
