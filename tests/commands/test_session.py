"""What every command works with: the terminal's form and width, the language, the catalogue."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

ESCAPES = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m")


def lines(text: str) -> list[str]:
    """The lines without colours and links, and without the blanks that fill a column."""
    return [line.rstrip() for line in ESCAPES.sub("", text).splitlines()]


BELOW = """\
date  title                  places
2021  Women and integration  Oslo, NO
      women-oslo
"""
BESIDE = """\
date  title                  id          places
2021  Women and integration  women-oslo  Oslo, NO
"""


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("40", "2021\nWomen and integration\nwomen-oslo\nOslo, NO\n\n"),
        ("80", BELOW),
        ("119", BELOW),
        ("120", BESIDE),
    ],
)
def test_width(
    icccat: Icccat, monkeypatch: pytest.MonkeyPatch, columns: str, expected: str
) -> None:
    """The table suits the width of the terminal; a note says how many there are."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", columns)
    answer = icccat("list", "women")
    assert (lines(answer.out), answer.err) == (expected.splitlines(), "1 of 5\n")


def test_columns_in_a_terminal(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """The columns asked for replace those of the table; no id is added or lost."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert lines(icccat("list", "women", "--columns", "id,country").out) == [
        "id          country",
        "women-oslo  NO",
    ]


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour(
    icccat: Icccat,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    coloured: bool,  # noqa: FBT001
) -> None:
    """NO_COLOR takes the colours, and leaves the table."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = icccat("list", "women").out
    assert ("\x1b[36m" in out) == coloured
    assert len(lines(out)) == 3


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"ICCCAT_PLAIN": "1"}, []),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, []),
        ({"FORCE_COLOR": "1"}, ["--plain"]),
    ],
)
def test_plain(
    icccat: Icccat, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], words: list[str]
) -> None:
    """The plain form, as the environment says or as asked."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = icccat("list", "women", *words).out
    assert out == "date: 2021\ntitle: Women and integration\nid: women-oslo\nplaces: Oslo, NO\n"


@pytest.mark.parametrize(
    "words",
    [
        ["--catalogue", "other.toml", "list", "--no-header", "--columns", "id"],
        ["list", "--no-header", "--columns", "id", "--catalogue=other.toml"],
        [
            "--catalogue",
            "no.toml",
            "list",
            "--catalogue",
            "other.toml",
            "--no-header",
            "--columns=id",
        ],
    ],
)
def test_the_catalogue_named(icccat: Icccat, catalogue: Path, words: list[str]) -> None:
    """The catalogue may be named before the command or after it, where it counts more."""
    other = catalogue.with_name("other.toml")
    other.write_text('[video.only]\ntitle = "Only"\n', encoding="utf-8")
    assert icccat(*words) == (0, "only\n", "")


def test_hostile_answers(icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every form a title that would trick the terminal is shown for what it is."""
    catalogue.write_text(
        '[video.a]\ntitle = "[/Oslo] [draft] :smile: \\u001b]52;c;x\\u0007 \\u202e"\n',
        encoding="utf-8",
    )
    shown = "[/Oslo] [draft] :smile: ␛]52;c;x␇ <U+202E>"
    assert icccat("list", "--no-header", "--columns", "title").out == f"{shown}\n"
    assert icccat("list", "--plain", "--columns", "title").out == f"title: {shown}\n"
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert lines(icccat("list", "--columns", "title").out) == ["title", shown]
    assert icccat("show", "\x1b[2J") == (1, "", 'icccat: there is no record "␛[2J"\n')
    message = (
        "icccat: \u241b[2J.toml: there is no such file; a catalogue is made with icccat init\n"
    )
    assert icccat("list", "--catalogue", "\x1b[2J.toml") == (3, "", message)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder one is in")
def test_a_folder_that_is_gone(
    icccat: Icccat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever stands in a deleted folder is told so."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert icccat("list") == (3, "", "icccat: the folder you are in is no longer there\n")


def test_nobody_at_home(icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no folder for a cache, none is made in the one that one is in."""
    right = icccat("search", "refugees")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "nowhere")
    before = sorted(catalogue.parent.iterdir())
    assert icccat("search", "refugees") == right
    assert sorted(catalogue.parent.iterdir()) == before
