"""What a new record takes over from an earlier one."""

from __future__ import annotations

import pytest
from builders import record_of
from guiding import RECORDS

from icccat.guide.earlier import by_language, copied, next_number, suggested

LAB = RECORDS["meeting"]["policy-lab-helsinki"]
HOSTED = record_of("""\
[meeting.a]
title.en = "A"
number = 6
host = {en = "City", fr = "Ville"}
""")


def test_copied() -> None:
    """What is the record's own stays with it: title, dates, documents; the number goes on."""
    assert copied(LAB, {"title": ["Fourth"], "start": ["2019-11-13"]}, RECORDS, "en") == {
        "type": ["policy lab"],
        "series": ["policy-lab"],
        "number": ["4"],
        "places": ["Helsinki, FI"],
        "topics": ["refugees"],
        "title.en": ["Fourth"],
        "start": ["2019-11-13"],
    }


def test_copied_where_something_was_given() -> None:
    """What was given stands in place of all that the model has in that field."""
    given = {"host": ["Region"], "series": ["policy-lab"]}
    assert copied(HOSTED, given, RECORDS, "en") == {
        "number": ["4"],
        "host.en": ["Region"],
        "series": ["policy-lab"],
    }
    assert copied(HOSTED, {"number": ["9"]}, RECORDS, "fr") == {
        "host.en": ["City"],
        "host.fr": ["Ville"],
        "number": ["9"],
    }


def test_the_number_without_a_series() -> None:
    """Outside a series the next number is the model's and one."""
    assert copied(HOSTED, {"host.fr": ["Ville"]}, RECORDS, "en") == {
        "number": ["7"],
        "host.fr": ["Ville"],
    }


def test_a_topic_is_copied() -> None:
    """Of a kind without numbers too, all but its names."""
    topic = record_of('[topic.a]\nlabel.en = "A"\nalso = ["B"]\nbroader = "c"\n')
    assert copied(topic, {}, RECORDS, "en") == {"broader": ["c"]}


def test_by_language() -> None:
    """Text without a language is in the catalogue's; the rest is as it was given."""
    given = {"title": ["Titre"], "title.en": ["Title"], "date": ["2019"]}
    assert by_language("video", given, "fr") == {
        "title.fr": ["Titre"],
        "title.en": ["Title"],
        "date": ["2019"],
    }


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("type", ["policy lab"]),
        ("topics", ["refugees"]),
        ("start", []),
        ("number", []),
        ("places", []),
        ("languages", []),
        ("id", []),
    ],
)
def test_suggested(name: str, texts: list[str]) -> None:
    """A similar record suggests what it probably shares, and nothing of its own."""
    assert suggested(LAB, name) == texts


@pytest.mark.parametrize(
    ("kind", "series", "number"),
    [("meeting", "policy-lab", 4), ("meeting", "", None), ("video", "policy-lab", None)],
)
def test_next_number(kind: str, series: str, number: int | None) -> None:
    """It follows the greatest of the series, where there is one."""
    assert next_number(kind, series, RECORDS) == number
