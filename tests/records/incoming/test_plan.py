"""The plan of an import: kinds, identity, problems, what was understood."""

from __future__ import annotations

import datetime as dt

import pytest
from rows import SMALL, after, planned, sheet, there, told

from icccat.errors import Level, Refused
from icccat.records.incoming import Finding, Wanted
from icccat.records.incoming.plan import plan

TITLE = "The intercultural approach to refugee inclusion"
NOTHING = "it does not say of which kind it is: add a column kind, or say --kind video"


def test_nothing() -> None:
    """Rows that hold what is there are the same, and change nothing."""
    found = planned({"id": "inclusion"}, {"id": "LAB", "number": 3})
    assert (found.changes, found.same, found.findings, found.odd) == ([], 2, [], [])


def test_new_and_changed() -> None:
    """A row with a new id or none is a new record, one with a known id changes that record."""
    found = planned(
        {"id": "inclusion", "kind": "vidéo", "version": "short"},
        {"id": "b", "kind": "Videos", "title": "B"},
        {"kind": "meeting", "title": "A new meeting", "start": "2020"},
    )
    assert told(found) == []
    assert [(change.key, change.before is None) for change in found.changes] == [
        ("video.inclusion", False),
        ("video.b", True),
        ("meeting.new-meeting", True),
    ]
    assert found.places == {
        "video.inclusion": "line 2",
        "video.b": "line 3",
        "meeting.new-meeting": "line 4",
    }
    assert after(found)["meeting.new-meeting"] == {
        "title": {"en": "A new meeting"},
        "start": "2020",
    }


@pytest.mark.parametrize(
    ("row", "name", "kind", "found"),
    [
        ({"id": "b", "kind": "RÉUNION"}, "", "", "meeting.b"),
        ({"id": "b"}, "Réunions", "", "meeting.b"),
        ({"id": "b"}, "Sheet1", "meeting", "meeting.b"),
        ({"id": "b", "kind": "video"}, "Meetings", "", "video.b"),
        ({"id": "inclusion"}, "", "", "video.inclusion"),
        ({"id": 7.0}, "", "video", "video.7"),
    ],
)
def test_kinds(row: dict[str, object], name: str, kind: str, found: str) -> None:
    """A row's kind is what it says, else what its sheet is called, else as said, else its id's."""
    result = planned(row | {"title": "B"}, name=name, wanted=Wanted(kind=kind))
    assert [change.key for change in result.changes] == [found]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            {"id": "b", "title": "B"},
            'line 2: there is no record "b"; if it is new, add a column kind, or say --kind video',
        ),
        ({"title": "B"}, f"line 2: {NOTHING}"),
        (
            {"kind": "vido", "title": "B"},
            'line 2, kind: "vido" is not a kind of record (did you mean video?)',
        ),
        (
            {"ID": "lab", "kind": "video"},
            "line 2, ID: this is the id of meeting.lab: an id is used once",
        ),
    ],
)
def test_kinds_that_are_wrong(row: dict[str, object], sentence: str) -> None:
    """A row of no kind, of an unknown one, or of another than its record is refused."""
    assert told(planned(row)) == [sentence]


def test_an_id_of_two_records() -> None:
    """A row whose id two records have must say which kind it means."""
    text = SMALL + '[video.lab]\ntitle = "A"\n'
    wrong = told(planned({"id": "lab", "source": "x"}, text=text))
    assert wrong == ["line 2, id: this is the id of video.lab, meeting.lab: an id is used once"]
    found = planned({"id": "lab", "kind": "meeting", "source": "x"}, text=text)
    assert [change.key for change in found.changes] == ["meeting.lab"]


def test_references_between_rows() -> None:
    """A new record may refer to another one of the file, above or below it."""
    video = {"kind": "video", "title": "A", "series": "new-series", "topics": "new-topic"}
    series = {"kind": "series", "title": "New series"}
    topic = {"kind": "topic", "title": "New topic"}
    found = planned(video, series, topic)
    assert told(found) == []
    assert list(after(found)) == ["video.a", "series.new-series", "topic.new-topic"]
    assert told(planned(video, series)) == ['line 2, topics: there is no topic "new-topic"']


