"""The order of records: by date, or by any field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icccat.records.kinds import KINDS
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.records.record import Record


def ordered(
    records: Iterable[Record], by: str = "date", *, descending: bool = False, language: str = "en"
) -> list[Record]:
    """The records by `date`, `kind`, `id` or a field; those without it last, both ways.

    Dates are ordered by their beginning, the less precise first; equal ones by title.
    """
    keyed = [(_key(record, by, language), record) for record in records]
    keyed.sort(key=lambda pair: (fold(pair[1].title(language)), pair[1].id))
    present = [pair for pair in keyed if pair[0] is not None]
    present.sort(key=lambda pair: pair[0], reverse=descending)
    return [record for key, record in present + [pair for pair in keyed if pair[0] is None]]


def _key(record: Record, by: str, language: str) -> Any:  # noqa: ANN401 (what the field sorts by)
    if by == "date":
        dates = record.dates
        return dates[0].sort_key if dates else None
    if by == "kind":
        return list(KINDS).index(record.kind)
    if by == "id":
        return record.id.casefold()
    field, value = record.declared.field(by), record.get(by)
    return None if field is None or value is None else field.order(value, language)
