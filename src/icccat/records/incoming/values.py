"""A line → the values that a record is to have, and what is wrong in its cells."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.locale import translate as _
from icccat.records.columns import MADE
from icccat.records.dates import Date
from icccat.records.fields import Document
from icccat.records.incoming import Finding
from icccat.records.incoming.cells import (
    CLEAR,
    as_text,
    holds_nothing,
    is_clear,
    is_same,
    settled,
    value_of,
)
from icccat.records.incoming.dates import read_period
from icccat.records.incoming.documents import documents_of
from icccat.records.incoming.headings import ID, KIND, OTHER
from icccat.records.incoming.texts import language_of, text_value
from icccat.records.record import Record

if TYPE_CHECKING:
    from icccat.records.fields import Field
    from icccat.records.incoming.cells import Reading
    from icccat.records.incoming.headings import Heading
    from icccat.records.incoming.lines import Line


class Values(NamedTuple):
    """What a line changes in a record: values by field, None for those it clears.

    `named` are the fields as people write them (title.fr), `other` what stands under unknown
    keys, `read` the texts of dates, and what was read from them.
    """

    values: dict[str, Any]
    named: list[str]
    other: dict[str, Any]
    findings: list[Finding]
    read: list[tuple[str, Date]]


def values_of(line: Line, reading: Reading) -> Values:
    """What the line changes in the record that it names, or gives a new one."""
    found = Values({}, [], {}, [], [])
    for heading, cell in line.cells:
        if heading.is_read and heading.name not in (ID, KIND):
            try:
                _add(found, line, heading, cell, reading)
            except ValueError as refusal:
                message = " ".join(str(refusal).splitlines())
                found.findings.append(Finding(line.place, heading.text, as_text(cell), message))
    return found


def _add(found: Values, line: Line, heading: Heading, cell: object, reading: Reading) -> None:
    """Add what a cell changes; raises ValueError where it is wrong."""
    record = _record(line)
    key = heading.text
    if heading.name == OTHER or (key in record.other and as_json(record.other[key]) == cell):
        found.other.update(_unknown(key, cell, record))
        return
    for field, part in _parts(line, record, heading, cell):
        now = found.values.get(field.name, record.get(field.name))
        value = _value(field, heading, part, now, reading)
        if isinstance(value, Date) and isinstance(part, str) and part.strip() != str(value):
            found.read.append((part.strip(), value))
        if value != now or (value is None and field.name in record.other):
            found.values[field.name] = value
            found.named.append(_named(field, heading, reading))


def _record(line: Line) -> Record:
    return line.record or Record(line.kind, line.id, {})


def _value(field: Field, heading: Heading, cell: object, now: Any, reading: Reading) -> Any:  # noqa: ANN401 (the sort says which)
    if field.translated:
        return text_value(field, heading, cell, now, reading)
    if isinstance(field.sort, Document):
        return documents_of(field, cell, now, reading)
    return value_of(field, cell, now, reading)


def _named(field: Field, heading: Heading, reading: Reading) -> str:
    return f"{field.name}.{language_of(heading, reading)}" if field.translated else field.name


def _parts(
    line: Line, record: Record, heading: Heading, cell: object
) -> list[tuple[Field, object]]:
    """The fields that a cell concerns, each with what it says of it.

    The dates of a meeting in one cell are its start and its end, a topic's title is its label.
    """
    declared = record.declared
    field = declared.field(heading.name)
    if field:
        return [(field, cell)]
    text = as_text(settled(cell))
    if heading.name in MADE and is_same(text, MADE[heading.name].cell(record)):
        return []
    if heading.name == "date" and declared.dates:
        return _period(line, record, cell)
    if heading.name == "title" and (called := declared.field(declared.called)):
        return [(called, cell)]
    raise ValueError(_("a {kind} has no such field").format(kind=declared.label))


def _period(line: Line, record: Record, cell: object) -> list[tuple[Field, object]]:
    """The dates that a cell for all of them gives: the last is cleared where it has one less."""
    names = record.declared.dates
    own = [one.text for one in line.headings if one.is_read and one.name in names]
    if own:
        sentence = _("it is made of {columns}: change these")
        raise ValueError(sentence.format(columns=", ".join(own)))
    given: list[object] = [cell]
    if isinstance(cell, str):
        given = [*read_period(cell)] if len(names) > 1 else [cell]
    if is_clear(cell):
        given = []
    fields = [field for field in record.declared.fields if field.name in names]
    parts = zip(fields, [*given, CLEAR, CLEAR], strict=False)
    return [(field, part) for field, part in parts if part != CLEAR or record.get(field.name)]


def _unknown(key: str, cell: object, record: Record) -> dict[str, object]:
    """The unknown key where it differs, None to clear it; ValueError where TOML has no form."""
    there = key in record.other
    if is_clear(cell):
        return {key: None} if there else {}
    if there and as_json(record.other[key]) == cell:
        return {}
    if holds_nothing(cell):
        raise ValueError(_("TOML has no null: leave it out"))
    return {key: cell}


def as_json(value: object) -> object:
    """A value of TOML as an export to JSON has it: dates, inf and nan as texts."""
    match value:
        case dict():
            return {key: as_json(inner) for key, inner in value.items()}
        case list():
            return [as_json(inner) for inner in value]
        case dt.date() | dt.time():
            return str(value)
        case float() if not math.isfinite(value):
            return str(value)
    return value
