"""CSV that a spreadsheet opens as it is, and never runs."""

from __future__ import annotations

import csv
import io

import pytest
from builders import records_of
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.formats import Selection
from icccat.formats.csv import MARK, NUMBER, PROGRAMS, STARTERS, guard, unguard, write
from icccat.records.columns import columns_named, sheet
from icccat.records.record import Record

RECORDS = records_of("""
[video.inclusion]
title = { en = "Inclusion, in short", fr = "L’inclusion" }
date = "2019-06"
part = 2
topics = ["refugees", "media"]
places = ["Lisbon, PT", "FI"]

[video.rumours]
title = 'Stop the "rumours"'
description = "One line\\nand another"

[video.hostile]
title = "=1+1"
part = 0
description = "'s-Hertogenbosch"

[meeting.lab]
title.uk = "Зустріч"
start = 2019-05-28
end = 2019-05-29
""")
EVERY = [record for of_kind in RECORDS.values() for record in of_kind.values()]


def written(*names: str, to_file: bool, program: str = "") -> bytes:
    """All records, with these columns."""
    columns = columns_named(names)
    selection = Selection(records=EVERY, columns=columns, total=4, program=program)
    return write(selection, to_file=to_file)


def test_on_the_screen() -> None:
    """Cells are quoted where they must be and guarded; there is no BOM, and lines end in LF."""
    expected = """\
id,title,title_fr,description,date,part,topics,city,country
inclusion,"Inclusion, in short",L’inclusion,,2019-06,2,refugees; media,Lisbon,PT; FI
rumours,"Stop the ""rumours""\",,"One line
and another",,,,,
hostile,'=1+1,,'s-Hertogenbosch,,0,,,
lab,Зустріч,,,2019-05-28/2019-05-29,,,,
"""
    names = ("id", "title", "title_fr", "description", "date", "part", "topics", "city", "country")
    assert written(*names, to_file=False).decode() == expected


def test_in_a_file() -> None:
    """A file begins with a BOM and its lines end in CRLF, those within a cell as they were."""
    assert written("id", "description", to_file=True) == (
        b"\xef\xbb\xbfid,description\r\n"
        b"inclusion,\r\n"
        b'rumours,"One line\nand another"\r\n'
        b"hostile,'s-Hertogenbosch\r\n"
        b"lab,\r\n"
    )


@pytest.mark.parametrize("to_file", [True, False])
def test_for_excel(*, to_file: bool) -> None:
    """For Excel there are the BOM and CRLF also on stdout; in French semicolons between cells."""
    names = ("id", "title", "topics")
    assert written(*names, to_file=to_file, program="excel") == written(*names, to_file=True)
    assert written(*names, to_file=to_file, program="excel-fr").decode("utf-8-sig") == (
        "id;title;topics\r\n"
        'inclusion;Inclusion, in short;"refugees; media"\r\n'
        'rumours;"Stop the ""rumours""";\r\n'
        "hostile;'=1+1;\r\n"
        "lab;Зустріч;\r\n"
    )
    assert written("id", to_file=to_file, program="excel-fr").startswith(b"\xef\xbb\xbfid\r\n")


def test_no_records() -> None:
    """Of nothing there is the header."""
    selection = Selection(records=[], columns=columns_named(["id", "title"]), total=4)
    assert write(selection, to_file=False) == b"id,title\n"


def test_the_columns_of_a_whole_export() -> None:
    """The columns of an export are those of the kinds, without the internal notes."""
    record = RECORDS["video"]["rumours"]
    columns = sheet([record], language="en", content="fr", notes=False)
    selection = Selection(records=[record], columns=columns, total=4)
    (row,) = csv.DictReader(io.StringIO(write(selection, to_file=False).decode()))
    assert {name: cell for name, cell in row.items() if cell} == {
        "id": "rumours",
        "title": 'Stop the "rumours"',
        "description": "One line\nand another",
    }
    assert "notes" not in row


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""),
        ("Inclusion", "Inclusion"),
        ("a=b", "a=b"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("'", "'"),
        ("=1+1", "'=1+1"),
        ("+33 3 88", "'+33 3 88"),
        ("-women", "'-women"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),  # noqa: RUF001 (a full-width sign)
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
        ("'-1", "''-1"),
        ("=", "'="),
        ("-", "'-"),
        ("-1", "-1"),
        ("+1", "+1"),
        ("-1.5", "-1.5"),
        ("-1,5", "-1,5"),
        ("-1-2", "'-1-2"),
        ("-١", "'-١"),  # noqa: RUF001 (an Arabic digit)
        ("-1\n", "'-1\n"),
    ],
)
def test_guard(text: str, cell: str) -> None:
    """What a spreadsheet would run is marked, numbers are not; the mark comes off again."""
    assert guard(text) == cell
    assert unguard(cell) == text


@pytest.mark.parametrize("cell", ["'-1", "'+1.5", "'Tis", "'", "=1", ""])
def test_a_cell_that_guard_never_made(cell: str) -> None:
    """It stays as the person wrote it."""
    assert unguard(cell) == cell


TEXTS = st.text() | st.text(STARTERS + "'1., a")


@given(TEXTS)
@example("'=")
@example("'+1")
def test_what_was_guarded_comes_back(text: str) -> None:
    """No text is changed by the way out and in."""
    assert unguard(guard(text)) == text


@given(TEXTS)
def test_no_cell_begins_a_formula(text: str) -> None:
    """A cell begins with a sign that starts a formula only if it is a plain number."""
    cell = guard(text)
    assert cell[:1] not in {*STARTERS} or NUMBER.fullmatch(cell)
    assert cell in {text, MARK + text}


CELLS = st.text(st.characters(exclude_categories=["Cs"])) | st.text("a,;\"'\r\n\t =")


@given(cells=st.lists(CELLS, min_size=1, max_size=3), program=st.sampled_from(["", *PROGRAMS]))
@example(cells=["a\rb"], program="")
@example(cells=[""], program="excel")
@example(cells=["", ""], program="excel-fr")
@example(cells=["a;b", "a,b"], program="excel-fr")
def test_any_text_is_one_cell(cells: list[str], program: str) -> None:
    """Whatever the texts hold, the line is what the module csv writes, which reads it again."""
    record = Record(
        "video", "any", dict(zip(("producer", "licence", "source"), cells, strict=False))
    )
    columns = columns_named(["producer", "licence", "source"][: len(cells)])
    selection = Selection(records=[record], columns=columns, total=1, program=program)
    table = [[column.name for column in columns], [guard(cell) for cell in cells]]
    separator = ";" if program == "excel-fr" else ","
    expected = io.StringIO(newline="")
    csv.writer(expected, delimiter=separator).writerows(table)
    for to_file, encoding in ((True, "utf-8-sig"), (False, "utf-8-sig" if program else "utf-8")):
        text = write(selection, to_file=to_file).decode(encoding)
        assert list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)) == table
        if to_file or program:
            assert text == expected.getvalue()
