"""NDJSON: a record on each line, as the JSON has it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from builders import records_of
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.formats import Selection
from icccat.formats import json as json_format
from icccat.formats.ndjson import write
from icccat.records.columns import columns_named
from icccat.records.record import Record

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = records_of("""
[video.inclusion]
title = { en = "Inclusion", fr = "L’inclusion" }
date = "2019-06"
part = 2
topics = ["refugees", "media"]
notes = "For us."
colour = "blue"

[meeting.lab]
title.uk = "Зустріч"
start = 2019-05-28
places = ["Lisbon, PT"]
[[meeting.lab.documents]]
title = "Report"
""")
SELECTION = Selection(
    records=[record for of_kind in RECORDS.values() for record in of_kind.values()],
    columns=(),
    total=145,
)
LINES = """\
{"kind": "video", "id": "inclusion", "title": {"en": "Inclusion", "fr": "L’inclusion"}, \
"date": "2019-06", "part": 2, "topics": ["refugees", "media"], "other": {"colour": "blue"}}
{"kind": "meeting", "id": "lab", "title": {"uk": "Зустріч"}, "start": "2019-05-28", \
"places": ["Lisbon, PT"], "documents": [{"title": {"en": "Report"}}]}
"""


def test_write() -> None:
    """A record is a line, in a file as on the screen, without the internal notes."""
    assert write(SELECTION, to_file=True).decode() == LINES
    assert write(SELECTION, to_file=False).decode() == LINES


@pytest.mark.parametrize("notes", [False, True])
def test_the_rows_of_the_json(*, notes: bool) -> None:
    """Line by line it holds what the JSON holds, the notes where they are wanted."""
    selection = SELECTION._replace(notes=notes)
    rows = [json.loads(line) for line in write(selection, to_file=True).splitlines()]
    assert rows == json.loads(json_format.write(selection, to_file=True))["records"]
    assert ("notes" in rows[0]) is notes


@pytest.mark.parametrize(
    ("names", "first", "second"),
    [
        (("title_fr", "topics"), ["title", "topics"], ["title"]),
        (("id", "date", "city"), ["date"], ["start", "places"]),
        (("year", "part"), ["date", "part"], ["start"]),
        (("kind",), [], []),
    ],
)
def test_columns(names: tuple[str, ...], first: list[str], second: list[str]) -> None:
    """Where columns are asked for, there are the fields that they are made of, and the id."""
    selection = SELECTION._replace(columns=columns_named(names), chosen=names)
    rows = [json.loads(line) for line in write(selection, to_file=True).splitlines()]
    assert [list(row) for row in rows] == [["kind", "id", *first], ["kind", "id", *second]]


def test_no_records() -> None:
    """Of nothing there is nothing."""
    assert write(Selection(records=[], columns=(), total=145), to_file=True) == b""


def test_duckdb(tmp_path: Path) -> None:
    """DuckDB reads it as it is: lists as lists, texts by language as structures."""
    duckdb = pytest.importorskip("duckdb", reason="DuckDB has no wheel for this Python")
    path = tmp_path / "catalogue.ndjson"
    path.write_bytes(write(SELECTION, to_file=True))
    question = f"SELECT id, title.fr, len(topics), topics[2] FROM '{path.as_posix()}'"  # noqa: S608 (our own file)
    found = duckdb.sql(question).fetchall()
    assert found == [("inclusion", "L’inclusion", 2, "media"), ("lab", None, None, None)]


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@example("\u2028\u0085\x7f\u202e\ufeff")
@example("\n\r\x00")
def test_any_text_is_in_one_line(text: str) -> None:
    """Whatever a title holds, it comes back from one line, which holds nothing invisible."""
    record = Record("video", "any", {"title": {"en": text}})
    written = write(Selection(records=[record], columns=(), total=1), to_file=True).decode()
    (line,) = written.splitlines()
    assert json.loads(line) == {"kind": "video", "id": "any", "title": {"en": text}}
    assert not set(line) & {"\x7f", "\x85", "\u202e", "\u2028", "\ufeff"}
