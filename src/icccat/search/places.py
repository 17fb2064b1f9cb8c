"""Where words stand, alone or next to each other, in the records that are meant."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.search.index import Index
    from icccat.search.index.runs import Columns
    from icccat.words.marks import Run


class Places:
    """The places of words in the records of some kinds."""

    def __init__(self, index: Index, kinds: frozenset[str]) -> None:
        self.index, self.kinds = index, kinds
        self._standing: dict[Run, bool] = {}

    def hold(self, run: Run) -> bool:
        """Whether the words stand next to each other in one of the records."""
        if run not in self._standing:
            some = self.index.runs.records(run, len(self._others) + 1)
            self._standing[run] = not some <= self._others
        return self._standing[run]

    def records(self, run: Run) -> set[int]:
        """The records in which the words stand next to each other."""
        return self.index.runs.records(run) - self._others

    def columns(self, runs: Sequence[Run]) -> Columns:
        """The records in which one of the runs stands, by the columns that it stands in."""
        found = self.index.runs.columns(runs) if runs else {}
        for numbers in found.values():
            numbers.difference_update(self._others)
        return found

    @cached_property
    def total(self) -> int:
        """How many records there are."""
        return self.index.total(self.kinds)

    @cached_property
    def _others(self) -> set[int]:
        """The records of other kinds."""
        return self.index.numbers(kind for kind in KINDS if kind not in self.kinds)
