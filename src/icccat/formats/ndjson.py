"""NDJSON: a record on each line, as JSON: what DuckDB, pandas and jq read line by line.

A line is what an element of `records` is in the JSON.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from icccat.formats.json import safe, selected_rows

if TYPE_CHECKING:
    from icccat.formats import Selection
    from icccat.formats.incoming import Incoming, Source

ENDINGS = ("jsonl",)


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The lines, in UTF-8."""
    encode = json.JSONEncoder(ensure_ascii=False, default=str).encode
    return "".join([f"{safe(encode(row))}\n" for row in selected_rows(selection)]).encode()


def read(source: Source) -> Incoming:
    """The object of each line."""
    from icccat.formats.incoming.objects import read_ndjson  # noqa: PLC0415 (where one comes in)

    return read_ndjson(source)
