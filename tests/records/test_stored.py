"""A record as a line of text, and back; and what is made of the line without reading it."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

import pytest
from builders import record_of, shipped
from catalogue.odd_toml import LITERALS, TEXTS
from hypothesis import given
from hypothesis import strategies as st

from icccat.catalogue import toml
from icccat.formats import Selection
from icccat.formats.ndjson import write
from icccat.records.columns import Column, columns_named, rows, sheet
from icccat.records.kept import way_of
from icccat.records.kinds import KINDS
from icccat.records.record import Record, from_table
from icccat.records.stored import (
    Stored,
    languages_of,
    places,
    restored,
    stored,
)

MEETING = """
[meeting.lab]
title.fr = "Laboratoire « intégration »"
start = 2019-05-28
end = "2019-06"
places = ["Helsinki, FI", "PT"]
number = 3
supplied = true
documents = [{ title = "Report", date = 2019, pages = 12, seen = 2020-01-02T03:04:05+02:00 }]
"odd key" = { at = 10:00:00.5, on = 2019-06-20 }
"""
STORED = {
    "kind": "meeting",
    "id": "lab",
    "title": "",
    "title (fr)": "Laboratoire « intégration »",
    "number": "3",
    "start": "2019-05-28",
    "end": "2019-06",
    "places": "Helsinki, FI\x1ePT",
    "documents": "Report",
    "documents in JSON": '[{"title": {"en": "Report"}, "date": "2019", "pages": 12, '
    r'"seen": {"\ud800": "datetime", "": "2020-01-02T03:04:05+02:00"}}]',
    "supplied": "true",
    "other": r'{"odd key": {"at": {"\ud800": "time", "": "10:00:00.500000"}, '
    r'"on": {"\ud800": "date", "": "2019-06-20"}}}',
}
FIELDS = sorted({field.name for kind in KINDS.values() for field in kind.fields})
EXAMPLES = sorted({field.example for kind in KINDS.values() for field in kind.fields})
TIMES = st.datetimes(
    timezones=st.none() | st.just(dt.UTC) | st.just(dt.timezone(dt.timedelta(hours=-3)))
)
LEAVES = (
    LITERALS.map(lambda literal: tomllib.loads(f"x = {literal}")["x"])
    | TEXTS
    | st.text(max_size=3)
    | st.integers()
    | st.floats()
    | st.dates()
    | (st.times() | TIMES).map(lambda time: time.replace(fold=0))
)
KEYS = st.text(max_size=3) | st.sampled_from(["", "\0", "title", "date", "Date", r"\ud800"])
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
)
DOCUMENTS = st.lists(
    st.dictionaries(st.sampled_from(["title", "date", "type"]) | KEYS, VALUES, max_size=4),
    max_size=2,
)
RIGHT = st.one_of(
    st.sampled_from([2019, "2019-06", dt.date(2019, 6, 20)]),
    st.sampled_from(EXAMPLES),
    st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=3),
    st.dictionaries(st.sampled_from(["en", "fr"]), st.text(min_size=1, max_size=5), min_size=1),
)
TABLES = st.dictionaries(
    st.sampled_from(FIELDS) | KEYS, RIGHT | VALUES, max_size=6
) | st.fixed_dictionaries({"title": TEXTS, "documents": DOCUMENTS})


def kept(record: Record) -> Record:
    """The record after it was stored and restored."""
    return restored(stored(record))


def plain(record: Record) -> dict[str, Any]:
    """All of a record that can be compared as TOML is: whatever is equal, and of one type."""
    return {"values": dict(record.values), "other": dict(record.other)}


def test_what_is_stored() -> None:
    """Every text has its place; dates are told from tables by a key that no TOML can hold."""
    record = record_of(MEETING)
    line = stored(record)
    assert [text for text in line.split("\x1f") if text] == [
        text for text in STORED.values() if text
    ]
    assert line.split("\x1f")[places("meeting")["title"] + 1] == STORED["title (fr)"]
    assert restored(line) == record


@given(kind=st.sampled_from([*KINDS]), id_=TEXTS, table=TABLES)
def test_any_record_is_the_same_afterwards(kind: str, id_: str, table: dict[str, object]) -> None:
    """Whatever a table held, right, wrong or unknown, the record of it comes back."""
    record, _wrong = from_table(kind, id_, table, "en")
    again = kept(record)
    assert (again.kind, again.id) == (kind, id_)
    assert toml.same(plain(again), plain(record))
    assert list(again.values) == list(record.values)
    assert list(again.other) == list(record.other)
    stored(again).encode()


RECORDS = st.lists(
    st.builds(
        lambda kind, id_, table: from_table(kind, id_, table, "en")[0],
        st.sampled_from([*KINDS]),
        TEXTS,
        TABLES,
    ),
    max_size=4,
)


@given(RECORDS)
def test_what_is_made_of_lines(records: list[Record]) -> None:
    """Languages and cells are those that the records give."""
    lines = Stored([stored(record) for record in records])
    assert languages_of(lines) == languages_of(records)
    every = [*columns_named(["id", "kind", "url", "topics"]), *sheet_of(records)]
    for columns in (every, columns_named(["date", "id", "title", "topics"]), []):
        assert list(rows(columns, lines)) == list(rows(columns, records))
    assert [one.key for one in lines] == [one.key for one in records]
    assert lines[:2] == list(lines)[:2]
    assert len(lines) == len(records)


def sheet_of(records: list[Record]) -> list[Column]:
    """The columns of a spreadsheet of the records."""
    return sheet(records, language="fr", content="both", notes=True)


@given(RECORDS, st.booleans(), st.sampled_from([(), ("id", "date", "notes", "topics")]))
def test_json_of_lines(records: list[Record], notes: bool, chosen: tuple[str, ...]) -> None:  # noqa: FBT001 (drawn)
    """NDJSON of stored records is that of the records."""
    read = Selection(records=records, columns=(), total=9, notes=notes, chosen=chosen)
    lines = Stored([stored(record) for record in records])
    assert write(read._replace(records=lines), to_file=True) == write(read, to_file=True)


ODD = """
[video."a\\u001db"]
title = "One\\u001ftwo\\u001ethree\\u001d"
description.es = "Uno"
description.en = "One"
topics = []
speakers = ["Ada\\u001dm", "Grace"]
"""


def test_json_of_a_document_with_a_date_of_its_own() -> None:
    """What JSON has no form for is told as it is of the record that was read."""
    record = record_of('[video.a]\ntitle = "A"\ndocuments = [{ title = "B", seen = 2020-01-02 }]')
    read = Selection(records=[record], columns=(), total=1)
    written = write(read._replace(records=Stored([stored(record)])), to_file=True)
    assert written == write(read, to_file=True)
    assert b'"seen": "2020-01-02"' in written


def test_what_is_kept_in_another_way() -> None:
    """The signs between texts inside of one, other languages, a list of none."""
    record = record_of(ODD)
    lines = Stored([stored(record), stored(record_of(MEETING))])
    assert kept(record) == record
    assert languages_of(lines) == {"video": {"description": {"es"}}, "meeting": {}}
    columns = columns_named(["id", "kind", "title_en", "description_es", "topics", "speakers"])
    assert next(rows(columns, lines)) == [
        "a\x1db",
        "video",
        "One\x1ftwo\x1ethree\x1d",
        "Uno",
        "",
        "Ada\x1dm; Grace",
    ]


def test_a_list_of_what_is_no_text() -> None:
    """No field is one; it would be kept, and told in JSON."""
    field = KINDS["meeting"].field("number")
    assert field
    way = way_of(field._replace(many=True), marked=False)
    assert (way.kept((3, 12)), way.kept(())) == ("3\x1e12", "\x1d")
    assert (way.restored("3\x1e12"), way.restored("\x1d")) == ((3, 12), ())
    assert way.json("3\x1e12") == "[3, 12]"


def test_every_record_of_the_shipped_catalogue() -> None:
    """Each of them comes back equal, the types of its values included."""
    records = [record for of_kind in shipped().values() for record in of_kind.values()]
    assert [kept(record) for record in records] == records


@pytest.mark.parametrize(
    "line",
    ["", "video", "{}", "film" + 40 * "\x1f", "video" + 30 * "\x1f", "video" + 60 * "\x1f"],
)
def test_what_is_no_stored_record(line: str) -> None:
    """Another line is an error, not a record."""
    with pytest.raises((ValueError, LookupError)):
        restored(line)


@pytest.mark.parametrize(
    ("name", "text"),
    [("date", "2019-13-01-01"), ("date", "May"), ("part", "one"), ("supplied", "perhaps")],
)
def test_a_value_of_another_sort(name: str, text: str) -> None:
    """What a field cannot hold is an error."""
    texts = stored(record_of('[video.any]\ntitle = "Any"')).split("\x1f")
    texts[places("video")[name]] = text
    with pytest.raises((ValueError, LookupError, TypeError)):
        restored("\x1f".join(texts))
