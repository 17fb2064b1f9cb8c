"""The words of a record, field by field, as a query meets them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from icccat.records.dates import MONTHS, Date
from icccat.records.fields import Document
from icccat.records.sorts import Language, Place, Reference, Translated
from icccat.records.standards import countries, languages
from icccat.words.fold import words
from icccat.words.latin import latin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.fields import Field
    from icccat.records.record import Record, Records

SILENT = {"url", "source", "match", "supplied"}  # found by field alone: addresses hold no words


class Texts:
    """A record's texts, folded to words when asked for; `records` are all there are."""

    def __init__(self, record: Record, records: Records) -> None:
        self.record, self.records = record, records

    @cached_property
    def everything(self) -> list[tuple[str, ...]]:
        """The words of each text of the record, of every field that holds text."""
        fields = [f.name for f in self.record.declared.fields if f.name not in SILENT]
        found = [spelt for name in fields for spelt in self.of(name)]
        return [*_spellings(self.record.id), *found]

    def of(self, name: str) -> list[tuple[str, ...]]:
        """The words of each text of one field, of those in another alphabet twice."""
        return [spelt for text in self.texts(name) for spelt in _spellings(text)]

    def texts(self, name: str) -> Iterator[str]:
        """Each text of one field, with the other names of what it refers to."""
        field = self.record.declared.field(name)
        if field is not None and name in self.record.values:
            for value in field.items(self.record.values[name]):
                yield from self._texts_of(field, value)

    def _texts_of(self, field: Field, value: object) -> Iterator[str]:
        match field.sort, value:
            case Translated(), dict():
                yield from value.values()
            case Document(), dict():
                yield from value["title"].values()
                yield from (value[name] for name in ("type", "reference") if name in value)
            case Reference(kind=kind), str():
                yield from self._names(kind, value)
            case Place(), str():
                yield value
                yield from countries()[value[-2:]]
                yield from self._names("place", value)
            case Language(), str():
                yield from languages()[value]
            case _, Date():
                yield str(value)
                if value.month:
                    yield from (
                        f"{names[value.month - 1]} {value.year}" for names in MONTHS.values()
                    )
            case _:
                yield str(value)

    def _names(self, kind: str, id_: str) -> Iterator[str]:
        """All that a record of the vocabulary is called."""
        yield id_
        named = self.records.get(kind, {}).get(id_)
        if named is not None:
            yield from named.values.get(named.declared.called, {}).values()
            yield from named.items("also")


def _spellings(text: str) -> list[tuple[str, ...]]:
    """The folded words of a text; if some are in another alphabet, once more in Latin letters."""
    found = words(text)
    return [found] if text.isascii() else list(dict.fromkeys((found, tuple(map(latin, found)))))
