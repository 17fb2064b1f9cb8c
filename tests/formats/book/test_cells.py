"""What a cell of each sort holds, and how it looks."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from openpyxl.cell.cell import Cell
from workbooks import column_of, opened, parts, selection_of, strings
from xlsxwriter.workbook import Workbook

from icccat.formats.book.cells import Cells
from icccat.formats.book.styles import Styles
from icccat.formats.xlsx import write
from icccat.records.dates import parse_date
from icccat.records.record import Record

LONGEST = "https://example.org/" + "a" * 2059


def cell(name: str, value: object) -> Cell:
    """The cell of a video's value."""
    selection = selection_of([Record("video", "any", {name: value})], name)
    found = opened(write(selection, to_file=True))["Videos"]["B2"]
    assert isinstance(found, Cell)
    return found


@pytest.mark.parametrize(
    ("written", "value", "style"),
    [
        ("2019-06-20", dt.datetime(2019, 6, 20), "yyyy-mm-dd"),  # noqa: DTZ001 (as openpyxl reads days)
        ("1900-03-01", dt.datetime(1900, 3, 1), "yyyy-mm-dd"),  # noqa: DTZ001 (likewise)
        ("9999-12-31", dt.datetime(9999, 12, 31), "yyyy-mm-dd"),  # noqa: DTZ001 (likewise)
        ("1900-02-28", "1900-02-28", "@"),
        ("1789-07-14", "1789-07-14", "@"),
        ("2019-06", "2019-06", "@"),
        ("2019", "2019", "@"),
    ],
)
def test_dates(written: str, value: object, style: str) -> None:
    """A day is a date; what is less precise, or older than Excel's calendar, is text."""
    found = cell("date", parse_date(written))
    assert (found.value, found.number_format) == (value, style)


def test_dates_of_a_meeting() -> None:
    """Start and end in one column are text, one day alone is a date."""
    days = {"start": parse_date("2019-05-28"), "end": parse_date("2019-05-29")}
    records = [Record("meeting", "two", days), Record("meeting", "one", {"start": days["start"]})]
    assert column_of(selection_of(records, "date")) == [
        "2019-05-28/2019-05-29",
        dt.datetime(2019, 5, 28),  # noqa: DTZ001 (as openpyxl reads days)
    ]
    assert column_of(selection_of(records, "year")) == [2019, 2019]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("8:05", 485), ("0:00", 0), ("1:02:03", 3723), ("24:00:00", 86400), ("999:59:59", 3599999)],
)
def test_durations(written: str, seconds: int) -> None:
    """A duration is a time, also one of more than a day."""
    found = cell("duration", written)
    assert found.value == dt.timedelta(seconds=seconds)
    assert found.number_format == "[h]:mm:ss"


@pytest.mark.parametrize(
    ("number", "value"),
    [(0, 0), (3, 3), (999_999_999_999_999, 999_999_999_999_999), (2**60, "1152921504606846976")],
)
def test_numbers(number: int, value: object) -> None:
    """A number is one, unless it has more digits than a spreadsheet keeps."""
    assert cell("part", number).value == value


@pytest.mark.parametrize("flag", [True, False])
def test_flags(flag: bool) -> None:  # noqa: FBT001 (the table's only column)
    """Yes and no are true and false."""
    assert cell("supplied", flag).value is flag


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("https://vimeo.com/340198046", "https://vimeo.com/340198046"),
        ("http://пример.example/?a=1&b=é", "http://пример.example/?a=1&b=é"),
        ("https://example.org/a[1]", "https://example.org/a%5b1%5d"),
        (LONGEST, LONGEST),
        (LONGEST + "a", None),
        ("https://example.org/\ufffe", None),
        ("https://example.org/_x0041_x0042_", None),
    ],
)
def test_links(link: str, leads_to: str | None) -> None:
    """A link can be clicked; one that a workbook cannot hold is its text, whole."""
    data = write(selection_of([Record("video", "any", {"url": link})], "url"), to_file=True)
    assert link in strings(data)
    target = opened(data)["Videos"]["B2"].hyperlink
    assert (target.target if target else None) == leads_to
    assert all(root is not None for _name, root in parts(data))


def test_a_link_to_a_place_in_a_page() -> None:
    """A link with a place in the page leads there, and says all of it."""
    found = cell("url", "https://example.org/page#place")
    assert found.value == "https://example.org/page#place"
    assert found.hyperlink is not None
    assert (found.hyperlink.target, found.hyperlink.location) == (
        "https://example.org/page",
        "place",
    )


def test_more_links_than_a_sheet_holds() -> None:
    """When a sheet has as many links as it can hold, the next are their texts."""
    data = io.BytesIO()
    with Workbook(data, {"in_memory": True}) as workbook:
        cells = Cells(workbook.add_worksheet(), Styles.of(workbook), links=2)
        codes = [cells.link(row, 0, f"https://example.org/{row}") for row in range(4)]
    assert codes == [0, 0, 0, 0]
    (sheet,) = opened(data.getvalue()).worksheets
    found = [(row[0].value, row[0].hyperlink is not None) for row in sheet.iter_rows()]
    assert found == [
        ("https://example.org/0", True),
        ("https://example.org/1", True),
        ("https://example.org/2", False),
        ("https://example.org/3", False),
    ]


@pytest.mark.parametrize("text", ["{}", "<r>{}</r>", "_x0041_x0042_{}"])
def test_a_text_that_is_cut(text: str) -> None:
    """A text too long for a cell is told, however it has to be written."""
    with Workbook(io.BytesIO(), {"in_memory": True}) as workbook:
        cells = Cells(workbook.add_worksheet(), Styles.of(workbook))
        assert cells.text(0, 0, text.format("a" * 32_000)) == 0
        assert cells.text(1, 0, text.format("a" * 32_768)) == -2


def test_texts_stay_texts() -> None:
    """A text wraps, and what is typed in its place stays text too."""
    found = cell("speakers", ("Ada", "Björk"))
    assert (found.value, found.number_format) == ("Ada; Björk", "@")
    assert found.alignment.wrap_text
    assert found.alignment.vertical == "top"
