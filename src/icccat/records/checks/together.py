"""What is wrong among all records: what no record shows by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from icccat.errors import Level, Problem
from icccat.locale import translate as _
from icccat.records.checks.values import every_value, path_of
from icccat.records.dates import Date
from icccat.records.duplicates import pairs
from icccat.records.likeness import NOT_HELD, NUMBERS
from icccat.words.fold import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from icccat.records.record import Record, Records


Key = TypeVar("Key")

YEARS = 10  # how far ahead of today a meeting is planned at most
ALIKE = str.maketrans({"0": "o", "1": "l", "-": "", "_": ""})


def far_off(records: Records, today: dt.date) -> Iterator[Problem]:
    """A date more than ten years from now: probably a slip of the keyboard."""
    last = (today.year + YEARS, today.month, today.day)
    for record in _all(records):
        for _field, path, value in every_value(record):
            if isinstance(value, Date) and (value.year, value.month or 0, value.day or 0) > last:
                sentence = _("{date} is more than ten years from now")
                yield Problem(Level.WARNING, path, sentence.format(date=value))


def confusable_ids(records: Records, today: dt.date) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """An id that is easily taken for another: `1` for `l`, `0` for `o`, a hyphen more or less."""
    named = (record for record in _all(records) if record.kind != "place")
    for _key, first, other in _later((one.id.casefold().translate(ALIKE), one) for one in named):
        if first.id.casefold() != other.id.casefold():  # which is an error already
            sentence = _('the id "{id}" is easily taken for that of {other}')
            sentence = sentence.format(id=other.id, other=first.key)
            yield Problem(Level.WARNING, path_of(other), sentence)


def shared_names(records: Records, today: dt.date) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """A label or synonym that two topics have, so that it leads to both."""
    topics = records.get("topic", {}).values()
    for name, first, other in _later((name, topic) for topic in topics for name in _names(topic)):
        path, word = _names(other)[name]
        sentence = _('"{name}" is a name of {other} too: a search by it finds both')
        sentence = sentence.format(name=word, other=first.key)
        yield Problem(Level.WARNING, path_of(other, *path), sentence)


def _names(topic: Record) -> dict[str, tuple[tuple[str, ...], str]]:
    """The labels and synonyms of a topic, each with its path, by what they fold to."""
    labels = [(("label",), label) for label in topic.values.get("label", {}).values()]
    also = [(("also", str(number)), name) for number, name in enumerate(topic.items("also"))]
    return {fold(name): (path, name) for path, name in also + labels}


def numbers(records: Records, today: dt.date) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """Two videos that are one part of a series, two meetings of one number.

    Versions of a video share its part; what is not held may leave its number to another.
    """
    for kind, name in NUMBERS.items():
        counted = (
            ((record.get("series"), record.get(name)), record)
            for record in records.get(kind, {}).values()
            if record.get("series") and record.get(name) is not None
            if record.get("status") not in NOT_HELD
        )
        for _key, first, other in _later(counted):
            if _work(first) != _work(other):
                sentence = _("{other} has the number {number} in the series {series} too")
                sentence = sentence.format(
                    other=first.key, number=other.get(name), series=other.get("series")
                )
                yield Problem(Level.ADVICE, path_of(other, name), sentence)


def near_duplicates(records: Records, today: dt.date) -> Iterator[Problem]:  # noqa: ARG001 (as every check)
    """Two records that are probably one; twins, which are told of otherwise, are left out."""
    for later, likeness in pairs(records):
        if not likeness.twin:
            sentence = (
                _("{sentence}; keep one of them, or set version_of if they are versions of one")
                if later.kind == "video"
                else _("{sentence}; keep one of them")
            )
            sentence = sentence.format(sentence=likeness.sentence)
            yield Problem(Level.WARNING, path_of(later, likeness.field), sentence)


def _work(record: Record) -> str:
    """The id of the video of which it is a version, or its own."""
    return record.get("version_of") or record.id


def _all(records: Records) -> Iterator[Record]:
    return (record for of_kind in records.values() for record in of_kind.values())


def _later(keyed: Iterable[tuple[Key, Record]]) -> Iterator[tuple[Key, Record, Record]]:
    """Each record after the first of the same key: the key, the first, itself."""
    first: dict[Key, Record] = {}
    for key, record in keyed:
        if first.setdefault(key, record) is not record:
            yield key, first[key], record
