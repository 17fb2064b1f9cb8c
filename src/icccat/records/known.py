"""What the records of a catalogue know of each other: what a check compares one with."""

from __future__ import annotations

from collections import ChainMap, Counter, defaultdict
from typing import TYPE_CHECKING, Any, Protocol, cast

from icccat.records.fields import Document
from icccat.records.kinds import EVENTS
from icccat.records.sorts import Word
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from icccat.records.fields import Field
    from icccat.records.record import Record, Records


class Known(Protocol):
    """The records, and how one finds its like among them."""

    @property
    def records(self) -> Records:
        """All records."""

    def __contains__(self, id_: object) -> bool:
        """Whether a record of whichever kind has this id, whatever its case."""

    def of_id(self, id_: str) -> list[Record]:
        """The records of this id, whatever its case, of whichever kind; in the order of keys."""

    def like(self, likeness: tuple[str, ...]) -> list[Record]:
        """The records of which this is a likeness: kind, title and date, or kind and link."""

    def uses(self, field: Field, word: str) -> int:
        """How often a word of an open list is used."""

    def used(self, field: Field) -> Iterable[str]:
        """The words of an open list that are used; maybe more."""

    def at_about(self, record: Record) -> Iterable[Record]:
        """Those of its kind that are at about the time of a record or have its link; maybe more."""

    def twins(self, record: Record) -> list[Record]:
        """Other records with the same title and the same date, or with the same link."""
        found = {
            other.key: other
            for likeness in likenesses(record)
            for other in self.like(likeness)
            if other.id != record.id
        }
        return sorted(found.values(), key=lambda other: (other.id.casefold(), other.id))


class Among(Protocol):
    """What a change is made in: a catalogue, or what is remembered of it."""

    @property
    def records(self) -> Records:
        """All records."""

    @property
    def language(self) -> str:
        """The language of text given without one."""

    @property
    def known(self) -> Known:
        """The records, and how one finds its like among them."""

    def table(self, record: Record) -> Mapping[str, Any]:
        """The record as it stands in TOML."""

    def referring(self, id_: str) -> list[Record]:
        """The records that refer to the one of this id, in any field; a place by its name."""


class Everyone(Known):
    """All records in memory, with indexes.

    `keys`: records by id without regard to case; `alike`: by kind, title and date, or by
    kind and link; `words`: how often each word of an open list is used, by the list's field.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self.keys: dict[str, list[Record]] = defaultdict(list)
        self.alike: dict[tuple[str, ...], list[Record]] = defaultdict(list)
        self.words: dict[Field, Counter[str]] = defaultdict(Counter)
        for record in (record for of_kind in records.values() for record in of_kind.values()):
            self.keys[record.id.casefold()].append(record)
            for likeness in likenesses(record):
                self.alike[likeness].append(record)
            for field, _path, word in open_words(record):
                self.words[field][word] += 1

    @property
    def records(self) -> Records:
        """All records."""
        return self._records

    def __contains__(self, id_: object) -> bool:
        """Whether a record has this id, whatever its case."""
        return isinstance(id_, str) and id_.casefold() in self.keys

    def of_id(self, id_: str) -> list[Record]:
        """The records of this id, whatever its case."""
        return by_key(self.keys.get(id_.casefold(), []))

    def like(self, likeness: tuple[str, ...]) -> list[Record]:
        """The records of which this is a likeness."""
        return self.alike.get(likeness, [])

    def uses(self, field: Field, word: str) -> int:
        """How often a word of an open list is used."""
        return self.words[field][word] if field in self.words else 0

    def used(self, field: Field) -> Iterable[str]:
        """The words of an open list that are used."""
        return self.words.get(field, ())

    def at_about(self, record: Record) -> Iterable[Record]:
        """All of its kind."""
        return self.records.get(record.kind, {}).values()


class Beside(Known):
    """All that is known of some records, and others that are new or stand in the place of theirs.

    What is known of the many is not gathered again.
    """

    def __init__(self, others: Known, records: Iterable[Record]) -> None:
        own: dict[str, dict[str, Record]] = {}
        gone: dict[str, dict[str, Record]] = {}
        for record in records:
            own.setdefault(record.kind, {})[record.id] = record
            if (old := others.records[record.kind].get(record.id)) is not None:
                gone.setdefault(record.kind, {})[record.id] = old
        self._others, self._own, self._gone = others, Everyone(own), Everyone(gone)

    @property
    def records(self) -> Records:
        """All records."""
        others = cast("Mapping[str, dict[str, Record]]", self._others.records)  # they stay
        return {
            kind: ChainMap(dict(self._own.records.get(kind, {})), of_kind)
            for kind, of_kind in others.items()
        }

    def __contains__(self, id_: object) -> bool:
        """Whether a record has this id, whatever its case."""
        return id_ in self._others or id_ in self._own

    def of_id(self, id_: str) -> list[Record]:
        """The records of this id, whatever its case."""
        return by_key([*self._staying(self._others.of_id(id_)), *self._own.of_id(id_)])

    def like(self, likeness: tuple[str, ...]) -> list[Record]:
        """The records of which this is a likeness."""
        return [*self._staying(self._others.like(likeness)), *self._own.like(likeness)]

    def uses(self, field: Field, word: str) -> int:
        """How often a word of an open list is used."""
        others = self._others.uses(field, word) - self._gone.uses(field, word)
        return others + self._own.uses(field, word)

    def used(self, field: Field) -> Iterable[str]:
        """The words of an open list that are used, or were."""
        return {*self._others.used(field), *self._own.used(field)}

    def at_about(self, record: Record) -> Iterable[Record]:
        """Those of its kind that are at about the time of a record or have its link."""
        return [*self._staying(self._others.at_about(record)), *self._own.at_about(record)]

    def _staying(self, records: Iterable[Record]) -> Iterator[Record]:
        own = self._own.records
        return (one for one in records if one.id not in own.get(one.kind, {}))


def known(records: Records) -> Everyone:
    """The records with their indexes."""
    return Everyone(records)


def by_key(records: Iterable[Record]) -> list[Record]:
    """The records in the order of their keys."""
    return sorted(records, key=lambda record: record.key)


def is_familiar(field: Field, word: str, known: Known) -> bool:
    """Whether a word of an open list is no news: it is declared, or used more than once."""
    assert isinstance(field.sort, Word)  # noqa: S101 (no other field has such words)
    return word in field.sort.words or known.uses(field, word) > 1


def familiar(field: Field, known: Known) -> tuple[str, ...]:
    """The words of an open list that are no news, those declared first."""
    assert isinstance(field.sort, Word)  # noqa: S101 (no other field has such words)
    used = (word for word in known.used(field) if known.uses(field, word) > 1)
    return (*field.sort.words, *sorted(used))


def likenesses(record: Record) -> Iterator[tuple[str, ...]]:
    """What makes another record of its kind the same: each title with the date; the link."""
    if record.dates:
        for title in record.values.get("title", {}).values():
            yield record.kind, "title", fold(title), *(str(date) for date in record.dates)
    if record.kind in EVENTS and "url" in record.values:
        yield record.kind, "url", record.values["url"].rstrip("/")


def references(record: Record) -> Iterator[str]:
    """The ids of all that the record refers to, places by their names."""
    for field in record.declared.fields:
        if field.refers_to and field.name in record.values:
            yield from field.items(record.values[field.name])


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
