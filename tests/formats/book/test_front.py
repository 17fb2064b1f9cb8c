"""The first sheet of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import records_of
from workbooks import everyone, rows, selection_of, written

from icccat.errors import Refused
from icccat.formats.book.front import title_of
from icccat.formats.xlsx import write

if TYPE_CHECKING:
    from icccat.formats import Selection

RECORDS = everyone(
    records_of("""
[video.inclusion]
title = "Inclusion"

[video.rumours]
title = "Rumours"

[meeting.lab]
title = "Lab"
""")
)
CORRECTIONS = """\
1: Correct the cells, save the file as .xlsx, then give the command: icccat import FILE
2: It shows what would change, and asks before it changes anything.
3: A blank cell leaves alone what the catalogue says; a lone - clears it.
4: Do not change the column id, which is hidden in some sheets: it says which record a row is \
of. A new record has none.
5: A row that you delete here stays in the catalogue.
6: Several values in a cell stand with ; between them.
7: A month or a year alone is text: type an apostrophe before it, as in '2019-06, else the \
spreadsheet makes a day of it.
8: Of a document there are its title, link and type, with | between them; what else the \
catalogue says of it stays there.
"""
ONE_LANGUAGE = (
    "This file has its texts in one language: it is to be read, not to be imported. "
    "To make corrections, export without --in."
)


def test_what_it_says() -> None:
    """It says what the file holds, and how corrections are made and imported."""
    sheet = written(selection_of(RECORDS, query="refugees kind:video")).worksheets[0]
    assert rows(sheet)[:9] == [
        ["Videos & meetings", ""],
        ["", ""],
        ["Query", "refugees kind:video"],
        ["Date", "2026-03-01"],
        ["Records", "3 of 200"],
        ["Videos", "2"],
        ["Meetings", "1"],
        ["", ""],
        ["Corrections", ""],
    ]
    assert [": ".join(row) for row in rows(sheet)[9:]] == CORRECTIONS.splitlines()


def test_in_one_language() -> None:
    """A file with texts in one language says that it is not for corrections."""
    sheet = written(selection_of(RECORDS, content="fr")).worksheets[0]
    assert rows(sheet)[8:] == [
        ["Corrections", ""],
        ["1", ONE_LANGUAGE],
    ]


def test_without_a_query() -> None:
    """Where all was exported, it says that there was no query."""
    assert rows(written(selection_of(RECORDS)).worksheets[0])[2] == ["Query", "none"]


def test_links_to_the_sheets() -> None:
    """The name of each kind leads to its sheet."""
    sheet = written(selection_of(RECORDS, reader="fr")).worksheets[0]
    links = [cell.hyperlink for cell in sheet["A"] if cell.hyperlink]
    assert [link.location for link in links] == ["'Vidéos'!A1", "'Réunions'!A1"]


@pytest.mark.parametrize(
    ("title", "reader", "expected"),
    [
        ({"en": "Cities", "fr": "Villes"}, "fr", "Villes"),
        ({"en": "Cities", "uk": "Міста"}, "fr", "Cities"),
        ({"uk": "Міста"}, "fr", "Міста"),
        ({}, "fr", ""),
    ],
)
def test_the_title(title: dict[str, str], reader: str, expected: str) -> None:
    """It is in the reader's language, else in the catalogue's, else in any."""
    assert title_of(selection_of(RECORDS, reader=reader)._replace(title=title)) == expected


LONG = "a" * 32_768


@pytest.mark.parametrize(
    "selection",
    [
        selection_of(RECORDS)._replace(title={"en": LONG}),
        selection_of(RECORDS, query=LONG),
    ],
    ids=["title", "query"],
)
def test_a_title_or_query_that_is_too_long(selection: Selection) -> None:
    """One that no cell can hold is refused."""
    with pytest.raises(Refused) as caught:
        write(selection, to_file=True)
    sentence = "a cell holds at most 32,767 characters: the title or the query is longer"
    assert caught.value.lines == (sentence,)
