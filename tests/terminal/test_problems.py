"""Problems as lines for people, and as GitHub takes them."""

from __future__ import annotations

import pytest
from builders import records_of

from icccat.errors import Level, Problem
from icccat.terminal.problems import github, text

RECORDS = records_of("""\
[video.a]
title = "A"
part = 1
[video.b]
title = "B"
[meeting.c]
title = "C"
""")


def lacks(kind: str, id_: str, name: str) -> Problem:
    """Advice about a field that is not there."""
    return Problem(Level.ADVICE, (kind, id_, name), "it has none yet", line=9)


LACKING = [lacks("video", "a", "date"), lacks("meeting", "c", "start"), lacks("video", "b", "date")]
HOSTILE = 'it says "100 %\n::error::, \x1b[2J\r"'


@pytest.mark.parametrize(
    ("problem", "line", "command"),
    [
        (
            Problem(Level.ERROR, ("video", "a", "title"), "wrong", "icccat edit a title=…", 2),
            "data/c.toml:2: video.a.title: error: wrong\n    icccat edit a title=…",
            "::error file=data/c.toml,line=2,title=video.a.title::wrong%0Aicccat edit a title=…",
        ),
        (
            Problem(Level.WARNING, (), "beside it"),
            "data/c.toml: warning: beside it",
            "::warning file=data/c.toml::beside it",
        ),
        (
            Problem(Level.ADVICE, ("video", "a", "part"), "twice", line=3),
            "data/c.toml:3: video.a.part: advice: twice",
            "::notice file=data/c.toml,line=3,title=video.a.part::twice",
        ),
        (
            Problem(Level.ERROR, ("place", "Oslo, NO:x"), HOSTILE, line=4),
            'data/c.toml:4: place.Oslo, NO:x: error: it says "100 % ::error::, ␛[2J␍"',
            (
                "::error file=data/c.toml,line=4,title=place.Oslo%2C NO%3Ax"
                '::it says "100 %25%0A::error::, \x1b[2J%0D"'
            ),
        ),
    ],
)
def test_each(problem: Problem, line: str, command: str) -> None:
    """A problem has its place, its message and its command; nothing in it is taken for another."""
    assert "\n".join(text([problem], "data/c.toml", RECORDS)) == line
    assert list(github([problem], "data/c.toml", RECORDS)) == [command]


def test_what_is_lacking() -> None:
    """What several records lack is one line, at the end, with the query that lists them."""
    error = Problem(Level.ERROR, ("video", "a", "title"), "wrong", line=2)
    sentences = [
        "2 videos without date: icccat list kind:video missing:date",
        "1 meeting without start: icccat list kind:meeting missing:start",
    ]
    found = [LACKING[0], error, *LACKING[1:]]
    assert list(text(found, "c.toml", RECORDS)) == [
        "c.toml:2: video.a.title: error: wrong",
        *(f"advice: {sentence}" for sentence in sentences),
    ]
    assert list(github(found, "c.toml", RECORDS)) == [
        "::error file=c.toml,line=2,title=video.a.title::wrong",
        *(f"::notice file=c.toml::{sentence}" for sentence in sentences),
    ]
