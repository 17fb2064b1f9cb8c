"""Where words stand: the postings of the index, in FTS5 or in a table of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.search.index.columns import BREAK, COLUMNS, TOKEN
from icccat.search.index.letters import letters
from icccat.search.index.stems import stems_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

_MANY = 32_000_000  # bytes of postings that may wait in memory until they are sorted
_NAMES, _MARKS = ", ".join(COLUMNS), ", ".join("?" for _ in COLUMNS)
_PUT_IN = f"INSERT INTO words(rowid, {_NAMES}) VALUES (?, {_MARKS})"  # noqa: S608 (our own names)
_TAKE_OUT = f"INSERT INTO words(words, rowid, {_NAMES}) VALUES ('delete', ?, {_MARKS})"  # noqa: S608 (likewise)


class Postings:
    """The postings, changed by the words of records: a number with the words of each column."""

    def __init__(self, connection: sqlite3.Connection, *, fts5: bool) -> None:
        self.connection, self.fts5 = connection, fts5

    def take_out(self, records: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Take records out, whose words are those that they were put in with."""
        if self.fts5:
            self.connection.executemany(_TAKE_OUT, ((n, *words) for n, words in records))
        else:
            numbers = [(number,) for number, _words in records]
            self.connection.executemany("DELETE FROM posting WHERE doc = ?", numbers)

    def put_in(self, records: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Put records in."""
        if self.fts5:
            size = "INSERT INTO words(words, rank) VALUES ('hashsize', ?)"
            self.connection.execute(size, (_MANY,))
            self.connection.executemany(_PUT_IN, ((n, *words) for n, words in records))
        else:
            spots = (spot for number, words in records for spot in _spots(number, words))
            self.connection.executemany("INSERT INTO posting VALUES (?, ?, ?, ?)", spots)

    def note_terms(self) -> None:
        """Keep the words that stand in a record, each with its stems."""
        connection = self.connection
        connection.execute("DELETE FROM term WHERE word NOT IN (SELECT term FROM vocabulary)")
        found = connection.execute(
            "SELECT term FROM vocabulary WHERE term NOT IN (SELECT word FROM term)"
        )
        new = [word for (word,) in found if word != BREAK]
        rows = [(*row, letters(row[0])) for row in stems_of(new)]
        connection.executemany("INSERT INTO term VALUES (?, ?, ?, ?)", rows)


def _spots(number: int, words: Sequence[str]) -> Iterator[tuple[str, int, str, int]]:
    """Each word with the record, the column and its place there."""
    for column, text in zip(COLUMNS, words, strict=True):
        yield from ((word, number, column, place) for place, word in enumerate(TOKEN.findall(text)))
