"""Where runs of words stand in the records: words next to each other, in one of the texts."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Protocol, TypeAlias

from icccat.search.index.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from icccat.search.index.index import Index
    from icccat.words.marks import Run

Columns: TypeAlias = "dict[str, set[int]]"
"""The numbers of the records in which something stands, by the column."""


class Runs(Protocol):
    """What tells where runs of words stand."""

    def columns(self, runs: Sequence[Run]) -> Columns:
        """The records in which one of these runs stands, by the columns that it stands in."""

    def records(self, run: Run, limit: int = -1) -> set[int]:
        """The records in which it stands, in any column; so many at most, if that is not -1."""


class InFts5(Runs):
    """The runs as FTS5 knows them."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def columns(self, runs: Sequence[Run]) -> Columns:
        """One question for each column."""
        asked = " OR ".join(map(_phrase, runs))
        question = "SELECT json_group_array(rowid) FROM words WHERE words MATCH ?"
        found = {
            column: set(json.loads(self._index.rows(question, (f"{column} : ({asked})",))[0][0]))
            for column in COLUMNS
        }
        return {column: numbers for column, numbers in found.items() if numbers}

    def records(self, run: Run, limit: int = -1) -> set[int]:
        """One question for all columns together."""
        question = "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"
        return {number for (number,) in self._index.rows(question, (_phrase(run), limit))}


def _phrase(run: Run) -> str:
    """The run for FTS5; its words hold letters and digits only."""
    return f'"{" ".join(run)}"'


class InTable(Runs):
    """The runs as they are found in the plain table of postings."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[str, set[tuple[int, str, int]]] = {}

    def columns(self, runs: Sequence[Run]) -> Columns:
        """Run by run."""
        found: Columns = {column: set() for column in COLUMNS}
        for number, column, _offset in (spot for run in runs for spot in self._spots(run)):
            found[column].add(number)
        return {column: numbers for column, numbers in found.items() if numbers}

    def records(self, run: Run, limit: int = -1) -> set[int]:
        """They are all looked for, whatever the limit."""
        found = [number for number, _column, _offset in self._spots(run)]
        return set(found if limit < 0 else islice(dict.fromkeys(found), limit))

    def _spots(self, run: Run) -> Iterable[tuple[int, str, int]]:
        """Where the first word stands that the others follow."""
        first, *rest = map(self._word, run)
        return [
            (number, column, offset)
            for number, column, offset in first
            if all((number, column, offset + n) in there for n, there in enumerate(rest, 1))
        ]

    def _word(self, word: str) -> set[tuple[int, str, int]]:
        if word not in self._known:
            question = "SELECT doc, col, offset FROM posting WHERE term = ?"
            self._known[word] = set(self._index.rows(question, (word,)))
        return self._known[word]
