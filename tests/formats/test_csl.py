"""CSL-JSON: what is written, and that it is of the shape that CSL 1.0.2 gives its items."""

from __future__ import annotations

import json
from typing import Any

import pytest
from formats.citing.works import all_shipped, alone, selection, shipped_works, texts
from hypothesis import given
from jsonschema import Draft7Validator

from icccat.formats import Selection
from icccat.formats.csl import write

# What CSL 1.0.2 says of the variables that we write; it allows no others but its own.
NAMES = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {"literal": {"type": "string"}},
        "required": ["literal"],
        "additionalProperties": False,
    },
}
PARTS = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
DATE = {
    "type": "object",
    "properties": {"date-parts": {"type": "array", "items": PARTS, "minItems": 1, "maxItems": 2}},
    "required": ["date-parts"],
    "additionalProperties": False,
}
STRINGS = (
    *("id", "abstract", "annote", "collection-number", "collection-title", "DOI", "event-place"),
    *("event-title", "genre", "keyword", "language", "note", "number", "publisher"),
    *("publisher-place", "title", "URL", "volume"),
)
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "type": {"enum": ["motion_picture", "report", "event"]},
            "author": NAMES,
            "contributor": NAMES,
            "issued": DATE,
            "event-date": DATE,
            **{name: {"type": "string", "minLength": 1} for name in STRINGS},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}
VIDEO = {
    "id": "inclusion",
    "type": "motion_picture",
    "genre": "Video",
    "title": "100% inclusion: the ICC’s way",
    "author": [{"literal": "Lusófona University"}],
    "contributor": [{"literal": "Ana Silva"}, {"literal": "Bo Ek"}],
    "issued": {"date-parts": [[2019, 6]]},
    "publisher": "Council of Europe",
    "publisher-place": "Strasbourg",
    "collection-title": "didactic-videos",
    "volume": "2",
    "language": "en",
    "URL": "https://vimeo.com/340198046?a=%20b&c_d#e~f",
    "abstract": "What is done\nin Lisbon & Oslo.",
    "keyword": "Refugees – asylum seekers, media",
    "annote": (
        "Title (fr): L’inclusion à 100 % — Version: short — Speakers: Ana Silva; Bo Ek — "
        "Places: Lisbon, PT"
    ),
}
REPORT = {
    "id": "lab:report-en",
    "type": "report",
    "genre": "Report",
    "title": "Report of the meeting",
    "author": [{"literal": "Intercultural Cities Programme"}],
    "issued": {"date-parts": [[2019]]},
    "publisher": "Council of Europe",
    "publisher-place": "Strasbourg",
    "event-title": "Policy Lab, third meeting",
    "event-date": {"date-parts": [[2019, 5, 28], [2019, 5, 29]]},
    "event-place": "Helsinki, Finland",
    "collection-title": "Policy labs",
    "language": "en",
    "URL": "https://rm.coe.int/report",
    "keyword": "Refugees – asylum seekers",
    "note": "Policy Lab, third meeting, 28–29 May 2019, Helsinki, Finland",
    "annote": (
        "Meeting (fr): Troisième laboratoire — Type: policy lab — Number: 3 — "
        "Host: Ministry of Justice — Link: https://coe.int/lab — "
        "Documents: Agenda | https://rm.coe.int/agenda | agenda"
    ),
}
MEETING = {
    "id": "webinar",
    "type": "event",
    "genre": "Meeting",
    "title": "Rumours",
    "author": [{"literal": "City of Lyon, Culture"}, {"literal": "CODECA"}],
    "issued": {"date-parts": [[2020, 4, 2]]},
    "publisher": "Council of Europe",
    "event-date": {"date-parts": [[2020, 4, 2]]},
    "event-place": "Online",
    "language": "en",
    "annote": "Attendance: online",
}


def read(data: bytes) -> list[dict[str, Any]]:
    """The items, which are of the shape that CSL says."""
    items: list[dict[str, Any]] = json.loads(data)
    Draft7Validator(SCHEMA).validate(items)
    return items


def test_write() -> None:
    """Each work is an item, to a file or not."""
    written = write(selection("inclusion", "lab", "webinar"), to_file=True)
    assert read(written) == [VIDEO, REPORT, MEETING]
    assert write(selection("inclusion", "lab", "webinar"), to_file=False) == written
    assert written.startswith(b'[\n  {\n    "id": "inclusion",\n')


def test_nothing() -> None:
    """Of nothing there is an empty list."""
    assert write(Selection(records=[], columns=(), total=0), to_file=True) == b"[]\n"


def test_a_doi_and_a_number() -> None:
    """A report has its number, a meeting its place in the series, a DOI is told."""
    url = "https://doi.org/10.1000/xyz"
    report = {"title": {"en": "Study"}, "url": url, "reference": "CDADI(2021)6"}
    (found,) = read(write(alone({"documents": (report,)}, kind="meeting"), to_file=True))
    assert (found["number"], found["URL"], found["DOI"]) == ("CDADI(2021)6", url, "10.1000/xyz")
    (meeting,) = read(write(alone({"number": 3}, kind="meeting"), to_file=True))
    assert meeting["collection-number"] == "3"


def test_a_paper_of_a_video_is_of_no_event() -> None:
    """Only a meeting is an event."""
    values = {"documents": ({"title": {"en": "Study"}},)}
    _video, study = read(write(alone(values), to_file=True))
    assert (study["note"], "event-title" in study) == ("Any", False)


@pytest.mark.parametrize("content", ["en", "fr", "both"])
def test_shipped(content: str) -> None:
    """Every work of the shipped catalogue has its title and its address."""
    found = read(write(all_shipped(content), to_file=True))
    assert [one.get("URL", "") for one in found] == [url for _title, url in shipped_works()]
    if content != "fr":
        assert [one["title"] for one in found] == [title for title, _url in shipped_works()]


@given(texts, texts)
def test_any_text(title: str, description: str) -> None:
    """Whatever a record holds, it comes back as it was, and a terminal obeys none of it."""
    values = {
        "title": {"en": title},
        "description": {"en": description},
        "notes": "Not for outside.",
    }
    data = write(alone(values), to_file=True)
    (found,) = read(data)
    assert (found["title"], found["abstract"]) == (title, description)
    assert not set(data.decode()) & set("\x00\x1b\x7f\x85\u2028\u202e")
    assert b"Not for outside" not in data
