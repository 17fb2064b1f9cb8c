"""Every problem of a catalogue has its line, also inside lists and documents."""

from __future__ import annotations

from pathlib import Path

from icccat.catalogue.catalogue import parse
from icccat.catalogue.problems import check
from icccat.errors import Level

TEXT = """\
# The first line.
colour = "red"
[catalogue]
title = 4

[meeting.oslo]
title.en = "Oslo"
title.xx = "?"
topics = [
  "media",
  "nope",
]
participants = ["a", "b;c"]
end = 2019-05-29

[[meeting.oslo.documents]]
title = "Agenda"
url = "x"

[[meeting.oslo.documents]]
url = "https://x.org"

[video]
dotted.title = "Dotted"
dotted.part = -1
inline = { title = "Inline", duration = "8" }
[video.split]
date = "soon"
[topic.media]
label = "Media"
[video.split.title]
fr = "Séparé"
en = 5
"""


def test_lines() -> None:
    """Each problem stands at the line of the value, else of what is around it, in order."""
    found = [
        (problem.line, problem.level.value, problem.where)
        for problem in check(parse(TEXT, Path("c.toml")))
        if problem.level is not Level.ADVICE
    ]
    assert found == [
        (2, "warning", "colour"),
        (4, "error", "catalogue.title"),
        (7, "error", "meeting.oslo.title"),
        (9, "error", "meeting.oslo.topics.1"),
        (13, "error", "meeting.oslo.participants.1"),
        (14, "warning", "meeting.oslo.end"),
        (18, "error", "meeting.oslo.documents.0.url"),
        (20, "error", "meeting.oslo.documents.1"),
        (25, "error", "video.dotted.part"),
        (26, "error", "video.inline.duration"),
        (28, "error", "video.split.date"),
        (31, "error", "video.split.title"),
    ]


def test_what_is_missing() -> None:
    """What is not there has the line of its record."""
    found = [
        (problem.line, problem.where)
        for problem in check(parse(TEXT, Path("c.toml")))
        if problem.level is Level.ADVICE
    ]
    assert found == [
        (6, "meeting.oslo.start"),
        (24, "video.dotted.date"),
        (24, "video.dotted.url"),
        (24, "video.dotted.topics"),
        (26, "video.inline.date"),
        (26, "video.inline.url"),
        (26, "video.inline.topics"),
        (27, "video.split.url"),
        (27, "video.split.topics"),
    ]


def test_nothing_wrong() -> None:
    """A catalogue without records has no problem."""
    assert check(parse("", Path("c.toml"))) == []
