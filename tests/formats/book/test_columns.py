"""The columns of a kind's sheet, and their headings."""

from __future__ import annotations

import pytest
from builders import records_of, shipped
from workbooks import everyone, selection_of

from icccat.formats.book.columns import columns_of, field_of, heading, hides_id, sort_of
from icccat.records.columns import columns_named, sheet
from icccat.records.kinds import KINDS
from icccat.records.sorts import Duration, Link, Number, Sort, Text, Translated, When

RECORDS = records_of("""
[video.inclusion]
title = { en = "Inclusion", fr = "L’inclusion" }
date = 2019-06-20
url = "https://vimeo.com/340198046"

[meeting.lab]
title.uk = "Зустріч"
start = 2019-05-28

[topic.media]
label = "Media"

[place."Oslo, NO"]
also = ["Christiania"]
""")


def names(kind: str, *chosen: str, reader: str = "en") -> list[str]:
    """The names of the columns of a kind's sheet."""
    of_kind = list(RECORDS[kind].values())
    selection = selection_of(everyone(RECORDS), *chosen, reader=reader)
    return [column.name for column in columns_of(selection, kind, of_kind)]


def test_all_that_the_kind_has() -> None:
    """Where nobody chose, a kind has the columns of its own export."""
    of_topics = sheet(list(RECORDS["topic"].values()), language="en", content="both", notes=False)
    assert names("topic") == [column.name for column in of_topics]
    assert names("topic") == ["id", "label", "label_fr", "also", "broader", "match"]
    assert "title_uk" in names("meeting")
    assert "title_uk" not in names("video")


@pytest.mark.parametrize(
    ("kind", "chosen", "expected"),
    [
        ("video", "title duration start", "id title duration"),
        ("video", "title id", "title id"),
        ("video", "title title.fr title_fr title", "id title title.fr"),
        ("video", "start", "id"),
        ("video", "kind date year city country", "id kind date year city country"),
        ("video", "version_of number", "id version_of"),
        ("topic", "title date year city country label_fr", "id title label_fr"),
        ("place", "also url", "id also"),
    ],
)
def test_those_that_were_chosen(kind: str, chosen: str, expected: str) -> None:
    """Of the chosen columns a kind has those that it can fill, each once, and the id."""
    assert names(kind, *chosen.split()) == expected.split()


@pytest.mark.parametrize(
    ("kind", "chosen", "expected"),
    [
        ("video", "", True),
        ("meeting", "", True),
        ("video", "title", True),
        ("video", "title id", False),
        ("video", "start", False),
        ("series", "", False),
        ("topic", "", False),
        ("place", "", False),
    ],
)
def test_when_the_id_is_hidden(kind: str, chosen: str, expected: bool) -> None:  # noqa: FBT001 (a column of the table)
    """It is hidden among videos and meetings, unless asked for, or alone."""
    selection = selection_of(everyone(RECORDS), *chosen.split())
    columns = columns_of(selection, kind, list(RECORDS[kind].values()))
    assert hides_id(selection, kind, columns) is expected


@pytest.mark.parametrize("reader", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_headings_differ(kind: str, reader: str) -> None:
    """No two columns of a kind have the same heading, so that an import can tell them apart."""
    records = list(shipped()[kind].values())
    columns = sheet(records, language="en", content="both", notes=True)
    columns += columns_named(["country", "city", "year"])
    headings = [heading(column, reader).casefold() for column in columns]
    assert len(set(headings)) == len(headings)
    assert headings[0] == "id"


@pytest.mark.parametrize(
    ("kind", "name", "field", "sort"),
    [
        ("video", "date", "date", When),
        ("meeting", "date", "", When),
        ("meeting", "year", "", Number),
        ("meeting", "city", "", Text),
        ("video", "title", "title", Translated),
        ("video", "title_fr", "title", Translated),
        ("video", "title.fr", "title", Translated),
        ("video", "duration", "duration", Duration),
        ("meeting", "participant_count", "participant_count", Number),
        ("video", "version_of", "version_of", Text),
        ("series", "url", "url", Link),
        ("video", "topics", "topics", Text),
    ],
)
def test_what_is_in_a_column(kind: str, name: str, field: str, sort: type[Sort]) -> None:
    """A column of a field holds its sort of value; lists and most of the others hold text."""
    (column,) = columns_named([name])
    found = field_of(kind, column)
    assert (found.name if found else "") == field
    assert isinstance(sort_of(kind, column), sort)
