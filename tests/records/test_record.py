"""A record holds clean values, says what it is called, when and where, and keeps the rest."""

from __future__ import annotations

import datetime as dt

import pytest

from icccat.records.dates import Date
from icccat.records.kinds import KINDS
from icccat.records.record import Record, from_table

TABLE = {
    "colour": "blue",
    "places": ["Helsinki, FI", "PT"],
    "end": dt.date(2019, 5, 29),
    "start": "2019-05",
    "number": 3,
    "title": {"fr": "Troisième laboratoire", "en": "Third policy lab"},
    "url": "helsinki",
    "documents": [{"title": "Report", "date": 2019}],
}


def test_from_table() -> None:
    """Values are clean and in the kind's order; what is unknown or wrong is kept aside."""
    record, wrong = from_table("meeting", "policy-lab", TABLE, "en")
    assert record == Record(
        "meeting",
        "policy-lab",
        {
            "title": {"fr": "Troisième laboratoire", "en": "Third policy lab"},
            "number": 3,
            "start": Date(2019, 5),
            "end": Date(2019, 5, 29),
            "places": ("Helsinki, FI", "PT"),
            "documents": ({"title": {"en": "Report"}, "date": Date(2019)},),
        },
        {"colour": "blue", "url": "helsinki"},
    )
    assert list(record.values) == ["title", "number", "start", "end", "places", "documents"]
    assert wrong == [
        (("url",), '"helsinki" is not a link: it begins with https:// and holds no spaces')
    ]


@pytest.mark.parametrize(
    ("kind", "table", "wrong"),
    [
        ("video", {}, [(("title",), "it is missing: every video needs one")]),
        ("topic", {"also": ["x"]}, [(("label",), "it is missing: every topic needs one")]),
        ("place", {}, []),
        (
            *("series", {"title": "", "since": "May"}),
            [
                (("title",), "it is empty: give it a value, or leave it out"),
                (("since",), '"May" is not a date: write 2019-06-20, 2019-06 or 2019'),
            ],
        ),
    ],
)
def test_what_is_missing(kind: str, table: dict[str, object], wrong: list[object]) -> None:
    """A required field that is missing is wrong; one that is there and wrong is not missing."""
    assert from_table(kind, "x", table, "en")[1] == wrong


def test_plain() -> None:
    """Its values go back to what TOML holds, in the kind's order; read again they are the same."""
    record, _wrong = from_table("meeting", "policy-lab", TABLE, "en")
    plain = {
        "title": {"fr": "Troisième laboratoire", "en": "Third policy lab"},
        "number": 3,
        "start": "2019-05",
        "end": dt.date(2019, 5, 29),
        "places": ["Helsinki, FI", "PT"],
        "documents": [{"title": {"en": "Report"}, "date": "2019"}],
    }
    assert list(record.plain().items()) == list(plain.items())
    assert from_table("meeting", "policy-lab", plain, "fr")[0].values == record.values


def test_what_it_says_of_itself() -> None:
    """It gives its key, its kind, a value or nothing, the items of a list or none, its places."""
    record, _wrong = from_table("meeting", "policy-lab", TABLE, "en")
    assert record.key == "meeting.policy-lab"
    assert record.declared is KINDS["meeting"]
    assert (record.get("number"), record.get("host")) == (3, None)
    assert record.items("places") == ("Helsinki, FI", "PT")
    assert record.items("topics") == ()
    assert list(record.places) == [("Helsinki", "FI"), ("", "PT")]
    assert list(Record("place", "Lisbon, PT", {}).places) == []


def test_a_city_with_a_comma() -> None:
    """The country comes after the last comma."""
    record = Record("video", "x", {"places": ("Washington, D.C., US",)})
    assert list(record.places) == [("Washington, D.C.", "US")]


@pytest.mark.parametrize(
    ("kind", "values", "english", "french"),
    [
        ("video", {"title": {"en": "One", "fr": "Un"}}, "One", "Un"),
        ("video", {"title": {"en": "One"}}, "One", "One"),
        ("video", {"title": {"uk": "Один", "el": "Ένα"}}, "Один", "Один"),
        ("topic", {"label": {"fr": "Réfugiés"}}, "Réfugiés", "Réfugiés"),
        ("video", {}, "the-id", "the-id"),
        ("place", {"also": ("Lisboa",)}, "the-id", "the-id"),
    ],
)
def test_title(kind: str, values: dict[str, object], english: str, french: str) -> None:
    """It is called in the language asked for, else in English, else in any, else by its id."""
    record = Record(kind, "the-id", values)
    assert (record.title("en"), record.title("fr")) == (english, french)


DAY, MONTH, YEAR = Date(2019, 5, 28), Date(2019, 5), Date(2019)


@pytest.mark.parametrize(
    ("kind", "values", "dates", "span"),
    [
        ("video", {"date": MONTH}, (MONTH,), (dt.date(2019, 5, 1), dt.date(2019, 5, 31))),
        (
            *("meeting", {"start": DAY, "end": YEAR}, (DAY, YEAR)),
            (dt.date(2019, 5, 28), dt.date(2019, 12, 31)),
        ),
        (
            *("meeting", {"start": YEAR, "end": DAY}, (YEAR, DAY)),
            (dt.date(2019, 1, 1), dt.date(2019, 12, 31)),
        ),
        ("meeting", {"end": DAY}, (DAY,), (dt.date(2019, 5, 28), dt.date(2019, 5, 28))),
        ("series", {"since": YEAR}, (YEAR,), (dt.date(2019, 1, 1), dt.date(2019, 12, 31))),
        ("meeting", {}, (), None),
        ("topic", {}, (), None),
    ],
)
def test_dates(
    kind: str, values: dict[str, object], dates: tuple[Date, ...], span: tuple[dt.date, dt.date]
) -> None:
    """Its dates are those its kind begins and ends by; they span the days they may cover."""
    record = Record(kind, "x", values)
    assert (record.dates, record.span) == (dates, span)
