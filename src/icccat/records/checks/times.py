"""What is wrong in the dates of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.errors import Level, Problem
from icccat.locale import translate as _
from icccat.records.checks.values import every_value, path_of
from icccat.records.dates import Date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.known import Known
    from icccat.records.record import Record

FOUNDED = 1949  # the Council of Europe, on 5 May


def dates(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """An end before the start, or without one."""
    start, end = record.get("start"), record.get("end")
    if end is not None and start is None and "start" not in record.other:
        yield Problem(Level.WARNING, path_of(record, "end"), _("it has an end and no start"))
    elif end is not None and start is not None and end.last < start.first:
        sentence = _("it ends on {end}, before it starts on {start}")
        sentence = sentence.format(end=end, start=start)
        yield Problem(Level.ERROR, path_of(record, "end"), sentence)


def founding(record: Record, known: Known) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A date before there was a Council of Europe: probably a slip of the keyboard."""
    for _field, path, value in every_value(record):
        if isinstance(value, Date) and value.year < FOUNDED:
            sentence = _("{date} is before {year}, when the Council of Europe was founded")
            yield Problem(Level.WARNING, path, sentence.format(date=value, year=FOUNDED))
