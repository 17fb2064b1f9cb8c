"""Workbooks of Excel come in: every value as what it is, and nothing that is none."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING

import openpyxl
import pytest
import xlsxwriter
from builders import shipped
from formats.incoming.reading import packed, read, refusal, rows, unpacked
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from icccat.formats import Selection
from icccat.formats.xlsx import write

if TYPE_CHECKING:
    from collections.abc import Sequence

DAMAGED = ["the workbook is damaged: open it in a spreadsheet, and save it anew"]
FORMULA = "a formula: copy the cells and paste them as values"


def workbook(
    *lines: Sequence[object], title: str = "Videos", epoch: dt.datetime | None = None
) -> bytes:
    """A workbook with a sheet of these rows."""
    book = openpyxl.Workbook()
    book.epoch = epoch or book.epoch
    sheet = book.worksheets[0]
    sheet.title = title
    for line in lines:
        sheet.append([*line])
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def changed(data: bytes, part: str, before: str, after: str) -> bytes:
    """A workbook with another text in a part."""
    parts = unpacked(data)
    assert re.search(before, parts[part].decode())
    parts[part] = re.sub(before, lambda _found: after, parts[part].decode()).encode()
    return packed(parts)


SHEET = "xl/worksheets/sheet1.xml"
HEADINGS = ["title", "date", "x"]
ONE = workbook(HEADINGS, ["a", "2019-06", 3])


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_values(epoch: dt.datetime | None) -> None:
    """Numbers, days, times and texts are what they are, in both of Excel's calendars."""
    values = [
        3.0,
        2.5,
        -(2**60),
        True,
        dt.date(2019, 6, 20),
        dt.datetime(2019, 6, 20, 9, 30),  # noqa: DTZ001 (a workbook knows no zones)
        dt.time(9, 30, 5),
        dt.timedelta(hours=30, seconds=5),
        "=1+1 ",
        "one\ntwo",
    ]
    data = workbook(["a", *map(str, range(9))], [*values[:8], "x", values[9]], epoch=epoch)
    book = openpyxl.load_workbook(io.BytesIO(data))
    cell = book.worksheets[0]["I2"]
    cell.value, cell.data_type = "=1+1 ", "s"
    book.epoch = epoch or book.epoch
    ((place, cells),) = rows(read("a.xlsx", saved(book)))
    assert place == "sheet Videos, row 2"
    assert list(cells.values()) == [3, 2.5, float(-(2**60)), True, *values[4:]]
    assert [type(one) for one in cells.values()] == [
        int,
        float,
        float,
        bool,
        dt.date,
        dt.datetime,
        dt.time,
        dt.timedelta,
        str,
        str,
    ]


