"""A new record is checked whole, told all its problems at once, and given an id of its own."""

# ruff: noqa: RUF001 -- titles in Greek and Cyrillic

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.errors import Level, Problem, Refused
from icccat.records.dates import Date
from icccat.records.kinds import KINDS
from icccat.records.new import New, make, new_id, parse
from icccat.records.record import Record, Records, from_table
from icccat.words.slug import SHAPE

NOTHING: Records = {kind: {} for kind in KINDS}


def among(*records: Record) -> Records:
    """All records, these among them."""
    found: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    for record in records:
        found[record.kind][record.id] = record
    return found


def told(new: New) -> list[str]:
    """The problems of a new record, each as `level path: message`."""
    return [f"{problem.level} {problem.where}: {problem.message}" for problem in new.problems]


def test_parse() -> None:
    """Strings become the table that TOML would hold, text in the language its name gives."""
    given_ = {
        "title.fr": ["Laboratoire"],
        "title": ["Policy lab"],
        "title.uk": ["Лабораторія"],
        "number": ["2", "3"],
        "supplied": ["oui"],
        "languages": [" EN", "fr"],
        "documents": ["Report | https://a.example/r | report", "Agenda"],
    }
    assert parse("meeting", given_, "en") == {
        "title": {"fr": "Laboratoire", "en": "Policy lab", "uk": "Лабораторія"},
        "number": 3,
        "supplied": True,
        "languages": ["en", "fr"],
        "documents": [
            {"title": "Report", "url": "https://a.example/r", "type": "report"},
            {"title": "Agenda"},
        ],
    }


def test_parse_what_is_no_field() -> None:
    """It stays as given, and so does a language where the text is the same in all."""
    given_ = {"colour": ["red"], "date.fr": ["2019"], "title.": ["Titre"]}
    assert parse("video", given_, "fr") == {
        "colour": "red",
        "date.fr": "2019",
        "title": {"fr": "Titre"},
    }


def test_make() -> None:
    """What is in order makes a record with an id of its title, and no problem."""
    topic = Record("topic", "refugees", {"label": {"en": "Refugees"}})
    given_ = {
        "title": ["The intercultural approach to refugee inclusion"],
        "title.fr": ["L'approche interculturelle"],
        "date": ["2019-06-20"],
        "topics": ["refugees"],
        "documents": ["Report | | report"],
    }
    values = {
        "title": {
            "en": "The intercultural approach to refugee inclusion",
            "fr": "L'approche interculturelle",
        },
        "date": Date(2019, 6, 20),
        "topics": ("refugees",),
        "documents": ({"title": {"en": "Report"}, "type": "report"},),
    }
    record = Record("video", "intercultural-approach-refugee-inclusion", values)
    assert make("video", given_, among(topic), language="en") == New(record, [], [])
    chosen = make("video", given_, among(topic), language="en", id_="mine")
    assert chosen == New(Record("video", "mine", values), [], [])


def test_all_problems_at_once() -> None:
    """Every wrong value is told, each item of a list; without a title there is no id yet."""
    topic = Record("topic", "refugees", {"label": {"en": "Refugees"}})
    given_ = {
        "date": ["2019-02-30"],
        "languages": ["xx", "en", "yy"],
        "topics": ["refugee"],
        "url": ["vimeo.com/1"],
        "audiences": ["teacher"],
        "documents": ["| vimeo.com/2", "a | b | c | d"],
        "titel": ["A title"],
        "date.fr": ["2019"],
    }
    new = make("video", given_, among(topic), language="en")
    language = "is not a language code of ISO 639-1, such as en, fr or uk"
    link = "is not a link: it begins with https:// and holds no spaces"
    assert told(new) == [
        'error video..date: "2019-02-30" is not a date (February 2019 has 28 days)',
        f'error video..languages.0: "xx" {language}',
        f'error video..languages.2: "yy" {language}',
        f'error video..url: "vimeo.com/1" {link}',
        f'error video..documents.0.url: "vimeo.com/2" {link}',
        "error video..documents.0: a document needs a title",
        'error video..documents.1: "a | b | c | d" is not a document: TITLE | URL | TYPE',
        "error video..title: it is missing: every video needs one",
        'error video..titel: "titel" is not a field of a video (did you mean title?)',
        'error video..date.fr: "date.fr" is not a field of a video',
        'error video..topics.0: there is no topic "refugee" (did you mean refugees?)',
        (
            'warning video..audiences.0: "teacher" has not been used under audiences before '
            "(did you mean teachers?)"
        ),
    ]
    assert new.record.values == {"topics": ("refugee",), "audiences": ("teacher",)}
    assert new.record.id == ""


def test_an_id_that_is_taken() -> None:
    """An id is taken whatever its case and of whichever kind, and all else is told as well."""
    topic = Record("topic", "Refugees", {"label": {"en": "Refugees"}})
    given_ = {"title": ["A"], "topics": ["media"]}
    new = make("video", given_, among(topic), language="en", id_="refugees")
    assert told(new) == [
        'error video.refugees: the id "refugees" is taken by topic.Refugees',
        'error video..topics.0: there is no topic "media"',
    ]


def test_an_id_that_is_hard_to_type() -> None:
    """An id of one's own choice may be hard to type: that is a warning."""
    new = make("video", {"title": ["A"]}, NOTHING, language="en", id_="My Video")
    sentence = 'the id "My Video" is hard to type: use small letters, digits and hyphens'
    assert new.problems == [Problem(Level.WARNING, ("video", "My Video"), sentence)]
    assert new.record.id == "My Video"


