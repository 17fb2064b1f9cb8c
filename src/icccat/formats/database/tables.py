"""A table of a database: its columns, each with what it holds of a record or of a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.sorts import Duration, Flag, Number, Translated, When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from icccat.formats import Selection
    from icccat.records.fields import Field

_GREATEST = 2**63 - 1  # an INTEGER of SQLite


class Column(NamedTuple):
    """A column; `refers_to` is the table whose id it holds, "" for none; `of` makes its value."""

    name: str
    type: str
    of: Callable[[Any], Any]
    refers_to: str = ""


class Table(NamedTuple):
    """A table; a row of it is made of a value by each column."""

    name: str
    columns: Sequence[Column]
    key: tuple[str, ...] = ("id",)

    def statements(self) -> list[str]:
        """The SQL that makes it, with an index for each column by which others are found."""
        columns = [f"{quoted(column.name)} {column.type}" for column in self.columns]
        references = [column for column in self.columns if column.refers_to]
        keys = [
            f"PRIMARY KEY ({', '.join(map(quoted, self.key))})",
            *(
                f"FOREIGN KEY ({quoted(one.name)}) REFERENCES {quoted(one.refers_to)} (id)"
                for one in references
            ),
        ]
        inside = ",\n    ".join([*columns, *keys])
        return [
            f"CREATE TABLE {quoted(self.name)} (\n    {inside}\n)",
            *(
                f"CREATE INDEX {quoted(f'{self.name}_{one.name}')}"
                f" ON {quoted(self.name)} ({quoted(one.name)})"
                for one in references
                if one.name != self.key[0]  # by which the key itself finds
            ),
        ]

    def insertion(self) -> str:
        """The SQL that puts in a row."""
        marks = ", ".join("?" for _column in self.columns)
        return f"INSERT INTO {quoted(self.name)} VALUES ({marks})"  # noqa: S608 (our own names)

    def row(self, value: Any) -> list[Any]:  # noqa: ANN401 (what the columns are made of)
        """The row that the columns make of a record or a value."""
        return [column.of(value) for column in self.columns]


def quoted(name: str) -> str:
    """A name as SQL has it, were it a word of its own such as END."""
    return f'"{name}"'


def columns_of(field: Field, selection: Selection, codes: Iterable[str]) -> list[Column]:
    """The columns of a value of a field, which is one; a text has one for each of the codes.

    Of the content in one language there is one, with the text in it or else in another.
    """
    name = field.name
    match field.sort:
        case Translated() if selection.content == "both":
            columns = [_in_language(name, code) for code in codes]
        case Translated():
            columns = [Column(name, "TEXT", lambda texts: selection.said(texts)[1])]
        case Number() | Flag():
            columns = [Column(name, "INTEGER", _whole)]
        case When():
            columns = [Column(name, "TEXT", str)]
        case Duration():
            columns = [
                Column(name, "TEXT", str),
                Column(f"{name}_seconds", "INTEGER", _seconds),
            ]
        case _:
            columns = [Column(name, "TEXT", str, field.refers_to)]
    return columns


def _in_language(name: str, code: str) -> Column:
    return Column(f"{name}_{code}", "TEXT", lambda texts: texts.get(code))


def _whole(number: int) -> int:
    """The number, 1 for yes and 0 for no; raises Refused where it is over 64 bits."""
    if number > _GREATEST:
        raise Refused(_("{number} is too great a number for a database").format(number=number))
    return int(number)


def _seconds(duration: str) -> int:
    """How many seconds H:MM:SS is."""
    hours, minutes, seconds = [0, *map(int, duration.split(":"))][-3:]
    return 3600 * hours + 60 * minutes + seconds
