"""A database of SQLite: what it holds, as sqlite3 and sqlite-utils read it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
import sqlite_utils
from builders import records_of, shipped
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.errors import Refused
from icccat.formats import Selection
from icccat.formats.sqlite import write
from icccat.records.columns import columns_named
from icccat.records.record import Record

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = records_of("""
[topic.migration]
label.en = "Migration"

[topic.refugees]
label = { en = "Refugees", fr = "Réfugiés" }
also = ["asylum seekers"]
broader = "migration"

[topic.unused]
label = "Unused"

[place."Lisbon, PT"]
also = ["Lisboa", "Lisbonne"]

[series.didactic]
title = "Didactic videos"
audiences = ["teachers"]
since = 2017

[video.inclusion]
title = { en = "Inclusion", fr = "L’inclusion" }
description.fr = "En bref"
date = "2019-06"
series = "didactic"
part = 2
topics = ["refugees", "gone"]
places = ["Lisbon, PT", "FI"]
duration = "1:08:05"
supplied = true
notes = "For us."
note = "For us, misspelt."

[video.short]
title.de = "Kurz"
version_of = "hidden"
duration = "8:05"

[video.hidden]
title = "Hidden"
producer = "Nobody"
notes = "For us."

[meeting.lab]
title = "Lab"
start = 2019-05-28
end = 2019-05-29
participant_count = 40
recordings = ["hidden", "lost"]
[[meeting.lab.documents]]
title = { en = "Report", fr = "Rapport" }
url = "https://rm.coe.int/report"
type = "report"
date = 2019-06-20
pages = 12
[[meeting.lab.documents]]
title = "Agenda"
""")
SELECTION = Selection(
    records=[RECORDS["meeting"]["lab"], *(RECORDS["video"][id_] for id_ in ("short", "inclusion"))],
    columns=(),
    total=4,
    everyone=RECORDS,
)


def rows(selection: Selection, question: str) -> list[Any]:
    """What the database answers."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(write(selection, to_file=True))
        return connection.execute(question).fetchall()


