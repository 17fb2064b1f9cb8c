"""What a query is read in: today's date, the saved searches, the records it is asked of."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from icccat.locale import translate as _
from icccat.records.kinds.shared import DOCUMENT_TYPES
from icccat.search.mistake import Mistake
from icccat.words.fold import fold, words
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from icccat.records.record import Record, Records


class Names(Protocol):
    """What the records of a catalogue are called, and name: what a query may mean by its words."""

    def is_title(self, text: str) -> bool:
        """Whether the text, folded, is what a record is called, in any of its languages."""

    def is_place(self, name: tuple[str, ...]) -> bool:
        """Whether the folded words name a place of the records, by its name or another one."""

    @property
    def document_types(self) -> Iterable[str]:
        """The types of the records' documents."""


class Context:
    """Today, where the person is; the saved searches by name; the records, `{kind: {id: record}}`.

    `names` are those of the records; not given, they are worked out when a query asks for them.
    """

    def __init__(
        self,
        today: dt.date,
        searches: Mapping[str, str] | None = None,
        records: Records | None = None,
        names: Names | None = None,
    ) -> None:
        self.today, self.names = today, names
        self.searches, self.records = searches or {}, records or {}

    def saved(self, name: str) -> str:
        """The name of the saved search that is meant; raises Mistake with the nearest."""
        meant = {fold(one): one for one in self.searches} | {one: one for one in self.searches}
        if found := meant.get(name) or meant.get(fold(name)):
            return found
        sentence = _('there is no saved search "{name}"').format(name=name)
        raise Mistake(sentence, nearest(name, self.searches) or "")

    def is_title(self, text: str) -> bool:
        """Whether the text is what a record is called, in any of its languages."""
        return self._names.is_title(text)

    def is_place(self, text: str) -> bool:
        """Whether the text names a place of the records, by its name or another one."""
        return self._names.is_place(words(text))

    @cached_property
    def document_types(self) -> dict[str, str]:
        """The types of document, declared or used, by their folded names."""
        return {fold(type_): type_ for type_ in (*DOCUMENT_TYPES, *self._names.document_types)}

    @cached_property
    def _names(self) -> Names:
        return self.names or NamesOf(self.records)


class NamesOf:
    """The names of records that were read."""

    def __init__(self, records: Records) -> None:
        self.records = records

    def is_title(self, text: str) -> bool:
        """Whether one of them is called so."""
        return fold(text) in self._titles

    def is_place(self, name: tuple[str, ...]) -> bool:
        """Whether one of them was in a place that is called so, or is that place."""
        return name in self._places

    @cached_property
    def document_types(self) -> tuple[str, ...]:
        """The types of their documents."""
        documents = (document for record in self._all for document in record.items("documents"))
        return tuple(dict.fromkeys(one["type"] for one in documents if "type" in one))

    @property
    def _all(self) -> Iterator[Record]:
        return (record for of_kind in self.records.values() for record in of_kind.values())

    @cached_property
    def _titles(self) -> frozenset[str]:
        called = (record.values.get(record.declared.called, {}) for record in self._all)
        return frozenset(fold(title) for titles in called for title in titles.values())

    @cached_property
    def _places(self) -> frozenset[tuple[str, ...]]:
        names = (name for record in self._all for name in place_names(record))
        return frozenset(words(name) for name in names) - {()}


def place_names(record: Record) -> Iterator[str]:
    """The names of the places that a record knows: those it was at, or all of the one it is."""
    yield from (city for city, _country in record.places)
    if record.kind == "place":
        yield record.id.rpartition(", ")[0]
        yield from record.items("also")
