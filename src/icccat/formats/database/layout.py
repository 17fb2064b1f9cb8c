"""The tables of a database: one for each kind, one for each list of a kind, one of documents."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from icccat.formats.database.tables import Column, Table, columns_of
from icccat.records.fields import Document
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from icccat.formats import Selection
    from icccat.records.fields import Field
    from icccat.records.record import Record

DOCUMENT = "document"
Filled: TypeAlias = tuple[Table, list[Any]]
"""A table, and what its rows are made of."""


class Item(NamedTuple):
    """A value of a list: the record that has it, and its place there, from 1."""

    record: Record
    position: int
    value: Any


class Layout(NamedTuple):
    """What a database is made of: the fields of each kind and its records, by id."""

    selection: Selection
    fields: Mapping[str, Sequence[Field]]
    records: Mapping[str, Mapping[str, Record]]

    def tables(self) -> Iterator[Filled]:
        """All tables, those of the kinds first."""
        for kind in KINDS:
            yield self._kind(kind)
        for kind, fields in self.fields.items():
            for field in fields:
                if field.many and not isinstance(field.sort, Document):
                    yield self._list(kind, field)
        yield from self._documents()

    def _kind(self, kind: str) -> Filled:
        """The records of a kind; `exported` is 0 for those that are only referred to."""
        records = list(self.records[kind].values())
        exported = {record.id for record in self.selection.records if record.kind == kind}
        columns = [
            Column("id", "TEXT", attrgetter("id")),
            Column("exported", "INTEGER", lambda record: int(record.id in exported)),
            *_PARTS_OF_ID.get(kind, ()),
        ]
        for field in self.fields[kind]:
            if not field.many:
                texts = (
                    record.values[field.name] for record in records if field.name in record.values
                )
                columns += [
                    column._replace(of=_of_record(field.name, column.of))
                    for column in self._columns(field, texts)
                ]
        if any(field.name in KINDS[kind].dates for field in self.fields[kind]):
            columns += _DAYS
        return Table(kind, columns), records

    def _list(self, kind: str, field: Field) -> Filled:
        """The values of a list, each with the record that has it."""
        (value,) = self._columns(field._replace(name=field.option), ())
        columns = [
            Column(kind, "TEXT", lambda item: item.record.id, kind),
            _POSITION,
            value._replace(of=_of_item(value.of)),
        ]
        items = list(self._items(kind, field.name))
        return Table(f"{kind}_{field.name}", columns, (kind, "position")), items

    def _documents(self) -> Iterator[Filled]:
        """The documents of all records, where documents are wanted."""
        of = {
            kind: field
            for kind, fields in self.fields.items()
            for field in fields
            if isinstance(field.sort, Document)
        }
        if not of:
            return
        items = [item for kind, field in of.items() for item in self._items(kind, field.name)]
        columns = [
            Column("id", "INTEGER", lambda _item: None),  # which SQLite counts itself
            *(Column(kind, "TEXT", _owner(kind), kind) for kind in of),
            _POSITION,
        ]
        sort = next(iter(of.values())).sort
        for field in sort.fields if isinstance(sort, Document) else ():
            texts = (item.value[field.name] for item in items if field.name in item.value)
            columns += [
                column._replace(of=_of_document(field.name, column.of))
                for column in self._columns(field, texts)
            ]
        yield Table(DOCUMENT, columns), items

    def _columns(self, field: Field, values: Iterable[Mapping[str, str]]) -> list[Column]:
        """The columns of a field with these values; a text's has the codes that they have."""
        if not field.translated:
            return columns_of(field, self.selection, ())
        first = dict.fromkeys((self.selection.language, "en", "fr"))
        others = set[str]().union(*values).difference(first)
        return columns_of(field, self.selection, (*first, *sorted(others)))

    def _items(self, kind: str, name: str) -> Iterator[Item]:
        for record in self.records[kind].values():
            for place, value in enumerate(record.items(name), 1):
                yield Item(record, place, value)


def _of_record(name: str, of: Callable[[Any], Any]) -> Callable[[Record], Any]:
    return lambda record: of(record.values[name]) if name in record.values else None


def _of_item(of: Callable[[Any], Any]) -> Callable[[Item], Any]:
    return lambda item: of(item.value)


def _of_document(name: str, of: Callable[[Any], Any]) -> Callable[[Item], Any]:
    return lambda item: of(item.value[name]) if name in item.value else None


def _owner(kind: str) -> Callable[[Item], str | None]:
    return lambda item: item.record.id if item.record.kind == kind else None


def _day(which: int) -> Callable[[Record], str | None]:
    """The first or the last day that the record's dates may mean, in ISO 8601."""
    return lambda record: record.span[which].isoformat() if record.span else None


_POSITION = Column("position", "INTEGER", attrgetter("position"))
_DAYS = [Column("first_day", "TEXT", _day(0)), Column("last_day", "TEXT", _day(1))]
_PARTS_OF_ID = {
    "place": [
        Column("city", "TEXT", lambda record: record.id.rpartition(", ")[0] or None),
        Column("country", "TEXT", lambda record: record.id.rpartition(", ")[2]),
    ]
}
