"""A record before and after: what differs in words, and its table with other values."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from builders import record_of

from icccat.records.change import Change, Difference, changed_table, differences
from icccat.records.dates import Date

BEFORE = {
    "title": {"en": "Oslo", "fr": "À Oslo"},
    "type": "policy lab",
    "number": 3,
    "start": dt.date(2019, 5, 28),
    "places": ["Oslo, NO", "Bergen, NO"],
    "topics": ["media"],
    "documents": [{"title": "Agenda", "type": "agenda"}, {"title": {"fr": "Rapport"}}],
    "supplied": True,
    "url": "https://a.b/",
    "colour": "red",
    "end": "2019-02-30",
}


def test_a_change() -> None:
    """It is told by its kind and id, and turned it is the change that takes it back."""
    change = Change("video", "a", None, {"title": "A"})
    assert change.key == "video.a"
    assert change.turned == Change("video", "a", {"title": "A"}, None)
    assert change.turned.turned == change


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"title": {"fr": "À Oslo", "en": "Oslo"}, "start": "2019-05-28"}, []),
        ({"title": "Oslo"}, [("title.fr", "À Oslo", "")]),
        (
            {"title": {"en": "Lab", "fr": "À Oslo", "no": "Oslo"}},
            [("title.en", "Oslo", "Lab"), ("title.no", "", "Oslo")],
        ),
        ({"type": "webinar"}, [("type", "policy lab", "webinar")]),
        ({"number": 4}, [("number", "3", "4")]),
        ({"start": "2019-05"}, [("start", "2019-05-28", "2019-05")]),
        ({"places": ["Bergen, NO"]}, [("places", "Oslo, NO; Bergen, NO", "Bergen, NO")]),
        ({"topics": None}, [("topics", "media", "")]),
        ({"topics": []}, [("topics", "media", "")]),
        (
            {"documents": [{"title": "Agenda"}]},
            [("documents", "Agenda |  | agenda; Rapport", "Agenda")],
        ),
        ({"supplied": False}, [("supplied", "true", "false")]),
        ({"url": "https://c.d/"}, [("url", "https://a.b/", "https://c.d/")]),
        ({"colour": None, "size": [3]}, [("colour", "red", ""), ("size", "", "[3]")]),
        ({"end": dt.date(2019, 5, 29)}, [("end", "2019-02-30", "2019-05-29")]),
        ({"number": "3"}, []),
        (
            {"notes": "x", "colour": "blue", "host.fr": "y", "venue": {"fr": "Salle"}},
            [
                ("venue.fr", "", "Salle"),
                ("host.fr", "", "y"),
                ("notes", "", "x"),
                ("colour", "red", "blue"),
            ],
        ),
    ],
)
def test_differences(values: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    """Each field that means something else, text for each language, in the order of the kind."""
    after = {name: value for name, value in {**BEFORE, **values}.items() if value is not None}
    found = differences(Change("meeting", "oslo", BEFORE, after), "en")
    assert found == [Difference(*one) for one in expected]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({}, []),
        ({"title": "A"}, [("title.fr", "A")]),
        (
            {"colour": "red", "url": "https://a.b/", "title": {"fr": "A", "en": "B"}},
            [("title.fr", "A"), ("title.en", "B"), ("url", "https://a.b/"), ("colour", "red")],
        ),
    ],
)
def test_a_record_that_is_new_or_removed(
    table: dict[str, Any], told: list[tuple[str, str]]
) -> None:
    """All its fields are told, from nothing or to nothing; one that is neither has none."""
    new = Change("video", "a", None, table)
    assert differences(new, "fr") == [Difference(name, "", text) for name, text in told]
    assert differences(new.turned, "fr") == [Difference(name, text, "") for name, text in told]
    assert differences(Change("video", "a", None, None), "fr") == []


MEETING = record_of(
    """
    [meeting.oslo]
    colour = "red"
    start = "2019-05-28"
    title = "Oslo"
    documents = [
        { title = "Agenda", date = "2019-05-28", size = 3 },
        { type = "report", title.fr = "Rapport" },
    ]
    topics = ["media", "refugees"]
    end = "2019-02-30"
    """,
    wrong=True,
)
TABLE = {
    "colour": "red",
    "start": "2019-05-28",
    "title": "Oslo",
    "documents": [
        {"title": "Agenda", "date": "2019-05-28", "size": 3},
        {"type": "report", "title": {"fr": "Rapport"}},
    ],
    "topics": ["media", "refugees"],
    "end": "2019-02-30",
}
ORDER = ["title", "start", "end", "topics", "documents", "colour"]


@pytest.mark.parametrize(
    ("values", "table", "order"),
    [
        ({}, {}, ORDER),
        (
            {"start": Date(2019, 5, 28), "title": {"en": "Oslo"}, "topics": ("media", "refugees")},
            {},
            ORDER,
        ),
        ({"start": Date(2019, 5, 29)}, {"start": dt.date(2019, 5, 29)}, ORDER),
        ({"start": Date(2019, 5)}, {"start": "2019-05"}, ORDER),
        (
            {"title": {"en": "Oslo", "fr": "À Oslo"}},
            {"title": {"en": "Oslo", "fr": "À Oslo"}},
            ORDER,
        ),
        (
            {"type": "webinar", "notes": "x"},
            {"type": "webinar", "notes": "x"},
            ["title", "type", "start", "end", "topics", "documents", "notes", "colour"],
        ),
        (
            {"languages": ("en",), "start": None, "colour": None, "end": None, "host": None},
            {"languages": ["en"], "start": None, "colour": None, "end": None},
            ["title", "topics", "languages", "documents"],
        ),
        ({"end": Date(2019, 5, 29)}, {"end": dt.date(2019, 5, 29)}, ORDER),
        ({"topics": ("refugees", "new")}, {"topics": ["refugees", "new"]}, ORDER),
        (
            {
                "documents": (
                    {"title": {"fr": "Rapport"}, "type": "report"},
                    {"title": {"en": "Minutes"}},
                    {"title": {"en": "Agenda"}, "date": Date(2019, 5, 28), "size": 3},
                )
            },
            {
                "documents": [
                    {"type": "report", "title": {"fr": "Rapport"}},
                    {"title": {"en": "Minutes"}},
                    {"title": "Agenda", "date": "2019-05-28", "size": 3},
                ]
            },
            ORDER,
        ),
    ],
)
def test_changed_table(values: dict[str, Any], table: dict[str, Any], order: list[str]) -> None:
    """What keeps its value keeps its form in TOML, items of lists too; fields are in order."""
    found = changed_table(MEETING, TABLE, values)
    expected = {**TABLE, **table}
    assert found == {name: value for name, value in expected.items() if value is not None}
    assert list(found) == order


def test_what_a_merge_left() -> None:
    """Each value under clash is told as that of its field."""
    left = {"title": {"en": "Rome"}, "start": dt.date(2019, 5, 29), "removed": ["end", "type"]}
    found = differences(Change("meeting", "a", {"clash": {}}, {"clash": left}), "en")
    assert found == [
        Difference("clash", "{}", ""),
        Difference("clash.title.en", "", "Rome"),
        Difference("clash.start", "", "2019-05-29"),
        Difference("clash.removed", "", "end; type"),
    ]
