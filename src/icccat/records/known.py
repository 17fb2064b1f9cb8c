"""What the records of a catalogue know of each other: what a check compares one with."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from icccat.records.fields import Document
from icccat.records.kinds import EVENTS
from icccat.records.sorts import Word
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icccat.records.fields import Field
    from icccat.records.record import Record, Records


@dataclass(frozen=True, slots=True)
class Known:
    """The records, and the indexes by which one finds its like.

    `keys`: records by id without regard to case; `alike`: by kind, title and date, or by
    kind and link; `words`: how often each word of an open list is used, by the list's field.
    """

    records: Records
    keys: Mapping[str, list[Record]]
    alike: Mapping[tuple[str, ...], list[Record]]
    words: Mapping[Field, Counter[str]]

    def twins(self, record: Record) -> list[Record]:
        """Other records with the same title and the same date, or with the same link."""
        found = {
            other.key: other
            for likeness in likenesses(record)
            for other in self.alike.get(likeness, [])
            if other.id != record.id
        }
        return list(found.values())


def known(records: Records) -> Known:
    """The records with their indexes."""
    keys: dict[str, list[Record]] = defaultdict(list)
    alike: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    words: dict[Field, Counter[str]] = defaultdict(Counter)
    for record in (record for of_kind in records.values() for record in of_kind.values()):
        keys[record.id.casefold()].append(record)
        for likeness in likenesses(record):
            alike[likeness].append(record)
        for field, _path, word in open_words(record):
            words[field][word] += 1
    return Known(records, keys, alike, words)


def familiar(field: Field, known: Known) -> tuple[str, ...]:
    """The words of an open list that are no news: those declared, those used more than once."""
    assert isinstance(field.sort, Word)  # noqa: S101 (no other field has such words)
    used = known.words[field]
    return (*field.sort.words, *(word for word in used if used[word] > 1))


def likenesses(record: Record) -> Iterator[tuple[str, ...]]:
    """What makes another record of its kind the same: each title with the date; the link."""
    if record.dates:
        for title in record.values.get("title", {}).values():
            yield record.kind, "title", fold(title), *(str(date) for date in record.dates)
    if record.kind in EVENTS and "url" in record.values:
        yield record.kind, "url", record.values["url"].rstrip("/")


def open_words(record: Record) -> Iterator[tuple[Field, tuple[str, ...], str]]:
    """The words of open lists that the record and its documents use: field, path inside, word."""
    yield from _words_in(record.declared.fields, record.values, ())


def _words_in(
    fields: tuple[Field, ...], values: Mapping[str, Any], path: tuple[str, ...]
) -> Iterator[tuple[Field, tuple[str, ...], str]]:
    for field in fields:
        if field.name not in values or not isinstance(field.sort, Word | Document):
            continue
        for number, value in enumerate(field.items(values[field.name])):
            inside = (*path, field.name, *([str(number)] if field.many else []))
            if isinstance(field.sort, Document):
                yield from _words_in(field.sort.fields, value, inside)
            else:
                yield field, inside, value
