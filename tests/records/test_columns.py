"""Columns: every field of the records, and what is made of several, for people and machines."""

from __future__ import annotations

import pytest

from icccat.errors import Refused
from icccat.locale import Bilingual
from icccat.records.columns import MADE, columns_named, rows, sheet
from icccat.records.dates import Date
from icccat.records.kinds import KINDS
from icccat.records.record import Record

VIDEO = Record(
    "video",
    "refugees",
    {
        "title": {"en": "Refugees", "fr": "Réfugiés", "uk": "Біженці"},
        "date": Date(2019, 6),
        "languages": ("en", "fr"),
        "supplied": True,
        "notes": "for us",
    },
)
MEETING = Record(
    "meeting",
    "lab",
    {
        "title": {"fr": "Labo"},
        "start": Date(2019, 5, 28),
        "end": Date(2019, 5, 29),
        "places": ("Lisbon, PT", "Porto, PT", "FI", "Lisbon, PT"),
    },
)
TOPIC = Record("topic", "media", {"label": {"en": "Media", "el": "Μέσα"}})


@pytest.mark.parametrize(
    ("name", "record", "cell", "english", "french"),
    [
        ("id", VIDEO, "refugees", "refugees", "refugees"),
        ("kind", VIDEO, "video", "video", "vidéo"),
        ("title", VIDEO, "Refugees", "Refugees", "Réfugiés"),
        ("title", MEETING, "Labo", "Labo", "Labo"),
        ("title", TOPIC, "Media", "Media", "Media"),
        ("title.fr", VIDEO, "Réfugiés", "Réfugiés", "Réfugiés"),
        ("title_uk", VIDEO, "Біженці", "Біженці", "Біженці"),
        ("title_fr", TOPIC, "", "", ""),
        ("date", VIDEO, "2019-06", "2019-06", "2019-06"),
        ("date", MEETING, "2019-05-28/2019-05-29", "2019-05-28", "2019-05-28"),
        ("date", TOPIC, "", "", ""),
        ("year", MEETING, "2019", "2019", "2019"),
        ("year", TOPIC, "", "", ""),
        ("country", MEETING, "PT; FI", "PT; FI", "PT; FI"),
        ("city", MEETING, "Lisbon; Porto", "Lisbon; Porto", "Lisbon; Porto"),
        ("city", VIDEO, "", "", ""),
        ("start", MEETING, "2019-05-28", "28 May 2019", "28 mai 2019"),
        ("start", VIDEO, "", "", ""),
        ("languages", VIDEO, "en; fr", "English; French", "anglais; français"),
        ("supplied", VIDEO, "true", "yes", "oui"),
        ("version_of", VIDEO, "", "", ""),
        ("participant_count", MEETING, "", "", ""),
    ],
)
def test_columns_named(name: str, record: Record, cell: str, english: str, french: str) -> None:
    """A column gives a machine the value as it stands, and people the value in their words."""
    (column,) = columns_named([name])
    shown = column.show(record, "en"), column.show(record, "fr")
    assert (column.name, column.cell(record), shown) == (name, cell, (english, french))


@pytest.mark.parametrize("content", ["en", "both"])
def test_rows(content: str) -> None:
    """The cells of many records at once are those of each column and record."""
    records = [VIDEO, MEETING, TOPIC]
    columns = [
        *sheet(records, language="en", content=content, notes=True),
        *columns_named([*MADE, "title_uk", "title"]),
    ]
    expected = [[column.cell(record) for column in columns] for record in records]
    assert list(rows(columns, records)) == expected
    assert list(rows([], records)) == [[], [], []]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("id", ()),
        ("date", ("date", "start", "end", "since")),
        ("city", ("places",)),
        ("title", ("title", "label")),
        ("title.fr", ("title",)),
        ("version_of", ("version_of",)),
    ],
)
def test_fields(name: str, fields: tuple[str, ...]) -> None:
    """A column tells which fields its cells are made of."""
    (column,) = columns_named([name])
    assert column.fields == fields


def test_labels() -> None:
    """A column's label is its field's, with the language where there is one."""
    columns = columns_named(["id", "url", "title.fr"])
    assert [column.label for column in columns] == [
        Bilingual("id", "identifiant"),
        Bilingual("link", "lien"),
        Bilingual("title (fr)", "titre (fr)"),
    ]
    assert all(made.label.en and made.label.fr for made in MADE.values())


def test_no_such_column() -> None:
    """All wrong names are refused at once, each with the nearest."""
    with pytest.raises(Refused) as refused:
        columns_named(["id", "titel", "title_xx", "date.fr", "colour", "_fr", ""])
    assert refused.value.lines == (
        'there is no column "titel" (did you mean title?)',
        'there is no column "title_xx"',
        'there is no column "date.fr"',
        'there is no column "colour"',
        'there is no column "_fr"',
        'there is no column ""',
    )


def names(kind: str, *without: str) -> list[str]:
    """The fields of a kind but for some."""
    return [field.name for field in KINDS[kind].fields if field.name not in without]


def test_a_sheet_of_one_kind() -> None:
    """Its id, then every field of the kind in order, one column each; notes only if asked for."""
    columns = sheet([VIDEO], language="en", content="en", notes=False)
    assert [column.name for column in columns] == ["id", *names("video", "notes")]
    columns = sheet([VIDEO], language="en", content="en", notes=True)
    assert [column.name for column in columns] == ["id", *names("video")]


def test_a_sheet_of_two_kinds() -> None:
    """Their kind too; the fields they share first, then those of the first kind, of the second."""
    columns = sheet([MEETING, VIDEO], language="en", content="en", notes=False)
    shared = [name for name in names("video", "notes") if name in names("meeting")]
    assert [column.name for column in columns] == [
        *("id", "kind"),
        *shared,
        *names("video", "notes", *shared),
        *names("meeting", "notes", *shared),
    ]
    assert shared[:4] == ["title", "description", "series", "topics"]


def test_a_sheet_in_both_languages() -> None:
    """A column for each language: the catalogue's without a suffix, en, fr, then others held."""
    columns = sheet([TOPIC], language="en", content="both", notes=False)
    row = {column.name: column.cell(TOPIC) for column in columns}
    assert list(row.items()) == [
        ("id", "media"),
        *(("label", "Media"), ("label_fr", ""), ("label_el", "Μέσα")),
        *(("also", ""), ("broader", ""), ("match", "")),
    ]
    columns = sheet([VIDEO, TOPIC], language="fr", content="both", notes=False)
    titles = [(column.name, column.cell(VIDEO)) for column in columns if "title" in column.name]
    assert titles[:3] == [("title", "Réfugiés"), ("title_en", "Refugees"), ("title_uk", "Біженці")]


@pytest.mark.parametrize(
    ("record", "content", "title"),
    [
        (VIDEO, "en", "Refugees"),
        (VIDEO, "fr", "Réfugiés"),
        (MEETING, "en", "Labo"),
        (Record("video", "x", {"title": {"en": "Only English"}}), "fr", "Only English"),
        (Record("video", "x", {}), "fr", ""),
    ],
)
def test_a_sheet_in_one_language(record: Record, content: str, title: str) -> None:
    """One column with the text in that language, or else in another, for machines and people."""
    columns = sheet([record], language="en", content=content, notes=False)
    (column,) = (column for column in columns if column.name.startswith("title"))
    shown = column.show(record, content)
    assert (column.name, column.cell(record), shown) == ("title", title, title)


def test_a_sheet_of_nothing() -> None:
    """Without records there is the id alone."""
    columns = sheet([], language="en", content="both", notes=True)
    assert [column.name for column in columns] == ["id"]
