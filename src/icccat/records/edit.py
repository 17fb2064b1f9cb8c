"""A record with other values: what it then holds, and what is newly wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icccat.errors import Level, Problem
from icccat.records.assign import assigned_values
from icccat.records.change import Change, changed_table
from icccat.records.checks import problems
from icccat.records.known import known
from icccat.records.record import Record, from_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from icccat.records.assign import Assignment
    from icccat.records.record import Records


def edited(
    record: Record,
    table: Mapping[str, Any],
    assignments: Iterable[Assignment],
    records: Records,
    language: str,
) -> tuple[Change, list[Problem]]:
    """The change that the assignments make to a record, and the problems that it brings.

    `table` is the record in TOML. A problem of level error means that it must not be made.
    """
    values, wrong = assigned_values(record, assignments, language)
    after = changed_table(record, table, values)
    change = Change(record.kind, record.id, table, after)
    found = [Problem(Level.ERROR, (record.kind, record.id), sentence) for sentence in wrong]
    return change, [*found, *new_problems(change, records, language)]


def new_problems(change: Change, records: Records, language: str) -> list[Problem]:
    """The errors and warnings of the record as it would be that it has not as it is."""
    before = {_mark(problem) for problem in _problems(change, change.before, records, language)}
    after = _problems(change, change.after, records, language)
    return [problem for problem in after if _mark(problem) not in before]


def _mark(problem: Problem) -> tuple[tuple[str, ...], str]:
    """Its field and sentence: an item of a list may have got another number."""
    return problem.path[:3], problem.message


def _problems(
    change: Change, table: Mapping[str, Any] | None, records: Records, language: str
) -> list[Problem]:
    if table is None:
        return []
    record, wrong = from_table(change.kind, change.id, table, language)
    found = [Problem(Level.ERROR, (change.kind, change.id, *path), said) for path, said in wrong]
    everyone = known({**records, change.kind: {**records[change.kind], change.id: record}})
    found += [one for one in problems(record, everyone) if one.level is not Level.ADVICE]
    return found


def with_reference(record: Record, table: Mapping[str, Any], old: Record, new_id: str) -> Change:
    """The change by which a record refers to `new_id` where it referred to the old record."""
    values: dict[str, Any] = {}
    for field in record.declared.fields:
        if field.refers_to == old.kind:
            now = record.get(field.name)
            if field.many and old.id in (now or ()):
                swapped = [new_id if id_ == old.id else id_ for id_ in now]
                values[field.name] = tuple(dict.fromkeys(swapped))
            elif now == old.id:
                values[field.name] = new_id
    return Change(record.kind, record.id, table, changed_table(record, table, values))
