"""What a record is in the tables: its own row, its titles, what it refers to."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from icccat.locale import LANGUAGES
from icccat.records.fields import Document
from icccat.records.kinds import KINDS
from icccat.records.order import title_keys
from icccat.records.stored import stored
from icccat.search.context import place_names
from icccat.search.index.index import DOCUMENT_TYPE, PLACE_NAME
from icccat.search.index.marks import link_of, lists
from icccat.words.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from icccat.records.fields import Field
    from icccat.records.record import Record
    from icccat.search.index.contents import Key


def cells(record: Record) -> tuple[str | None, ...]:
    """Kind, id, the id without case if it has any, what it is ordered by, last day and link."""
    folded = record.id.casefold()
    other = folded if folded != record.id else None
    return record.kind, record.id, other, *_when(record), link_of(record)


def lines(records: Mapping[int, Record]) -> Iterator[tuple[int | str | None, ...]]:
    """Number, what the records are ordered by (date, title in each language), and all of each."""
    titles = (title_keys(records.values(), code) for code in LANGUAGES)
    for (number, record), *keys in zip(records.items(), *titles, strict=True):
        yield number, _when(record)[0], *keys, stored(record)


def _when(record: Record) -> tuple[str, str] | tuple[None, None]:
    """The first day, with how precise it is, and the last one."""
    dates = record.dates
    if not dates:
        return None, None
    first = str(dates[0])
    last = max([str(date if date.day else date.last) for date in dates])
    return f"{first if dates[0].day else dates[0].first} {len(first):02}", last


def titles(record: Record) -> set[str]:
    """The folded words of the record's titles, in all its languages."""
    called: Mapping[str, str] = record.values.get(record.declared.called, {})
    return {_spelt(title) for title in called.values()}


def references(record: Record) -> Iterator[Key]:
    """The records that this one names; and what a query may name."""
    values = record.values
    for name, many, mark in _marks(record.kind):
        if name in values:
            value = values[name]
            if many:
                yield from [(mark, one) for one in value]
            else:
                yield mark, value
    for name in place_names(record):
        yield PLACE_NAME, _place(name)
    for document in record.items("documents"):
        if "type" in document:
            yield DOCUMENT_TYPE, document["type"]
        yield from ((mark, document[name]) for name, _many, mark in _inside() if name in document)


@cache
def _marks(kind: str) -> tuple[tuple[str, bool, str], ...]:
    """The fields whose values are kept as references: name, whether there are many, mark."""
    return tuple(_marked(KINDS[kind].fields))


@cache
def _inside() -> tuple[tuple[str, bool, str], ...]:
    """The same of the fields of a document."""
    sorts = (field.sort for kind in KINDS.values() for field in kind.fields)
    (document,) = {sort for sort in sorts if isinstance(sort, Document)}
    return tuple(_marked(document.fields))


def _marked(fields: Iterable[Field]) -> Iterator[tuple[str, bool, str]]:
    for field in fields:
        if mark := field.refers_to or lists().get(field):
            yield field.name, field.many, mark


def _spelt(text: str) -> str:
    return " ".join(words(text))


_place = lru_cache(maxsize=10_000)(_spelt)  # many records name one place
