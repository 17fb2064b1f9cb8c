"""`icccat add` refuses what is wrong in a sentence each, and the file stays as it was."""

from __future__ import annotations

from shlex import split
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("video", "--title: it is missing: every video needs one"),
        ("topic", "--label: it is missing: every topic needs one"),
        (
            "video --title X --topic refuges",
            '--topic: there is no topic "refuges" (did you mean refugees?)',
        ),
        (
            "video --title X --version-of refugee-inclusio",
            '--version-of: there is no video "refugee-inclusio" (did you mean refugee-inclusion?)',
        ),
        (
            "video --title X --id Media",
            '--id: the id "Media" is taken by topic.media',
        ),
        (
            "video --title 'Media and diversity'",
            "no id can be made of the title and date that is not taken: give one with --id",
        ),
        (
            "video --title 'refugee inclusion, in SHORT' --date 2019-06",
            (
                "the same title and date, or the same link, is there already: "
                "video.refugee-inclusion-short (--yes adds it too)"
            ),
        ),
        (
            "video --title Other --url https://vimeo.com/340198047/",
            (
                "the same title and date, or the same link, is there already: "
                "video.refugee-inclusion-short (--yes adds it too)"
            ),
        ),
        (
            "place --id Lisbon",
            '--id: "Lisbon" is not a place: write City, CC or CC, as in Helsinki, FI',
        ),
        (
            "video --title X --set titel.uk=Y",
            "--set titel.uk=Y: write FIELD=VALUE, with a field of a video (did you mean title?)",
        ),
        ("video --title X --set date", "--set date: write FIELD=VALUE, with a field of a video"),
        (
            "video --title X --set date.fr=2020",
            "--set date.fr=2020: write FIELD=VALUE, with a field of a video",
        ),
        (
            "video --title X --set title.xx=Y",
            '--title: "xx" is not a language code of ISO 639-1, such as en, fr or uk',
        ),
        ("video --titel X", "there is no option --titel (did you mean --title?)"),
        ("video --title X more", "Got unexpected extra argument (more)"),
        ("video --version", "Option '--version' requires an argument."),
        ("", "say what to add: video, meeting, series, topic, place, as in icccat add video"),
        ("--json", "say what to add: video, meeting, series, topic, place, as in icccat add video"),
        (
            "vidéo",
            'there is no kind "vidéo": video, meeting, series, topic, place (did you mean video?)',
        ),
    ],
)
def test_refused(icccat: Icccat, catalogue: Path, words: str, message: str) -> None:
    """A wrong command is refused in a sentence, and the file is byte for byte as it was."""
    before = catalogue.read_bytes()
    answer = icccat("add", *split(words))
    assert answer == (2, "", f"icccat: {message}\n")
    assert catalogue.read_bytes() == before
    assert not (catalogue.parent / ".icccat" / "holder").exists()


def test_all_problems_at_once(icccat: Icccat, catalogue: Path) -> None:
    """Every wrong value is named by its option, with what would be right; nothing is added."""
    before = catalogue.read_bytes()
    words = """
        --number x
        --start 2020-13
        --end tomorrow
        --place Oslo
        --attendance onlin
        --language english
        --url www.x.org
        --document a|b|c|d
        --supplied maybe
        --series policylab
        --topic refuges
        --topic 'media; refugees'
    """
    answer = icccat("add", "meeting", *split(words))
    assert answer == (
        2,
        "",
        """\
icccat: nothing was added:
  --number: "x" is not a whole number, such as 3
  --start: "2020-13" is not a date (there are 12 months)
  --end: "tomorrow" is not a date: write 2019-06-20, 2019-06 or 2019
  --place: "Oslo" is not a place: write City, CC or CC, as in Helsinki, FI
  --attendance: "onlin" is not one of: in person, online, hybrid (did you mean online?)
  --language: "english" is not a language code of ISO 639-1, such as en, fr or uk (did you mean en?)
  --url: "www.x.org" is not a link: it begins with https:// and holds no spaces
  --document: "a|b|c|d" is not a document: TITLE | URL | TYPE
  --supplied: "maybe" is not true or false
  --title: it is missing: every meeting needs one
  --series: there is no series "policylab" (did you mean policy-lab?)
  --topic: there is no topic "refuges" (did you mean refugees?)
  --topic: there is no topic "media; refugees"
  --topic: an item of a list holds no semicolon: make it two items, or write a comma
""",
    )
    assert catalogue.read_bytes() == before


def test_all_assignments_at_once(icccat: Icccat) -> None:
    """Every wrong --set is named."""
    answer = icccat("add", "video", "--title", "X", "--set", "colour=red", "--set", "nothing")
    assert answer == (
        2,
        "",
        (
            "icccat: --set colour=red: write FIELD=VALUE, with a field of a video\n"
            "--set nothing: write FIELD=VALUE, with a field of a video\n"
        ),
    )
