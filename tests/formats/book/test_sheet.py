"""The sheet of a kind: its table, its look, its limits."""

from __future__ import annotations

import pytest
from builders import records_of
from workbooks import everyone, selection_of, written

from icccat.errors import Refused
from icccat.formats.book.sheet import lines_of, name_of
from icccat.formats.xlsx import write
from icccat.records.kinds import KINDS
from icccat.records.record import Record

RECORDS = everyone(
    records_of("""
[video.inclusion]
title = { en = "Inclusion, in short", fr = "L’inclusion" }
date = 2019-06-20

[video.rumours]
title = "Rumours"

[topic.media]
label = "Media"
""")
)


def test_the_table() -> None:
    """A sheet is one table with a filter, named by its kind in any language."""
    book = written(selection_of(RECORDS, "title", "date", reader="fr"))
    (table,) = book["Vidéos"].tables.values()
    assert (table.displayName, table.ref, table.autoFilter.ref) == ("videos", "A1:C3", "A1:C3")
    assert [column.name for column in table.tableColumns] == ["id", "titre", "date"]
    assert list(book["Thèmes"].tables) == ["topics"]


def test_what_stays_in_sight() -> None:
    """The headings stay, and what tells which record a row is: its title, or its id."""
    book = written(selection_of(RECORDS))
    assert book["Videos"].freeze_panes == "C2"
    assert book["Videos"].column_dimensions["A"].hidden
    assert book["Topics"].freeze_panes == "B2"
    assert not book["Topics"].column_dimensions["A"].hidden


def test_on_paper() -> None:
    """It prints in landscape on A4, with the headings and the titles on each page."""
    sheet = written(selection_of(RECORDS))["Videos"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$B")
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (3, 0)
    assert sheet.print_options.gridLines
    footer = sheet.oddFooter
    assert footer is not None
    assert footer.left is not None
    assert footer.right is not None
    assert (footer.left.text, footer.right.text) == ("&A", "&P / &N")


@pytest.mark.parametrize(
    ("titles", "width"),
    [
        (["a"], 9),
        (["a" * 20], 22),
        (["a" * 30], 32),
        (["a" * 50], 32),
        (["a" * 80], 40),
        (["a" * 200], 48),
        (["a" * 20] * 9 + ["a" * 300], 48),
        (["a" * 20] * 19 + ["a" * 300], 32),
    ],
)
def test_how_wide_a_column_is(titles: list[str], width: int) -> None:
    """As its longest text, or so that most take two lines, but neither narrow nor very wide."""
    records = [
        Record("video", str(number), {"title": {"en": title}})
        for number, title in enumerate(titles)
    ]
    sheet = written(selection_of(records, "title"))["Videos"]
    assert round(sheet.column_dimensions["B"].width - 0.7109375) == width


def test_how_wide_an_empty_column_is() -> None:
    """As its heading and the filter's button, a long heading being on two lines."""
    sheet = written(selection_of([Record("meeting", "a", {})], "title", "participant_count"))
    assert round(sheet["Meetings"].column_dimensions["C"].width - 0.7109375) == 19


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("a" * 9, 1), ("a" * 10, 2), ("a\nb", 2), ("\n", 2), ("a" * 25 + "\nb", 4)],
)
def test_lines(text: str, lines: int) -> None:
    """A text takes about as many lines as its length asks for, and its own line ends."""
    assert lines_of(text, 10) == lines


def test_how_high_a_row_is() -> None:
    """A row shows all its lines, up to four."""
    texts = ["one", "a\nb", "\n" * 40]
    records = [Record("video", text, {"title": {"en": text}}) for text in texts]
    sheet = written(selection_of(records, "title"))["Videos"]
    assert [sheet.row_dimensions[row].height for row in (2, 3, 4)] == [None, 30, 60]


def test_more_records_than_rows() -> None:
    """More records than a sheet has rows are refused before anything is written."""
    record = Record("video", "any", {})
    with pytest.raises(Refused) as caught:
        write(selection_of([record] * 1_048_576, "title"), to_file=True)
    sentence = "a sheet holds at most 1,048,575 records: take fewer, or another format"
    assert caught.value.lines == (sentence,)


@pytest.mark.parametrize("reader", ["en", "fr"])
def test_names_of_sheets(reader: str) -> None:
    """Every kind has a sheet of its own name, as Excel allows it."""
    names = [name_of(kind, reader) for kind in KINDS]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(name.isalpha() and len(name) <= 31 for name in names)
