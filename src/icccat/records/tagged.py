"""Values of TOML as a line of JSON, for a cache, and back, the dates and times among them."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

_TAG, _WRITTEN = "\ud800", r"\ud800"  # half a character, which TOML cannot hold, and its JSON
_SORTS = {one.__name__: one for one in (dt.datetime, dt.date, dt.time)}


def to_json(value: Any) -> str:  # noqa: ANN401 (whatever TOML holds)
    """The value, in which a date or a time is told by a key."""
    return _TO_JSON.encode(value).replace(_TAG, _WRITTEN)


def from_json(text: str) -> Any:  # noqa: ANN401 (whatever TOML holds)
    """The value; ValueError, KeyError or TypeError where the text is none."""
    return (_WITH_TAGS if _WRITTEN in text else _FROM_JSON).decode(text)


def is_plain(text: str) -> bool:
    """Whether it is JSON that any program reads, without dates, infinity or what is no number."""
    return not (_WRITTEN in text or "NaN" in text or "Infinity" in text)


def _tagged(value: Any) -> dict[str, str]:  # noqa: ANN401 (what JSON has no form for)
    return {_TAG: type(value).__name__, "": value.isoformat()}


def _untagged(table: dict[str, Any]) -> Any:  # noqa: ANN401 (the table, or what it stands for)
    return _SORTS[table[_TAG]].fromisoformat(table[""]) if _TAG in table else table


_TO_JSON = json.JSONEncoder(ensure_ascii=False, default=_tagged)
_FROM_JSON, _WITH_TAGS = json.JSONDecoder(), json.JSONDecoder(object_hook=_untagged)
