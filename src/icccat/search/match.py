"""Which records a query finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.search.predicates import contain
from icccat.search.query import And, Not, Query, Value, Words
from icccat.search.texts import Texts

if TYPE_CHECKING:
    from icccat.records.record import Record, Records


def find(query: Query, records: Records) -> list[Record]:
    """The records that the query finds, in the order of the catalogue."""
    return [
        record
        for of_kind in records.values()
        for record in of_kind.values()
        if _holds(query, Texts(record, records))
    ]


def _holds(query: Query, texts: Texts) -> bool:
    match query:
        case Words(text, phrase):
            return contain(texts.everything, text, phrase=phrase)
        case Value(tests=tests):
            return any(test(texts) for test in tests)
        case Not(inner):
            return not _holds(inner, texts)
        case And(parts):
            return all(_holds(part, texts) for part in parts)
        case _:
            return any(_holds(part, texts) for part in query.parts)
