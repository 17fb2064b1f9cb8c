"""`icccat check`: every problem with its line, and the exit code that says whether all is well."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

WRONG = """\
top = 1
[catalogue]
langage = "fr"
[meeting.oslo]
title.en = "Oslo"
type = "policy labb"
start = 2019-03-05
end = 2019-03-01
topics = [
  "refugees",
  "refuges",
  "podcasts",
]
[[meeting.oslo.documents]]
title = "Agenda"
[[meeting.oslo.documents]]
title = "Minutes"
url = "x"
[meeting.lisbon]
number = 1
[video.media]
title = "Media"
[topic.refugees]
label = "Refugees"
"""


def test_all_is_well(icccat: Icccat) -> None:
    """Without errors the exit code is 0; advice of one sort is one line, with its query."""
    assert icccat("check") == (
        0,
        (
            "advice: 1 video without date: icccat list kind:video missing:date\n"
            "advice: 1 video without link: icccat list kind:video missing:url\n"
        ),
        "catalogue.toml: 9 records, 0 errors, 0 warnings\n",
    )


def test_errors(icccat: Icccat, catalogue: Path) -> None:
    """Each error and warning has file, line, keys, what is wrong and what mends it."""
    catalogue.write_text(WRONG, encoding="utf-8")
    code, out, err = icccat("check")
    assert code == 1
    assert out.splitlines() == [
        (
            'catalogue.toml:1: top: warning: "top" is not a kind of record: it is kept as it is'
            " (did you mean topic?)"
        ),
        (
            'catalogue.toml:3: catalogue.langage: warning: "langage" is not known here:'
            " it is kept as it is (did you mean language?)"
        ),
        (
            'catalogue.toml:6: meeting.oslo.type: warning: "policy labb" has not been used'
            " under type before (did you mean policy lab?)"
        ),
        (
            "catalogue.toml:8: meeting.oslo.end: error: it ends on 2019-03-01,"
            " before it starts on 2019-03-05"
        ),
        (
            'catalogue.toml:9: meeting.oslo.topics.1: error: there is no topic "refuges"'
            " (did you mean refugees?)"
        ),
        'catalogue.toml:9: meeting.oslo.topics.2: error: there is no topic "podcasts"',
        '    icccat add topic --id podcasts --label "…"',
        (
            'catalogue.toml:18: meeting.oslo.documents.1.url: error: "x" is not a link:'
            " it begins with https:// and holds no spaces"
        ),
        "catalogue.toml:19: meeting.lisbon.title: error: it is missing: every meeting needs one",
        "advice: 1 meeting without start: icccat list kind:meeting missing:start",
        "advice: 1 meeting without topics: icccat list kind:meeting missing:topics",
        "advice: 1 video without date: icccat list kind:video missing:date",
        "advice: 1 video without link: icccat list kind:video missing:url",
        "advice: 1 video without topics: icccat list kind:video missing:topics",
    ]
    assert err == "catalogue.toml: 4 records, 5 errors, 3 warnings\n"


def test_warnings_alone(icccat: Icccat, catalogue: Path) -> None:
    """Warnings do not make the check fail."""
    catalogue.write_text('[topic.a]\nlabel = "A"\ncolour = "red"\n', encoding="utf-8")
    assert icccat("check") == (
        0,
        (
            'catalogue.toml:3: topic.a.colour: warning: "colour" is not a field of a topic:'
            " it is kept as it is\n"
        ),
        "catalogue.toml: 1 record, 0 errors, 1 warning\n",
    )


def test_advice_is_grouped(icccat: Icccat, catalogue: Path) -> None:
    """Several records that lack the same are one line, in the plural."""
    catalogue.write_text('[video.a]\ntitle = "A"\n[video.b]\ntitle = "B"\n', encoding="utf-8")
    assert icccat("check").out.splitlines() == [
        "advice: 2 videos without date: icccat list kind:video missing:date",
        "advice: 2 videos without link: icccat list kind:video missing:url",
        "advice: 2 videos without topics: icccat list kind:video missing:topics",
    ]


def test_advice_can_be_followed(icccat: Icccat) -> None:
    """The query that advice names finds the records it counts."""
    answer = icccat("list", "kind:video", "missing:date", "--columns", "id", "--no-header")
    assert answer.out == "media-diversity\n"


def test_json(icccat: Icccat, catalogue: Path) -> None:
    """Every problem in the envelope, advice included, and the same exit code."""
    catalogue.write_text(
        '[video.a]\ntopics = ["refuges"]\n[topic.b]\nlabel = "B"\n', encoding="utf-8"
    )
    code, out, err = icccat("check", "--json")
    assert (code, err) == (1, "")
    assert json.loads(out) == {
        "schema": "icccat/1",
        "type": "problems",
        "count": 4,
        "total": 4,
        "problems": [
            {
                "level": "error",
                "file": "catalogue.toml",
                "line": 1,
                "path": ["video", "a", "title"],
                "message": "it is missing: every video needs one",
            },
            {
                "level": "advice",
                "file": "catalogue.toml",
                "line": 1,
                "path": ["video", "a", "date"],
                "message": "it has no date yet",
            },
            {
                "level": "advice",
                "file": "catalogue.toml",
                "line": 1,
                "path": ["video", "a", "url"],
                "message": "it has no link yet",
            },
            {
                "level": "error",
                "file": "catalogue.toml",
                "line": 2,
                "path": ["video", "a", "topics", "0"],
                "message": 'there is no topic "refuges"',
                "mend": 'icccat add topic --id refuges --label "…"',
            },
        ],
    }


@pytest.mark.parametrize("text", ["\ufeff# nothing\n", "[video]\n"])
def test_an_empty_catalogue(icccat: Icccat, catalogue: Path, text: str) -> None:
    """A catalogue without records has no problems."""
    catalogue.write_text(text, encoding="utf-8")
    assert icccat("check") == (0, "", "catalogue.toml: 0 records, 0 errors, 0 warnings\n")
