"""What a database holds: the records of the export, and what they refer to."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from icccat.records.kinds import EVENTS, KINDS
from icccat.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from icccat.formats import Selection
    from icccat.records.fields import Field

INTERNAL = "notes"


def fields_by_kind(selection: Selection) -> dict[str, list[Field]]:
    """The fields of each kind that are wanted, {kind: fields}; never internal notes.

    Where columns were asked for these are their fields, but for kinds that are only referred to.
    """
    kinds = {record.kind for record in selection.records} if selection.chosen else set[str]()
    wanted = {name for column in selection.columns for name in column.fields}
    return {
        kind: [
            field
            for field in declared.fields
            if field.name != INTERNAL and (kind not in kinds or field.name in wanted)
        ]
        for kind, declared in KINDS.items()
    }


def gathered(
    selection: Selection, fields: Mapping[str, Sequence[Field]]
) -> dict[str, dict[str, Record]]:
    """The records of the export, and after them those that they refer to, {kind: {id: record}}.

    Of a video or meeting that is only referred to there are the titles, of one that the catalogue
    has not only the id. So nothing that is referred to is missing.
    """
    found: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    for record in selection.records:
        found[record.kind][record.id] = record
    waiting = deque(selection.records)
    while waiting:
        record = waiting.popleft()
        for kind, id_ in _references(record, fields[record.kind]):
            if id_ not in found[kind]:
                found[kind][id_] = _referred_to(selection, kind, id_)
                waiting.append(found[kind][id_])
    return found


def _references(record: Record, fields: Sequence[Field]) -> Iterator[tuple[str, str]]:
    """The kind and the id of each record that this one names."""
    for field in fields:
        if field.refers_to and field.name in record.values:
            yield from ((field.refers_to, id_) for id_ in field.items(record.values[field.name]))


def _referred_to(selection: Selection, kind: str, id_: str) -> Record:
    record = selection.everyone.get(kind, {}).get(id_)
    if record is None:
        return Record(kind, id_, {})
    if kind not in EVENTS:
        return record
    called = record.declared.called
    return Record(kind, id_, {called: record.values[called]} if called in record.values else {})
