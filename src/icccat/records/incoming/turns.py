"""Values that turn into others, and what a program's accident with one looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from icccat.records.dates import Date
from icccat.records.kinds import KINDS
from icccat.records.sorts import Duration
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.fields import Field
    from icccat.records.incoming.identity import Read

Side: TypeAlias = Date | str | None
"""A value as a date or as the text of a cell; None for none."""

# UTF-8 read as if it were Windows' own encoding (cp1252)
_AFTER = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
_MOJIBAKE = re.compile(f"[ÂÃ][\x80-\x9f{_AFTER}]|â€")
_FIGURES = re.compile(r"\d+(\.\d+)?", re.ASCII)
_POWER = re.compile(r"\d[.,]?\d*E\+\d+", re.ASCII)
_LENGTHS = (255, 256, 32767)  # characters that old and new spreadsheets keep of a cell
MINUTES = 60


class Turn(NamedTuple):
    """A value before and after: of which record, by its key, and of which field, and language."""

    key: str
    field: Field
    code: str
    old: Side
    new: Side

    @property
    def name(self) -> str:
        """The field as people write it: title.fr."""
        return f"{self.field.name}.{self.code}" if self.code else self.field.name


def turns_of(one: Read) -> Iterator[Turn]:
    """Each value that a line changes, and each that it gives a new record."""
    line, values = one
    key = f"{line.kind}.{line.id}"
    for name, new in values.values.items():
        field = KINDS[line.kind].field(name)
        assert field is not None  # noqa: S101 (values are those of fields)
        old = line.record.get(name) if line.record else None
        if field.translated:
            before, after = old or {}, new or {}
            for code in {**before, **after}:
                if before.get(code) != after.get(code):
                    yield Turn(key, field, code, before.get(code), after.get(code))
        else:
            yield Turn(key, field, "", _side(field, old), _side(field, new))


def _side(field: Field, value: object) -> Side:
    return value if value is None or isinstance(value, Date) else field.cell(value)


def is_mojibake(turn: Turn) -> bool:
    """Whether letters with accents have come apart: Ã© for é."""
    old, new = turn.old or "", turn.new
    return isinstance(new, str) and bool(_MOJIBAKE.search(new)) and not _MOJIBAKE.search(str(old))


def loses_accents(turn: Turn) -> bool:
    """Whether only the accents are gone, or a question mark stands for each."""
    old, new = turn.old, turn.new
    if not isinstance(old, str) or not isinstance(new, str):
        return False
    if len(old) == len(new):
        changed = {(a, b) for a, b in zip(old, new, strict=True) if a != b}
        if all(b == "?" and not a.isascii() for a, b in changed):
            return True
    return fold(old) == fold(new) and _accents(new) < _accents(old)


def _accents(text: str) -> int:
    return sum(letter.isalpha() and not letter.isascii() for letter in text)


def loses_zeros(turn: Turn) -> bool:
    """Whether 007 has become 7, or 4.0 has become 4."""
    old, new = turn.old, turn.new
    if not isinstance(old, str) or not isinstance(new, str):
        return False
    both = _FIGURES.fullmatch(old) and _FIGURES.fullmatch(new)
    return bool(both) and len(new) < len(old) and float(old) == float(new)


def is_power(turn: Turn) -> bool:
    """Whether a long number has become 3.4E+08."""
    return isinstance(turn.new, str) and bool(_POWER.fullmatch(turn.new))


def is_cut(turn: Turn) -> bool:
    """Whether only as much of a text is left as a spreadsheet keeps."""
    old, new = turn.old, turn.new
    if not isinstance(old, str) or not isinstance(new, str):
        return False
    return len(new) in _LENGTHS and old.startswith(new)


def is_hours(turn: Turn) -> bool:
    """Whether the minutes of a duration have become hours."""
    sort = turn.field.sort
    if not isinstance(sort, Duration) or turn.old is None or turn.new is None:
        return False
    before, after = (_seconds(sort.order(str(side), "")) for side in (turn.old, turn.new))
    return after == before * MINUTES


def _seconds(parts: tuple[int, ...]) -> int:
    hours, minutes, seconds = parts
    return (hours * MINUTES + minutes) * MINUTES + seconds


def gains_a_day(turn: Turn) -> bool:
    """Whether a month or a year has become its first day."""
    old, new = turn.old, turn.new
    if not isinstance(old, Date) or not isinstance(new, Date) or old.day or not new.day:
        return False
    return new.first == old.first


def loses_its_day(turn: Turn) -> bool:
    """Whether a day has become its month, or either its year."""
    old, new = turn.old, turn.new
    if not isinstance(old, Date) or not isinstance(new, Date):
        return False
    return str(old).startswith(f"{new}-")


def is_swapped(turn: Turn) -> bool:
    """Whether the day and the month have changed places."""
    old, new = turn.old, turn.new
    if not isinstance(old, Date) or not isinstance(new, Date) or not new.day:
        return False
    return (old.year, old.month, old.day) == (new.year, new.day, new.month)


def days_between(turn: Turn) -> int:
    """By how many days a date has moved; 0 where that is not known, or it has not."""
    old, new = turn.old, turn.new
    if not isinstance(old, Date) or not isinstance(new, Date) or not (old.day and new.day):
        return 0
    return (new.first - old.first).days
