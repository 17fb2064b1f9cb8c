"""What a card says of each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from formats.page.reading import page_of

from icccat.formats.page.values import duration_in_words, is_link, rows
from icccat.records.record import Record

if TYPE_CHECKING:
    from icccat.formats.page.page import Page

VIDEO = """
[topic.media]
label.en = "Media"
[series.talks]
title.en = "Talks"
since = "2017-11"
[place."Lisbon, PT"]
also = ["Lisboa", "Lisbonne"]

[video.a]
title.en = "A"
description.en = "One line\\nand <another>"
description.fr = "Une ligne"
date = "2019-06"
series = "talks"
part = 0
version = "short"
version_of = "b"
audiences = ["policy makers", "young people"]
topics = ["media", "lost"]
languages = ["en", "pt"]
speakers = ["Ana; Prisan", "Б"]
places = ["Lisbon, PT", "FI"]
duration = "1:08:05"
url = "https://example.org/a"
supplied = true
notes = "For us."
source = "https://www.example.org/with/a/long/address/that/nobody/reads/to/its/end/at/all?x=1"
[[video.a.documents]]
title.en = "Report"
title.fr = "Rapport"
url = "https://example.org/r?a=1&b=2"
type = "report"
language = "fr"
reference = "CDADI(2021)6"
date = 2019-06-20
[[video.a.documents]]
title = "Paper"
[video.b]
title.en = "B"
"""


def rows_of_a(page: Page) -> dict[str, str]:
    """The values of the first video by label."""
    record = page.other("video", "a")
    assert record
    return dict(rows(page, record))


def test_rows() -> None:
    """Each field has its label and a value in words; notes have none, nor has the heading's."""
    assert rows_of_a(page_of(VIDEO, content="both")) == {
        "date": "June 2019",
        "description": '<p>One line\nand &lt;another&gt;</p><p lang="fr">Une ligne</p>',
        "series": '<a href="#talks"><span>Talks</span></a>',
        "part": "<bdi>0</bdi>",
        "version": "<span>short</span>",
        "version of": '<a href="#b"><span>B</span></a>',
        "audiences": "<span>policy makers</span>; <span>young people</span>",
        "topics": '<ul class="of-topic"><li><a href="#media"><span>Media</span></a></li>'
        "<li><bdi>lost</bdi></li></ul>",
        "languages": "<bdi>English</bdi>; <bdi>Portuguese</bdi>",
        "speakers": "<bdi>Ana; Prisan</bdi>; <bdi>Б</bdi>",
        "places": '<a href="#Lisbon%2C%20PT"><bdi>Lisbon, Portugal</bdi></a>; <bdi>Finland</bdi>',
        "duration": "1\u00a0h 8\u00a0min 5\u00a0s",
        "documents": '<ul class="of-documents"><li>'
        '<a href="https://example.org/r?a=1&amp;b=2" rel="noopener noreferrer" hreflang="fr">'
        '<span>Report</span> / <span lang="fr">Rapport</span></a> (<span>report</span>, '
        "<bdi>French</bdi>, <bdi>CDADI(2021)6</bdi>, <bdi>20 June 2019</bdi>)</li>"
        "<li><span>Paper</span></li></ul>",
        "title supplied": "<bdi>yes</bdi>",
        "source": '<a href="https://www.example.org/with/a/long/address/that/nobody/reads/to/its/'
        'end/at/all?x=1" rel="noopener noreferrer" class="address"><span>www.example.org/with/a/'
        "long/address/that/nobody/reads/to/its/end/at/all…</span></a>",
    }


def test_rows_in_french() -> None:
    """In French, words are French; those of the catalogue and of icccat say that they are not."""
    found = rows_of_a(page_of(VIDEO, content="fr"))
    expected = {
        "date": "juin 2019",
        "description": "<p>Une ligne</p>",
        "version": '<span lang="en">short</span>',
        "publics": '<span lang="en">policy makers</span>; <span lang="en">young people</span>',
        "langues": "<bdi>anglais</bdi>; <bdi>portugais</bdi>",
        "titre forgé": "<bdi>oui</bdi>",
    }
    assert {label: found[label] for label in expected} == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("start = 2019-05-28\nend = 2019-05-29", [("dates", "28–29 May 2019")]),
        ("start = 2019-05-28\nend = 2019-05-28", [("date", "28 May 2019")]),
        ("start = 2019-05-28", [("date", "28 May 2019")]),
        ('end = "2019"', [("end", "2019")]),
        ("", []),
    ],
)
def test_dates(dates: str, expected: list[tuple[str, str]]) -> None:
    """Two dates are a period; one is the date, but an end without a start stays one."""
    page = page_of(f'[meeting.a]\ntitle = "A"\n{dates}')
    assert list(rows(page, page.selection.records[0])) == expected


def test_since() -> None:
    """The beginning of a series keeps its label."""
    page = page_of(VIDEO)
    record = page.other("series", "talks")
    assert record
    assert list(rows(page, record)) == [("since", "November 2017")]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org", True),
        ("HTTP://example.org/a?b#c", True),
        ("https://", False),
        ("https:///etc/passwd", False),
        ("https://example.org a", False),
        ("javascript:alert(1)", False),
        (" https://example.org", False),
        ("data:text/html,x", False),
        ("", False),
        (None, False),
    ],
)
def test_is_link(address: object, expected: bool) -> None:  # noqa: FBT001 (a column of cases)
    """Only an address of http or https is a link."""
    assert is_link(address) is expected


def test_no_link_to_another_scheme() -> None:
    """A document whose address is none of the web is named without a link."""
    document = {"title": {"en": "D"}, "url": "javascript:alert(1)"}
    page = page_of("")
    found = dict(rows(page, Record("video", "a", {"documents": (document,)})))
    assert found == {"documents": '<ul class="of-documents"><li><span>D</span></li></ul>'}


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        ("8:05", "8\u00a0min 5\u00a0s"),
        ("1:00:00", "1\u00a0h"),
        ("100:00", "100\u00a0min"),
        ("0:00", "0\u00a0s"),
    ],
)
def test_duration_in_words(duration: str, expected: str) -> None:
    """Hours, minutes and seconds are named where there are some."""
    assert duration_in_words(duration) == expected
