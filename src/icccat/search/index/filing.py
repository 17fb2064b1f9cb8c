"""The words of records put into the columns of the index, many records at a time."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from icccat.records.kinds import KINDS
from icccat.search.index.columns import BREAK, COLUMNS, REST, column_of
from icccat.search.texts import REPEATED, SILENT, Texts, in_latin_too
from icccat.words.fold import WORD, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icccat.records.fields import Field
    from icccat.records.record import Record, Records

_BETWEEN = f" {BREAK} "


class Filing:
    """What puts records into columns; `records` are all there are, as Texts asks for them."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self._repeated: dict[tuple[str, object], str] = {}

    def words(self, batch: Iterable[Record]) -> Iterator[tuple[str, ...]]:
        """The folded words of each column of each record, with signs of ASCII between them."""
        folded = plain([line for record in batch for line in self._columns(record)])
        return zip(*[map(_twice, folded)] * len(COLUMNS), strict=False)

    def _columns(self, record: Record) -> Iterator[str]:
        """The texts of each column."""
        texts = Texts(record, self.records)
        for column, fields in _fields(record.kind):
            found = [record.id] if column == REST else []
            for field in fields:
                if field.name in record.values:
                    found += self._texts(texts, field)
            yield _BETWEEN.join(found)

    def _texts(self, texts: Texts, field: Field) -> Iterable[str]:
        """The texts of a field; those of what many records have are worked out once."""
        values = field.items(texts.record.values[field.name])
        if isinstance(field.sort, REPEATED):
            return [self._worked_out(texts, field, value) for value in values]
        return [text.replace(BREAK, " ") for one in values for text in texts.texts_of(field, one)]

    def _worked_out(self, texts: Texts, field: Field, value: object) -> str:
        key = field.name, value
        if key not in self._repeated:
            self._repeated[key] = _BETWEEN.join(texts.texts_of(field, value))
        return self._repeated[key]


@cache
def _fields(kind: str) -> tuple[tuple[str, tuple[Field, ...]], ...]:
    """The fields that words are found in, by column."""
    found: dict[str, list[Field]] = {column: [] for column in COLUMNS}
    for field in KINDS[kind].fields:
        if field.name not in SILENT:
            found[column_of(field.name)].append(field)
    return tuple((column, tuple(fields)) for column, fields in found.items())


def _twice(folded: str) -> str:
    """The texts of a column, those in another alphabet once more in Latin letters."""
    if folded.isascii():
        return folded
    texts = (in_latin_too(tuple(WORD.findall(text))) for text in folded.split(BREAK))
    return _BETWEEN.join(" ".join(spelt) for spellings in texts for spelt in spellings)
