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


def test_in_words() -> None:
    """For a screen reader what changes is said, without arrows and signs."""
    assert change_lines([Change("video", "a", BEFORE, AFTER)], "en", in_words=True) == [
        "video.a",
        "  title.en: was A, is now B",
        "  date: taken away: 2019",
        "  topics: taken away: a",
        "  topics: added: c",
        "  languages: was en; fr, is now fr; en",
        "  url: added: https://x.org",
    ]
    table = {"title": "A", "topics": ["a", "b"]}
    assert change_lines([Change("video", "a", None, table)], "fr", in_words=True) == [
        "video.a is new",
        "  title.fr: A",
        "  topics: a; b",
    ]
    assert change_lines([Change("video", "a", table, None)], "fr", in_words=True) == [
        "video.a is removed",
        "  title.fr: A",
        "  topics: a; b",
    ]


def test_what_hardly_shows() -> None:
    """A change of white space at the ends, or of how a letter is written, is made to be seen."""
    before = {"title": "Me\u0301dia", "producer": " A\t", "speakers": ["Ann ", "Bo", "Bo"]}
    after = {"title": "Média", "producer": "A", "speakers": ["Ann", "Bo"]}
    assert change_lines([Change("video", "a", before, after)], "fr") == [
        "video.a",
        "  title.fr: Me<U+0301>dia → Média",
        "  speakers: - Ann␠",
        "  speakers: + Ann",
        "  producer: ␠A␠ → A",
    ]
    assert change_lines([Change("video", "a", before, after).turned], "fr") == [
        "video.a",
        "  title.fr: Média → Me<U+0301>dia",
        "  speakers: - Ann",
        "  speakers: + Ann␠",
        "  producer: A → ␠A␠",
    ]
    twice = Change("video", "a", {"speakers": ["Bo", "Bo"]}, {"speakers": ["Bo"]})
    assert change_lines([twice], "fr") == ["video.a", "  speakers: Bo; Bo → Bo"]


def test_values_that_are_wrong() -> None:
    """A value that its field refuses is shown as the field would be."""
    before = {
        "languages": ["EN", "fr", " "],
        "documents": [{"title": "Report", "url": "www.x.org"}],
    }
    after = {
        "languages": ["en", "fr"],
        "documents": [{"title": "Report", "url": "https://www.x.org"}],
    }
    assert change_lines([Change("video", "a", before, after)], "en") == [
        "video.a",
        "  languages: - EN; ␠",
        "  languages: + en",
        "  documents: - Report | www.x.org",
        "  documents: + Report | https://www.x.org",
    ]