def test_ids_are_made_as_add_makes_them() -> None:
    """They are of the title's words, with more where that is taken, also in the same file."""
    rows = [{"kind": "video", "title": "Lab", "date": str(year)} for year in (2017, 2012, 2013)]
    found = planned(*rows, {"kind": "video", "id": "lab-2012", "title": "B"})
    assert list(after(found)) == ["video.lab-2017", "video.lab-2013", "video.lab-2012"]
    no_id = "no id that is not taken can be made for it: fill in the column id"
    assert told(found) == [f"line 3: {no_id}"]
    assert told(planned({"kind": "place", "also": "Oslo"})) == [f"line 2: {no_id}"]


def test_one_row_for_a_record() -> None:
    """Two rows about one record are wrong, also where the record is new."""
    again = "it is about {id} again, as line 2: a record has one row"
    rows = {"id": "inclusion", "source": "a"}, {"id": "INCLUSION", "source": "b"}
    assert told(planned(*rows)) == ["line 3: " + again.format(id="inclusion")]
    rows = {"id": "b", "kind": "video", "title": "B"}, {"id": "B", "kind": "topic", "label": "C"}
    assert told(planned(*rows)) == ["line 3: " + again.format(id="B")]


def test_the_same_without_an_id() -> None:
    """With the same title and date, or the same link, a row is that record."""
    found = planned(
        {"kind": "video", "title": TITLE, "date": "2019-06-20", "source": "a"},
        {"kind": "video", "title": "Quite another", "url": "http://www.vimeo.com/2/"},
    )
    taken = "which has no id and is the same"
    assert found.places == {
        "video.inclusion": f"line 2, {taken}",
        "video.women": f"line 3, {taken}",
    }
    assert after(found)["video.women"] == {
        "title": {"fr": "Les femmes dans la ville", "en": "Quite another"},
        "date": "2019-06",
        "url": "http://www.vimeo.com/2/",
    }
    assert told(planned({"id": "inclusion"}, {"kind": "video", "title": "A",
                                             "url": "https://vimeo.com/1"})) == [
        "line 3: it is about inclusion again, as line 2: a record has one row"
    ]  # fmt: skip


def test_the_same_as_several() -> None:
    """Where it may be any of several, the row must say which."""
    text = SMALL + '[video.again]\ntitle = "Again"\nurl = "https://vimeo.com/1"\n'
    row = {"kind": "video", "title": "A", "url": "https://vimeo.com/1"}
    assert told(planned(row, text=text)) == [
        "line 2: it may be any of these: inclusion, again; fill in the column id"
    ]


def test_the_same_row_twice() -> None:
    """Two rows without ids that are one record are refused, both named."""
    row = {"kind": "video", "title": "A new video", "date": "2020-01-01"}
    assert told(planned(row, row)) == [
        (
            "line 3: it is the same as line 2 (the same title, at the same time): "
            "remove one, or give each an id"
        )
    ]


NEAR = {"kind": "video", "title": f"{TITLE}s", "date": "2019-06-21"}
MAY_BE = f'it may be video.inclusion again: "{TITLE}", 20 June 2019 (titles 97% alike, 1 day apart)'


def test_nearly_the_same() -> None:
    """What may be a record is new, with a warning, until a person says so."""
    found = planned(NEAR)
    assert found.findings == [Finding("line 2", "", "", MAY_BE, Level.WARNING)]
    assert [(one.place, one.likeness.record.id) for one in found.unsure] == [
        ("line 2", "inclusion")
    ]
    new = planned(NEAR, answers={"line 2": ""})
    assert (list(after(new)), new.findings, new.unsure) == (list(after(found)), [], [])
    same = planned(NEAR, answers={"line 2": "inclusion"})
    assert (list(after(same)), same.findings, same.unsure) == (["video.inclusion"], [], [])


def test_nearly_the_same_with_an_id_of_its_own() -> None:
    """A new id makes a new record, with a warning."""
    assert told(planned(NEAR | {"id": "b"})) == [f"line 2: {MAY_BE}"]
    twin = {"kind": "video", "title": TITLE, "date": "2019-06-20"}
    assert told(planned(twin | {"id": "a"}))[0].startswith("line 2: it may be video.inclusion")
    assert told(planned(twin | {"id": "z"})) == [
        "line 2: it has the same title and date, or the same link, as video.inclusion"
    ]


