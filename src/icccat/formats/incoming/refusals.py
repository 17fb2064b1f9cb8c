"""What is wrong in a file that comes in, told with its place: all of it, unless it is a flood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.errors import Refused
from icccat.formats.incoming import MOST_ROWS
from icccat.locale import count, labelled
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.formats.incoming import Source

MOST_LINES = 10


def refused(source: Source, *sentences: str) -> Refused:
    """The refusal of a file: a line for each sentence, of many the first ones."""
    lines = [labelled(str(source.path), sentence) for sentence in sentences[:MOST_LINES]]
    more = len(sentences) - len(lines)
    if more:
        lines.append(count("and {number} more like it", "and {number} more like these", more))
        lines[-1] = lines[-1].format(number=more)
    return Refused(*lines)


def line(number: int) -> str:
    """The place that a line of a text is."""
    return _("line {number}").format(number=number)


def expect_few(source: Source, rows: Sequence[object]) -> None:
    """Raise Refused where there are more rows than any spreadsheet holds."""
    if len(rows) > MOST_ROWS:
        raise refused(source, _("there are more than {number} rows").format(number=MOST_ROWS))
