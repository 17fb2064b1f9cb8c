"""What is mended without a decision, and what is left for a person."""

from __future__ import annotations

from typing import Any

import pytest
from builders import record_of, records_of
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.records.fixes import fixed
from icccat.records.known import known

OTHERS = """
[topic.media]
label = "Media"
[topic.refugees]
label = "Refugees"
[topic."re\u0301fugie\u0301s"]
label = "Réfugiés"
[topic."lille\u0301"]
label = "Lille"
[topic.LILLE]
label = "Lille"
[topic.lille]
label = "Lille"
[place."Orle\u0301ans, FR"]
also = ["Orleans"]
[meeting.one]
title = "One"
type = "Trade fair"
[meeting.two]
title = "Two"
type = "Trade fair"
[meeting.three]
title = "Three"
type = "Hearing"
"""
EVERYONE = records_of(OTHERS)


def mended(kind: str, table: dict[str, Any]) -> dict[str, Any]:
    """The table of a record of this kind as the fixes leave it, among the others."""
    record = record_of(f"[{kind}.a]\n", wrong=True)
    return fixed(record, table, known(EVERYONE), "en")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        # letters written in parts; an address keeps its own
        ("producer", "Me\u0301dia", "Média"),
        (
            "source",
            "Cafe\u0301 https://x.org/cafe\u0301 e\u0301",
            "Café https://x.org/cafe\u0301 é",
        ),
        ("title", {"en": "A", "fr": "E\u0301te\u0301"}, {"en": "A", "fr": "Été"}),
        ("places", ["Me\u0301rida, ES"], ["Mérida, ES"]),
        # characters that cannot be seen
        ("producer", "inter\x02cultural\x00\x7f", "intercultural"),
        ("description", "one\vtwo\fthree\r\nfour", "one two three\nfour"),
        ("producer", "\u202aICEI\u202c \u2066Milan\u2069", "ICEI Milan"),
        # white space at the ends
        ("title", " Media\u00a0", "Media"),
        ("url", "https://x.org/ ", "https://x.org/"),
        ("duration", " 8:05", "8:05"),
        ("date", "2019-06 ", "2019-06"),
        # codes and words in their own case
        ("languages", ["EN", " Fr", "uk"], ["en", "fr", "uk"]),
        ("places", ["Helsinki, fi", "no", "Lviv, UA "], ["Helsinki, FI", "NO", "Lviv, UA"]),
        ("version", "Full", "full"),
        ("audiences", ["Policy Makers", "TEACHERS "], ["policy makers", "teachers"]),
        ("topics", ["Media", " refugees"], ["media", "refugees"]),
        # a link without its scheme
        ("url", "www.coe.int/icc", "https://www.coe.int/icc"),
        ("url", " WWW.coe.int", "https://WWW.coe.int"),
        # what is there twice
        ("topics", ["media", "refugees", "Media"], ["media", "refugees"]),
        ("languages", ["EN", "en"], ["en"]),
        (
            "documents",
            [
                {"title": "Report ", "url": "www.x.org/r", "type": "Report", "size": " 3 "},
                {"title": {"en": "Report"}, "url": "https://www.x.org/r", "type": "report"},
                {"title": "Report", "url": "https://www.x.org/r", "type": "report", "size": " 3 "},
            ],
            [
                {"title": "Report", "url": "https://www.x.org/r", "type": "report", "size": " 3 "},
                {"title": {"en": "Report"}, "url": "https://www.x.org/r", "type": "report"},
            ],
        ),
    ],
)
def test_mended(name: str, before: object, after: object) -> None:
    """The field is as it should be, and what is beside it stays."""
    assert mended("video", {"x": " 1 ", name: before}) == {"x": " 1 ", name: after}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        # what belongs to the text around it, or was another character once
        ("producer", "a\bb\rc\x1b[31md\x1e-e\u0085f\u0092g\ufffdh"),
        ("producer", "\u202a\u0639\u0631\u0628\u202c"),
        ("producer", "\u202eabc\u202c \u202a"),
        ("producer", "\u0645\u06cc\u200c\u062e\u200e"),
        ("description", "A first line,\nand a second.\n"),
        # what would be refused still
        ("url", "www.a b"),
        ("url", "ftp://x.org "),
        ("url", "https://x.org/cafe\u0301"),
        ("languages", ["English", "XX "]),
        ("places", ["Helsinki", "Helsinki,fi", "London, uk"]),
        ("version", "Ful"),
        ("title", "   "),
        ("part", " 3"),
        ("date", "June "),
        # ids that are there, are not, or could be several
        ("topics", ["re\u0301fugie\u0301s", "podcasts ", "Lille"]),
        ("places", ["Orle\u0301ans, FR"]),
        ("series", " "),
        # another word
        ("audiences", ["policy-makers", "policymakers"]),
        # not what it should be
        ("topics", "Media"),
        ("title", 3),
        ("title", {"EN": "A"}),
        ("documents", ["Report ", 3, 3]),
        ("url", {"a": " b "}),
        ("audiences", []),
    ],
)
def test_left(name: str, value: object) -> None:
    """What needs a person stays as it is."""
    assert mended("video", {name: value}) == {name: value}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Policy Lab", "policy lab"),
        ("trade FAIR", "Trade fair"),
        ("Trade fair", "Trade fair"),
        ("hearing", "hearing"),
        ("Hearing", "Hearing"),
    ],
)
def test_words_of_the_staff(word: str, expected: str) -> None:
    """A word used twice is known, in its case; one that is used once is not."""
    assert mended("meeting", {"type": word}) == {"type": expected}


TEXTS = st.text(
    st.sampled_from("aAe \t\n\r\v\x00\x1b\u0301\u202a\u202c\u202e\u0639:/\u00a0"), max_size=9
)


@given(TEXTS, TEXTS)
@example("", ":\r\r\n")
def test_once_is_enough(title: str, audience: str) -> None:
    """What has been mended is not mended again."""
    table = {"title": title, "audiences": [audience, audience]}
    once = mended("video", table)
    assert mended("video", once) == once
