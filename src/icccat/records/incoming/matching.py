"""What new rows are like: the near-duplicate rule, asked of all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from icccat.records.duplicates import pairs
from icccat.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icccat.records.incoming.lines import Line
    from icccat.records.likeness import Likeness
    from icccat.records.record import Records


class Earlier(NamedTuple):
    """An earlier line that is the same, and in words why."""

    place: str
    why: str


class Like(NamedTuple):
    """What a new line is like: records that it surely is, that it may be; lines that it is.

    Surely is what has the same title and date, or the same link.
    """

    same: list[Likeness]
    near: list[Likeness]
    earlier: list[Earlier]


def likes(lines: Sequence[tuple[Line, Mapping[str, object]]], records: Records) -> list[Like]:
    """What each of these lines, with its values, is like, among the records and the lines."""
    numbers = {_mark(number): number for number in range(len(lines))}
    found = [Like([], [], []) for _line in lines]
    for later, likeness in pairs(_together(lines, records)):
        if later.id in numbers:
            own, other = found[numbers[later.id]], numbers.get(likeness.record.id)
            is_same = likeness.twin or likeness.field == "url"
            if other is None:
                (own.same if is_same else own.near).append(likeness)
            elif is_same:
                own.earlier.append(Earlier(lines[other][0].place, likeness.why))
    return found


def _together(
    lines: Sequence[tuple[Line, Mapping[str, object]]], records: Records
) -> dict[str, dict[str, Record]]:
    """The records of the lines' kinds, the lines after them under ids that no record has."""
    found = {"place": dict(records.get("place", {}))}
    for number, (line, values) in enumerate(lines):
        of_kind = found.setdefault(line.kind, dict(records.get(line.kind, {})))
        clean = {name: value for name, value in values.items() if value is not None}
        of_kind[_mark(number)] = Record(line.kind, _mark(number), clean)
    return found


def _mark(number: int) -> str:
    return f"\0{number}"
