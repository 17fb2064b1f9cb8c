"""Queries for tests, read on a fixed day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from icccat.catalogue.about import About
from icccat.catalogue.catalogue import Catalogue
from icccat.records.kinds import KINDS
from icccat.search import match, query
from icccat.search.context import Context
from icccat.search.index.making import of
from icccat.search.tree import And, Dated, Not, Or, Query, Value, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.records.record import Record, Records

TODAY = dt.date(2020, 3, 31)
SEARCHES = {
    "portugal": "country:PT date:2019..",
    "Été": "date:2019-06..2019-08",
    "both": "saved:portugal OR saved:Été",
    "a": "x saved:b",
    "b": "saved:a",
    "wrong": "datte:2019",
}
CONTEXT = Context(TODAY, SEARCHES)


def parse(text: str, context: Context = CONTEXT) -> Query:
    """The query in a text, on that day."""
    return query.parse(text, context)


def parse_arguments(arguments: Sequence[str], context: Context = CONTEXT) -> Query:
    """The query of arguments, on that day."""
    return query.parse_arguments(arguments, context)


def find(asked: Query, records: Records) -> list[Record]:
    """The records that a query finds, of every kind, in the catalogue's order."""
    with of(Catalogue(Path(), "", About(), records, {})) as index:
        search = match.Search(index, frozenset(KINDS), exact=True)
        numbers = sorted(search.answer(asked).scores)
        return [records[one.kind][one.id] for one in index.read(numbers)]


def told(asked: Query) -> str:
    """The tree in a line: 'a b' words, "a b" a phrase, =a, a*, a value after its field."""
    match asked:
        case Words(text, phrase, exact, prefix):
            quoted = f'"{text}"' if phrase else f"'{text}'"
            return f"{'=' * exact}{quoted}{'*' * prefix}"
        case Dated(written, test):
            return f"{test.said} or {told(written)}"
        case Value(name, tests):
            return f"{name}:{','.join(test.said for test in tests)}"
        case Not(inner):
            return f"not {told(inner)}"
        case And(parts):
            return f"and({', '.join(map(told, parts))})"
        case Or(parts):
            return f"or({', '.join(map(told, parts))})"
