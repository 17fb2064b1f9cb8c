"""What a change did, in field terms."""

from __future__ import annotations

from icccat.records.change import Change
from icccat.terminal.changes import change_lines

BEFORE = {"title": {"en": "A"}, "date": 2019, "topics": ["a", "b"], "languages": ["en", "fr"]}
AFTER = {
    "title": {"en": "B"},
    "url": "https://x.org",
    "topics": ["b", "c"],
    "languages": ["fr", "en"],
}


def test_a_changed_record() -> None:
    """Values old and new, what lists lose and gain, an order that changed."""
    assert change_lines([Change("video", "a", BEFORE, AFTER)], "en") == [
        "video.a",
        "  title.en: A → B",
        "  date: - 2019",
        "  topics: - a",
        "  topics: + c",
        "  languages: en; fr → fr; en",
        "  url: + https://x.org",
    ]


def test_a_new_and_a_removed_record() -> None:
    """Whole records come and go with all their fields."""
    table = {"title": "A", "topics": ["a", "b"]}
    assert change_lines([Change("video", "a", None, table)], "fr") == [
        "video.a is new",
        "  title.fr: + A",
        "  topics: + a; b",
    ]
    assert change_lines([Change("video", "a", table, None)], "fr") == [
        "video.a is removed",
        "  title.fr: - A",
        "  topics: - a; b",
    ]
