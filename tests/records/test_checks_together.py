"""The checks of all records together, and of early dates: a hit and a miss of each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from builders import record_of, records_of, shipped

from icccat.errors import Level
from icccat.records import checks
from icccat.records.known import known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icccat.errors import Problem
    from icccat.records.record import Records

    Check = Callable[[Records, dt.date], Iterator[Problem]]

TODAY = dt.date(2026, 6, 20)


def told(check: Check, text: str) -> list[str]:
    """What the check finds in a catalogue's text, each as `level path: message`."""
    return [
        f"{problem.level} {problem.where}: {problem.message}"
        for problem in check(records_of(text), TODAY)
    ]


@pytest.mark.parametrize(
    ("date", "is_far"),
    [
        ("2036-06-20", False),
        ("'2036-06'", False),
        ("2036", False),
        ("2036-06-21", True),
        ("'2036-07'", True),
        ("2037", True),
        ("2126-06-20", True),
    ],
)
def test_far_off(date: str, is_far: bool) -> None:  # noqa: FBT001 (an expected value)
    """A date that begins more than ten years from today is a warning, also in a document."""
    text = f"[video.x]\ntitle = 'X'\ndocuments = [{{title = 'D', date = {date}}}]\ndate = {date}\n"
    shown = date.strip("'")
    sentence = f"{shown} is more than ten years from now"
    expected = [f"warning video.x.{path}: {sentence}" for path in ("date", "documents.0.date")]
    assert told(checks.far_off, text) == (expected if is_far else [])


@pytest.mark.parametrize(
    ("date", "is_early"),
    [("1948-12-31", True), ("'1948-12'", True), ("1019", True), ("1949", False)],
)
def test_founding(date: str, is_early: bool) -> None:  # noqa: FBT001 (an expected value)
    """A date before the Council of Europe, in one record, is a warning, also in a document."""
    text = f"[video.x]\ntitle = 'X'\ndocuments = [{{title = 'D', date = {date}}}]\ndate = {date}\n"
    record = record_of(text)
    found = checks.founding(record, known({"video": {"x": record}}))
    shown = date.strip("'")
    sentence = f"{shown} is before 1949, when the Council of Europe was founded"
    expected = {
        (("video", "x", *path), sentence) for path in (("date",), ("documents", "0", "date"))
    }
    assert {(one.path, one.message) for one in found} == (expected if is_early else set())


@pytest.mark.parametrize(
    ("first", "other", "is_confusable"),
    [
        ("policy-lab-1", "policy-lab-l", True),
        ("icc-2010", "icc-2o10", True),
        ("anti-rumours", "antirumours", True),
        ("policy-lab-1", "policy-lab-2", False),
        ("lab", "LAB", False),
    ],
)
def test_confusable_ids(first: str, other: str, is_confusable: bool) -> None:  # noqa: FBT001
    """The later of two ids that look alike is a warning, whatever the kinds; but for case."""
    text = f"[meeting.{other}]\ntitle = 'M'\n[video.{first}]\ntitle = 'V'\n"
    sentence = f'the id "{other}" is easily taken for that of video.{first}'
    expected = [f"warning meeting.{other}: {sentence}"]
    assert told(checks.confusable_ids, text) == (expected if is_confusable else [])


def test_confusable_places() -> None:
    """Places are called as the world calls them."""
    text = '[place."Lo, IT"]\nalso = ["A"]\n[place."L0, IT"]\nalso = ["B"]\n'
    assert told(checks.confusable_ids, text) == []


TOPICS = """\
[topic.refugees]
label.en = "Refugees"
label.fr = "Réfugiés"
also = ["refugees", "asylum seekers"]
[topic.{id}]
label.en = "{label}"
also = ["exile", "{also}"]
"""


@pytest.mark.parametrize(
    ("label", "also", "problems"),
    [
        ("Migrants", "displaced", []),
        (
            "REFUGIES",
            "displaced",
            ['label: "REFUGIES" is a name of topic.refugees too: a search by it finds both'],
        ),
        (
            "Migrants",
            "Asylum seekers",
            ['also.1: "Asylum seekers" is a name of topic.refugees too: a search by it finds both'],
        ),
    ],
)
def test_shared_names(label: str, also: str, problems: list[str]) -> None:
    """A name that two topics have is a warning at the later; within a topic it may repeat."""
    text = TOPICS.format(id="migrants", label=label, also=also)
    expected = [f"warning topic.migrants.{problem}" for problem in problems]
    assert told(checks.shared_names, text) == expected


