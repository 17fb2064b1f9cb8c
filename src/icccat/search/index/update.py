"""The index brought up to date: what was changed is taken out and put in, and nothing else."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from icccat.records.known import open_words
from icccat.records.stored import stored
from icccat.search.context import place_names
from icccat.search.index.columns import BREAK, COLUMNS, columns
from icccat.search.index.index import DOCUMENT_TYPE, PLACE_NAME, Index
from icccat.search.index.letters import letters
from icccat.search.index.marks import link_of, lists
from icccat.search.index.stems import stems_of
from icccat.search.texts import Texts
from icccat.search.vocabulary import by_key
from icccat.words.fold import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from icccat.records.record import Record
    from icccat.search.index.contents import Contents, Key, Row

NAMED = ("topic", "place")  # kinds whose records have several names
MANY = 32_000_000  # bytes of postings that may wait in memory until they are sorted
BATCH = 1000  # records that are held at once
_NAMES, _MARKS = ", ".join(COLUMNS), ", ".join("?" for _ in COLUMNS)
PUT_IN = f"INSERT INTO words(rowid, {_NAMES}) VALUES (?, {_MARKS})"  # noqa: S608 (our own names)
TAKE_OUT = f"INSERT INTO words(words, rowid, {_NAMES}) VALUES ('delete', ?, {_MARKS})"  # noqa: S608 (likewise)


def update(connection: sqlite3.Connection, contents: Contents, *, fts5: bool) -> None:
    """Make the index that of the contents, within the transaction that is open.

    Raises Irregular where they cannot be read piece by piece; the transaction is then of no use.
    """
    known = connection.execute("SELECT kind, id, number, digest FROM record")
    old = {(kind, id_): (number, digest) for kind, id_, number, digest in known}
    changed = [
        key for key, digest in contents.digests.items() if key not in old or old[key][1] != digest
    ]
    gone = [key for key in old if key not in contents.digests]
    numbers = [old[key][0] for key in (*changed, *gone) if key in old]
    # the records that name a changed one hold its words
    again = _referring(connection, [*changed, *gone]) - set(numbers)
    writer = _Writer(connection, fts5=fts5)
    writer.take_out([*numbers, *again])  # as they were put in, by the records as they were
    _remove(connection, numbers)
    writer.put_in([*_insert(connection, changed, contents), *again])
    if changed or gone:
        _note_terms(connection)
    if not old or any(kind in NAMED for kind, _id in (*changed, *gone)):
        _note_names(connection)
    about = contents.about
    said = json.dumps([about.language, dict(about.title), dict(about.searches)])
    rows = [("about", said), ("errors", str(contents.errors))]
    connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", rows)


def _referring(connection: sqlite3.Connection, keys: Collection[Key]) -> set[int]:
    """The numbers of the records that refer to one of these."""
    found = connection.execute(
        "SELECT number FROM json_each(?) AS wanted CROSS JOIN reference"
        " ON reference.kind = json_extract(wanted.value, '$[0]')"
        " AND reference.id = json_extract(wanted.value, '$[1]')",
        (json.dumps(list(keys)),),
    )
    return {number for (number,) in found}


def _remove(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    rows = [(number,) for number in numbers]
    for table in ("record", "reference", "title"):
        connection.executemany(f"DELETE FROM {table} WHERE number = ?", rows)  # noqa: S608 (our own names)


def _insert(connection: sqlite3.Connection, keys: Iterable[Key], contents: Contents) -> list[int]:
    """Add the records; gives their numbers."""
    last = connection.execute("SELECT ifnull(max(number), 0) FROM record").fetchone()[0]
    numbered = enumerate(keys, last + 1)
    numbers: list[int] = []
    while batch := list(islice(numbered, BATCH)):
        rows = {number: contents.read(key) for number, key in batch}
        connection.executemany(
            "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((n, *_cells(rows[n]), contents.digests[key]) for n, key in batch),
        )
        connection.executemany(
            "INSERT INTO reference VALUES (?, ?, ?)",
            ((number, *key) for number, row in rows.items() for key in _references(row.record)),
        )
        connection.executemany(
            "INSERT INTO title VALUES (?, ?)",
            ((number, title) for number, row in rows.items() for title in _titles(row.record)),
        )
        numbers += rows
    return numbers


def _cells(row: Row) -> tuple[str | int | None, ...]:
    record = row.record
    dated, until = None, None
    if record.span:
        first, last = record.span
        dated, until = f"{first} {len(str(record.dates[0])):02}", str(last)
    return record.kind, record.id, dated, until, link_of(record), stored(record), row.errors


def _titles(record: Record) -> set[str]:
    """The folded words of the record's titles, in all its languages."""
    titles: Mapping[str, str] = record.values.get(record.declared.called, {})
    return {" ".join(words(title)) for title in titles.values()}


