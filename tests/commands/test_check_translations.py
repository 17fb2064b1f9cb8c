"""`icccat check --translations`: the texts that are in English or in French alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

SUMMARY = "catalogue.toml: 2 records, 0 errors, 0 warnings\n"
TEXT = """\
[topic.media]
label.fr = "Médias"
[meeting.lab]
title.en = "Policy lab"
host.pt = "Câmara"
start = 2019
topics = ["media"]
[[meeting.lab.documents]]
title.en = "Report"
"""
LISTED = """\
catalogue.toml:2: topic.media.label.en: advice: it has no English label yet
    icccat edit media label.en="…"
catalogue.toml:4: meeting.lab.title.fr: advice: it has no French title yet
    icccat edit lab title.fr="…"
catalogue.toml:9: meeting.lab.documents.0.title.fr: advice: it has no French title yet
    icccat edit lab
"""


@pytest.fixture
def small(catalogue: Path) -> Path:
    """The catalogue, with texts in one language."""
    catalogue.write_text(TEXT, encoding="utf-8")
    return catalogue


@pytest.mark.usefixtures("small")
def test_listed(icccat: Icccat) -> None:
    """Each has its line, and the command that mends it; the exit code is 0."""
    assert icccat("check", "--translations") == (0, LISTED, SUMMARY)


@pytest.mark.usefixtures("small")
def test_not_listed(icccat: Icccat) -> None:
    """Without the option they are counted for people, and for programs not even that."""
    assert icccat("check") == (0, "", SUMMARY)
    note = "3 texts are in one language alone: icccat check --translations\n"
    assert icccat("--plain", "check") == (0, "", SUMMARY + note)
    assert icccat("--plain", "check", "--translations") == (0, LISTED, SUMMARY)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            '[topic.a]\nlabel = "A"\n',
            "1 text is in one language alone: icccat check --translations\n",
        ),
        ('[topic.a]\nlabel = { en = "A", fr = "A" }\n', ""),
    ],
)
def test_counted(icccat: Icccat, small: Path, text: str, note: str) -> None:
    """One is counted in the singular, none is not worth a word."""
    small.write_text(text, encoding="utf-8")
    summary = "catalogue.toml: 1 record, 0 errors, 0 warnings\n"
    assert icccat("--plain", "check") == (0, "", summary + note)


@pytest.mark.usefixtures("small")
def test_the_command_mends(icccat: Icccat) -> None:
    """What is mended is listed no more."""
    assert icccat("edit", "lab", "title.fr=Laboratoire").code == 0
    lines = icccat("check", "--translations").out.splitlines()
    assert [line.split(": ")[1] for line in lines[::2]] == [
        "topic.media.label.en",
        "meeting.lab.documents.0.title.fr",
    ]


def test_with_errors(icccat: Icccat, small: Path) -> None:
    """Errors still fail."""
    small.write_text('[topic.a]\nlabel.fr = "A"\nbroader = "b"\n', encoding="utf-8")
    assert icccat("check", "--translations").code == 1


@pytest.mark.usefixtures("small")
def test_for_programs(icccat: Icccat) -> None:
    """In JSON they are problems, for GitHub notices."""
    found = json.loads(icccat("check", "--translations", "--json").out)["problems"]
    assert [problem["path"] for problem in found] == [
        ["topic", "media", "label", "en"],
        ["meeting", "lab", "title", "fr"],
        ["meeting", "lab", "documents", "0", "title", "fr"],
    ]
    assert found[0] == {
        "level": "advice",
        "file": "catalogue.toml",
        "line": 2,
        "path": ["topic", "media", "label", "en"],
        "message": "it has no English label yet",
        "mend": 'icccat edit media label.en="…"',
    }
    first, *_others = icccat("check", "--translations", "--format", "github").out.splitlines()
    assert first == (
        "::notice file=catalogue.toml,line=2,title=topic.media.label.en"
        '::it has no English label yet%0Aicccat edit media label.en="…"'
    )


@pytest.mark.usefixtures("small")
def test_in_french(icccat: Icccat) -> None:
    """The same in French."""
    assert icccat("--lang", "fr", "check", "--translations").out.splitlines()[:2] == [
        (
            "catalogue.toml:2: topic.media.label.en\u00a0: conseil\u00a0:"
            " pas encore de version en anglais du champ «\u00a0libellé\u00a0»"
        ),
        '    icccat edit media label.en="…"',
    ]
    assert icccat("--lang", "fr", "--plain", "check").err.splitlines()[1:] == [
        "3 textes n’existent que dans une langue\u00a0: icccat check --translations"
    ]
