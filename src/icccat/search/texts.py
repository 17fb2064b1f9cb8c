"""The words of a record, field by field, as a query meets them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from icccat.records.dates import Date
from icccat.records.fields import Document
from icccat.records.sorts import Language, Place, Reference, Translated, When
from icccat.records.standards import countries, languages, other_names
from icccat.words.fold import words
from icccat.words.latin import latin
from icccat.words.months import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from icccat.records.fields import Field
    from icccat.records.record import Record, Records

Spelt: TypeAlias = list[tuple[str, ...]]
"""The folded words of each text."""
REPEATED = (Reference, Place, Language, When)  # what many records have
# found by field alone: addresses hold no words, and a version has its own
SILENT = {"url", "source", "match", "supplied", "version_of"}


class Texts:
    """A record's texts, folded to words when asked for; `records` are all there are."""

    def __init__(self, record: Record, records: Records) -> None:
        self.record, self.records = record, records

    @cached_property
    def everything(self) -> Spelt:
        """The words of each text of the record, of every field that holds text."""
        fields = [f.name for f in self.record.declared.fields if f.name not in SILENT]
        found = [spelt for name in fields for spelt in self.of(name)]
        return [*self.of_id, *found]

    @property
    def of_id(self) -> Spelt:
        """The words of its id."""
        return in_latin_too(words(self.record.id))

    @property
    def called(self) -> Mapping[str, str]:
        """What the record is called, by language."""
        found: Mapping[str, str] = self.record.values.get(self.record.declared.called, {})
        return found

    def of(self, name: str) -> Spelt:
        """The words of each text of one field, of those in another alphabet twice."""
        return _spelt_all(self.texts(name))

    def texts(self, name: str) -> Iterator[str]:
        """Each text of one field, with the other names of what it refers to."""
        field = self.record.declared.field(name)
        if field is not None and name in self.record.values:
            for value in field.items(self.record.values[name]):
                yield from self.texts_of(field, value)

    def texts_of(self, field: Field, value: object) -> Iterator[str]:
        """Each text of a value of a field, or of one of its values."""
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
                yield from other_names().get(value[-2:], ())
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


def _spelt_all(texts: Iterable[str]) -> Spelt:
    return [spelt for text in texts for spelt in in_latin_too(words(text))]


def in_latin_too(found: tuple[str, ...]) -> Spelt:
    """The folded words; if some are in another alphabet, once more in Latin letters."""
    ascii_ = all(map(str.isascii, found))
    return [found] if ascii_ else list(dict.fromkeys((found, tuple(map(latin, found)))))
