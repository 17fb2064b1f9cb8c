"""OpenDocument spreadsheets come in, as the programs write them that have this format."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import openpyxl
import pytest
from formats.incoming.reading import packed, read, refusal, rows

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED = ["the workbook is damaged: open it in a spreadsheet, and save it anew"]
FORMULA = "a formula: copy the cells and paste them as values"
NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style", "meta", "manifest")
)


def document(content: str, **parts: str) -> bytes:
    """A spreadsheet with this content."""
    found = {
        "content.xml": f"<office:document-content {NAMESPACES}>{content}</office:document-content>"
    }
    found |= {name.replace("__", "/").replace("_", "."): part for name, part in parts.items()}
    return packed({name: part.encode() for name, part in found.items()})


def cell(text: str, attributes: str = "") -> str:
    """A cell with this text in a paragraph."""
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def sheet(*lines: str, name: str = "Videos", attributes: str = "") -> str:
    """A sheet of rows."""
    return f'<table:table table:name="{name}" {attributes}>{"".join(lines)}</table:table>'


def value(kind: str, written: str, text: str = "x") -> str:
    """A cell with a value of a type."""
    name = {"float": "value"}.get(kind, f"{kind}-value")
    return cell(text, f'office:value-type="{kind}" office:{name}="{written}"')


HEADINGS = row(cell("a"), cell("b"))


def test_values() -> None:
    """Numbers, days, times and texts are what they are."""
    cells = {
        3: value("float", "3"),
        2.5: value("float", "2.5"),
        True: value("boolean", "true"),
        False: cell("FALSE", 'table:formula="of:=FALSE()" office:value-type="float"'),
        dt.date(2019, 6, 20): value("date", "2019-06-20"),
        dt.datetime(2019, 6, 20, 9, 30): value("date", "2019-06-20T09:30:00"),  # noqa: DTZ001 (none)
        dt.time(0, 8, 5): value("time", "PT00H08M05.5S"),
        dt.timedelta(hours=30): value("time", "PT030H00M00S"),
        "one  two\tthree\nfour five": cell(
            "one<text:s text:c='2'/>two<text:tab/>three<text:line-break/>"
            "<text:span>four\n   <text:a>five</text:a></text:span>"
        ),
        "a\nb": "<table:table-cell><text:p>a</text:p>\n<text:p>b</text:p></table:table-cell>",
        "noted": (
            "<table:table-cell><office:annotation><text:p>Why?</text:p></office:annotation>"
            "<text:p>noted</text:p></table:table-cell>"
        ),
    }
    heads = row(*(cell(f"h{number}") for number in range(len(cells))))
    data = document(sheet(heads, row("\n  ", *cells.values(), "<table:x/>")))
    ((place, found),) = rows(read("a.ods", data))
    assert place == "sheet Videos, row 2"
    assert [(type(one), one) for one in found.values()] == [(type(one), one) for one in cells]


def test_repeated() -> None:
    """Cells and rows that are there many times are so; blank ones cost nothing."""
    many, _twice = 'table:number-columns-repeated="2"', 'table:number-rows-repeated="2"'
    lines = [
        row(attributes='table:number-rows-repeated="3"'),
        row(cell("a"), cell("", many), cell("b"), cell("c"), cell("", many)),
        row(
            cell("1"), cell("", many), cell("2", many), attributes='table:number-rows-repeated="2"'
        ),
        row(cell(""), attributes='table:number-rows-repeated="1048000"'),
    ]
    assert rows(read("a.ods", document(sheet(*lines)))) == [
        ("sheet Videos, row 5", {"a": "1", "b": "2", "c": "2"}),
        ("sheet Videos, row 6", {"a": "1", "b": "2", "c": "2"}),
    ]


def test_sheets() -> None:
    """Hidden sheets are left out and said so, and tables that are no sheets are none."""
    content = (
        "<style:style style:name='t1'><style:table-properties table:display='false'/></style:style>"
        "<style:style style:name='t2'><style:table-properties table:display='true'/></style:style>"
        f"{HEADINGS}"
        f"<table:tracked-changes><table:deletion>{HEADINGS}</table:deletion></table:tracked-changes>"
        + sheet(HEADINGS, name="Old", attributes='table:style-name="t1"')
        + sheet(HEADINGS, row(cell("1")), attributes='table:style-name="t2"')
        + f"<table:dde-links>{sheet(HEADINGS)}</table:dde-links>"
    )
    incoming = read("a.ods", document(content))
    assert rows(incoming) == [("sheet Videos, row 2", {"a": "1"})]
    assert incoming.said == ["the sheet Old is hidden, so it is left out"]


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (cell("2", 'table:formula="of:=1+1"'), f", cell A2: {FORMULA}"),
        (cell("#N/A", 'table:formula="of:=#N/A"'), ", cell A2: #N/A is an error, not a value"),
        (value("date", "2019-02-30", "30.2."), ', cell A2: "30.2." is no value that can be read'),
        (value("date", "-1", ""), ', cell A2: "-1" is no value that can be read'),
        (value("time", "8 min"), ', cell A2: "x" is no value that can be read'),
        (value("float", "INF"), ', cell A2: "x" is no value that can be read'),
        (
            cell("1", 'table:number-rows-spanned="2" table:number-columns-spanned="3"'),
            ": the cells A2 to C3 are merged: split them, and fill in each",
        ),
        (cell("1") + cell("1") + cell("2"), ", cell C2: it stands under no heading"),
    ],
)
def test_refused_cells(cells: str, sentence: str) -> None:
    """A cell that cannot be taken is refused by its name."""
    assert refusal("a.ods", document(sheet(HEADINGS, row(cells)))) == [f"sheet Videos{sentence}"]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("", ["no sheet holds anything"]),
        (sheet(row(attributes='table:number-rows-repeated="x"')), DAMAGED),
        (sheet(row(attributes='table:number-rows-repeated="0"')), DAMAGED),
        (sheet(row(cell("a", 'table:number-columns-repeated="1048577"'))), DAMAGED),
        (sheet(row(cell("<text:s text:c='x'/>"))), DAMAGED),
        (
            sheet(
                row(
                    cell("a", 'table:number-columns-repeated="16384"'),
                    attributes='table:number-rows-repeated="1048576"',
                )
            ),
            ["the workbook holds more than 2000000 cells, or 200000000 letters"],
        ),
    ],
)
def test_refused(content: str, lines: list[str]) -> None:
    """A spreadsheet that is wrong inside, or too large, is refused."""
    assert refusal("a.ods", document(content)) == lines


def test_properties() -> None:
    """What is encrypted is refused, and what has texts in one language alone."""
    manifest = f"<manifest:manifest {NAMESPACES}><manifest:encryption-data/></manifest:manifest>"
    encrypted = packed({"META-INF/manifest.xml": manifest.encode(), "content.xml": b"\x01\x02"})
    assert refusal("a.ods", encrypted) == ["the workbook is encrypted: save it without a password"]
    kept = f"<manifest:manifest {NAMESPACES}/>"
    for content, lines in (
        ("both", []),
        ("fr", ["the texts are in one language alone: correct an export without --in"]),
    ):
        meta = f"<a {NAMESPACES}><meta:user-defined meta:name='x'>fr</meta:user-defined>"
        meta += f"<meta:user-defined meta:name='icccat content'>{content}</meta:user-defined></a>"
        data = document(sheet(HEADINGS), meta_xml=meta, **{"META-INF__manifest_xml": kept})
        if lines:
            assert refusal("a.ods", data) == lines
        else:
            assert rows(read("a.ods", data)) == []


VALUES = [
    "one\ntwo",
    3,
    2.5,
    dt.date(2019, 6, 20),
    dt.time(9, 30, 5),
    dt.timedelta(hours=30, seconds=5),
    "=1+1",
    "é „“",
    True,
]


def written() -> bytes:
    """A workbook of openpyxl with one value of each type."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "Videos"
    page.append([f"h{number}" for number in range(len(VALUES))])
    page.append(VALUES)
    formula = page["G2"]
    formula.value, formula.data_type = "=1+1", "s"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def saved_by(program: str, ending: str, folder: Path) -> bytes:
    """The workbook as a program saves it again; the test is skipped where there is no such."""
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")
    (folder / "a.xlsx").write_bytes(written())
    made = folder / "made" / f"a.{ending}"
    made.parent.mkdir()
    commands = {
        "soffice": [
            *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"),
            *("--convert-to", ending, "--outdir", str(made.parent), str(folder / "a.xlsx")),
        ],
        "ssconvert": ["ssconvert", str(folder / "a.xlsx"), str(made)],
    }
    subprocess.run(commands[program], check=True, capture_output=True, timeout=120)
    return made.read_bytes()


@pytest.mark.parametrize("ending", ["ods", "xlsx"])
@pytest.mark.parametrize("program", ["soffice", "ssconvert"])
def test_other_programs(program: str, ending: str, tmp_path: Path) -> None:
    """LibreOffice and Gnumeric save, in either format, what comes in as it was."""
    data = saved_by(program, ending, tmp_path)
    ((_place, cells),) = rows(read(f"a.{ending}", data))
    assert list(cells.values()) == VALUES


def test_the_old_format(tmp_path: Path) -> None:
    """A workbook that LibreOffice saves in Excel's old format is refused, with what to do."""
    data = saved_by("soffice", "xls", tmp_path)
    assert refusal("a.xls", data) == [
        "this is a workbook of the old Excel format: save it as .xlsx"
    ]
