"""CSV and TSV come in, whoever wrote them, and nothing of them is guessed or lost."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from builders import shipped
from formats.incoming.reading import read, refusal, rows
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.errors import Refused
from icccat.formats import Selection
from icccat.formats.csv import write
from icccat.formats.incoming import MOST_ROWS, Source
from icccat.formats.incoming.refusals import expect_few
from icccat.formats.tsv import write as write_tsv
from icccat.records.columns import columns_named, sheet
from icccat.records.columns import rows as cells_of
from icccat.records.record import Record

UTF8 = "the text is read as UTF-8"
BY = "the cells are separated by "


def test_what_is_read() -> None:
    """Rows have the line they begin on, as an editor counts, and the cells that are not blank."""
    text = (
        "title , date,url,\r\n"
        '"One ""line""\nand another", 2019-06 , ,\r\n'
        "\r\n"
        " ,,\r\n"
        "Last,2019\r\n"
        "Mac,,x\rOnly,,'=1\n"
    )
    incoming = read("a.csv", text)
    assert rows(incoming) == [
        ("line 2", {"title": 'One "line"\nand another', "date": " 2019-06 "}),
        ("line 6", {"title": "Last", "date": "2019"}),
        ("line 7", {"title": "Mac", "url": "x"}),
        ("line 8", {"title": "Only", "url": "=1"}),
    ]
    (only,) = incoming.sheets
    assert (only.name, only.headings) == ("", ["title", "date", "url"])
    assert incoming.said == [UTF8, f"{BY}commas"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title,date\na;b|c,d\n", "commas"),
        ("title;date\na;b\n", "semicolons"),
        ("\n\ntitle\tdate\na\tb\n", "tabs"),
        ("title|date\na|b\n", "vertical bars"),
        ("title\na\n", "commas"),
        ("title;places (city, country)\na;b\n", "semicolons"),
        ('title;"places, all"\na;b\n', "semicolons"),
        ("sep=;\ntitle,date;x\na;b\n", "semicolons"),
        ('"sep=,"\r\ntitle;x,date\na,b\n', "commas"),
        ("SEP=#\rtitle#date\na#b\n", '"#"'),
        ('a;b,c\n1;"2,3\n', "commas"),
        ("sep=;", ""),
    ],
)
def test_separator(text: str, said: str) -> None:
    """The separator is declared, or what makes several cells of the headings."""
    if said:
        assert read("a.csv", text).said == [UTF8, BY + said]
    else:
        assert refusal("a.csv", text) == ["the file is empty"]


def test_the_line_that_declares_counts() -> None:
    """Lines are counted from the top of the file, of which sep= is the first."""
    assert rows(read("a.csv", "sep=;\na;b\n1;2\n")) == [("line 3", {"a": "1", "b": "2"})]


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("a.csv", "\ufeff", ["the file is empty"]),
        ("a.csv", ",,\n\n", ["the file is empty"]),
        ("a.csv", "\n,a,,b\n", ["line 2: heading 1 is blank", "line 2: heading 3 is blank"]),
        (
            "a.csv",
            "Title,a,title,A,A \n",
            [
                'line 1: the heading "Title" is there twice',
                'line 1: the heading "a" is there twice',
            ],
        ),
        (
            "a.csv",
            "a,b,\n1,2,\n1,2,3\n1,2,,4\n",
            [
                "line 3: cell 3 has no heading; is one before it not in quotes?",
                "line 4: cell 4 has no heading; is one before it not in quotes?",
            ],
        ),
        (
            "a.csv",
            'a,b\n1,2\n3,"4\n5\n',
            [
                (
                    "line 3: a cell that begins with a quotation mark must end with one, "
                    "and double those within"
                )
            ],
        ),
        (
            "a.csv",
            'sep=,\n"a"b,c\n',
            [
                (
                    "line 2: a cell that begins with a quotation mark must end with one, "
                    "and double those within"
                )
            ],
        ),
        (
            "a.tsv",
            '"a";"b',
            [
                (
                    "line 1: a cell that begins with a quotation mark must end with one, "
                    "and double those within"
                )
            ],
        ),
        (
            "a.csv",
            "a;b,c\n1;2,3\n",
            [
                (
                    "the cells may be separated by commas or by semicolons: "
                    "write sep=, in a line at the top"
                )
            ],
        ),
        ("a.csv", "a," * 16_385 + "a", ["line 1: there are more than 16384 headings"]),
        (
            "a.csv",
            "a\n" + "1,2\n" * 12,
            [
                *(
                    f"line {n}: cell 2 has no heading; is one before it not in quotes?"
                    for n in range(2, 12)
                ),
                "and 2 more like these",
            ],
        ),
    ],
)
def test_refused(name: str, text: str, lines: list[str]) -> None:
    """What cannot be understood is refused, all of it, with its lines."""
    assert refusal(name, text) == lines


def test_too_many_rows() -> None:
    """More rows than a spreadsheet has are refused."""
    source = Source(Path("a.csv"), b"")
    expect_few(source, range(MOST_ROWS))
    with pytest.raises(Refused) as caught:
        expect_few(source, range(MOST_ROWS + 1))
    assert caught.value.lines == ("a.csv: there are more than 1048576 rows",)


def test_a_long_cell() -> None:
    """A cell may be longer than csv lets through by itself, whose limit stays as it was."""
    before = csv.field_size_limit()
    assert rows(read("a.csv", "a\n" + "é" * 200_000)) == [("line 2", {"a": "é" * 200_000})]
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('a\tb\n"Rumours" and more\t1\n', {"a": '"Rumours" and more', "b": "1"}),
        ('a\tb\n"Rumours"\t1\n', {"a": '"Rumours"', "b": "1"}),
        ('a\tb\n"Rumours, or not"\tone, two\n', {"a": '"Rumours, or not"', "b": "one, two"}),
        ('a\tb\n"Rumours, or not"\t1\n', {"a": "Rumours, or not", "b": "1"}),
        ('a\tb\n\n"Say ""rumours"""\t1\n', {"a": 'Say "rumours"', "b": "1"}),
        ('a\tb\r\n"One\r\n\r\ntwo"\t"x\ty"\r\n', {"a": "One\r\n\r\ntwo", "b": "x\ty"}),
        ('a\tb\n"Rumours\t1\n', {"a": '"Rumours', "b": "1"}),
        ("a\tb\n'=1\t1\n", {"a": "'=1", "b": "1"}),
        ("a,b\nx,1\n", {"a": "x", "b": "1"}),
    ],
)
def test_tab_separated(text: str, cells: dict[str, object]) -> None:
    """Cells stand as they are, unless the file quotes all that need it and nothing else."""
    ((_place, found),) = rows(read("a.tsv", text))
    assert found == cells


