"""What a cell makes of a record's value: the same, another, none, or a refusal."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from rows import SMALL, after, planned, told

from icccat.records.incoming import Wanted

if TYPE_CHECKING:
    from icccat.records.change import Change

DAY = dt.date(2019, 6, 20)


def changed(heading: str, cell: object, id_: str = "inclusion", **wanted: str) -> dict[str, Any]:
    """What one cell changes in a record, by field; nothing that is wrong may come of it."""
    found = planned({"id": id_, heading: cell}, wanted=Wanted(**wanted))
    assert told(found) == []
    return differing(found.changes[0]) if found.changes else {}


def differing(change: Change) -> dict[str, Any]:
    """The fields of a change that differ, None for those it takes away."""
    before, after = change.before or {}, change.after or {}
    sides = {name: (before.get(name), after.get(name)) for name in {**before, **after}}
    return {name: new for name, (old, new) in sides.items() if old != new}


def wrong(heading: str, cell: object, id_: str = "inclusion", **wanted: str) -> str:
    """What is said of a cell that is wrong."""
    found = planned({"id": id_, heading: cell}, wanted=Wanted(**wanted))
    (finding,) = found.findings
    assert (finding.place, finding.heading) == ("line 2", heading)
    return finding.message


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("date", "2019-06-20"),
        ("date", " 20/06/2019 "),
        ("date", DAY),
        ("date", dt.datetime(2019, 6, 20)),  # noqa: DTZ001 (as workbooks have them)
        ("date", dt.datetime(2019, 6, 20, 10)),  # noqa: DTZ001
        ("duration", "8:05"),
        ("duration", "08:05"),
        ("duration", "0:08:05"),
        ("duration", dt.timedelta(minutes=8, seconds=5)),
        ("duration", dt.time(0, 8, 5)),
        ("topics", "refugees; media"),
        ("topics", "refugees;\nmedia; "),
        ("topics", ["refugees", None, "media"]),
        ("licence", "4.0"),
        ("version", "full"),
        ("supplied", "-"),
        ("part", "-"),
    ],
)
def test_the_same(heading: str, cell: object) -> None:
    """A value that means what is there is no change, however it is written."""
    assert changed(heading, cell) == {}


@pytest.mark.parametrize(
    ("heading", "cell", "values"),
    [
        ("date", "2019-06-21", {"date": dt.date(2019, 6, 21)}),
        ("date", "juin 2019", {"date": "2019-06"}),
        ("date", 2018, {"date": "2018"}),
        ("date", "-", {"date": None}),
        ("duration", dt.timedelta(hours=1, minutes=2, seconds=3), {"duration": "1:02:03"}),
        ("part", "3", {"part": 3}),
        ("part", 3.0, {"part": 3}),
        ("supplied", True, {"supplied": True}),
        ("supplied", "oui", {"supplied": True}),
        ("producer", True, {"producer": "true"}),
        ("producer", 4.5, {"producer": "4.5"}),
        ("producer", DAY, {"producer": "2019-06-20"}),
        ("producer", dt.datetime(2019, 6, 20, 10), {"producer": "2019-06-20 10:00:00"}),  # noqa: DTZ001
        ("notes", "a\r\nb", {"notes": "a\nb"}),
        ("topics", "media; refugees", {"topics": ["media", "refugees"]}),
        ("topics", "-", {"topics": None}),
        ("speakers", 3, {"speakers": ["3"]}),
        ("languages", "EN", {"languages": ["en"]}),
    ],
)
def test_another(heading: str, cell: object, values: dict[str, Any]) -> None:
    """Another value is set in the form that TOML has for it; a lone hyphen clears."""
    assert changed(heading, cell) == values


@pytest.mark.parametrize(
    ("heading", "cell", "sentence"),
    [
        ("date", "soon", '"soon" is not a date: write 2019-06-20, 2019-06 or 2019'),
        ("date", ["2019"], "it is not one value: give text, a number or a date"),
        ("part", "three", '"three" is not a whole number, such as 3'),
        ("part", "#REF!", _broken := '"#REF!" is what a spreadsheet shows when it has no value: '
         "mend the cell"),
        ("title", "#N/A", _broken.replace("REF!", "N/A")),
        ("documents", "####", _broken.replace("#REF!", "####")),
        ("topics", ";", "it is empty: give it a value, or leave it out"),
        ("topics", "media; mdia", 'there is no topic "mdia" (did you mean media?)'),
        ("version", "ful", '"ful" is not one of: full, short, trailer (did you mean full?)'),
        ("participants", "Oslo", "a video has no such field"),
        ("documents", 3, '"3" is not a document: TITLE | URL | TYPE'),
        ("documents", "a | b | c | d", '"a | b | c | d" is not a document: TITLE | URL | TYPE'),
    ],
)  # fmt: skip
def test_wrong(heading: str, cell: object, sentence: str) -> None:
    """What is wrong is said with what would be right, below the heading that it came from."""
    if heading == "participants":  # which is a column where there is a meeting too
        rows: list[dict[str, object]] = [{"id": "lab"}, {"id": "inclusion", heading: cell}]
        assert told(planned(*rows)) == [f"line 3, {heading}: {sentence}"]
        return
    assert wrong(heading, cell) == sentence


def test_dates_are_told() -> None:
    """An example of each form in which dates were written is told, with what was read."""
    dates = ["21/06/2019", "22/06/2019", "20 juin 2018", "2019-06-24"]
    rows = [{"kind": "video", "title": f"{n}", "date": date} for n, date in enumerate(dates)]
    assert planned(*rows).said[-2:] == [
        "21/06/2019 was read as 2019-06-21, and 1 more like it",
        "20 juin 2018 was read as 2018-06-20",
    ]


def test_the_order_of_dates() -> None:
    """What may be two dates is wrong until the order is said."""
    sentence = '"01/02/2024" may be two dates: say --date-order dmy or mdy'
    assert wrong("date", "01/02/2024") == sentence
    assert changed("date", "01/02/2024", order="mdy") == {"date": dt.date(2024, 1, 2)}


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("2019-05-28/2019-05-29", {}),
        ("2019-05-28 / 2019-05-30", {"end": dt.date(2019, 5, 30)}),
        ("2019-05-28", {"end": None}),
        ("2019-06", {"start": "2019-06", "end": None}),
        (DAY, {"start": DAY, "end": None}),
        ("-", {"start": None, "end": None}),
    ],
)
def test_the_dates_of_a_meeting(cell: object, values: dict[str, Any]) -> None:
    """One column holds the start and the end."""
    assert changed("date", cell, "lab") == values


def test_other_columns_that_are_made() -> None:
    """A series' date is its beginning, a topic's title its label; a place's title says nothing."""
    assert changed("date", "2018", "policy-lab") == {"since": "2018"}
    assert changed("title", "Media and more", "media") == {
        "label": {"en": "Media and more", "fr": "Médias"}
    }
    assert changed("title", "Media", "media") == {}
    assert changed("title", "Lisbon, PT", "Lisbon, PT") == {}
    assert wrong("title", "Lisbon", "Lisbon, PT") == "a place has no such field"
    assert wrong("date", "2018", "media") == "a topic has no such field"


