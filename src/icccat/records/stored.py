"""A record as one line of JSON, for a cache, and back: quicker than to read and check it again."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from icccat.records.dates import Date
from icccat.records.fields import Document
from icccat.records.kinds import KINDS
from icccat.records.record import Record
from icccat.records.sorts import When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.records.fields import Field

_TAG, _WRITTEN = "\ud800", r"\ud800"  # half a character, which TOML cannot hold, and its JSON
_SORTS = {one.__name__: one for one in (dt.datetime, dt.date, dt.time)}


def stored(record: Record) -> str:
    """The record's values, and what was not understood in it, as JSON."""
    return _TO_JSON.encode([record.values, dict(record.other)]).replace(_TAG, _WRITTEN)


def _tagged(value: Any) -> dict[str, str]:  # noqa: ANN401 (what JSON has no form for)
    """A date or a time of TOML, in a key that is not known; a date of a field is a list."""
    return {_TAG: type(value).__name__, "": value.isoformat()}


def restored(kind: str, id_: str, line: str) -> Record:
    """The record that was stored.

    ValueError, KeyError, TypeError or AttributeError where the line is none.
    """
    json_ = _WITH_TAGS if _WRITTEN in line else _FROM_JSON
    (values, other), end = json_.raw_decode(line)
    if end != len(line):
        raise ValueError
    for name in _lists(kind):
        if name in values:
            values[name] = tuple(values[name])
    for name in _dates(kind):
        if name in values:
            values[name] = _date(*values[name])
    for tables, names in _dates_inside(kind):
        for table in values.get(tables, ()):
            table.update({name: _date(*table[name]) for name in names if name in table})
    return Record(kind, id_, values, other)


@cache
def _lists(kind: str) -> tuple[str, ...]:
    """The names of the fields whose value is a list."""
    return tuple(field.name for field in KINDS[kind].fields if field.many)


@cache
def _dates(kind: str) -> tuple[str, ...]:
    """The names of the fields whose value is a date."""
    return _of_dates(KINDS[kind].fields)


@cache
def _dates_inside(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of the fields of tables, each with those of the dates in such a table."""
    return tuple(
        (field.name, _of_dates(field.sort.fields))
        for field in KINDS[kind].fields
        if isinstance(field.sort, Document)
    )


def _of_dates(fields: Iterable[Field]) -> tuple[str, ...]:
    return tuple(field.name for field in fields if isinstance(field.sort, When))


_date = cache(Date)  # made once for all records that have it


def _untagged(table: dict[str, Any]) -> Any:  # noqa: ANN401 (the table, or what it stands for)
    return _SORTS[table[_TAG]].fromisoformat(table[""]) if _TAG in table else table


_TO_JSON = json.JSONEncoder(ensure_ascii=False, default=_tagged, separators=(",", ":"))
_FROM_JSON, _WITH_TAGS = json.JSONDecoder(), json.JSONDecoder(object_hook=_untagged)
