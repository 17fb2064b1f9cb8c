"""`icccat search`: the records that words find, and the fields they may be looked for in."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from icccat.commands.list import default_columns
from icccat.commands.results import Results, show_results
from icccat.commands.selection import (
    Columns,
    Kind,
    Limit,
    NoHeader,
    Query,
    asked,
    column_names,
)
from icccat.commands.session import Session
from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.columns import columns_named
from icccat.search.announcements import announcements
from icccat.search.fields import all_fields
from icccat.search.match import find
from icccat.search.order import ranked

Fields = Annotated[
    bool, typer.Option("--fields", help=_("List the fields of a query, with an example each."))
]
Exact = Annotated[
    bool, typer.Option("--exact", help=_("Only the words as they are: no stems, synonyms, typos."))
]
Explain = Annotated[
    bool, typer.Option("--explain", help=_("Say how the query was understood, and met."))
]
Save = Annotated[
    str | None,
    typer.Option(
        "--save",
        metavar=_("NAME"),
        show_default=False,
        help=_("Keep the query in the catalogue: saved:NAME stands for it from then on."),
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("With --save: say what it would keep, and stop."))
]
Saved = Annotated[bool, typer.Option("--saved", help=_("List the searches that are kept."))]


def command(
    context: typer.Context,
    query: Query = None,
    *,
    kind: Kind = "",
    columns: Columns = "",
    limit: Limit = None,
    fields: Fields = False,
    exact: Exact = False,
    explain: Explain = False,
    save: Save = None,
    saved: Saved = False,
    dry_run: DryRun = False,
    no_header: NoHeader = False,
) -> None:
    """Find the records that match all words of the query."""
    session = Session.of(context)
    if fields:
        show_fields(session)
        return
    if saved:
        from icccat.commands.saving import list_saved  # noqa: PLC0415 (only when asked for)

        list_saved(session)
        return
    words = query or []
    if not any(word.strip() for word in words):
        raise Refused(_("search needs something to look for, as in: icccat search refugees"))
    if dry_run and save is None:
        names = {"names": "--dry-run", "option": "--save"}
        raise Refused(_("{names}: this goes with {option}").format(**names))
    shown = columns_named(column_names(columns, default_columns(session)))
    if save is not None:
        from icccat.commands.saving import keep  # noqa: PLC0415 (only when asked for)

        keep(session, words, kind=kind, name=save, dry_run=dry_run)
        if dry_run:
            return
    with session.index() as index:
        tree = asked(index, words, kind=kind, today=session.today)
        answer = find(tree, index, exact=exact)
        numbers = list(islice(ranked(answer.scores, index, session.terminal.language), limit))
        results = Results(index, answer, numbers)
        session.terminal.note(*announcements(answer))
        if explain:
            session.terminal.note(*results.explained(tree))
        show_results(session, results, tree, shown, header=not no_header)


def show_fields(session: Session) -> None:
    """Each field of the query language, its other names, and an example or several."""
    for field in dict.fromkeys(all_fields().values()):
        others = ", ".join(name for name in field.names if name != field.name)
        for example in (field.example, *field.more):
            value = f'"{example}"' if " " in example else example
            _show_example(session, f"{field.name}:{value}", others)


def _show_example(session: Session, line: str, others: str) -> None:
    if session.terminal.form == "lines":
        session.terminal.lines([f"{line}\t{others}"])
    elif session.terminal.is_plain:
        also = _("{field}, also {names}").format(field=line, names=others)
        session.terminal.answer(also if others else line)
    else:
        session.terminal.answer(f"{line:<44}{others}".rstrip())
