"""Views of a database, for reading: videos and meetings, what they refer to by its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from icccat.formats.database.layout import DOCUMENT
from icccat.formats.database.tables import quoted
from icccat.records.fields import Document
from icccat.records.kinds import EVENTS, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from icccat.formats.database.tables import Table
    from icccat.records.fields import Field


class Views(NamedTuple):
    """The views of tables, {name: table}, that hold these fields of each kind."""

    fields: Mapping[str, Sequence[Field]]
    tables: Mapping[str, Table]

    def statements(self) -> Iterator[str]:
        """The SQL of a view for each kind that a catalogue is for: its exported records in order.

        A text is in the first language that it has, a list is joined with "; ".
        """
        for kind in EVENTS:
            columns = ['one."id"'] + [
                f"{self._expression(kind, field)} AS {quoted(field.name)}"
                for field in self.fields[kind]
            ]
            inside = ",\n    ".join(columns)
            yield (
                f"CREATE VIEW {quoted(KINDS[kind].plural.en)} AS SELECT\n    {inside}\n"
                f'FROM {quoted(kind)} AS one WHERE one."exported" ORDER BY one.rowid'
            )

    def _expression(self, kind: str, field: Field) -> str:
        """What a field is for a person."""
        name = quoted(field.name)
        if isinstance(field.sort, Document):
            title = _first(self._texts(DOCUMENT, "title", "two"))
            return _joined(title, f"{DOCUMENT} AS two", f"two.{quoted(kind)}")
        if field.many:
            return self._list(kind, field)
        if field.refers_to:
            title = self._called(field.refers_to, "two")
            there = f'FROM {quoted(field.refers_to)} AS two WHERE two."id" = one.{name}'
            return f"(SELECT {title} {there})"
        return _first(self._texts(kind, field.name, "one") if field.translated else [f"one.{name}"])

    def _list(self, kind: str, field: Field) -> str:
        """The values of a list."""
        value = f"two.{quoted(field.option)}"
        there = f"{quoted(f'{kind}_{field.name}')} AS two"
        if field.refers_to:
            there += f' JOIN {quoted(field.refers_to)} AS three ON three."id" = {value}'
            value = self._called(field.refers_to, "three")
        return _joined(value, there, f"two.{quoted(kind)}")

    def _called(self, kind: str, alias: str) -> str:
        """What a record is called, else its id."""
        return _first([*self._texts(kind, KINDS[kind].called, alias), f'{alias}."id"'])

    def _texts(self, table: str, name: str, alias: str) -> list[str]:
        """The columns of a text, one for each language."""
        return [
            f"{alias}.{quoted(column.name)}"
            for column in self.tables[table].columns
            if column.name == name or column.name.rpartition("_")[0] == name != ""
        ]


def _first(columns: Sequence[str]) -> str:
    """The first of the columns that has a value."""
    return columns[0] if len(columns) == 1 else f"coalesce({', '.join(columns)})"


def _joined(value: str, there: str, owner: str) -> str:
    """The values of the record, in their order."""
    of_record = f'{there} WHERE {owner} = one."id" ORDER BY two."position"'
    return f"(SELECT group_concat(word, '; ') FROM (SELECT {value} AS word FROM {of_record}))"  # noqa: S608 (our own names)
