"""The same question answered without an index: each record's texts are looked at, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.search.predicates import contain
from icccat.search.texts import Texts
from icccat.search.tree import And, Dated, Not, Query, Value, Words

if TYPE_CHECKING:
    from icccat.records.record import Record, Records


def find(query: Query, records: Records) -> list[Record]:
    """The records in which every word of the query stands as it is, in the catalogue's order."""
    return [
        record
        for of_kind in records.values()
        for record in of_kind.values()
        if _holds(query, Texts(record, records))
    ]


def _holds(query: Query, texts: Texts) -> bool:
    match query:
        case Words(text, phrase, exact, prefix):
            return contain(texts.everything, text, phrase=phrase or exact, prefix=prefix)
        case Dated(written, test):
            return test(texts) or contain(texts.everything, written.text, phrase=True)
        case Value(tests=tests):
            return any(test(texts) for test in tests)
        case Not(inner):
            return not _holds(inner, texts)
        case And(parts):
            return all(_holds(part, texts) for part in parts)
        case _:
            return any(_holds(part, texts) for part in query.parts)
