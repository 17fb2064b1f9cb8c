"""A record with other values: the change that it is, and what is newly wrong."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from builders import records_of

from icccat.errors import Level, Problem
from icccat.records.assign import parse_assignments
from icccat.records.change import Change
from icccat.records.edit import edited, new_problems, with_reference

TEXT = """
[topic.media]
label = "Media"
[topic.press]
label = "Press"
broader = "media"
[place."Oslo, NO"]
[place."Nowhere"]
[series.lab]
title = "Lab"
[video.a]
title = "A"
date = 2019-06-20
topics = ["press", "ghost", "media"]
version_of = "b"
url = "https://a.b/"
colour = "red"
[video.b]
title = "B"
series = "lab"
places = ["Oslo, NO", "Paris, FR"]
[meeting.m]
title = "M"
series = "lab"
recordings = ["a", "b", "a"]
places = ["Paris, FR"]
"""
TABLES: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(TEXT)
RECORDS = records_of(TEXT)
A = TABLES["video"]["a"]
NOT_USED = '"policy maker" has not been used under audiences before (did you mean policy makers?)'


@pytest.mark.parametrize(
    ("words", "values", "problems"),
    [
        (["date=2020"], {"date": "2020"}, []),
        (["title=A"], {}, []),
        (["colour="], {"colour": None}, []),
        (["topics-=press"], {"topics": ["ghost", "media"]}, []),
        (
            ["topics+=medai"],
            {"topics": ["press", "ghost", "media", "medai"]},
            [("error", ("topics", "3"), 'there is no topic "medai" (did you mean media?)')],
        ),
        (
            ["title="],
            {"title": None},
            [("error", ("title",), "it is missing: every video needs one")],
        ),
        (
            ["audiences=policy maker"],
            {"audiences": ["policy maker"]},
            [
                ("warning", ("audiences", "0"), NOT_USED),
            ],
        ),
        (
            ["version_of=a"],
            {"version_of": "a"},
            [("error", ("version_of",), "it is a version of itself: a → a")],
        ),
        (
            ["date=2019-02-30", "titel=A", "version=full"],
            {"version": "full"},
            [
                ("error", (), 'date: "2019-02-30" is not a date (February 2019 has 28 days)'),
                ("error", (), "titel: a video has no such field (did you mean title?)"),
            ],
        ),
    ],
)
def test_edited(
    words: list[str], values: dict[str, Any], problems: list[tuple[str, tuple[str, ...], str]]
) -> None:
    """The change has the other values alone; only problems that it brings are told, no advice."""
    record = RECORDS["video"]["a"]
    change, found = edited(record, A, parse_assignments(words), "en")
    found += new_problems([change], RECORDS, "en")
    after = {name: value for name, value in {**A, **values}.items() if value is not None}
    assert change == Change("video", "a", A, after)
    assert found == [
        Problem(Level(level), ("video", "a", *path), sentence) for level, path, sentence in problems
    ]


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        (Change("video", "a", A, A), []),
        (Change("video", "a", A, None), []),
        (Change("place", "Nowhere", {}, {"also": ["Utopia"]}), []),
        (
            Change("video", "n", None, {"title": 3, "topics": ["ghost"], "hue": 1}),
            [
                "3 is not text: put it in quotes",
                '"hue" is not a field of a video: it is kept as it is',
                'there is no topic "ghost"',
            ],
        ),
        (
            Change("video", "b", TABLES["video"]["b"], {"title": "B", "url": "https://a.b/"}),
            ["it has the same title and date, or the same link, as video.a"],
        ),
    ],
)
def test_new_problems(change: Change, messages: list[str]) -> None:
    """What was wrong before is not told again, all that is wrong with a new record is."""
    assert [problem.message for problem in new_problems([change], RECORDS, "en")] == messages


@pytest.mark.parametrize(
    ("key", "old", "values"),
    [
        ("meeting.m", "video.a", {"recordings": ["new", "b"]}),
        ("meeting.m", "video.b", {"recordings": ["a", "new"]}),
        ("meeting.m", "series.lab", {"series": "new"}),
        ("video.a", "video.b", {"version_of": "new"}),
        ("video.a", "topic.press", {"topics": ["new", "ghost", "media"]}),
        ("video.b", "place.Oslo, NO", {"places": ["new", "Paris, FR"]}),
        ("topic.press", "topic.media", {"broader": "new"}),
        ("video.b", "topic.media", {}),
        ("topic.media", "topic.press", {}),
    ],
)
def test_with_reference(key: str, old: str, values: dict[str, Any]) -> None:
    """Every field that refers to the old record refers to the new one, and no other changes."""
    (kind, _dot, id_), (of, _dot, old_id) = key.partition("."), old.partition(".")
    table = TABLES[kind][id_]
    change = with_reference(RECORDS[kind][id_], table, RECORDS[of][old_id], "new")
    assert change == Change(kind, id_, table, {**table, **values})


def test_with_reference_to_what_is_there() -> None:
    """Where it refers to the new one already it does so once."""
    record, old = RECORDS["video"]["a"], RECORDS["topic"]["press"]
    change = with_reference(record, A, old, "media")
    assert change == Change("video", "a", A, {**A, "topics": ["media", "ghost"]})
