"""The same facts for machines, in the words of schema.org."""

from __future__ import annotations

import json

import pytest
from formats.page.reading import graph_of, read, selection_of
from hypothesis import given
from hypothesis import strategies as st

from icccat.formats.page.markup import FORBIDDEN
from icccat.formats.page.structured import safe

TEXT = """
[topic.media]
label.en = "Media"
[series.labs]
title.en = "Labs"

[video.a]
title.en = "A"
title.fr = "Le A"
description.fr = "Une ligne"
date = "2019-06"
series = "labs"
topics = ["media", "lost"]
languages = ["en", "fr"]
speakers = ["Ana Oprisan"]
places = ["Lisbon, PT"]
duration = "1:08:05"
url = "https://example.org/a"
notes = "For us."

[video.b]
title.en = "B"
duration = "0:00"

[meeting.m]
title.en = "M"
series = "labs"
start = 2019-05-28
end = 2019-05-29
places = ["Helsinki, FI", "SE"]
attendance = "hybrid"
venue.en = "House"
organisers = ["Council of Europe", "City"]
languages = ["en"]
status = "postponed"
recordings = ["a", "gone"]
[[meeting.m.documents]]
title.en = "Report"
url = "https://example.org/r"
language = "en"
date = 2019
[[meeting.m.documents]]
title.en = "Paper"

[meeting.n]
title.en = "N"
venue.en = "Hall"
"""


def english(text: str) -> dict[str, str]:
    """A text that says it is English."""
    return {"@language": "en", "@value": text}


def test_videos() -> None:
    """A video is a VideoObject: the dates, the duration and the languages by their standards."""
    full, bare, *_meetings = graph_of(read(selection_of(TEXT, content="both")))
    assert full == {
        "@type": "VideoObject",
        "@id": "#a",
        "name": [english("A"), {"@language": "fr", "@value": "Le A"}],
        "description": {"@language": "fr", "@value": "Une ligne"},
        "url": "https://example.org/a",
        "inLanguage": ["en", "fr"],
        "about": [
            {"@type": "Thing", "@id": "#media", "name": english("Media")},
            {"@type": "Thing", "name": "lost"},
        ],
        "isPartOf": {"@type": "CreativeWorkSeries", "@id": "#labs", "name": english("Labs")},
        "datePublished": "2019-06",
        "duration": "PT1H8M5S",
        "contentLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Lisbon",
                "addressCountry": "PT",
            },
        },
        "contributor": {"@type": "Person", "name": "Ana Oprisan"},
    }
    assert bare == {"@type": "VideoObject", "@id": "#b", "name": english("B"), "duration": "PT0S"}


def test_meetings() -> None:
    """A meeting is an Event, its first place named after the venue, its documents about it."""
    *_videos, full, bare = graph_of(read(selection_of(TEXT)))
    assert full == {
        "@type": "Event",
        "@id": "#m",
        "name": english("M"),
        "inLanguage": "en",
        "subjectOf": [
            {
                "@type": "DigitalDocument",
                "name": english("Report"),
                "url": "https://example.org/r",
                "inLanguage": "en",
                "datePublished": "2019",
            },
            {"@type": "DigitalDocument", "name": english("Paper")},
        ],
        "superEvent": {"@type": "EventSeries", "@id": "#labs", "name": english("Labs")},
        "startDate": "2019-05-28",
        "endDate": "2019-05-29",
        "eventStatus": "https://schema.org/EventPostponed",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": english("House"),
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": "Helsinki",
                    "addressCountry": "FI",
                },
            },
            {"@type": "Place", "address": {"@type": "PostalAddress", "addressCountry": "SE"}},
        ],
        "organizer": [
            {"@type": "Organization", "name": "Council of Europe"},
            {"@type": "Organization", "name": "City"},
        ],
        "recordedIn": [
            {"@type": "VideoObject", "@id": "#a", "name": english("A")},
            {"@type": "VideoObject", "name": "gone"},
        ],
    }
    place = {"@type": "Place", "name": english("Hall")}
    assert bare == {"@type": "Event", "@id": "#n", "name": english("N"), "location": place}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("</script>", '"\\u003c/script\\u003e"'),
        ("<!-- & \u2028\u2029", '"\\u003c!-- \\u0026 \\u2028\\u2029"'),
        ("\x00\x7f\U0001ffff", '"\\u0000\\u007f\\ud83f\\udfff"'),
        ({"é": [1, None]}, '{"é":[1,null]}'),
    ],
)
def test_safe(value: object, expected: str) -> None:
    """Nothing in the JSON ends a script, begins a comment, or is forbidden in HTML."""
    assert safe(value) == expected


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text comes back, and none of it can be markup."""
    written = safe([text])
    assert json.loads(written) == [text]
    assert not set(written) & set("<>&\u2028\u2029")
    assert not FORBIDDEN.search(written)
