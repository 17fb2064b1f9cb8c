"""The words by which a record was found are marked, and where nothing is marked it is said why."""

from __future__ import annotations

import io
import re

import pytest
from builders import records_of

from icccat.records.columns import columns_named
from icccat.terminal.marks import Marks, is_marked
from icccat.terminal.table import show_table
from icccat.terminal.terminal import Terminal

RECORDS = records_of("""
[video.inclusion]
title.en = "Réfugiés, refugees: \\u001b"
description.en = "Of refugees in 2019."
date = 2019-06-20
places = ["Réfugiés, FR"]
url = "https://x.org/refugees"
[video.other]
title.en = "Another"
topics = ["refugees"]
""")
MARKS = {
    "video.inclusion": Marks((("refugees",), ("refugies",), ("2019",), ("06",))),
    "video.other": Marks((("refugees",),), ("topics", "refugees\x1b")),
}
MARKED = re.compile(r"\x1b\[[0-9;]*4[0-9;]*m([^\x1b]*)\x1b\[0m")
ESCAPES = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m")


def shown(form: str, width: int, *names: str, marked: bool = True) -> str:
    """The two records in these columns."""
    out = io.StringIO()
    records = list(RECORDS["video"].values())
    terminal = Terminal(out, io.StringIO(), form, width)
    marks = MARKS if marked else {}
    show_table(terminal, records, columns_named(names), id_below=width < 100, marks=marks)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_what_is_marked(width: int) -> None:
    """Words in titles, descriptions and places are underlined; not those in dates, ids, links."""
    text = shown("rich", width, "date", "title", "id", "description", "places", "url")
    assert sorted(MARKED.findall(text)) == ["2019", *["Réfugiés"] * 2, *["refugees"] * 2]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_letter_is_changed(width: int) -> None:
    """Without escapes the table is as if nothing were marked, but for the line of the other."""
    names = ("date", "title", "id")
    plain = ESCAPES.sub("", shown("rich", width, *names, marked=False)).splitlines()
    found = ESCAPES.sub("", shown("rich", width, *names)).splitlines()
    [more] = [line for line in found if "topics" in line]
    assert more.strip() == "topics: refugees␛"
    assert [line.split() for line in found if line != more] == [line.split() for line in plain]


def test_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks are told from the rest of a bold title where there are no colours."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;4mRéfugiés\x1b[0m\x1b[1m, \x1b[0m\x1b[1;4mrefugees\x1b[0m" in re.sub(
        r"\x1b\]8;[^\x1b]*\x1b\\", "", shown("rich", 200, "title")
    )


def test_for_a_screen_reader() -> None:
    """The field is named, in a line of its own."""
    assert shown("plain", 80, "title", "id") == (
        "title: Réfugiés, refugees: ␛\nid: inclusion\n\n"
        "title: Another\nid: other\nfound by: topics\n"
    )


@pytest.mark.parametrize(
    ("names", "runs", "expected"),
    [
        (["title"], ["refugies"], True),
        (["id", "title"], ["inclusion"], False),
        (["date", "description"], ["2019"], True),
        (["date", "title"], ["2019"], False),
        ([], ["refugies"], False),
    ],
)
def test_is_marked(names: list[str], runs: list[str], expected: bool) -> None:  # noqa: FBT001 (a column of the table)
    """Whether a column that is marked shows one of the words."""
    record = RECORDS["video"]["inclusion"]
    asked = tuple((run,) for run in runs)
    assert is_marked(record, columns_named(names), asked, "en") == expected
