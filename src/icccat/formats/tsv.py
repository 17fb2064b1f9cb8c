"""Tab-separated lines: a record a line, for other programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.formats import Selection


def lines(selection: Selection, *, header: bool = True) -> Iterator[str]:
    """The header, unless it is not wanted, and a line for each record, without line ends."""
    if header:
        yield "\t".join(column.name for column in selection.columns)
    for record in selection.records:
        yield "\t".join(_cell(column.cell(record)) for column in selection.columns)


def _cell(text: str) -> str:
    """The text without the tabs and line ends that would break the table."""
    return re.sub(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", text)


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The lines, in UTF-8."""
    return "".join(f"{line}\n" for line in lines(selection)).encode()