def filled(selection: Selection, table: str) -> list[dict[str, Any]]:
    """The rows of a table or a view, each without what is empty in it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(write(selection, to_file=True))
        connection.row_factory = sqlite3.Row
        found = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 (our own names)
    return [{name: row[name] for name in row.keys() if row[name] is not None} for row in found]  # noqa: SIM118 (a Row yields its values)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "video",
            [
                {
                    "id": "short",
                    "exported": 1,
                    "title_de": "Kurz",
                    "version_of": "hidden",
                    "duration": "8:05",
                    "duration_seconds": 485,
                },
                {
                    "id": "inclusion",
                    "exported": 1,
                    "title_en": "Inclusion",
                    "title_fr": "L’inclusion",
                    "description_fr": "En bref",
                    "date": "2019-06",
                    "first_day": "2019-06-01",
                    "last_day": "2019-06-30",
                    "series": "didactic",
                    "part": 2,
                    "duration": "1:08:05",
                    "duration_seconds": 4085,
                    "supplied": 1,
                },
                {"id": "hidden", "exported": 0, "title_en": "Hidden"},
                {"id": "lost", "exported": 0},
            ],
        ),
        (
            "series",
            [
                {
                    "id": "didactic",
                    "exported": 0,
                    "title_en": "Didactic videos",
                    "since": "2017",
                    "first_day": "2017-01-01",
                    "last_day": "2017-12-31",
                }
            ],
        ),
        (
            "topic",
            [
                {
                    "id": "refugees",
                    "exported": 0,
                    "label_en": "Refugees",
                    "label_fr": "Réfugiés",
                    "broader": "migration",
                },
                {"id": "gone", "exported": 0},
                {"id": "migration", "exported": 0, "label_en": "Migration"},
            ],
        ),
        (
            "place",
            [
                {"id": "Lisbon, PT", "exported": 0, "city": "Lisbon", "country": "PT"},
                {"id": "FI", "exported": 0, "country": "FI"},
            ],
        ),
        (
            "video_topics",
            [
                {"video": "inclusion", "position": 1, "topic": "refugees"},
                {"video": "inclusion", "position": 2, "topic": "gone"},
            ],
        ),
        (
            "meeting_recordings",
            [
                {"meeting": "lab", "position": 1, "recording": "hidden"},
                {"meeting": "lab", "position": 2, "recording": "lost"},
            ],
        ),
        ("series_audiences", [{"series": "didactic", "position": 1, "audience": "teachers"}]),
        (
            "place_also",
            [
                {"place": "Lisbon, PT", "position": 1, "also": "Lisboa"},
                {"place": "Lisbon, PT", "position": 2, "also": "Lisbonne"},
            ],
        ),
        ("meeting_places", []),
        (
            "document",
            [
                {
                    "id": 1,
                    "meeting": "lab",
                    "position": 1,
                    "title_en": "Report",
                    "title_fr": "Rapport",
                    "url": "https://rm.coe.int/report",
                    "type": "report",
                    "date": "2019-06-20",
                },
                {"id": 2, "meeting": "lab", "position": 2, "title_en": "Agenda"},
            ],
        ),
        (
            "videos",
            [
                {"id": "short", "title": "Kurz", "version_of": "Hidden", "duration": "8:05"},
                {
                    "id": "inclusion",
                    "title": "Inclusion",
                    "description": "En bref",
                    "date": "2019-06",
                    "series": "Didactic videos",
                    "part": 2,
                    "topics": "Refugees; gone",
                    "places": "Lisbon, PT; FI",
                    "duration": "1:08:05",
                    "supplied": 1,
                },
            ],
        ),
        (
            "meetings",
            [
                {
                    "id": "lab",
                    "title": "Lab",
                    "start": "2019-05-28",
                    "end": "2019-05-29",
                    "participant_count": 40,
                    "recordings": "Hidden; lost",
                    "documents": "Report; Agenda",
                }
            ],
        ),
    ],
)
def test_rows(table: str, expected: list[dict[str, Any]]) -> None:
    """The exported records in their order, then what they refer to: of a video its titles alone.

    The views have the exported ones only, with what they refer to by its title.
    """
    assert filled(SELECTION, table) == expected


def test_one_language() -> None:
    """In one language a text has one column, with what there is in it or else in another."""
    selection = SELECTION._replace(content="fr")
    assert rows(selection, "SELECT title FROM videos") == [("Kurz",), ("L’inclusion",)]
    assert rows(selection, "SELECT topics FROM videos") == [(None,), ("Réfugiés; gone",)]
    assert rows(selection, "SELECT id, title FROM document") == [(1, "Rapport"), (2, "Agenda")]


@pytest.mark.parametrize(
    ("names", "tables", "video"),
    [
        (
            ("id", "title_fr", "date", "city"),
            {"meeting_places", "video_places"},
            ["id", "exported", "title_en", "title_fr", "title_de", "date", "first_day", "last_day"],
        ),
        (("version_of", "documents"), {"document"}, ["id", "exported", "version_of"]),
    ],
)
def test_columns(names: tuple[str, ...], tables: set[str], video: list[str]) -> None:
    """Of the kinds exported there are the fields of the columns asked for, of others all."""
    selection = SELECTION._replace(columns=columns_named(names), chosen=names)
    found = rows(selection, "SELECT name FROM sqlite_master WHERE type = 'table'")
    kinds = {"video", "meeting", "series", "topic", "place"}
    vocabulary = {"series_audiences", "topic_also", "place_also"}
    assert {name for (name,) in found} == kinds | vocabulary | tables
    columns = rows(selection, "SELECT name FROM pragma_table_info('video')")
    assert [name for (name,) in columns] == video
    assert rows(selection, "SELECT id FROM videos") == [("short",), ("inclusion",)]


def test_no_notes() -> None:
    """No internal notes are in it, wanted or not, nor keys that are not known, such as note."""
    written = write(SELECTION._replace(notes=True), to_file=True)
    assert b"For us" not in written
    assert b"notes" not in written
    assert written == write(SELECTION, to_file=False)


def test_nothing() -> None:
    """Without records there are the tables."""
    selection = Selection(records=[], columns=(), total=0)
    assert rows(selection, "SELECT count(*) FROM video") == [(0,)]


def test_too_great_a_number() -> None:
    """A number that SQLite cannot hold is refused, not rounded."""
    record = Record("video", "any", {"part": 2**63})
    with pytest.raises(Refused) as refused:
        write(Selection(records=[record], columns=(), total=1), to_file=True)
    sentence = "9223372036854775808 is too great a number for a database"
    assert refused.value.lines == (sentence,)
    selection = Selection(
        records=[Record("video", "any", {"part": 2**63 - 1})], columns=(), total=1
    )
    assert rows(selection, "SELECT part FROM video") == [(2**63 - 1,)]


def everything() -> Selection:
    """All of the shipped catalogue."""
    records = [record for of_kind in shipped().values() for record in of_kind.values()]
    return Selection(records=records, columns=(), total=len(records), everyone=shipped())


@pytest.mark.parametrize("selection", [SELECTION, everything()], ids=["small", "shipped"])
def test_nothing_dangles(selection: Selection) -> None:
    """The database is whole, and every reference leads to a row."""
    assert rows(selection, "PRAGMA integrity_check") == [("ok",)]
    assert rows(selection, "PRAGMA foreign_key_check") == []


def test_sqlite_utils(tmp_path: Path) -> None:
    """As sqlite-utils, with which Datasette's are made, reads it: keys, views, all records."""
    path = tmp_path / "catalogue.db"
    path.write_bytes(write(everything(), to_file=True))
    with closing(sqlite3.connect(path)) as connection:
        database = sqlite_utils.Database(connection)
        counts = {kind: database[kind].count for kind in shipped()}
        assert counts == {kind: len(of_kind) for kind, of_kind in shipped().items()} | {
            "place": counts["place"]
        }
        assert database.table("video").pks == ["id"]
        assert database.table("video_topics").pks == ["video", "position"]
        keys = {
            (one.column, one.other_table, one.other_column)
            for one in database.table("video_topics").foreign_keys
        }
        assert keys == {("video", "video", "id"), ("topic", "topic", "id")}
        assert sorted(database.view_names()) == ["meetings", "videos"]
        assert database.view("videos").count == len(shipped()["video"])
        assert database.table("video").columns_dict["part"] is int


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@example("a\x00b")
@example("'); DROP TABLE video; --")
@example("x" * 40_000)
def test_any_text_comes_back(text: str) -> None:
    """Whatever a text holds, it is in its row."""
    values = {"title": {"en": text}, "speakers": (text,), "documents": ({"title": {"en": text}},)}
    record = Record("video", text, values)
    selection = Selection(records=[record], columns=(), total=1)
    assert rows(selection, "SELECT id, title_en FROM video") == [(text, text)]
    assert rows(selection, "SELECT video, speaker FROM video_speakers") == [(text, text)]
    assert rows(selection, "SELECT video, title_en FROM document") == [(text, text)]
    assert write(selection, to_file=True) == write(selection, to_file=True)
