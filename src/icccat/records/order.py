"""The order of records: by date, or by any field."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from icccat.records.columns import MADE
from icccat.records.kinds import KINDS, every_field
from icccat.words.alphabet import alphabetical, in_alphabet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from icccat.records.record import Record

_BEFORE = "\x1f"  # which comes before all that titles are compared by
_PLACES = {kind: place for place, kind in enumerate(KINDS)}


def order_named(name: str) -> str:
    """What records may be ordered by, of this name or this word of an option; "" for none.

    `place` is `places`, as in `--place` of `add`.
    """
    fields = every_field()
    if name in MADE or name in fields:
        return name
    return next((field.name for field in fields.values() if field.word == name), "")


def ordered(
    records: Iterable[Record], by: str = "date", *, descending: bool = False, language: str = "en"
) -> list[Record]:
    """The records by a field, or by what is made of several; those without it last, both ways.

    Dates are ordered by their beginning, the less precise first; equal ones by title, then by id.
    """
    all_ = list(records)
    by_title = sorted(zip(title_keys(all_, language), all_, strict=True), key=itemgetter(0))
    keyed = [(_key(record, by, language), record) for _title, record in by_title]
    present = [pair for pair in keyed if pair[0] is not None]
    present.sort(key=lambda pair: pair[0], reverse=descending)
    return [record for key, record in present + [pair for pair in keyed if pair[0] is None]]


def title_keys(records: Collection[Record], language: str) -> list[str]:
    """What records are compared by that are equal else: their titles, then their ids."""
    titles = in_alphabet([record.title(language) for record in records])
    return [
        f"{title}{_BEFORE}{record.id}{_BEFORE}{_PLACES[record.kind]}"
        for title, record in zip(titles, records, strict=True)
    ]


def _key(record: Record, by: str, language: str) -> Any:  # noqa: ANN401 (what the field sorts by)
    """What a record is compared by; None where it has no such thing."""
    if by == "date":
        dates = record.dates
        return dates[0].sort_key if dates else None
    if by == "kind":
        return _PLACES[record.kind]
    if by in MADE:
        text = MADE[by].cell(record) if by != "title" else record.title(language)
        return alphabetical(text) if text else None
    field, value = record.declared.field(by), record.get(by)
    return None if field is None or value in _EMPTY else field.order(value, language)


_EMPTY = (None, ())
