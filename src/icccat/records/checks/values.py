"""The values of a record one by one, each with its path: what checks walk over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icccat.records.fields import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icccat.records.fields import Field
    from icccat.records.record import Record


def path_of(record: Record, *more: str) -> tuple[str, ...]:
    """The keys that lead to the record, or to what is in it."""
    return record.kind, record.id, *more


def values_of(record: Record) -> Iterator[tuple[Field, tuple[str, ...], Any]]:
    """Each single value of the record: its field, its path, itself."""
    yield from _values(record.declared.fields, record.values, path_of(record))


def every_value(record: Record) -> Iterator[tuple[Field, tuple[str, ...], Any]]:
    """Each single value of the record and of its documents: its field, its path, itself."""
    for field, path, value in values_of(record):
        if isinstance(field.sort, Document):
            yield from _values(field.sort.fields, value, path)
        else:
            yield field, path, value


def _values(
    fields: tuple[Field, ...], values: Mapping[str, Any], path: tuple[str, ...]
) -> Iterator[tuple[Field, tuple[str, ...], Any]]:
    for field in fields:
        if field.name in values:
            for number, one in enumerate(field.items(values[field.name])):
                yield field, (*path, field.name, *([str(number)] if field.many else [])), one
