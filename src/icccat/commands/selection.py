"""Which records `list`, `search` and `export` work on, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.columns import MADE
from icccat.records.kinds import EVENTS, KINDS, every_field
from icccat.records.order import ordered
from icccat.records.sorts import or_nearest
from icccat.search.match import find
from icccat.search.query import And, asks_for, parse_arguments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.records.record import Record
    from icccat.search.query import Query as Tree

NEWEST_FIRST = "-date"
Query = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=_("[QUERY]…"),
        help=_('Words, "phrases", field:value, -without; icccat search --fields lists the fields.'),
        show_default=False,
    ),
]
Kind = Annotated[
    str,
    typer.Option(
        "--kind",
        metavar=_("KIND"),
        help=_("Of this kind only: video, meeting, series, topic, place."),
    ),
]
Sort = Annotated[
    str,
    typer.Option(
        "--sort", metavar=_("FIELD"), help=_("By this field; -FIELD the other way round.")
    ),
]
Columns = Annotated[
    str,
    typer.Option("--columns", metavar=_("FIELDS"), help=_("These columns, separated by commas.")),
]


def _number(text: str) -> int:
    """A whole number from 1."""
    if not text.isdecimal() or int(text) == 0:
        raise typer.BadParameter(_('"{value}" is not a number such as 10').format(value=text))
    return int(text)


Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", metavar=_("N"), parser=_number, show_default=False, help=_("The first N only.")
    ),
]
NoHeader = Annotated[
    bool, typer.Option("--no-header", help=_("In a pipe, without the line of column names."))
]


def selected(
    catalogue: Catalogue,
    words: Sequence[str],
    *,
    kind: str = "",
    sort: str = "",
    language: str = "en",
) -> tuple[list[Record], int]:
    """The records that words find, in order, and how many there were to choose from."""
    query = parse_arguments(words)
    if kind:
        query = And((query, parse_arguments([f"kind:{kind}"])))
    records, total = meant(catalogue, query)
    by = sort.removeprefix("-")
    if by and by not in MADE and by not in every_field():
        sentence = _('there is no field "{name}" to sort by').format(name=by)
        raise Refused(or_nearest(sentence, by, (*MADE, *every_field())))
    if not by:
        return records, total
    return ordered(records, by, descending=sort.startswith("-"), language=language), total


def meant(catalogue: Catalogue, query: Tree) -> tuple[list[Record], int]:
    """The records that a query finds, and how many there were to choose from.

    Where the query asks for no kind, only videos and meetings are meant.
    """
    found = find(query, catalogue.records)
    kinds = {record.kind for record in found} if asks_for(query, "kind", "id") else {*EVENTS}
    records = [record for record in found if record.kind in kinds]
    total = sum(len(catalogue.records[name]) for name in kinds or KINDS)
    return records, total


def column_names(columns: str, default: Sequence[str]) -> list[str]:
    """The names of the columns asked for, else the default ones."""
    return [name.strip() for name in columns.split(",") if name.strip()] or list(default)
