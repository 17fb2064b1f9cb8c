"""Workbooks that tests write and read back."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from openpyxl import load_workbook

from icccat.formats import Selection
from icccat.formats.xlsx import write
from icccat.records.columns import columns_named, sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from icccat.records.columns import Column
    from icccat.records.record import Record, Records

TODAY = dt.date(2026, 3, 1)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def selection_of(
    records: Sequence[Record],
    *names: str,
    reader: str = "en",
    content: str = "both",
    notes: bool = False,
    query: str = "",
) -> Selection:
    """These records of a catalogue of 200, in these columns, else all."""
    columns = columns_named(names) or sheet(records, language="en", content=content, notes=notes)
    return Selection(
        records=records,
        columns=columns,
        total=200,
        notes=notes,
        chosen=names,
        content=content,
        reader=reader,
        title={"en": "Videos & meetings", "fr": "Vidéos et réunions"},
        query=query,
        today=TODAY,
    )


def everyone(records: Records) -> list[Record]:
    """All records, kind by kind."""
    return [record for of_kind in records.values() for record in of_kind.values()]


def opened(data: bytes) -> Workbook:
    """A workbook, read by openpyxl."""
    return load_workbook(io.BytesIO(data))


def written(selection: Selection) -> Workbook:
    """The workbook of a selection, read by openpyxl."""
    return opened(write(selection, to_file=True))


def column_of(selection: Selection) -> list[object]:
    """The values of the last column of the last sheet, without the heading."""
    *_others, last = written(selection).worksheets
    return [row[-1] for row in last.iter_rows(min_row=2, values_only=True)]


def rows(sheet: Worksheet) -> list[list[str]]:
    """All cells of a sheet as their texts were."""
    return [[as_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def custom_properties(data: bytes) -> dict[str, str]:
    """The custom properties of a workbook."""
    (table,) = (root for name, root in parts(data) if name == "docProps/custom.xml")
    return {one.get("name", ""): "".join(one.itertext()) for one in table}


def as_text(value: object) -> str:
    """The text that a value of a cell came from; a duration in H:MM:SS."""
    match value:
        case None:
            return ""
        case dt.datetime():
            return value.date().isoformat()
        case dt.timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case bool():
            return str(value).lower()
        case _:
            return str(value)


def expected_rows(records: Sequence[Record], columns: Sequence[Column]) -> list[list[str]]:
    """What the cells of these records are to say; a duration in H:MM:SS."""
    return [[_expected(column, record) for column in columns] for record in records]


def _expected(column: Column, record: Record) -> str:
    text = column.cell(record)
    return f"0:{text:0>5}" if column.name == "duration" and text.count(":") == 1 else text


def parts(data: bytes) -> Iterator[tuple[str, ET.Element]]:
    """The parts of a workbook, each parsed: what is not well-formed fails."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            yield name, ET.fromstring(file.read(name))  # noqa: S314 (we wrote it ourselves)


def strings(data: bytes) -> list[str]:
    """The texts of all cells, each once, read as ECMA-376 has it (part 1, ST_Xstring).

    openpyxl leaves escapes such as _x0001_ as they are.
    """
    (table,) = (root for name, root in parts(data) if name == "xl/sharedStrings.xml")
    return [
        "".join(unescaped(run.text or "") for run in text.iter(f"{MAIN}t"))
        for text in table.iter(f"{MAIN}si")
    ]


def unescaped(text: str) -> str:
    """The text that an escaped one stands for."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
