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

    def __getitem__(self, id_: str) -> Record:
        return self._index.record(self._numbers[id_])

    def __contains__(self, id_: object) -> bool:
        return id_ in self._numbers

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

    @cached_property
    def _numbers(self) -> dict[str, int]:
        found = self._index.rows(
            "SELECT id, number FROM record WHERE kind = ? ORDER BY number", (self._kind,)
        )
        return dict(found)
