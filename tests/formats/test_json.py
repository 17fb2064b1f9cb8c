"""The envelope of every answer in JSON, and the records in it."""

from __future__ import annotations

import json

from builders import record_of, records_of
from hypothesis import given
from hypothesis import strategies as st

from icccat.errors import Level, Problem
from icccat.formats import Selection
from icccat.formats.json import envelope, found_row, problem_row, record_row, write
from icccat.records.record import Record

RECORDS = records_of("""
[video.inclusion]
title = { en = "Inclusion", fr = "L’inclusion" }
description = "In short"
date = "2019-06"
part = 2
topics = ["refugees"]
supplied = true
notes = "For us."
colour = "blue"

[meeting.lab]
title.uk = "Зустріч"
start = 2019-05-28
[[meeting.lab.documents]]
title = "Report"
url = "https://rm.coe.int/report"
type = "report"
pages = 12
""")
EVERY = [record for of_kind in RECORDS.values() for record in of_kind.values()]


def test_write() -> None:
    """Text stands by language, dates as written, absent fields are left out, notes too."""
    expected = """\
{
  "schema": "icccat/1",
  "type": "records",
  "count": 2,
  "total": 145,
  "records": [
    {
      "kind": "video",
      "id": "inclusion",
      "title": {
        "en": "Inclusion",
        "fr": "L’inclusion"
      },
      "description": {
        "en": "In short"
      },
      "date": "2019-06",
      "part": 2,
      "topics": [
        "refugees"
      ],
      "supplied": true,
      "other": {
        "colour": "blue"
      }
    },
    {
      "kind": "meeting",
      "id": "lab",
      "title": {
        "uk": "Зустріч"
      },
      "start": "2019-05-28",
      "documents": [
        {
          "title": {
            "en": "Report"
          },
          "url": "https://rm.coe.int/report",
          "type": "report",
          "pages": 12
        }
      ]
    }
  ]
}
"""
    selection = Selection(records=EVERY, columns=(), total=145)
    assert write(selection, to_file=False).decode() == expected
    assert write(selection, to_file=True).decode() == expected


def test_no_records() -> None:
    """Of nothing there is the envelope."""
    answer = json.loads(write(Selection(records=[], columns=(), total=145), to_file=False))
    expected = {"schema": "icccat/1", "type": "records", "count": 0, "total": 145, "records": []}
    assert answer == expected


def test_notes_only_when_asked_for() -> None:
    """The internal notes are there only if they are wanted."""
    (record, _lab) = EVERY
    assert record_row(record, notes=True) == record_row(record) | {"notes": "For us."}
    asked = Selection(records=[record], columns=(), total=145, notes=True)
    (row,) = json.loads(write(asked, to_file=False))["records"]
    assert row["notes"] == "For us."


def test_notes_that_are_wrong_are_internal_too() -> None:
    """Notes that are a list are no notes, yet they do not leave among the other keys."""
    record = record_of('[video.a]\ntitle = "A"\nnotes = ["For us."]', wrong=True)
    row = {"kind": "video", "id": "a", "title": {"en": "A"}}
    assert record_row(record) == row
    assert record_row(record, notes=True) == row | {"other": {"notes": ["For us."]}}


def test_what_is_not_understood_is_kept() -> None:
    """Wrong values and unknown keys of any type stand under `other`, in valid JSON."""
    record = record_of(
        """
        [video.a]
        title = "A"
        date = 2019-06-20T10:00:00Z
        views = [inf, -inf, nan, 1.5, true, { day = 2019-06-20, at = 10:00:00 }]
        """,
        wrong=True,
    )
    selection = Selection(records=[record], columns=(), total=1)
    (row,) = json.loads(write(selection, to_file=False), parse_constant=int)["records"]
    assert row["other"] == {
        "date": "2019-06-20 10:00:00+00:00",
        "views": ["inf", "-inf", "nan", 1.5, True, {"day": "2019-06-20", "at": "10:00:00"}],
    }


def test_a_problem() -> None:
    """A problem has its place in the file and in the record, and what mends it, if anything."""
    problem = Problem(Level.ERROR, ("video", "a", "topics", "0"), "wrong", "icccat add topic", 7)
    row = {
        "level": "error",
        "file": "catalogue.toml",
        "line": 7,
        "path": ["video", "a", "topics", "0"],
        "message": "wrong",
    }
    assert problem_row(problem, "catalogue.toml") == row | {"mend": "icccat add topic"}
    without = Problem(Level.ERROR, problem.path, "wrong", line=7)
    assert problem_row(without, "catalogue.toml") == row


def test_why_a_record_was_found() -> None:
    """The score has two places."""
    row = found_row(12.00649, ("refugees", "women"), "typo")
    assert row == {"found": {"score": 12.01, "matched": ["refugees", "women"], "step": "typo"}}


def test_the_envelope_of_another_type() -> None:
    """The rows stand under the name of their type, and are counted."""
    assert json.loads(envelope("problems", [{"line": 1}, {"line": 2}], 3)) == {
        "schema": "icccat/1",
        "type": "problems",
        "count": 2,
        "total": 3,
        "problems": [{"line": 1}, {"line": 2}],
    }


@given(st.dictionaries(st.sampled_from(["en", "fr", "uk"]), st.text(), min_size=1))
def test_any_text_comes_back(title: dict[str, str]) -> None:
    """Whatever a title holds, a reader of JSON finds it again."""
    record = Record("video", "any", {"title": title})
    answer = json.loads(write(Selection(records=[record], columns=(), total=1), to_file=True))
    assert answer["records"] == [{"kind": "video", "id": "any", "title": title}]
