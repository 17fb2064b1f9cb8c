"""What a search asks of the index: records, and where words stand in them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypeVar

from icccat.catalogue.about import About
from icccat.errors import Damaged
from icccat.locale import translate as _
from icccat.records.kinds import EVENTS, KINDS
from icccat.records.stored import restored
from icccat.search.index.letters import letters
from icccat.search.index.runs import InFts5, InTable
from icccat.search.index.unread import OfKind
from icccat.words.fold import fold, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from icccat.records.record import Record
    from icccat.search.index.runs import Runs

T = TypeVar("T")
PLACE_NAME, DOCUMENT_TYPE = "name of a place", "type of a document"  # beside kinds of records

_ASKED = "(SELECT value FROM json_each(?))"


class Index:
    """The records of a catalogue, by number, and the words in them.

    `name` is the catalogue's file, as the person gave it; `kept` the index's own, if it has one.
    """

    def __init__(
        self, connection: sqlite3.Connection, name: str = "", kept: Path | None = None
    ) -> None:
        self.connection, self.name, self.kept = connection, name, kept
        self._records: dict[int, Record] = {}

    def __enter__(self) -> Self:
        """The index itself, until the block is left."""
        return self

    def __exit__(self, *_why: object) -> None:
        """Close it."""
        self.connection.close()

    def rows(self, question: str, values: Iterable[Any] = ()) -> list[Any]:
        """What SQLite answers; Damaged where the file holds no answer, and is gone then."""
        try:
            return self.connection.execute(question, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged() from error

    def _damaged(self) -> Damaged:
        if self.kept:
            with suppress(OSError):
                self.kept.unlink(missing_ok=True)
        sentence = _("{file}: the index is damaged: delete it, it is made again")
        return Damaged(sentence.format(file=self.kept))

    @cached_property
    def about(self) -> About:
        """What the catalogue says of itself."""
        language, title, searches = json.loads(self.noted("about"))
        return About(language, title, searches)

    @property
    def errors(self) -> int:
        """How many values could not be read."""
        inside = self.rows("SELECT ifnull(sum(errors), 0) FROM record WHERE errors > 0")[0][0]
        return int(self.noted("errors")) + int(inside)

    def noted(self, name: str) -> str:
        """What is noted of the catalogue as a whole."""
        row = self.connection.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    @cached_property
    def records(self) -> Mapping[str, Mapping[str, Record]]:
        """All records, {kind: {id: record}}, each read when asked for."""
        return {kind: OfKind(self, kind) for kind in KINDS}

    def total(self, kinds: Iterable[str]) -> int:
        """How many records of these kinds there are."""
        return sum(self._totals.get(kind, 0) for kind in kinds)

    @cached_property
    def _totals(self) -> dict[str, int]:
        noted = self.rows("SELECT value FROM about WHERE name = 'totals'")
        found: dict[str, int] = json.loads(noted[0][0])
        return found

    def numbers(self, kinds: Iterable[str]) -> set[int]:
        """The numbers of the records of these kinds."""
        found = self.rows(
            "SELECT number FROM record WHERE kind IN (SELECT value FROM json_each(?))",
            (json.dumps(list(kinds)),),
        )
        return {number for (number,) in found}

    def kinds(self, numbers: Iterable[int]) -> dict[str, int]:
        """The kinds of the records of these numbers, and how many there are of each."""
        found = self.rows(
            "SELECT kind, count(*) FROM record"
            " WHERE number IN (SELECT value FROM json_each(?)) GROUP BY kind",
            (json.dumps(list(numbers)),),
        )
        return dict(found)

    def years(self, numbers: Iterable[int]) -> list[tuple[str, str, int]]:
        """The first and last years of the records that have any, and how many have the same."""
        return self.rows(
            "SELECT substr(dated, 1, 4) AS first, substr(until, 1, 4) AS last, count(*) FROM record"
            " WHERE number IN (SELECT value FROM json_each(?)) AND dated NOT NULL"
            " GROUP BY first, last",
            (json.dumps(list(numbers)),),
        )

    def referred(self, numbers: Iterable[int], kind: str) -> Iterator[tuple[list[str], int]]:
        """The ids of a kind to which records refer together, and how many refer to the same."""
        found = self.rows(
            "SELECT ids, count(*) FROM (SELECT json_group_array(id) AS ids FROM reference"
            " WHERE kind = ? AND number IN (SELECT value FROM json_each(?)) GROUP BY number)"
            " GROUP BY ids",
            (kind, json.dumps(list(numbers))),
        )
        return ((json.loads(ids), number) for ids, number in found)

    def ids(self) -> list[tuple[int, str]]:
        """The number and the id of each record, kind by kind."""
        found = self.rows("SELECT number, kind, id FROM record ORDER BY number")
        place = {kind: place for place, kind in enumerate(KINDS)}
        rows = sorted(found, key=lambda row: place[row[1]])
        return [(number, id_) for number, _kind, id_ in rows]

    def number(self, record: Record) -> int:
        """The number of a record."""
        found = self.rows(
            "SELECT number FROM record WHERE kind = ? AND id = ?", (record.kind, record.id)
        )
        return int(found[0][0])

    def record(self, number: int) -> Record:
        """The record of this number."""
        return self._records.get(number) or self.read([number])[0]

    def read(self, numbers: Iterable[int]) -> list[Record]:
        """The records of these numbers, in that order."""
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._records]
        lines = self.lines(missing) if missing else {}
        self._records.update(zip(lines, self.each(lines.values(), restored), strict=True))
        try:
            return [self._records[number] for number in wanted]
        except KeyError as error:
            raise self._damaged() from error

    def lines(self, numbers: Iterable[int]) -> dict[int, str]:
        """The records of these numbers as lines that have not been read, in any order."""
        found = self.rows(
            f"SELECT number, line FROM line WHERE number IN {_ASKED}",  # noqa: S608 (our own words)
            (json.dumps(list(numbers)),),
        )
        return dict(found)

    def titled_lines(self, numbers: Iterable[int] | None, code: str) -> list[tuple[str, str, str]]:
        """Lines, each after the date ("" for none) and the title that its record is ordered by.

        Those of the records of these numbers; or else of all videos and meetings.
        """
        chosen = f"IN {_ASKED}"
        if numbers is None:  # the others are few
            chosen = f"NOT IN (SELECT number FROM record WHERE kind NOT IN {_ASKED})"  # noqa: S608 (our own words)
        question = f"SELECT ifnull(dated, ''), {code}, line FROM line WHERE number {chosen}"  # noqa: S608 (likewise)
        return self.rows(question, (json.dumps(list(EVENTS if numbers is None else numbers)),))

    def by_title(self, numbers: Iterable[int], code: str) -> list[int]:
        """The numbers in the order of the records' titles in a language."""
        question = f"SELECT number FROM line WHERE number IN {_ASKED} ORDER BY {code}"  # noqa: S608 (en or fr)
        return [number for (number,) in self.rows(question, (json.dumps(list(numbers)),))]

    def each(self, lines: Iterable[str], make: Callable[[str], T]) -> Iterator[T]:
        """What is made of each of the lines; Damaged where one is none."""
        try:
            yield from map(make, lines)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise self._damaged() from error

    def by_date(self, numbers: Sequence[int]) -> Iterator[tuple[int, str | None]]:
        """The numbers, those of the newest records first, each with what they are ordered by.

        They come one by one: who needs only some of them does not wait for all.
        """
        question = (
            "SELECT number, dated FROM record WHERE number IN (SELECT value FROM json_each(?))"
            " ORDER BY dated DESC"
        )
        try:
            yield from self.connection.execute(question, (json.dumps(numbers),))
        except sqlite3.DatabaseError as error:
            raise self._damaged() from error

    def newest(self, kinds: Iterable[str], limit: int) -> list[int]:
        """The newest records of these kinds: so many, and all that are as old as the last one."""
        # (+kind: SQLite is to go by the date, and look at a few records of other kinds.)
        of_kinds = "FROM record WHERE +kind IN (SELECT value FROM json_each(?))"
        wanted = json.dumps(list(kinds))
        last = self.rows(
            f"SELECT dated {of_kinds} ORDER BY dated DESC LIMIT 1 OFFSET ?", (wanted, limit - 1)
        )
        if not last or last[0][0] is None:  # fewer have a date
            found = self.rows(f"SELECT number {of_kinds}", (wanted,))
        else:
            found = self.rows(f"SELECT number {of_kinds} AND dated >= ?", (wanted, *last[0]))
        return [number for (number,) in found]

    @cached_property
    def runs(self) -> Runs:
        """Where runs of words stand."""
        fts5 = self.rows("SELECT 1 FROM sqlite_schema WHERE name = 'words'")
        return InFts5(self) if fts5 else InTable(self)

    def titled(self, words: Iterable[str]) -> set[int]:
        """The records whose title is just these folded words."""
        found = self.rows("SELECT number FROM title WHERE words = ?", (" ".join(words),))
        return {number for (number,) in found}

    def is_title(self, text: str) -> bool:
        """Whether a record is called so, in any of its languages."""
        called = (
            record.values[record.declared.called] for record in self.read(self.titled(words(text)))
        )
        return any(fold(title) == fold(text) for titles in called for title in titles.values())

    def is_place(self, name: tuple[str, ...]) -> bool:
        """Whether a record was in a place that is called so, or is that place."""
        found = self.rows(
            "SELECT 1 FROM reference WHERE kind = ? AND id = ?", (PLACE_NAME, " ".join(name))
        )
        return bool(found)

    @property
    def document_types(self) -> list[str]:
        """The types of the records' documents."""
        found = self.rows("SELECT DISTINCT id FROM reference WHERE kind = ?", (DOCUMENT_TYPE,))
        return [type_ for (type_,) in found]

    def titles(self, kinds: Iterable[str], lengths: range) -> list[tuple[int, str]]:
        """The records of these kinds with a title of such a length, each with its folded words."""
        return self.rows(
            "SELECT number, words FROM title JOIN record USING (number)"
            " WHERE length(words) BETWEEN ? AND ? AND kind IN (SELECT value FROM json_each(?))",
            (lengths.start, lengths.stop - 1, json.dumps(list(kinds))),
        )

    def known(self, words: Iterable[str]) -> set[str]:
        """Those of the words that stand in a record."""
        found = self.rows(
            "SELECT word FROM term WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps(list(words)),),
        )
        return {word for (word,) in found}

    def alike(self, english: str, french: str) -> list[str]:
        """The words with one of these stems."""
        found = self.rows(
            "SELECT word FROM term WHERE en = ? UNION SELECT word FROM term WHERE fr = ?",
            (english, french),
        )
        return [word for (word,) in found]

    def beginning(self, letters: str) -> list[str]:
        """The words that begin with these letters."""
        found = self.rows(
            "SELECT word FROM term WHERE word >= ? AND word < ?", (letters, f"{letters}\U0010ffff")
        )
        return [word for (word,) in found]

    def resembling(self, word: str, edits: int) -> Iterator[str]:
        """The words that may be so many edits away; some are more."""
        found = self.rows(
            "SELECT word, letters FROM term WHERE length(word) BETWEEN ? AND ?",
            (len(word) - edits, len(word) + edits),
        )
        wanted = letters(word)
        # an edit changes one letter into another at most: two that only one of the words has
        return (other for other, has in found if (has ^ wanted).bit_count() <= 2 * edits)

    def names(self, key: str) -> tuple[tuple[str, ...], ...]:
        """All the names of what has one that is found by this key, each as folded words."""
        found = self.rows("SELECT names FROM name WHERE key = ?", (key,))
        return tuple(map(tuple, json.loads(found[0][0]))) if found else ()
