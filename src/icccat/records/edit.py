"""A record with other values: what it then holds, and what is newly wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from icccat.errors import Level, Problem
from icccat.records.assign import assigned_values
from icccat.records.change import Change, changed_table
from icccat.records.checks import problems
from icccat.records.clashes import settled
from icccat.records.known import Beside, known
from icccat.records.record import Record, from_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from icccat.records.assign import Assignment
    from icccat.records.known import Known
    from icccat.records.record import Records


def edited(
    record: Record, table: Mapping[str, Any], assignments: Iterable[Assignment], language: str
) -> tuple[Change, list[Problem]]:
    """The change that the assignments make to a record, and the values that are wrong in them.

    `table` is the record in TOML. A wrong value is not in the change.
    """
    given = list(assignments)
    values, wrong = assigned_values(record, given, language)
    after = settled(changed_table(record, table, values), _named(record, given, language))
    change = Change(record.kind, record.id, table, after)
    return change, [Problem(Level.ERROR, (record.kind, record.id), said) for said in wrong]


def _named(record: Record, given: Iterable[Assignment], language: str) -> Iterator[str]:
    """The fields that get a value, `title.en` where text stands by language."""
    for one in given:
        field = record.declared.field(one.base)
        translated = field is not None and field.translated
        yield f"{one.base}.{one.code or language}" if translated else one.base


def new_problems(
    changes: Sequence[Change], records: Records | Known, language: str
) -> list[Problem]:
    """The errors and warnings of the changed records that they had not before, among the others."""
    others = known(records) if isinstance(records, Mapping) else records
    old = [(change, change.before) for change in changes]
    before = {_mark(problem) for problem in _problems(old, others, language)}
    new = [(change, change.after) for change in changes]
    found = _problems(new, others, language)
    return [problem for problem in found if _mark(problem) not in before]


def _mark(problem: Problem) -> tuple[tuple[str, ...], str]:
    """Its field and sentence: an item of a list may have got another number."""
    return problem.path[:3], problem.message


def _problems(
    sides: Iterable[tuple[Change, Mapping[str, Any] | None]], others: Known, language: str
) -> list[Problem]:
    """The errors and warnings of these records as their tables have them, among all the others."""
    found: list[Problem] = []
    made: list[Record] = []
    for change, table in sides:
        if table is not None:
            record, wrong = from_table(change.kind, change.id, table, language)
            found += [Problem(Level.ERROR, (*_place(change), *at), said) for at, said in wrong]
            made.append(record)
    everyone = Beside(others, made)
    found += [problem for record in made for problem in problems(record, everyone)]
    return [problem for problem in found if problem.level is not Level.ADVICE]


def _place(change: Change) -> tuple[str, str]:
    return change.kind, change.id


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
