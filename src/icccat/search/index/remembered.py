"""What the index remembers of a catalogue, for who changes it: a record's like, ids, words."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from icccat.records.kinds import KINDS
from icccat.records.known import Known, by_key, likenesses
from icccat.records.likeness import DAYS
from icccat.search.index.marks import link_of, linked, lists
from icccat.words.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.records.fields import Field
    from icccat.records.record import Record, Records
    from icccat.search.index.index import Index


class Remembered(Known):
    """The catalogue that an index is of, each record read when asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @property
    def digest(self) -> str:
        """The digest of the file, if it is all pieces that were read one by one; else ""."""
        return self._index.noted("digest") if self._index.noted("whole") == "no" else ""

    @property
    def language(self) -> str:
        """The language of text given without one."""
        return self._index.about.language

    @property
    def known(self) -> Known:
        """The records, and how one finds its like among them."""
        return self

    @property
    def records(self) -> Records:
        """All records."""
        return self._index.records

    def before(self, kind: str, id_: str) -> list[str]:
        """The ids of a kind that come right before this one, without regard to case."""
        folded = id_.casefold()
        found = self._index.rows(
            "SELECT max(found) FROM (SELECT max(id) AS found FROM record"
            " WHERE kind = ? AND id < ? AND folded IS NULL"
            " UNION ALL SELECT max(folded) FROM record WHERE kind = ? AND folded < ?)",
            (kind, folded, kind, folded),
        )
        return [record.id for record in self._of_id(found[0][0], [kind])] if found[0][0] else []

    def _of_id(self, folded: str, kinds: Iterable[str]) -> list[Record]:
        """The records of these kinds whose id is this one without regard to case."""
        wanted = json.dumps(list(kinds))
        found = self._index.rows(
            "SELECT number FROM record WHERE kind IN (SELECT value FROM json_each(?))"
            " AND id = ? AND folded IS NULL"
            " UNION ALL SELECT number FROM record"
            " WHERE kind IN (SELECT value FROM json_each(?)) AND folded = ?",
            (wanted, folded, wanted, folded),
        )
        return self._index.read(number for (number,) in found)

    def referring(self, id_: str) -> list[Record]:
        """The records that refer to the one of this id, in any field; a place by its name."""
        found = self._index.rows(
            "SELECT DISTINCT number FROM reference WHERE kind IN (SELECT value FROM json_each(?))"
            " AND id = ? ORDER BY number",
            (json.dumps(list(KINDS)), id_),
        )
        return self._index.read(number for (number,) in found)

    def __contains__(self, id_: object) -> bool:
        """Whether a record has this id, whatever its case."""
        return isinstance(id_, str) and bool(self.of_id(id_))

    def of_id(self, id_: str) -> list[Record]:
        """The records of this id, whatever its case."""
        return by_key(self._of_id(id_.casefold(), KINDS))

    def like(self, likeness: tuple[str, ...]) -> list[Record]:
        """The records of which this is a likeness."""
        kind, what, text, *_dates = likeness
        titled = what == "title"
        numbers = self._index.titled(words(text)) if titled else self._linked(linked(text))
        return [one for one in self._read(numbers, kind) if likeness in likenesses(one)]

    def uses(self, field: Field, word: str) -> int:
        """How often a word of an open list is used."""
        question = "SELECT count(*) FROM reference WHERE kind = ? AND id = ?"
        return int(self._index.rows(question, (lists()[field], word))[0][0])

    def used(self, field: Field) -> Iterable[str]:
        """The words of an open list that are used."""
        question = "SELECT DISTINCT id FROM reference WHERE kind = ?"
        return [word for (word,) in self._index.rows(question, (lists()[field],))]

    def at_about(self, record: Record) -> Iterable[Record]:
        """Those of its kind that are at about the time of a record, or may have its link."""
        numbers = self._linked(link_of(record))
        if record.span:
            first, last = (day.toordinal() for day in record.span)
            found = self._index.rows(
                "SELECT number FROM record WHERE kind = ? AND until >= ? AND dated <= ?",
                (record.kind, _day(first - DAYS), f"{_day(last + DAYS)} 99"),
            )
            numbers |= {number for (number,) in found}
        return self._read(numbers, record.kind)

    def _linked(self, link: str | None) -> set[int]:
        """The records whose links may be this one."""
        found = self._index.rows("SELECT number FROM record WHERE link = ?", (link,))
        return {number for (number,) in found}

    def _read(self, numbers: set[int], kind: str) -> list[Record]:
        """Those of the records that are of this kind."""
        return [one for one in self._index.read(sorted(numbers)) if one.kind == kind]


def _day(number: int) -> str:
    """The day of this number; the first or last of all, where there is none."""
    return str(dt.date.fromordinal(min(max(number, 1), dt.date.max.toordinal())))
