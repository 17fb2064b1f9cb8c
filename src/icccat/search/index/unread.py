"""Records of the index that are read when one is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from icccat.records.record import Record
from icccat.records.stored import Stored

if TYPE_CHECKING:
    from collections.abc import Callable, ItemsView, Iterator, Sequence, ValuesView

    from icccat.search.index.index import Index

T = TypeVar("T")


class Unread(Stored):
    """The records of these lines of the index."""

    def __init__(self, index: Index, lines: Sequence[str]) -> None:
        super().__init__(lines)
        self._index = index

    def each(self, make: Callable[[str], T]) -> Iterator[T]:
        """What is made of each line, in order; Damaged where one is none."""
        return self._index.each(self.lines, make)


class OfKind(Mapping[str, Record]):
    """The records of a kind by id, each read when asked for, all at once when all are."""

    def __init__(self, index: Index, kind: str) -> None:
        self._index, self._kind = index, kind
        self._asked: dict[str, int | None] = {}

    def __getitem__(self, id_: str) -> Record:
        number = self._number(id_)
        if number is None:
            raise KeyError(id_)
        return self._index.record(number)

    def __contains__(self, id_: object) -> bool:
        return isinstance(id_, str) and self._number(id_) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def values(self) -> ValuesView[Record]:
        """The records."""
        self._index.read(self._numbers.values())
        return super().values()

    def items(self) -> ItemsView[str, Record]:
        """The records with their ids."""
        self._index.read(self._numbers.values())
        return super().items()

    def _number(self, id_: str) -> int | None:
        """The number of the record of this id: alone, as long as not all have been asked for."""
        if "_numbers" in vars(self):
            return self._numbers.get(id_)
        if id_ not in self._asked:
            found = self._index.rows(
                "SELECT number FROM record WHERE kind = ? AND id = ?", (self._kind, id_)
            )
            self._asked[id_] = found[0][0] if found else None
        return self._asked[id_]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        found = self._index.rows(
            "SELECT id, number FROM record WHERE kind = ? ORDER BY number", (self._kind,)
        )
        return dict(found)
