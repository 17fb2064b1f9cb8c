"""Which records `list`, `search` and `export` work on, and in which order."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.columns import MADE
from icccat.records.kinds import EVENTS, KINDS, every_field
from icccat.records.order import order_named, ordered
from icccat.records.sorts import or_nearest
from icccat.search.context import Context
from icccat.search.index import Index
from icccat.search.order import newest_first, ranked
from icccat.search.tree import And, asks_for_kinds

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.records.record import Record
    from icccat.search.match import Answer
    from icccat.search.tree import Query as Tree

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


def context_of(source: Catalogue | Index, today: dt.date) -> Context:
    """What a query of this catalogue is read in."""
    names = source if isinstance(source, Index) else None
    return Context(today, source.about.searches, source.records, names)


def asked(index: Index, words: Sequence[str], *, kind: str, today: dt.date) -> Tree:
    """The query of the words of a command, and of its option --kind."""
    parts = [*([words] if words else []), *([[f"kind:{kind}"]] if kind else [])]
    if not parts:
        return And(())
    from icccat.search.query import parse_arguments  # noqa: PLC0415 (a bare list asks nothing)

    context = context_of(index, today)
    queries = [parse_arguments(part, context) for part in parts]
    return queries[0] if len(queries) == 1 else And(tuple(queries))


def selected(
    index: Index, query: Tree, *, sort: str, language: str = "en", limit: int | None = None
) -> tuple[Sequence[Record], int]:
    """The records in which a query's words stand as they are, in order, the first of them.

    And how many there were to choose from.
    """
    name = sort.removeprefix("-")
    by = order_named(name)
    if name and not by:
        sentence = _('there is no field "{name}" to sort by').format(name=name)
        raise Refused(or_nearest(sentence, name, (*MADE, *every_field())))
    if query == And(()) and sort == NEWEST_FIRST:  # which need not be looked for
        if not limit:
            every = index.titled_lines(None, language)
            return newest_first(every, index), index.total(EVENTS)
        latest = ranked(dict.fromkeys(index.newest(EVENTS, limit), 0.0), index, language)
        return index.read(islice(latest, limit)), index.total(EVENTS)
    from icccat.search.match import find  # noqa: PLC0415 (the latest need none)

    answer = find(query, index, exact=True)
    total = total_of(index, query, answer)
    if sort == NEWEST_FIRST and limit:
        alike = ranked(dict.fromkeys(answer.scores, 0.0), index, language)
        return index.read(islice(alike, limit)), total
    if sort == NEWEST_FIRST:
        return newest_first(index.titled_lines(answer.scores, language), index), total
    records = index.read(answer.scores)
    if by:
        records = ordered(records, by, descending=sort.startswith("-"), language=language)
    else:  # as they stand in the catalogue, kind by kind
        records.sort(key=lambda record: (list(KINDS).index(record.kind), record.id.casefold()))
    return records[:limit], total


def total_of(index: Index, query: Tree, answer: Answer) -> int:
    """How many records there were to choose from: where kinds are asked for, of those found."""
    if not asks_for_kinds(query):
        return index.total(EVENTS)
    return index.total(index.kinds(answer.scores) or KINDS)


def meant(catalogue: Catalogue, query: Tree) -> list[Record]:
    """The records of a catalogue that was read in which a query's words stand as they are."""
    from icccat.search.index.making import of  # noqa: PLC0415 (only to change records)
    from icccat.search.match import find  # noqa: PLC0415 (likewise)

    with of(catalogue) as index:
        found = index.read(sorted(find(query, index, exact=True).scores))
    return [catalogue.records[record.kind][record.id] for record in found]


def column_names(columns: str, default: Sequence[str]) -> list[str]:
    """The names of the columns asked for, else the default ones."""
    return [name.strip() for name in columns.split(",") if name.strip()] or list(default)