@pytest.mark.parametrize(
    ("lines", "problems"),
    [
        (
            "[meeting.a]\nseries = 's'\nnumber = 3\n[meeting.b]\nseries = 's'\nnumber = 3\n",
            ["meeting.b.number: meeting.a has the number 3 in the series s too"],
        ),
        (
            "[video.a]\nseries = 's'\npart = 0\n[video.b]\nseries = 's'\npart = 0\n",
            ["video.b.part: video.a has the number 0 in the series s too"],
        ),
        ("[meeting.a]\nseries = 's'\nnumber = 3\n[meeting.b]\nseries = 's'\nnumber = 4\n", []),
        ("[meeting.a]\nseries = 's'\nnumber = 3\n[meeting.b]\nseries = 't'\nnumber = 3\n", []),
        ("[meeting.a]\nnumber = 3\n[meeting.b]\nnumber = 3\n", []),
        ("[meeting.a]\nseries = 's'\n[meeting.b]\nseries = 's'\n", []),
        ("[video.a]\nseries = 's'\npart = 3\n[meeting.b]\nseries = 's'\nnumber = 3\n", []),
        (
            (
                "[meeting.a]\nseries = 's'\nnumber = 3\nstatus = 'postponed'\n"
                "[meeting.b]\nseries = 's'\nnumber = 3\n"
            ),
            [],
        ),
        (
            (
                "[video.a]\nseries = 's'\npart = 1\n"
                "[video.b]\nseries = 's'\npart = 1\nversion_of = 'a'\n"
            ),
            [],
        ),
    ],
)
def test_numbers(lines: str, problems: list[str]) -> None:
    """A number twice in a series is advice; not that of a version, nor of no meeting."""
    text = lines.replace("]\n", "]\ntitle = 'T'\n")
    assert told(checks.numbers, text) == [f"advice {problem}" for problem in problems]


TWO = """\
[{kind}.b]
title = "Cities and newcomers"
{first}
[{kind}.a]
title = "{title}"
{other}
"""
AGAIN = 'it may be {kind}.b again: "Cities and newcomers"'
VERSIONS = "keep one of them, or set version_of if they are versions of one"


@pytest.mark.parametrize(
    ("kind", "title", "first", "other", "problem"),
    [
        (
            *("video", "Citys and newcomers", "date = 2019-06-20", "date = 2019-06-21"),
            f"title: {AGAIN}, 20 June 2019 (titles 90% alike, 1 day apart); {VERSIONS}",
        ),
        (
            *("meeting", "Cities and newcomers", "start = 2019-06-20", "start = 2019-06-21"),
            f"title: {AGAIN}, 20 June 2019 (the same title, 1 day apart); keep one of them",
        ),
        (
            *("video", "Other", "url = 'https://a.example/b'", "url = 'http://a.example/b'"),
            f"url: {AGAIN} (the same link); {VERSIONS}",
        ),
        ("video", "Cities and newcomers", "date = 2019-06-20", "date = 2019-06-20", ""),
        ("video", "Other", "url = 'https://a.example/b'", "url = 'https://a.example/b'", ""),
        ("video", "Cities and newcomers", "date = 2019-06-20", "date = 2019-08-20", ""),
    ],
)
def test_near_duplicates(kind: str, title: str, first: str, other: str, problem: str) -> None:
    """The later in the file of two that are probably one is a warning; of twins another tells."""
    text = TWO.format(kind=kind, title=title, first=first, other=other)
    expected = [f"warning {kind}.a.{problem.format(kind=kind)}"] if problem else []
    assert told(checks.near_duplicates, text) == expected


def test_problems_together() -> None:
    """All of these checks, in the order in which they are named."""
    text = "[video.a1]\ntitle = 'T'\n[video.al]\ntitle = 'T'\ndate = 2099\n"
    found = checks.problems_together(records_of(text), TODAY)
    assert [problem.where for problem in found] == ["video.al.date", "video.al"]


def test_shipped() -> None:
    """The catalogue that comes with the project has none of these."""
    found = checks.problems_together(shipped(), TODAY)
    assert [problem for problem in found if problem.level is not Level.ADVICE] == []
