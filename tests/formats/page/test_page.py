"""The language of a page, its texts, and where its records stand."""

from __future__ import annotations

import pytest
from formats.page.reading import of_kind, page_of, selection_of

from icccat.formats import Selection
from icccat.formats.page.page import Page
from icccat.records.kinds.video import VIDEO
from icccat.records.record import Record

TEXT = """
[topic.media]
label.en = "Media"
label.fr = "Médias"

[video.a]
title.en = "A"
title.fr = "Le A"
title.ar = "ألف"
date = 2019-06-20
topics = ["media"]
notes = "For us."

[video.b]
title.ar = "باء"
"""
HERE = ("video", "a")


@pytest.mark.parametrize(
    ("content", "reader", "language"),
    [("en", "fr", "en"), ("fr", "en", "fr"), ("both", "en", "en"), ("both", "fr", "fr")],
)
def test_the_language_of_a_page(content: str, reader: str, language: str) -> None:
    """A page speaks the language of its content, of both the reader's."""
    page = page_of(TEXT, content=content, reader=reader)
    assert page.language == language
    assert page.say(VIDEO.label) == VIDEO.label.in_(language)


@pytest.mark.parametrize(
    ("content", "reader", "expected"),
    [
        ("en", "fr", [("en", "A")]),
        ("fr", "en", [("fr", "Le A")]),
        ("both", "en", [("en", "A"), ("fr", "Le A"), ("ar", "ألف")]),
        ("both", "fr", [("fr", "Le A"), ("en", "A"), ("ar", "ألف")]),
    ],
)
def test_titles(content: str, reader: str, expected: list[tuple[str, str]]) -> None:
    """A title is in the language wanted, or in all, the page's first."""
    page = page_of(TEXT, content=content, reader=reader)
    record = page.other(*HERE)
    assert record
    assert page.titles(record) == expected


def test_a_title_in_another_language() -> None:
    """Where it is not in the language wanted, it is in the one there is."""
    page = page_of(TEXT, content="fr")
    assert page.titles(page.selection.records[1]) == [("ar", "باء")]


def test_the_same_text_once() -> None:
    """A text that is the same in two languages is there once."""
    texts = {"fr": "RPCI", "pt": "RPCI"}
    assert page_of(TEXT, content="both").texts(texts) == [("fr", "RPCI")]


def test_no_title() -> None:
    """A record without a title is called by its id, which is in no language."""
    page = page_of(TEXT)
    assert page.titles(Record("video", "lost", {})) == [("", "lost")]
    assert page.texts({}) == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "<span>x</span>"),
        ("uk", '<span lang="uk">x</span>'),
        ("fa", '<span lang="fa" dir="rtl">x</span>'),
    ],
)
def test_in_language(code: str, expected: str) -> None:
    """A text tells its language where it is not the page's, and its direction."""
    assert page_of(TEXT).in_language("x", code) == expected


def test_name() -> None:
    """A record named leads to its card where it is on the page; one unknown is its id."""
    page = page_of(TEXT, content="both")
    expected = '<a href="#media"><span>Media</span> / <span lang="fr">Médias</span></a>'
    assert page.name("topic", "media") == expected
    elsewhere = Page.of(of_kind(page.selection, "video"))
    assert elsewhere.name("topic", "media") == '<span>Media</span> / <span lang="fr">Médias</span>'
    assert elsewhere.name("topic", "<gone>") == "<bdi>&lt;gone&gt;</bdi>"
    alone = Page.of(Selection(records=[], columns=(), total=0))
    assert alone.name("topic", "media") == "<bdi>media</bdi>"


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ((), {"title", "date", "topics"}),
        (("date",), {"date"}),
        (("year", "notes"), {"date"}),
        (("topics", "title_fr"), {"title", "topics"}),
    ],
)
def test_value(chosen: tuple[str, ...], expected: set[str]) -> None:
    """What is not asked for is not on the page; notes never are, even if asked for."""
    selection = selection_of(TEXT)._replace(chosen=chosen, notes=True)
    page, record = Page.of(selection), selection.everyone["video"]["a"]
    assert {name for name in record.values if page.value(record, name) is not None} == expected


def test_anchors() -> None:
    """An anchor is the id; written as an address where that differs; with its kind on a clash."""
    ids = [("video", "oslo"), ("meeting", "oslo"), ("video", "été 1"), ("place", "Oslo, NO")]
    records = [Record(kind, id_, {}) for kind, id_ in (*ids, ("topic", ""))]
    page = Page.of(Selection(records=records, columns=(), total=5))
    assert page.anchors == {
        ("video", "oslo"): "oslo",
        ("meeting", "oslo"): "meeting:oslo",
        ("video", "été 1"): "%C3%A9t%C3%A9%201",
        ("place", "Oslo, NO"): "Oslo%2C%20NO",
        ("topic", ""): "topic:",
    }
