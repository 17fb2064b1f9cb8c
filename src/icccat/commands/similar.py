"""`icccat similar`: the videos and meetings most like one."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from icccat.catalogue.lookup import place_of
from icccat.commands.list import default_columns
from icccat.commands.results import Results
from icccat.commands.selection import Columns, Limit, NoHeader, column_names
from icccat.commands.session import Session
from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.columns import columns_named
from icccat.records.kinds import EVENTS
from icccat.search.order import ranked
from icccat.search.similar import similar

if TYPE_CHECKING:
    from icccat.records.record import Record
    from icccat.search.index import Index

Id = Annotated[
    str,
    typer.Argument(metavar=_("ID"), help=_("A record's id, or how it begins."), show_default=False),
]
MOST = 10  # records, unless --limit says how many


def command(
    context: typer.Context,
    id_: Id,
    *,
    columns: Columns = "",
    limit: Limit = None,
    no_header: NoHeader = False,
) -> None:
    """Find the videos and meetings most like one, ten of them unless --limit says how many."""
    session = Session.of(context)
    shown = columns_named(column_names(columns, default_columns(session)))
    with session.index() as index:
        answer = similar(_record(index, id_), index)
        numbers = ranked(answer.scores, index, session.terminal.language)
        results = Results(index, answer, list(islice(numbers, limit or MOST)))
        total = index.total(EVENTS)
        session.show(results.records, shown, total, header=not no_header, results=results)


def _record(index: Index, beginning: str) -> Record:
    """The video or meeting of this id, or alone of this beginning; raises Refused for another."""
    ids = index.ids()
    record = index.record(ids[place_of([id_ for _number, id_ in ids], beginning)][0])
    if record.kind not in EVENTS:
        sentence = _("{id} is a {kind}: only videos and meetings are compared")
        raise Refused(sentence.format(id=record.id, kind=record.declared.label))
    return record
