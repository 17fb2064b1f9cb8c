"""`icccat show`: one record, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from icccat.catalogue.lookup import related, resolve
from icccat.commands.session import Session
from icccat.errors import Level, Refused
from icccat.locale import translate as _
from icccat.records.checks import problems
from icccat.records.known import known
from icccat.terminal.card import show_card

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue
    from icccat.records.record import Record

Id = Annotated[
    str,
    typer.Argument(metavar=_("ID"), help=_("A record's id, or how it begins."), show_default=False),
]
Open = Annotated[bool, typer.Option("--open", help=_("Open its link in the browser."))]


def command(
    context: typer.Context,
    id_: Id,
    *,
    open_: Open = False,
) -> None:
    """Show one record: every field, both languages, what belongs to it, what is missing."""
    session = Session.of(context)
    catalogue = session.load()
    record = resolve(catalogue, id_)
    if session.as_json:
        session.show_json([record], len(catalogue.everything))
    else:
        show_card(session.terminal, record, catalogue.records, related(catalogue, record))
        session.terminal.note(*_missing(catalogue, record))
    if open_:
        if "url" not in record.values:
            raise Refused(_("{id} has no link to open").format(id=record.id))
        typer.launch(record.values["url"])


def _missing(catalogue: Catalogue, record: Record) -> list[str]:
    """What the record would be better with, in sentences."""
    found = problems(record, known(catalogue.records))
    return [problem.message for problem in found if problem.level is Level.ADVICE]
