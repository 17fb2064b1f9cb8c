"""The index brought up to date: what was changed is taken out and put in, and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from icccat.records.kinds import EVENTS, KINDS
from icccat.search.index.filing import Filing
from icccat.search.index.index import Index
from icccat.search.index.postings import Postings
from icccat.search.index.rows import cells, lines, references, titles
from icccat.search.index.tables import create_indexes
from icccat.search.vocabulary import by_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from icccat.records.record import Record
    from icccat.search.index.contents import Contents, Key, Row

T = TypeVar("T")
Filed: TypeAlias = "tuple[int, tuple[str, ...]]"
"""The number of a record, and the words of each column."""
_NAMED = ("topic", "place")  # kinds whose records have several names
_BATCH = 1000  # records that are held at once


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
    postings = Postings(connection, fts5=fts5)
    postings.take_out(_as_they_were(connection, [*numbers, *again]))
    _remove(connection, numbers)
    postings.put_in(_as_they_are(connection, changed, again, contents))
    create_indexes(connection)
    if changed or gone:
        postings.note_terms()
    if not old or any(kind in _NAMED for kind, _id in (*changed, *gone)):
        _note_names(connection)
    about = contents.about
    said = json.dumps([about.language, dict(about.title), dict(about.searches)])
    totals = json.dumps(Counter(kind for kind, _id in contents.digests))
    rows = [("about", said), ("errors", str(contents.errors)), ("totals", totals)]
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
    for table in ("record", "line", "reference", "title"):
        connection.executemany(f"DELETE FROM {table} WHERE number = ?", rows)  # noqa: S608 (our own names)


def _as_they_were(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[Filed]:
    """The records of these numbers with the words that they were put in with."""
    filing = Filing(Index(connection).records)
    for batch in _batches(numbers):
        yield from zip(batch, filing.words(Index(connection).read(batch)), strict=True)


def _as_they_are(
    connection: sqlite3.Connection, changed: Iterable[Key], again: Iterable[int], contents: Contents
) -> Iterator[Filed]:
    """The changed records, which are put into the tables, and the others, with their words."""
    named = _Named(contents)
    filing = Filing(named.records)
    last = connection.execute("SELECT ifnull(max(number), 0) FROM record").fetchone()[0]
    for batch in _batches(enumerate(changed, last + 1)):
        rows = {number: named.row(key) for number, key in batch}
        named.read(_insert(connection, rows, contents.digests))
        yield from zip(rows, filing.words(row.record for row in rows.values()), strict=True)
    for numbers in _batches(again):
        records = Index(connection).read(numbers)
        named.read({key for one in records for key in references(one)})
        yield from zip(numbers, filing.words(records), strict=True)


class _Named:
    """The records of the contents that others refer to, `{kind: {id: record}}`."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        self._ahead: dict[Key, Row] = {}  # read before their turn

    def row(self, key: Key) -> Row:
        """The record of this key, whose turn it is."""
        row = self._ahead.pop(key, None) or self.contents.read(key)
        if row.record.kind not in EVENTS:  # which many will refer to
            self.records[row.record.kind][row.record.id] = row.record
        return row

    def read(self, keys: Iterable[Key]) -> None:
        """Read the records of these keys, where there are such."""
        for key in keys:
            kind, id_ = key
            if key in self.contents.digests and id_ not in self.records[kind]:
                self._ahead[key] = row = self.contents.read(key)
                self.records[kind][id_] = row.record


def _batches(all_: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(all_)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _insert(
    connection: sqlite3.Connection, rows: Mapping[int, Row], digests: Mapping[Key, bytes]
) -> set[Key]:
    """Add the records by their numbers; gives all that they refer to."""
    referred = [
        (number, turn, *key)
        for number, row in rows.items()
        for turn, key in enumerate(references(row.record))
    ]
    connection.executemany(
        "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, *cells(row.record), row.errors, digests[row.record.kind, row.record.id])
            for number, row in rows.items()
        ),
    )
    connection.executemany(
        "INSERT INTO line VALUES (?, ?, ?, ?, ?)",
        lines({number: row.record for number, row in rows.items()}),
    )
    connection.executemany("INSERT INTO reference VALUES (?, ?, ?, ?)", referred)
    connection.executemany(
        "INSERT INTO title VALUES (?, ?)",
        ((number, title) for number, row in rows.items() for title in titles(row.record)),
    )
    return {(kind, id_) for _number, _turn, kind, id_ in referred}


def _note_names(connection: sqlite3.Connection) -> None:
    """Keep what has several names, by each of them."""
    connection.execute("DELETE FROM name")
    names = by_key(Index(connection).records)
    rows = ((key, json.dumps(all_)) for key, all_ in names.items())
    connection.executemany("INSERT INTO name VALUES (?, ?)", rows)
