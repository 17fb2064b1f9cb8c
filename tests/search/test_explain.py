"""A query is told as it was understood."""

from __future__ import annotations

import pytest
from asking import parse, parse_arguments

from icccat.search.explain import explain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Réfugiés", ["the word refugies"]),
        ("anti-rumours oslo", ["the words anti, rumours, oslo, anywhere"]),
        ('"public space"', ["the words “public space”, next to each other"]),
        ("=refugees", ["the word “refugees”, in this form only"]),
        ("refug*", ["a word that begins with “refug”"]),
        ("country:UK,Finland", ["country: GB or FI"]),
        ("date:last-year", ["date: 2019"]),
        (
            "helsinki juin 2019 -women (a OR saved:portugal)",
            [
                "all of these:",
                "  the word helsinki",
                "  the date 2019-06, or the words juin, 2019, anywhere",
                "  not:",
                "    the word women",
                "  one of these:",
                "    the word a",
                "    all of these:",
                "      country: PT",
                "      date: 2019..",
            ],
        ),
    ],
)
def test_explain(text: str, expected: list[str]) -> None:
    """A line for each part, what belongs to it below it."""
    assert explain(parse(text)) == expected


def test_explain_nothing() -> None:
    """No words at all ask for everything."""
    assert explain(parse_arguments([])) == ["every video and meeting"]
