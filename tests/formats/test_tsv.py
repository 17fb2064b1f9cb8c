"""Tab-separated lines, one for each record."""

from __future__ import annotations

from builders import records_of
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.formats import Selection
from icccat.formats.tsv import lines, write
from icccat.records.columns import columns_named
from icccat.records.record import Record

RECORDS = records_of("""
[video.inclusion]
title = '"Inclusion", in short'
topics = ["refugees", "media"]

[video.lines]
title = "=1+1\\n\\tand\\u2028more"
""")
SELECTION = Selection(
    records=[*RECORDS["video"].values()],
    columns=columns_named(["id", "title", "topics"]),
    total=2,
)


def test_lines() -> None:
    """Cells stand as they are, but for tabs and line ends, which are a space."""
    assert list(lines(SELECTION.records, SELECTION.columns)) == [
        "id\ttitle\ttopics",
        'inclusion\t"Inclusion", in short\trefugees; media',
        "lines\t=1+1 and more\t",
    ]


def test_lines_without_the_header() -> None:
    """The header can be left out."""
    assert (
        list(lines(SELECTION.records, SELECTION.columns, header=False))
        == list(lines(SELECTION.records, SELECTION.columns))[1:]
    )


def test_write() -> None:
    """The lines end in LF, in UTF-8 without a BOM, on the screen and in a file alike."""
    expected = (
        b'id\ttitle\ttopics\ninclusion\t"Inclusion", in short\trefugees; media\n'
        b"lines\t=1+1 and more\t\n"
    )
    assert write(SELECTION, to_file=False) == write(SELECTION, to_file=True) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("a\r\nb\tc\vd\fe\x1cf\x1dg\x1eh\x85i\u2028j\u2029k")
def test_any_text_is_one_cell_of_one_line(text: str) -> None:
    """Whatever a title holds, its record is one line of as many cells as there are columns."""
    record = Record("video", "any", {"title": {"en": text}})
    selection = Selection(records=[record], columns=columns_named(["id", "title"]), total=1)
    (header, line) = write(selection, to_file=False).decode().splitlines()
    assert header == "id\ttitle"
    assert len(line.split("\t")) == len(header.split("\t"))
