"""NDJSON: a record on each line, as JSON: what DuckDB, pandas and jq read line by line.

A line is what an element of `records` is in the JSON.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from icccat.formats import encoded
from icccat.formats.json import safe, selected_row
from icccat.records.kinds import every_field
from icccat.records.stored import Stored, json_in, restored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.formats import Selection
    from icccat.formats.incoming import Incoming, Source
    from icccat.records.record import Record

ENDINGS = ("jsonl",)


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The lines, in UTF-8."""
    return encoded(map(safe, _lines(selection)))


def _lines(selection: Selection) -> Iterator[str]:
    """Each record in JSON, without reading a stored one where that can be."""
    encode = json.JSONEncoder(ensure_ascii=False, default=str).encode

    def of(record: Record) -> str:
        return encode(selected_row(selection, record))

    if not isinstance(selection.records, Stored):
        return map(of, selection.records)
    names = {name for name in every_field() if selection.wants(name)}
    wanted = frozenset(names if selection.notes else names - {"notes"})
    return selection.records.each(lambda line: json_in(line, wanted) or of(restored(line)))


def read(source: Source) -> Incoming:
    """The object of each line."""
    from icccat.formats.incoming.objects import read_ndjson  # noqa: PLC0415 (where one comes in)

    return read_ndjson(source)
