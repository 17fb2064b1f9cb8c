"""Tab-separated lines: a record a line, for other programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icccat.formats import encoded
from icccat.records.columns import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from icccat.formats import Selection
    from icccat.formats.incoming import Incoming, Source
    from icccat.records.columns import Column
    from icccat.records.record import Record


def lines(
    records: Iterable[Record], columns: Sequence[Column], *, header: bool = True
) -> Iterator[str]:
    """The header, unless it is not wanted, and a line for each record, without line ends."""
    if header:
        yield "\t".join(column.name for column in columns)
    for cells in rows(columns, records):
        yield "\t".join(map(_cell, cells))


def _cell(text: str) -> str:
    """The text without the tabs and line ends that would break the table."""
    if text.isprintable():  # as most are
        return text
    return re.sub(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", text)


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The lines, in UTF-8."""
    return encoded(lines(selection.records, selection.columns))


def read(source: Source) -> Incoming:
    """The rows of a TSV file."""
    from icccat.formats.incoming.separated import read_tsv  # noqa: PLC0415 (where one comes in)

    return read_tsv(source)
