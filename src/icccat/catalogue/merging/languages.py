"""Text with and without languages made alike before a merge, and put as it was written after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from icccat.catalogue.text.values import alike
from icccat.records.fields import Document, Field
from icccat.records.kinds import KINDS
from icccat.records.kinds.shared import TITLE

if TYPE_CHECKING:
    from icccat.catalogue.merging.clash import Value

Table: TypeAlias = Mapping[str, Any]


def by_language(kind: str, table: Table, language: str) -> dict[str, Any]:
    """The table, with each plain text that may have languages as one of `language`."""
    fields = _fields(kind)
    return {
        name: _value(fields[name], value, language) if name in fields else value
        for name, value in table.items()
    }


def _fields(kind: str) -> dict[str, Field]:
    """The fields of a kind of record, or of the catalogue itself."""
    declared = KINDS[kind].fields if kind in KINDS else (TITLE,)
    return {field.name: field for field in declared}


def _value(field: Field, value: Value, language: str) -> Value:
    if field.translated and isinstance(value, str):
        return {language: value}
    if isinstance(field.sort, Document) and isinstance(value, list):
        inside = {one.name: one for one in field.sort.fields}
        return [_document(inside, item, language) for item in value]
    return value


def _document(fields: Mapping[str, Field], item: Value, language: str) -> Value:
    if not isinstance(item, Mapping):
        return item
    return {
        name: _value(fields[name], value, language) if name in fields else value
        for name, value in item.items()
    }


def as_written(kind: str, table: Table, written: Iterable[Table], language: str) -> dict[str, Any]:
    """The table that `by_language` gives, each value in the form that it has in one `written`."""
    fields = _fields(kind)
    found = dict(table)
    for name in [name for name in table if name in fields]:
        there = [one[name] for one in written if name in one]
        found[name] = _as_there(
            table[name], there, partial(_value, fields[name], language=language)
        )
    return found


def _as_there(value: Value, there: Sequence[Value], normal: Callable[[Value], Value]) -> Value:
    """The value as it is written somewhere; plain text stays plain, and so do those in a list."""
    same = [one for one in there if alike(value, normal(one))]
    if same:
        return same[0]
    if (
        isinstance(value, Mapping)
        and len(value) == 1
        and any(isinstance(one, str) for one in there[:1])
    ):
        (text,) = value.values()
        return text if alike(value, normal(text)) else value
    if isinstance(value, list):
        items = [item for one in there if isinstance(one, list) for item in one]
        return [_item(one, items, normal) for one in value]
    return value


def _item(item: Value, there: Sequence[Value], normal: Callable[[Value], Value]) -> Value:
    """The item in the form of its equal; without one each of its values in that of its own."""
    pairs = [(one, normal([one])[0]) for one in there]
    same = [one for one, plain in pairs if alike(plain, item)]
    if same or not isinstance(item, Mapping):
        return same[0] if same else item
    tables = [(one, plain) for one, plain in pairs if isinstance(one, Mapping)]
    return {
        name: next((one[name] for one, plain in tables if alike(plain.get(name), value)), value)
        for name, value in item.items()
    }
