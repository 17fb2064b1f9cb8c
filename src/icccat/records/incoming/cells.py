"""A cell → the value that a field is to have: the one there, another one, or none."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.locale import translate as _
from icccat.records.incoming.dates import read_date
from icccat.records.sorts import Duration, Flag, Number, When

if TYPE_CHECKING:
    from icccat.records.fields import Field

CLEAR = "-"
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BETWEEN = re.compile(r";(?:\s+|$)")
# what a spreadsheet shows for a value that it cannot make, or has no room for
_BROKEN = re.compile(r"#(REF!|NAME\?|VALUE!|N/A|DIV/0!|NUM!|NULL!|#+)")


class Reading(NamedTuple):
    """How cells are read: the catalogue's language, the order of dates, languages of texts.

    Of those whose heading names none: `plain` where it stands alone, `beside` where others of the
    same field name theirs.
    """

    language: str = "en"
    order: str = ""
    plain: str = "en"
    beside: str = "en"


def value_of(field: Field, cell: object, now: Any, reading: Reading) -> Any:  # noqa: ANN401 (the sort says which)
    """The clean value that a cell gives a field: `now` where it is that one, None to clear it.

    Not for text by language, nor for documents. Raises ValueError with what is wrong.
    """
    cell = settled(cell)
    if isinstance(cell, str) and now is not None and is_same(cell, field.cell(now)):
        return now
    if is_clear(cell):
        return None
    if not field.many:
        value = field.check(_toml(field, cell, reading), reading.language)
        return now if _lasts_alike(field, value, now) else value
    given = [_toml(field, one, reading) for one in items(cell)]
    return field.check(given, reading.language)


def settled(cell: object) -> object:
    """The cell as text, number, date or what JSON has; a day at midnight is that day."""
    match cell:
        case str():
            return cell.replace("\r\n", "\n").replace("\r", "\n")
        case dt.datetime() if cell.time() == dt.time():
            return cell.date()
        case dt.timedelta():
            seconds = round(cell.total_seconds())
            return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        case dt.time():
            return f"{cell.hour}:{cell.minute:02}:{cell.second:02}"
        case float() if cell.is_integer():
            return int(cell)
    return cell


def is_clear(cell: object) -> bool:
    """Whether the cell takes a value away; raises ValueError where it holds a program's mistake."""
    if isinstance(cell, str) and _BROKEN.fullmatch(cell.strip()):
        sentence = _('"{value}" is what a spreadsheet shows when it has no value: mend the cell')
        raise ValueError(sentence.format(value=cell.strip()))
    return isinstance(cell, str) and cell.strip() == CLEAR


def refuse_several(cell: object) -> None:
    """Raise ValueError for a list or a table."""
    if isinstance(cell, (list, dict)):
        sentence = _("it is not one value: give text, a number or a date")
        raise ValueError(sentence)  # noqa: TRY004 (every refused value is a ValueError)


def is_same(cell: str, there: str) -> bool:
    """Whether a cell holds what is there, which may have lost its line ends on the way."""
    there = there.replace("\r\n", "\n")
    return cell.strip() in {there.strip(), _BREAKS.sub(" ", there).strip()}


def holds_nothing(cell: object) -> bool:
    """Whether JSON's null, for which TOML has no form, is or stands within it."""
    inside = [*cell.values()] if isinstance(cell, dict) else cell
    return cell is None or (isinstance(inside, list) and any(map(holds_nothing, inside)))


def items(cell: object) -> list[object]:
    """The items of a list, or of a text that holds them; ValueError where there are none."""
    if isinstance(cell, list):
        return [settled(one) for one in cell if one is not None]
    if not isinstance(cell, str):
        return [cell]
    found: list[object] = [part for part in _BETWEEN.split(cell) if part.strip()]
    if not found:
        raise ValueError(_("it is empty: give it a value, or leave it out"))
    return found


def as_text(cell: object) -> str:
    """The cell for a person, and for a field that holds text."""
    match cell:
        case bool():
            return str(cell).lower()
        case dt.datetime():
            return cell.isoformat(" ")
    return str(cell)


def _toml(field: Field, cell: object, reading: Reading) -> object:
    """A single cell as the value that TOML would hold."""
    refuse_several(cell)
    if isinstance(field.sort, When):
        return read_date(as_text(cell), reading.order).toml
    if isinstance(cell, bool) and isinstance(field.sort, Flag):
        return cell
    if isinstance(cell, int) and isinstance(field.sort, Number):
        return cell
    return field.sort.parse(as_text(cell), reading.language)


def _lasts_alike(field: Field, value: Any, now: Any) -> bool:  # noqa: ANN401 (likewise)
    """Whether both are one duration: a spreadsheet writes 08:05 for 8:05."""
    sort = field.sort
    if now is None or not isinstance(sort, Duration):
        return False
    return sort.order(value, "") == sort.order(now, "")
