"""Where words stand, alone or next to each other, in the records that are meant."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from icccat.search.index import Index
    from icccat.search.index.index import Spot


class Places:
    """The places of words in the records of some kinds."""

    def __init__(self, index: Index, kinds: frozenset[str]) -> None:
        self.index, self.kinds = index, kinds
        self._found: dict[tuple[str, ...], frozenset[Spot]] = {}
        self._columns: dict[tuple[str, ...], dict[int, set[str]]] = {}

    def of(self, words: tuple[str, ...]) -> frozenset[Spot]:
        """Where the words stand next to each other; the place is that of the first."""
        if words not in self._found:
            known = (n for n in range(1, len(words)) if words[n:] in self._found)
            for start in reversed(range(next(known, len(words)))):
                self._found[words[start:]] = self._together(words[start], words[start + 1 :])
        return self._found[words]

    def _together(self, first: str, rest: tuple[str, ...]) -> frozenset[Spot]:
        """Where the first word stands before the rest, whose places are known."""
        if rest:
            after = self._found[rest]
            return frozenset([spot for spot in self.of((first,)) if follows(spot, after)])
        others = self._others
        return frozenset([spot for spot in self.index.spots(first) if spot[0] not in others])

    def columns(self, words: tuple[str, ...]) -> dict[int, set[str]]:
        """The columns that the words stand in next to each other, by the record's number."""
        if words not in self._columns:
            by_number: dict[int, set[str]] = defaultdict(set)
            for number, column, _offset in self.of(words):
                by_number[number].add(column)
            self._columns[words] = dict(by_number)
        return self._columns[words]

    def records_with(self, word: str) -> int:
        """In how many of the records the word stands."""
        return len({number for number, _column, _offset in self.of((word,))})

    @cached_property
    def total(self) -> int:
        """How many records there are."""
        return self.index.total(self.kinds)

    @cached_property
    def _others(self) -> set[int]:
        """The records of other kinds."""
        return self.index.numbers(kind for kind in KINDS if kind not in self.kinds)


def follows(spot: Spot, others: frozenset[Spot]) -> bool:
    """Whether one of the others stands right after the spot."""
    number, column, offset = spot
    return (number, column, offset + 1) in others