def test_dates_beside_their_parts() -> None:
    """In a table of several kinds, a meeting's date is that of its start and end, or refused."""
    rows = [
        {"id": "inclusion", "date": "2019-06-20"},
        {"id": "lab", "start": "2019-05-28", "date": "2019-05-28/2019-05-29"},
    ]
    assert planned(*rows).changes == []
    rows[1]["date"] = "2019"
    assert told(planned(*rows)) == ["line 3, date: it is made of start: change these"]


def test_a_value_that_is_wrong_already() -> None:
    """It stays as it is, may be taken away, and may get a right value."""
    text = SMALL.replace("date = 2019-06-20", 'date = "soon"')
    for cell, new in (({"x": 1}, None), ("-", None), ("2018", "2018")):
        found = planned({"id": "inclusion", "date": cell}, text=text)
        if cell == {"x": 1}:
            assert told(found) == [
                "line 2, date: it is not one value: give text, a number or a date"
            ]
        else:
            assert differing(found.changes[0]) == {"date": new}
    found = planned({"id": "inclusion", "date": "soon", "title": {"en": "A"}}, text=text)
    assert (told(found), list(differing(found.changes[0]))) == ([], ["title"])


def test_unknown_keys() -> None:
    """Keys of objects that icccat does not know are kept; the same is no change."""
    title = {"en": "The intercultural approach to refugee inclusion"}
    old = {"id": "inclusion", "title": title, "found": {"score": 1}}
    assert planned(old | {"colour": "blue"}).changes == []
    found = planned(old | {"colour": ["red", {"a": 1}], "other": "-"})
    assert differing(found.changes[0]) == {"colour": ["red", {"a": 1}]}
    assert differing(planned(old | {"colour": "-"}).changes[0]) == {"colour": None}
    wrong = planned(old | {"colour": [{"a": [None]}]})
    assert told(wrong) == ["line 2, colour: TOML has no null: leave it out"]
    new = planned({"kind": "video", "title": {"en": "A"}, "colour": 1})
    assert after(new) == {"video.a": {"title": {"en": "A"}, "colour": 1}}


def test_unknown_keys_as_json_has_them() -> None:
    """A value for which JSON has no form is the same as its text."""
    more = "when = [2019-06-20, 10:00:00]\nmost = {a = inf, b = 1.5}"
    text = SMALL.replace('colour = "blue"', more)
    row: dict[str, object] = {"when": ["2019-06-20", "10:00:00"], "most": {"a": "inf", "b": 1.5}}
    assert planned({"id": "inclusion"} | row, text=text).changes == []


def test_a_clash_is_settled() -> None:
    """A field that a merge left open is settled by the value it gets."""
    text = SMALL.replace('colour = "blue"', 'clash.title.en = "A"\nclash.date = 2019')
    found = planned({"id": "inclusion", "title": "B"}, text=text)
    assert differing(found.changes[0]) == {
        "title": {"en": "B", "fr": "L’approche interculturelle de l’inclusion des réfugiés"},
        "clash": {"date": 2019},
    }