def test_all_that_is_wrong() -> None:
    """All problems are told at once, each with its place, its heading and its value."""
    found = planned(
        {"kind": "video", "Titre": "A", "Titre (fr)": "B\x01", "publics": "anyone"},
        {"kind": "video", "date": "soon"},
        {"id": "inclusion", "Titre": "-", "Titre (fr)": "-", "date": "1900"},
    )
    late = "1900 is before 1949, when the Council of Europe was founded"
    new = '"anyone" has not been used under audiences before'
    hidden = "it holds a character that cannot be seen (U+0001): remove it"
    soon = '"soon" is not a date: write 2019-06-20, 2019-06 or 2019'
    assert found.findings == [
        Finding("line 3", "date", "soon", soon),
        Finding("line 3", "", "", "title: it is missing: every video needs one"),
        Finding("line 4", "Titre, Titre (fr)", "", "it is missing: every video needs one"),
        Finding("line 2", "publics", "anyone", new, Level.WARNING),
        Finding("line 2", "Titre, Titre (fr)", "", hidden),
        Finding("line 4", "date", "1900", late, Level.WARNING),
    ]


def test_what_is_wrong_in_a_cell_is_told_once() -> None:
    """A title that cannot be read is not missing besides."""
    wrong = "line 2, title: it is not one value: give text, a number or a date"
    assert told(planned({"kind": "video", "title": ["A"]})) == [wrong]


def test_problems_of_an_id() -> None:
    """What is wrong with the id is told of the row; in a language, below its heading."""
    found = planned({"id": "B c", "kind": "video", "title": "A", "title_fr": "A", "topics": "x"})
    assert told(found) == [
        'line 2, topics: there is no topic "x"',
        'line 2: the id "B c" is hard to type: use small letters, digits and hyphens',
    ]


def test_headings_for_the_same() -> None:
    """Two headings that stand for the same are refused, all such pairs at once."""
    with pytest.raises(Refused) as refusal:
        planned({"id": "inclusion", "title": "A", "Title (en)": "B", "lien": "x", "link": "y"})
    assert refusal.value.lines == (
        '"title" and "Title (en)" are both read as title.en: rename one',
        '"lien" and "link" are both read as url: rename one',
    )


def test_what_was_understood() -> None:
    """Rows, kinds, headings and their language, what is left over, how texts and dates are read."""
    videos = sheet(
        {"id": "inclusion", "Titre": TITLE, "Daet": "20/06/2019", "Lien": "https://vimeo.com/1",
         "Année": "2019", "Contry": "PT", "Remarks": "x"},
        name="Vidéos",
    )  # fmt: skip
    meetings = sheet({"id": "lab", "number": 3}, {"id": "b", "number": 4}, name="Meetings")
    odd = sheet({"remark": "x"}, name="Odd")
    found = plan([videos, meetings, odd], there(), Wanted())
    assert found.said == [
        "Vidéos: 1 row, videos",
        (
            "columns, with headings in French: id, Titre as title, Daet as date (the nearest), "
            "Lien as url"
        ),
        (
            "columns left over: Année (made by icccat of other columns), "
            "Contry (nearest: country), Remarks"
        ),
        "Meetings: 2 rows, meetings",
        "columns: id, number",
        "Odd: 1 row",
        "columns left over: remark",
        "taken for texts in en: Titre",
        "20/06/2019 was read as 2019-06-20",
    ]
    objects = sheet({"id": "inclusion", "title": {"en": "A"}, "colour": "blue"})
    assert plan([objects], there(), Wanted()).said == [
        "1 row, videos",
        "columns: id, title, colour (kept as it is)",
    ]
    english = sheet({"id": "inclusion", "Link": "https://vimeo.com/1"})
    assert plan([english], there(), Wanted()).said[1:] == [
        "columns, with headings in English: id, Link as url"
    ]


def test_dates_of_a_workbook() -> None:
    """A new record takes values of any sort that a workbook has."""
    row = {"kind": "video", "title": 2019, "date": dt.date(2019, 6, 20), "part": 3.0}
    assert after(planned(row)) == {
        "video.2019": {"title": {"en": "2019"}, "date": dt.date(2019, 6, 20), "part": 3}
    }
