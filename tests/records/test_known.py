"""Records know their like: by id, by title and date, by link, by the words they use."""

from __future__ import annotations

from collections import Counter

import pytest

from icccat.records.dates import Date
from icccat.records.kinds.shared import AUDIENCE, AUDIENCES, DOCUMENTS
from icccat.records.known import (
    Beside,
    by_key,
    familiar,
    is_familiar,
    known,
    likenesses,
    open_words,
    references,
)
from icccat.records.record import Record

JUNE = Date(2019, 6)
FIRST = Record(
    "video",
    "first",
    {
        "title": {"en": "Refugee inclusion", "fr": "Inclusion des réfugiés"},
        "date": JUNE,
        "audiences": ("teachers", "mayors"),
        "url": "https://vimeo.com/1/",
        "documents": (
            {"title": {"en": "Report"}},
            {"title": {"en": "Reader"}, "type": "reader"},
        ),
    },
)
SECOND = Record(
    "video", "Second", {"title": {"en": "INCLUSION  DES REFUGIES"}, "date": JUNE, "version": "full"}
)
THIRD = Record(
    "video", "third", {"title": {"en": "Other"}, "date": JUNE, "url": "https://vimeo.com/1"}
)
MEETING = Record(
    "meeting",
    "fourth",
    {"title": {"en": "Refugee inclusion"}, "start": JUNE, "url": "https://vimeo.com/1"},
)
SERIES = Record(
    "series",
    "first",
    {"title": {"en": "Refugee inclusion"}, "audiences": ("mayors",), "url": "https://vimeo.com/1"},
)
RECORDS = {
    "video": {record.id: record for record in (FIRST, SECOND, THIRD)},
    "meeting": {"fourth": MEETING},
    "series": {"first": SERIES},
}


def test_keys() -> None:
    """Records are found by id whatever its case, and of whichever kind."""
    assert known(RECORDS).keys == {
        "first": [FIRST, SERIES],
        "second": [SECOND],
        "third": [THIRD],
        "fourth": [MEETING],
    }


def test_words() -> None:
    """Each word of an open list is counted, over all kinds that share the list."""
    inside = DOCUMENTS.sort.fields  # type: ignore[attr-defined] # its sort is Document
    assert known(RECORDS).words == {
        AUDIENCE: Counter(teachers=1, mayors=2),
        next(field for field in inside if field.name == "type"): Counter(reader=1),
    }


def test_open_words() -> None:
    """A word of an open list comes with its place, in a document too; a closed list has none."""
    found = [(field.name, path, word) for field, path, word in open_words(FIRST)]
    assert found == [
        ("audiences", ("audiences", "0"), "teachers"),
        ("audiences", ("audiences", "1"), "mayors"),
        ("type", ("documents", "1", "type"), "reader"),
    ]
    assert list(open_words(SECOND)) == []


def test_likenesses() -> None:
    """A record is like one with the same title and date, or the same link."""
    assert list(likenesses(FIRST)) == [
        ("video", "title", "refugee inclusion", "2019-06"),
        ("video", "title", "inclusion des refugies", "2019-06"),
        ("video", "url", "https://vimeo.com/1"),
    ]
    assert list(likenesses(SERIES)) == []
    assert list(likenesses(Record("video", "x", {"title": {"en": "Refugee inclusion"}}))) == []
    period = {"title": {"en": "A"}, "start": JUNE, "end": Date(2019, 7)}
    assert list(likenesses(Record("meeting", "x", period))) == [
        ("meeting", "title", "a", "2019-06", "2019-07")
    ]


def test_twins() -> None:
    """Twins are of one kind; each is named once, and no record is its own."""
    everyone = known(RECORDS)
    found = {
        record.key: [twin.id for twin in everyone.twins(record)]
        for record in (FIRST, SECOND, THIRD, MEETING, SERIES)
    }
    assert found == {
        "video.first": ["Second", "third"],
        "video.Second": ["first"],
        "video.third": ["first"],
        "meeting.fourth": [],
        "series.first": [],
    }
    stranger = Record("video", "new", {"url": "https://vimeo.com/2"})
    assert everyone.twins(stranger) == []


NEW = Record(
    "video",
    "new",
    {
        "title": {"en": "Refugee inclusion"},
        "date": JUNE,
        "audiences": ("teachers",),
        "version_of": "first",
        "url": "https://vimeo.com/2",
        "places": ("Lisbon, PT",),
    },
)
OTHERWISE = Record("video", "first", {"title": {"en": "Other"}, "date": JUNE})
TYPE = next(field for field in DOCUMENTS.sort.fields if field.name == "type")  # type: ignore[attr-defined] # its sort is Document


@pytest.mark.parametrize("more", [[], [NEW], [OTHERWISE], [NEW, OTHERWISE]])
def test_beside(more: list[Record]) -> None:
    """What is known of some records and of others beside them, or in their place, is as of all."""
    everyone = {kind: dict(of_kind) for kind, of_kind in RECORDS.items()}
    for record in more:
        everyone[record.kind][record.id] = record
    found, expected = Beside(known(RECORDS), more), known(everyone)
    assert {kind: dict(of_kind) for kind, of_kind in found.records.items()} == everyone
    for record in (FIRST, SECOND, THIRD, MEETING, SERIES, NEW, OTHERWISE):
        assert found.of_id(record.id.upper()) == expected.of_id(record.id)
        assert (record.id in found) == (record.id in expected)
        assert found.twins(record) == expected.twins(record)
        assert by_key(found.at_about(record)) == by_key(expected.at_about(record))
        for likeness in likenesses(record):
            assert by_key(found.like(likeness)) == by_key(expected.like(likeness))
    for field in (AUDIENCE, TYPE):
        used = {word for word in found.used(field) if found.uses(field, word)}
        assert used == set(expected.used(field))
        for word in ("teachers", "mayors", "reader", "nobody"):
            assert found.uses(field, word) == expected.uses(field, word)


def test_familiar() -> None:
    """The words declared, in their order, then those used more than once, by the alphabet."""
    twice = {**RECORDS, "topic": {}, "video": {**RECORDS["video"], "new": NEW}}
    everyone = known(twice)
    assert familiar(AUDIENCE, everyone) == (*AUDIENCES, "mayors", "teachers")
    for word in (*AUDIENCES, "mayors", "teachers", "reader", "nobody"):
        assert is_familiar(AUDIENCE, word, everyone) == (word in familiar(AUDIENCE, everyone))
    assert not is_familiar(TYPE, "reader", everyone)


def test_references() -> None:
    """All that a record refers to, places too."""
    assert list(references(NEW)) == ["first", "Lisbon, PT"]
    assert list(references(SERIES)) == []