def test_sheets() -> None:
    """Every visible sheet that holds anything comes in, and what is left out is said."""
    book = openpyxl.Workbook()
    front = book.worksheets[0]
    front.title = "Lisez-moi"
    front.append(["Corrections", "=1+1"])
    book.create_sheet("Empty")
    hidden = book.create_sheet("Lists")
    hidden.append(["=1", "b"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Nothing").sheet_state = "veryHidden"
    book.create_chartsheet("Chart")
    for name, above in (("Videos", []), ("Meetings", [["Meetings of 2019"], [], [None, 3]])):
        sheet = book.create_sheet(name)
        for line in [
            *above,
            ["Title ", None, 2019, "date"],
            [" ", None, 5],
            ["b", None, None, "c"],
        ]:
            sheet.append(line)
    book.create_sheet("One").append(["title"])
    incoming = read("a.xlsx", saved(book))
    assert [(one.name, one.headings) for one in incoming.sheets] == [
        ("Videos", ["Title", "2019", "date"]),
        ("Meetings", ["Title", "2019", "date"]),
        ("One", ["title"]),
    ]
    assert rows(incoming) == [
        ("sheet Videos, row 2", {"2019": 5}),
        ("sheet Videos, row 3", {"Title": "b", "date": "c"}),
        ("sheet Meetings, row 5", {"2019": 5}),
        ("sheet Meetings, row 6", {"Title": "b", "date": "c"}),
    ]
    assert incoming.said == [
        "the sheet Lisez-moi only explains, so it is left out",
        "the sheet Lists is hidden, so it is left out",
        "sheet Meetings: the headings are in row 4, and what is above is left out",
    ]


def test_a_day_as_a_heading() -> None:
    """A heading that a spreadsheet took for a day is a text all the same."""
    incoming = read("a.xlsx", workbook([dt.date(2019, 6, 20), "a", "b"]))
    assert incoming.sheets[0].headings == ["2019-06-20", "a", "b"]


def test_our_own_workbook_comes_back() -> None:
    """The sheets of an export come in with a row for each record, by its id."""
    everyone = shipped()
    records = [*everyone["video"].values(), *everyone["meeting"].values()]
    selection = Selection(records=records, columns=(), total=1, today=dt.date(2026, 1, 2))
    incoming = read("a.xlsx", write(selection, to_file=True))
    assert [(one.name, len(one.rows)) for one in incoming.sheets] == [
        ("Videos", len(everyone["video"])),
        ("Meetings", len(everyone["meeting"])),
    ]
    assert [cells["id"] for _place, cells in rows(incoming)] == [one.id for one in records]
    assert incoming.said == ["the sheet Read me only explains, so it is left out"]


def test_our_own_workbook_in_one_language() -> None:
    """A workbook that was exported in one language alone is not taken for the whole."""
    records = [*shipped()["video"].values()]
    selection = Selection(
        records=records, columns=(), total=1, content="fr", today=dt.date(2026, 1, 2)
    )
    assert refusal("a.xlsx", write(selection, to_file=True)) == [
        "the texts are in one language alone: correct an export without --in"
    ]


def test_all_that_is_wrong() -> None:
    """Formulas, errors, cells under no heading, merged ones, headings twice: each is told."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Videos"
    for line in (
        ["=TODAY()"],
        ["Title", "date", "title"],
        ["a", "=1+1", "#N/A"],
        ["b", None, None, "c"],
        ["d", "x"],
        ["e", "x"],
    ):
        sheet.append(line)
    sheet["AB3"] = "far"
    for area in ("A5:A6", "B1:C1", "B7:C8"):
        sheet.merge_cells(area)
    assert refusal("a.xlsx", saved(book)) == [
        'sheet Videos: the heading "Title" is there twice',
        f"sheet Videos, cell B3: {FORMULA}",
        "sheet Videos, cell C3: #N/A is an error, not a value",
        "sheet Videos, cell AB3: it stands under no heading",
        "sheet Videos, cell D4: it stands under no heading",
        "sheet Videos: the cells A5 to A6 are merged: split them, and fill in each",
    ]


def test_headings_that_are_formulas() -> None:
    """They are refused, and the row below is not taken for the headings."""
    assert refusal("a.xlsx", workbook(['="a"', '="b"'], ["a", "b"])) == [
        f"sheet Videos, cell A1: {FORMULA}",
        f"sheet Videos, cell B1: {FORMULA}",
    ]


@pytest.mark.parametrize("cell", ['<c r="C2" t="b"><f>TRUE()</f><v>1</v></c>'])
def test_what_is_true(cell: str) -> None:
    """LibreOffice writes what is true as a formula, which is taken as its value."""
    data = changed(ONE, SHEET, '<c r="C2".*?</c>', cell)
    assert rows(read("a.xlsx", data))[0][1]["x"] is True


@pytest.mark.parametrize(
    ("part", "before", "after", "lines"),
    [
        (SHEET, 'r="C2"', 'r="2C"', DAMAGED),
        (SHEET, 'r="C2"', 'r="c2"', DAMAGED),
        (SHEET, 'r="C2"', 'r="XFE2"', DAMAGED),
        (SHEET, 'r="C2"', 'r="C1048577"', DAMAGED),
        (SHEET, '<row r="2"', '<row r="two"', DAMAGED),
        (
            SHEET,
            "<v>3</v>",
            "<v>1e999</v>",
            ['sheet Videos, cell C2: "inf" is no value that can be read'],
        ),
        (SHEET, "<v>3</v>", "<v>three</v>", DAMAGED),
        (SHEET, "<v>3</v>", "<v>4</v><v", DAMAGED),
        (
            SHEET,
            'r="C2"',
            'r="XFD1048576"',
            ["sheet Videos: cell XFD1048576 stands too far from the others: delete it"],
        ),
        (
            SHEET,
            "</sheetData>",
            '</sheetData><mergeCells><mergeCell ref="x"/></mergeCells>',
            DAMAGED,
        ),
        ("xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet9.xml", DAMAGED),
        ("xl/workbook.xml", "<sheet .*?/>", "", ["no sheet holds anything"]),
        ("xl/workbook.xml", "<calcPr", "<sheet name='x'/><calcPr", DAMAGED),
        ("xl/workbook.xml", 'name="Videos"', 'name="Vid\neos"', DAMAGED),
    ],
)
def test_refused(part: str, before: str, after: str, lines: list[str]) -> None:
    """A workbook that is wrong inside is refused, whatever calamine would make of it."""
    assert refusal("a.xlsx", changed(ONE, part, before, after)) == lines


def test_a_workbook_of_other_programs() -> None:
    """Texts may stand in the cells, and rows and cells have no names."""
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    row = f"<row>{cell}{cell}</row>"
    lines = row.format("a", "b") + row.format("1", "2")
    data = changed(ONE, SHEET, "<sheetData>.*</sheetData>", f"<sheetData>{lines}</sheetData>")
    assert rows(read("a.xlsx", data)) == [("sheet Videos, row 2", {"a": "1", "b": "2"})]


def test_a_merged_cell_alone() -> None:
    """A merged area may be named by a single cell."""
    merged = '</sheetData><mergeCells><mergeCell ref="A2"/></mergeCells>'
    assert refusal("a.xlsx", changed(ONE, SHEET, "</sheetData>", merged)) == [
        "sheet Videos: the cells A2 to A2 are merged: split them, and fill in each"
    ]


def shared(*lines: Sequence[str]) -> bytes:
    """A workbook whose texts are stored once each."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet("Videos")
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    return data.getvalue()


@pytest.mark.parametrize("number", ["3", "-", ""])
def test_a_text_that_is_not_there(number: str) -> None:
    """A cell that names a text that is not stored is refused; one that names none is blank."""
    data = shared(["a", "b"], ["c", "d"])
    assert rows(read("a.xlsx", data)) == [("sheet Videos, row 2", {"a": "c", "b": "d"})]
    data = changed(data, SHEET, "<v>3</v>", f"<v>{number}9</v>" if number else "<v></v>")
    if number:
        assert refusal("a.xlsx", data) == DAMAGED
    else:
        assert rows(read("a.xlsx", data)) == [("sheet Videos, row 2", {"a": "c"})]


def test_a_text_in_too_many_cells() -> None:
    """A long text that is stored once may not stand in ever so many cells."""
    data = shared(["a", "b"], *[["x" * 32_767] * 2] * 4_000)
    assert refusal("a.xlsx", data) == [
        "the workbook holds more than 2000000 cells, or 200000000 letters"
    ]


@pytest.mark.parametrize("name", ["a.xlsb", "a.xlsx"])
def test_a_binary_workbook(name: str) -> None:
    """The binary format has other parts, which are not read."""
    assert refusal(name, packed({"xl/workbook.bin": b"x"})) == [
        "this is no workbook of the format .xlsx: save it as such"
    ]


def test_only_what_was_checked_is_read() -> None:
    """A part that is no XML, such as a picture, makes no difference."""
    parts = unpacked(ONE) | {"xl/media/image1.png": b"\x89PNG", "xl/vbaProject.bin": b"x"}
    assert rows(read("a.xlsm", packed(parts))) == rows(read("a.xlsx", ONE))