def _references(record: Record) -> Iterator[Key]:
    """The records that this one names; and what a query may name."""
    for declared in record.declared.fields:
        value = record.get(declared.name)
        if declared.refers_to and value is not None:
            yield from ((declared.refers_to, id_) for id_ in declared.items(value))
    yield from ((PLACE_NAME, " ".join(words(name))) for name in place_names(record))
    yield from ((lists()[field], word) for field, _path, word in open_words(record))
    yield from ((DOCUMENT_TYPE, one["type"]) for one in record.items("documents") if "type" in one)


class _Writer:
    """The words of records, taken out of the postings and put into them."""

    def __init__(self, connection: sqlite3.Connection, *, fts5: bool) -> None:
        self.connection, self.fts5 = connection, fts5

    def take_out(self, numbers: Iterable[int]) -> None:
        """Take the words out; the records are still as they were when these were put in."""
        if self.fts5:
            rows = ((number, *found.values()) for number, found in self._texts(numbers))
            for row in rows:
                self.connection.execute(TAKE_OUT, row)
        else:
            spots = [(number,) for number in numbers]
            self.connection.executemany("DELETE FROM posting WHERE doc = ?", spots)

    def put_in(self, numbers: Iterable[int]) -> None:
        """Put the words of the records of these numbers in."""
        texts = self._texts(numbers)
        if self.fts5:
            size = "INSERT INTO words(words, rank) VALUES ('hashsize', ?)"
            self.connection.execute(size, (MANY,))
            rows = ((number, *found.values()) for number, found in texts)
            self.connection.executemany(PUT_IN, rows)
        else:
            spots = (spot for number, found in texts for spot in _spots(number, found))
            self.connection.executemany("INSERT INTO posting VALUES (?, ?, ?, ?)", spots)

    def _texts(self, numbers: Iterable[int]) -> Iterator[tuple[int, dict[str, str]]]:
        """The words of the records of these numbers, with what they refer to as it is now."""
        wanted = iter(numbers)
        names = Index(self.connection).records  # what is referred to, read and spelt once
        spelt: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        while batch := list(islice(wanted, BATCH)):
            records = Index(self.connection).read(batch)
            for number, record in zip(batch, records, strict=True):
                yield number, columns(Texts(record, names, spelt))


def _spots(number: int, texts: Mapping[str, str]) -> Iterator[tuple[str, int, str, int]]:
    """Each word with the record, the column and its place there."""
    for column, text in texts.items():
        yield from ((word, number, column, place) for place, word in enumerate(text.split()))


def _note_terms(connection: sqlite3.Connection) -> None:
    """Keep the words that stand in a record, each with its stems."""
    connection.execute("DELETE FROM term WHERE word NOT IN (SELECT term FROM vocabulary)")
    found = connection.execute(
        "SELECT term FROM vocabulary WHERE term NOT IN (SELECT word FROM term)"
    )
    new = [word for (word,) in found if word != BREAK]
    rows = [(*row, letters(row[0])) for row in stems_of(new)]
    connection.executemany("INSERT INTO term VALUES (?, ?, ?, ?)", rows)


def _note_names(connection: sqlite3.Connection) -> None:
    """Keep what has several names, by each of them."""
    connection.execute("DELETE FROM name")
    names = by_key(Index(connection).records)
    rows = ((key, json.dumps(all_)) for key, all_ in names.items())
    connection.executemany("INSERT INTO name VALUES (?, ?)", rows)