def test_a_place_needs_an_id() -> None:
    """A place is its id, and no other is made for it."""
    assert told(make("place", {"also": ["Lisboa"]}, NOTHING, language="en")) == [
        "error place.: it is missing: a place has no other name"
    ]
    new = make("place", {"also": ["Lisboa"]}, NOTHING, language="en", id_="Lisbon, PT")
    assert new == New(Record("place", "Lisbon, PT", {"also": ("Lisboa",)}), [], [])


FIRST = Record(
    "video",
    "first",
    {"title": {"en": "Refugees", "fr": "Réfugiés"}, "date": Date(2019), "url": "https://a.example"},
)


@pytest.mark.parametrize(
    ("kind", "given_", "twins"),
    [
        ("video", {"title": ["REFUGIES"], "date": ["2019"]}, [FIRST]),
        ("video", {"title": ["Other"], "url": ["https://a.example/"]}, [FIRST]),
        ("video", {"title": ["Refugees"], "date": ["2020-02"]}, []),
        ("video", {"title": ["Refugees"]}, []),
        ("meeting", {"title": ["Refugees"], "start": ["2019"]}, []),
    ],
)
def test_twins(kind: str, given_: dict[str, list[str]], twins: list[Record]) -> None:
    """A record that is there already is named, by title and date or by link; it is no problem."""
    new = make(kind, given_, among(FIRST), language="en")
    assert (new.twins, new.problems) == (twins, [])


@pytest.mark.parametrize(
    ("given_", "problem"),
    [
        ({"title": ["Refugees"], "date": ["2019-06"]}, "title: {} (the same title, {})"),
        ({"title": ["A"], "url": ["http://a.example"]}, "url: {} (the same link)"),
        ({"title": ["Refugees"], "date": ["2019-06"], "version_of": ["first"]}, ""),
        ({"title": ["Refugees"], "date": ["2019-06"], "version": ["short"]}, ""),
    ],
)
def test_near_duplicates(given_: dict[str, list[str]], problem: str) -> None:
    """A record that is probably there already is a warning, but for another version of it."""
    new = make("video", given_, among(FIRST), language="en", id_="new")
    again = problem.format(
        'it may be video.first again: "Refugees", 2019', "maybe at the same time"
    )
    assert (told(new), new.twins) == ([f"warning video.new.{again}"] if problem else [], [])


HELSINKI = {"date": "2019-06-20", "places": ["Helsinki, FI", "PT"]}


@pytest.mark.parametrize(
    ("table", "taken", "expected"),
    [
        ({"title": "One two three four five six seven"}, "", "one-two-three-four-five-six"),
        ({"title": {"fr": "L'été à Évry"}}, "", "ete-evry"),
        ({"title": {"en": "Summer", "fr": "L'été"}}, "", "summer"),
        ({"title": "Місто Мелітополь"}, "", "misto-melitopol"),
        ({"title": "Η Αθήνα των πολιτών"}, "", "i-athina-ton-politon"),
        ({"title": "A", **HELSINKI}, "", "a"),
        ({"title": "A", **HELSINKI}, "a", "a-2019"),
        ({"title": "A", **HELSINKI}, "a a-2019", "a-2019-helsinki"),
        ({"title": "A", **HELSINKI}, "a a-2019 a-2019-helsinki", "a-2019-helsinki-06"),
        (
            *({"title": "A", **HELSINKI}, "a a-2019 a-2019-helsinki a-2019-helsinki-06"),
            "a-2019-helsinki-06-20",
        ),
        ({"title": "A", "date": "2019-06"}, "a a-2019", "a-2019-06"),
        ({"title": "A", "places": ["PT"]}, "a", "a-pt"),
        ({"title": "A", "places": ["東京, JP"]}, "a", "a-jp"),
        ({"title": "東京", **HELSINKI}, "", "video-2019-helsinki"),
        ({"title": "東京", **HELSINKI}, "video-2019-helsinki", "video-2019-helsinki-06"),
        ({"title": "?!", "date": "2019"}, "", "video-2019"),
        ({"title": "?!"}, "", "video"),
    ],
)
def test_new_id(table: dict[str, object], taken: str, expected: str) -> None:
    """The title's telling words; then the year, the place, the month, the day."""
    record, _wrong = from_table("video", "", table, "en")
    assert new_id(record, taken.split(), "en") == expected


@pytest.mark.parametrize(
    ("table", "taken"),
    [
        ({"title": "A"}, "a"),
        ({"title": "A", "date": "2019"}, "a a-2019"),
        ({"title": "?"}, "video"),
    ],
)
def test_no_id(table: dict[str, object], taken: str) -> None:
    """Where nothing tells the record from its like, one is asked for: never a counter."""
    record, _wrong = from_table("video", "", table, "en")
    with pytest.raises(Refused) as refused:
        new_id(record, taken.split(), "en")
    assert refused.value.lines == (
        "no id can be made of the title and date that is not taken: give one with --id",
    )


@given(
    titles=st.lists(st.text().filter(str.strip) | st.sampled_from(["A", "a", "東京"]), min_size=1),
    date=st.dates(dt.date(1000, 1, 1)),
    place=st.sampled_from(["Helsinki, FI", "PT", "東京, JP"]),
)
def test_ids_are_well_formed_and_never_taken(titles: list[str], date: dt.date, place: str) -> None:
    """Whatever the titles, each record gets a well-formed id of its own, or none is made."""
    records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    for title in titles:
        given_ = {"title": [title], "date": [str(date)], "places": [place]}
        try:
            record = make("video", given_, records, language="en").record
        except Refused:
            continue
        assert SHAPE.fullmatch(record.id)
        assert record.id not in records["video"]
        records["video"][record.id] = record
