"""A record as one line of JSON, for a cache, and back: quicker than to read and check it again."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from typing import Any

from icccat.records.dates import Date
from icccat.records.kinds import KINDS
from icccat.records.record import Record

_TAG, _WRITTEN = "\ud800", r"\ud800"  # half a character, which TOML cannot hold, and its JSON
_SORTS = {one.__name__: one for one in (dt.datetime, dt.date, dt.time)}


def stored(record: Record) -> str:
    """The record's values, and what was not understood in it, as JSON."""
    line = json.dumps(
        [record.values, record.other], ensure_ascii=False, default=_tagged, separators=(",", ":")
    )
    return line.replace(_TAG, _WRITTEN)


def _tagged(value: Any) -> dict[str, str]:  # noqa: ANN401 (what JSON has no form for)
    """A date of a record as its text; one of TOML, in a key that is not known, as its own sort."""
    text = str(value) if isinstance(value, Date) else value.isoformat()
    return {_TAG: type(value).__name__, "": text}


def restored(kind: str, id_: str, line: str) -> Record:
    """The record that was stored; ValueError, KeyError or TypeError where the line is none."""
    (values, other), end = _JSON.raw_decode(line)
    if end != len(line):
        raise ValueError
    for name in _lists(kind):
        if name in values:
            values[name] = tuple(values[name])
    return Record(kind, id_, values, other)


@cache
def _lists(kind: str) -> tuple[str, ...]:
    """The names of the fields whose value is a list."""
    return tuple(field.name for field in KINDS[kind].fields if field.many)


def _untagged(table: dict[str, Any]) -> Any:  # noqa: ANN401 (the table, or what it stands for)
    if _TAG not in table:
        return table
    text = table[""]
    if table[_TAG] == Date.__name__:
        return _date(text)
    return _SORTS[table[_TAG]].fromisoformat(text)


@cache
def _date(text: str) -> Date:
    """The date, made once for all records that have it."""
    return Date(*map(int, text.split("-")))


_JSON = json.JSONDecoder(object_hook=_untagged)