@pytest.mark.parametrize("program", ["", "excel-fr"])
def test_our_own_csv_comes_back(program: str) -> None:
    """Every cell of the shipped catalogue, exported, comes in as it was."""
    everyone = shipped()
    records = [*everyone["video"].values(), *everyone["meeting"].values()]
    columns = sheet(records, language="en", content="both", notes=True)
    selection = Selection(records=records, columns=columns, total=1, program=program)
    (came,) = read("a.csv", write(selection, to_file=True)).sheets
    assert came.headings == [column.name for column in columns]
    expected = [
        {name: cell for name, cell in zip(came.headings, cells, strict=True) if cell.strip()}
        for cells in cells_of(columns, records)
    ]
    assert [row.cells for row in came.rows] == expected


def test_our_own_tsv_comes_back() -> None:
    """So does TSV, but for the line ends, which it has not."""
    records = [*shipped()["video"].values()]
    columns = columns_named(["id", "title", "title_fr", "date", "topics"])
    selection = Selection(records=records, columns=columns, total=1)
    (came,) = read("a.tsv", write_tsv(selection, to_file=True)).sheets
    expected = [
        {name: cell for name, cell in zip(came.headings, cells, strict=True) if cell}
        for cells in cells_of(columns, records)
    ]
    assert [row.cells for row in came.rows] == expected


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")) | st.text(
    "=+-@'\"\t\r\n ,;a1"
)


@given(TEXTS, TEXTS, st.sampled_from(["", "a.csv"]), st.sampled_from(["", "excel-fr"]))
@example("", "'", "", "")
@example('"', "\r", "a.csv", "excel-fr")
def test_any_texts_come_back(title: str, venue: str, file: str, program: str) -> None:
    """Whatever two texts hold, our CSV of them gives them back, but for those that are blank."""
    record = Record("meeting", "any", {"title": {"en": title}, "venue": {"en": venue}})
    columns = columns_named(["id", "title_en", "venue_en"])
    selection = Selection(records=[record], columns=columns, total=1, program=program)
    ((place, cells),) = rows(read("a.csv", write(selection, to_file=bool(file))))
    expected = {"id": "any", "title_en": title, "venue_en": venue}
    assert (place, cells) == (
        "line 2",
        {key: text for key, text in expected.items() if text.strip()},
    )


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_quoted_tsv_of_other_programs(table: list[list[str]]) -> None:
    """What Python's csv writes with tabs comes back, where any cell of it is in quotes."""
    text = io.StringIO()
    csv.writer(text, "excel-tab").writerows([["a", "b"], *table, ["\t", '"']])
    came = [list(row.cells.values()) for row in read("a.tsv", text.getvalue()).sheets[0].rows]
    expected = [[cell for cell in cells if cell.strip()] for cells in [*table, ["\t", '"']]]
    assert came == [cells for cells in expected if cells]
