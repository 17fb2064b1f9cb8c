"""Each check finds what it is for, says what would be right, and leaves the rest alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from icccat.errors import Level, Problem
from icccat.records import checks
from icccat.records.known import known
from icccat.records.record import Record, from_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from icccat.records.known import Known

    Check = Callable[[Record, Known], Iterator[Problem]]
    Table = Mapping[str, object]


def record(key: str, **table: object) -> Record:
    """The record `kind.id` of a TOML table; it is titled by its id, where a title is needed."""
    kind, _dot, id_ = key.partition(".")
    named = {"place": {}, "topic": {"label": id_}}.get(kind, {"title": id_})
    return from_table(kind, id_, named | table, "en")[0]


def found(check: Check, one: Record, *others: Record) -> list[Problem]:
    """What the check finds in a record among others."""
    records: dict[str, dict[str, Record]] = {}
    for each in (one, *others):
        records.setdefault(each.kind, {})[each.id] = each
    return list(check(one, known(records)))


def told(check: Check, one: Record, *others: Record) -> list[str]:
    """The same, each as `level path-in-the-record: message (command)`."""
    return [
        f"{problem.level} {'.'.join(problem.path[2:]) or 'id'}: {problem.message}"
        f"{f' ({problem.mend})' if problem.mend else ''}"
        for problem in found(check, one, *others)
    ]


KEPT = "it is kept as it is"
TYPE = "(did you mean type?)"
HARD = "is hard to type: use small letters, digits and hyphens"


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        (
            {"titel": "x"},
            [f'warning titel: "titel" is not a field of a video: {KEPT} (did you mean title?)'],
        ),
        (
            {"colour": "x"},
            [
                f'warning colour: "colour" is not a field of a video: {KEPT}',
            ],
        ),
        (
            {"documents": [{"title": "b", "tipe": "report"}]},
            [
                f'warning documents.0.tipe: "tipe" is not a field of a document: {KEPT} {TYPE}',
            ],
        ),
        ({"url": "a wrong value of a known field"}, []),
        ({"date": 2019, "documents": [{"title": "a", "date": 2019}]}, []),
    ],
)
def test_unknown_keys(table: Table, problems: list[str]) -> None:
    """A key that is no field, of the record or of a document, is named with the nearest."""
    assert told(checks.unknown_keys, record("video.x", **table)) == problems


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        (
            {"topics": ["faiths", "refugees", "media"]},
            [
                'error topics.0: there is no topic "faiths" (did you mean faith?)',
                'error topics.2: there is no topic "media" (ADD media --label "…")',
            ],
        ),
        (
            {"series": "labs"},
            ['error series: there is no series "labs" (icccat add series --id labs --title "…")'],
        ),
        (
            {"topics": ["Fake; news"]},
            ['error topics.0: there is no topic "Fake; news"'],
        ),
        ({"topics": ["refugees"], "version_of": "earlier"}, []),
    ],
)
def test_references(table: Table, problems: list[str]) -> None:
    """What is referred to exists; a command adds it where its id is fit for one."""
    others = record("topic.refugees"), record("topic.faith"), record("video.earlier")
    expected = [problem.replace("ADD", "icccat add topic --id") for problem in problems]
    assert told(checks.references, record("video.x", **table), *others) == expected


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        (
            {"audiences": ["citizens", "teachers"], "status": "lost"},
            [
                'warning audiences.0: "citizens" has not been used under audiences before',
                'warning status: "lost" has not been used under status before',
            ],
        ),
        (
            {"documents": [{"title": "a", "type": "raport"}]},
            [
                (
                    'warning documents.0.type: "raport" has not been used under type before '
                    "(did you mean report?)"
                )
            ],
        ),
        (
            {"audiences": ["mayor"]},
            [
                (
                    'warning audiences.0: "mayor" has not been used under audiences before '
                    "(did you mean mayors?)"
                )
            ],
        ),
        ({"audiences": ["mayors", "policy makers"], "version": "full"}, []),
    ],
)
def test_words(table: Table, problems: list[str]) -> None:
    """A word of an open list is new until it is used twice, in whichever kind of record."""
    others = record("video.a", audiences=["mayors"]), record("series.b", audiences=["mayors"])
    assert told(checks.words, record("video.x", **table), *others) == problems


ITEM = "an item of a list holds no semicolon: make it two items, or write a comma"


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        ({"speakers": ["Ann", "Bo; Cy"]}, [f"error speakers.1: {ITEM}"]),
        ({"documents": [{"title": "A; B"}]}, [f"error documents.0: {ITEM}"]),
        ({"speakers": ["Ann, Bo"], "notes": "a; b", "title": "a; b"}, []),
    ],
)
def test_list_items(table: Table, problems: list[str]) -> None:
    """A semicolon in an item of a list is an error; in other text it may stand."""
    assert told(checks.list_items, record("video.x", **table)) == problems


@pytest.mark.parametrize(
    ("table", "hidden"),
    [
        ({"title": {"en": "fine", "fr": "a\x07"}}, ["title U+0007"]),
        ({"notes": "a\u202eb\x00"}, ["notes U+202E"]),
        ({"notes": "\u2066"}, ["notes U+2066"]),
        ({"notes": "\ufffd"}, ["notes U+FFFD"]),
        ({"notes": "a\rb"}, ["notes U+000D"]),
        (
            {"speakers": ["Ann", "B\x1bo"], "documents": [{"title": "a\x85"}]},
            ["speakers.1 U+001B", "documents.0 U+0085"],
        ),
        ({"notes": "two\nlines,\ta tab, العربية, a\u00a0blank", "date": 2019, "part": 1}, []),
    ],
)
def test_characters(table: Table, hidden: list[str]) -> None:
    """Control characters and those that turn text around are errors; line breaks are not."""
    assert told(checks.characters, record("video.x", **table)) == [
        f"error {path}: it holds a character that cannot be seen ({code}): remove it"
        for path, code in (each.split() for each in hidden)
    ]


def test_spaces() -> None:
    """A line with white space at an end is a warning; a text of several lines is none."""
    documents = [{"title": "A "}, {"title": {"en": "B"}}]
    x = record("video.x", title={"fr": "\u00a0A"}, documents=documents, notes="a\nb\n", part=1)
    assert told(checks.spaces, x) == [
        "warning title: it begins or ends with white space",
        "warning documents.0: it begins or ends with white space",
    ]


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        ({"end": 2019}, ["warning end: it has an end and no start"]),
        (
            {"start": "2019-06-20", "end": "2019-05"},
            ["error end: it ends on 2019-05, before it starts on 2019-06-20"],
        ),
        ({}, []),
        ({"start": 2019}, []),
        ({"start": "2019-06-20", "end": "2019-06-20"}, []),
        ({"start": "2019-06-20", "end": 2019}, []),
        ({"start": "a wrong start", "end": 2019}, []),
    ],
)
def test_dates(table: Table, problems: list[str]) -> None:
    """An end needs a start and may come after it; a start that is wrong is said elsewhere."""
    assert told(checks.dates, record("meeting.x", **table)) == problems


@pytest.mark.parametrize(
    ("links", "loop"),
    [
        ("x>x", "x → x"),
        ("x>a a>x", "x → a → x"),
        ("x>a a>b b>x", "x → a → b → x"),
        ("x>a a>b b>a", ""),
        ("x>a a>a", ""),
        ("x>a a>b", ""),
        ("x>nowhere", ""),
        ("", ""),
    ],
)
def test_versions(links: str, loop: str) -> None:
    """A loop of versions is an error in each video of it, and in no other."""
    of = dict(link.split(">") for link in links.split())
    x, *others = (
        record(f"video.{id_}", **({"version_of": of[id_]} if id_ in of else {})) for id_ in "xab"
    )
    sentence = f"error version_of: it is a version of itself: {loop}"
    assert told(checks.versions, x, *others) == ([sentence] if loop else [])


def test_broader() -> None:
    """A topic that is part of itself is an error."""
    x, a = record("topic.x", broader="a"), record("topic.a", broader="x")
    assert told(checks.broader, x, a) == ["error broader: it is broader than itself: x → a → x"]
    assert told(checks.broader, x, record("topic.a")) == []


def test_repeated() -> None:
    """An item that a list holds twice is a warning, an item of another list none."""
    x = record("meeting.x", topics=["a", "b", "a"], participants=["a"])
    assert told(checks.repeated, x) == ['warning topics.2: "a" is there twice']


@pytest.mark.parametrize(
    ("key", "problems"),
    [
        ("video.refugee-inclusion-2019", []),
        ("place.Lisbon, PT", []),
        (
            "video.Refugee_inclusion",
            [f'warning id: the id "Refugee_inclusion" {HARD}'],
        ),
        (
            "video.refugees",
            ['error id: the id "refugees" is also that of topic.REFUGEES: an id is used once'],
        ),
    ],
)
def test_ids(key: str, problems: list[str]) -> None:
    """An id is easy to type, but for that of a place, and used once whatever its case."""
    assert told(checks.ids, record(key), record("topic.REFUGEES")) == problems


@pytest.mark.parametrize(
    ("key", "problems"),
    [
        ("place.Lisbon, PT", []),
        ("video.lisbon", []),
        (
            "place.Lisbon",
            ['error id: "Lisbon" is not a place: write City, CC or CC, as in Helsinki, FI'],
        ),
    ],
)
def test_places(key: str, problems: list[str]) -> None:
    """A place is called as places are written in records."""
    assert told(checks.places, record(key)) == problems


def test_twins() -> None:
    """Of two records that are the same, the later by id is reported."""
    both = [record(f"video.{id_}", url="https://vimeo.com/1") for id_ in ("a", "B")]
    other = record("video.c")
    sentence = "it has the same title and date, or the same link, as video.a"
    assert told(checks.twins, both[1], both[0], other) == [f"warning id: {sentence}"]
    assert told(checks.twins, both[0], both[1], other) == []


def test_worth_having() -> None:
    """What people will look for is missed, unless it is there, even wrong."""
    assert told(checks.worth_having, record("video.x", date="wrong", topics=["a"])) == [
        "advice url: it has no link yet"
    ]
    assert told(checks.worth_having, record("series.x")) == []


def test_problems() -> None:
    """All checks together, in the order in which they are named."""
    assert found(checks.problems, record("meeting.X", end=2019, topics=["a"])) == [
        Problem(
            *(Level.ERROR, ("meeting", "X", "topics", "0"), 'there is no topic "a"'),
            'icccat add topic --id a --label "…"',
        ),
        Problem(Level.WARNING, ("meeting", "X", "end"), "it has an end and no start"),
        Problem(
            *(Level.WARNING, ("meeting", "X")),
            f'the id "X" {HARD}',
        ),
        Problem(Level.ADVICE, ("meeting", "X", "start"), "it has no start yet"),
    ]
