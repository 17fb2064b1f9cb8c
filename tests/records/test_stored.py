"""A record as a line of JSON, and back."""

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
from icccat.records.kinds import KINDS
from icccat.records.record import Record, from_table
from icccat.records.stored import restored, stored

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
STORED = (
    '[{"title":{"fr":"Laboratoire « intégration »"},"number":3,'
    '"start":[2019,5,28],"end":[2019,6,null],"places":["Helsinki, FI","PT"],'
    '"documents":[{"title":{"en":"Report"},"date":[2019,null,null],"pages":12,'
    r'"seen":{"\ud800":"datetime","":"2020-01-02T03:04:05+02:00"}}],"supplied":true},'
    r'{"odd key":{"at":{"\ud800":"time","":"10:00:00.500000"},'
    r'"on":{"\ud800":"date","":"2019-06-20"}}}]'
)
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
    return restored(record.kind, record.id, stored(record))


def plain(record: Record) -> dict[str, Any]:
    """All of a record that can be compared as TOML is: whatever is equal, and of one type."""
    return {"values": dict(record.values), "other": dict(record.other)}


def test_what_is_stored() -> None:
    """Text stays as it is; dates are told from tables by a key that no TOML can hold."""
    record = record_of(MEETING)
    assert stored(record) == STORED
    assert restored("meeting", "lab", STORED) == record


@given(kind=st.sampled_from([*KINDS]), table=TABLES)
def test_any_record_is_the_same_afterwards(kind: str, table: dict[str, object]) -> None:
    """Whatever a table held, right, wrong or unknown, the record of it comes back."""
    record, _wrong = from_table(kind, "some-id", table, "en")
    again = kept(record)
    assert (again.kind, again.id) == (kind, "some-id")
    assert toml.same(plain(again), plain(record))
    assert list(again.values) == list(record.values)
    assert list(again.other) == list(record.other)
    stored(again).encode()


def test_every_record_of_the_shipped_catalogue() -> None:
    """Each of them comes back equal, the types of its values included."""
    records = [record for of_kind in shipped().values() for record in of_kind.values()]
    assert [kept(record) for record in records] == records


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("", ValueError),
        ("{}", ValueError),
        ("[{}, {}] []", ValueError),
        ("[{}, {}", ValueError),
        ("[3, {}]", TypeError),
        ('[{"date":2019}, {}]', TypeError),
        ("[[], {}]", AttributeError),
    ],
)
def test_what_is_no_stored_record(line: str, error: type[Exception]) -> None:
    """Another line is an error, not a record."""
    with pytest.raises(error):
        restored("video", "some-id", line)
