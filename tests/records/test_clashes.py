"""What a merge left open in a record: shown by the checks, and settled by an edit."""

from __future__ import annotations

import tomllib

import pytest
from builders import records_of

from icccat.errors import Level, Problem
from icccat.records.clashes import as_text, clashes, left_open, settled
from icccat.records.known import known


def said(left: str) -> list[tuple[str, str, str]]:
    """The place, sentence and command of each problem of a video with these lines."""
    records = records_of(f'[video.a]\ntitle = "A"\n{left}\n')
    found = clashes(records["video"]["a"], known(records))
    return [(one.where, one.message, one.mend) for one in found]


SETTLE = "icccat edit a clash="
TABLE = "after a merge a table stands here: clash.title.en and its like"


@pytest.mark.parametrize(
    ("left", "problems"),
    [
        ("", []),
        (
            'clash.title.en = "B"\nclash.date = 2019-06-20',
            [
                (
                    "video.a.clash.title.en",
                    'the other side of a merge has "B" as title.en: set the one that is right',
                    SETTLE,
                ),
                (
                    "video.a.clash.date",
                    'the other side of a merge has "2019-06-20" as date: set the one that is right',
                    SETTLE,
                ),
            ],
        ),
        (
            'clash.documents = [{ title = { en = "R" }, url = "u" }, { title = "S" }]',
            [
                (
                    "video.a.clash.documents",
                    (
                        'the other side of a merge has "R | u; S" as documents:'
                        " set the one that is right"
                    ),
                    SETTLE,
                )
            ],
        ),
        (
            'clash.removed = ["date", "title.fr"]',
            [
                (
                    "video.a.clash.removed",
                    f"one side took {name} away and the other changed it: clear it, or keep it",
                    SETTLE,
                )
                for name in ("date", "title.fr")
            ],
        ),
        (
            "clash.removed = true",
            [
                (
                    "video.a.clash.removed",
                    "one side removed this record and the other changed it: remove it, or keep it",
                    SETTLE,
                )
            ],
        ),
        ("clash = 3", [("video.a.clash", TABLE, SETTLE)]),
        ("clash = {}", [("video.a.clash", TABLE, SETTLE)]),
        (
            "clash.removed = 'date'",
            [
                (
                    "video.a.clash.removed",
                    'after a merge it says which fields were taken away: ["date"], or true',
                    SETTLE,
                )
            ],
        ),
    ],
)
def test_problems(left: str, problems: list[tuple[str, str, str]]) -> None:
    """Each is an error at its own place, with the command that settles all."""
    assert said(left) == problems


def test_an_id_in_quotes() -> None:
    """The command can be typed as it stands."""
    records = records_of('[place."Oslo, NO"]\nclash.also = ["x"]\n')
    (problem,) = clashes(records["place"]["Oslo, NO"], known(records))
    assert problem.mend == 'icccat edit "Oslo, NO" clash='


def test_elsewhere() -> None:
    """What is no record has no command that settles it."""
    place = ("catalogue", "clash")
    assert list(left_open(place, {"language": "fr"})) == [
        Problem(
            Level.ERROR,
            ("catalogue", "clash", "language"),
            'the other side of a merge has "fr" as language: set the one that is right',
        )
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x = 'A'", "A"),
        ("x = 2019-06-20", "2019-06-20"),
        ("x = ['a', 'b']", "a; b"),
        ("x = { title = { en = 'A', fr = 'B' }, url = 'u' }", "A | B | u"),
        ("x = [{ title = 'A', type = 'x' }, 3]", "A | x; 3"),
    ],
)
def test_as_text(value: str, text: str) -> None:
    """A list is its items, a table its values."""
    assert as_text(tomllib.loads(value)["x"]) == text


@pytest.mark.parametrize(
    ("left", "names", "stays"),
    [
        ("", ["date"], ""),
        ("clash = 3", ["date"], "clash = 3"),
        ("clash.date = 1", ["date"], ""),
        ("clash.date = 1\nclash.url = 2", ["date"], "clash.url = 2"),
        ("clash.date = 1\nclash.url = 2", ["url", "date"], ""),
        ("clash.title.en = 1\nclash.title.fr = 2", ["title.en"], "clash.title.fr = 2"),
        ("clash.title.en = 1", ["title.en"], ""),
        ("clash.title.en = 1", ["title.fr"], "clash.title.en = 1"),
        ("clash.title.en = 1\nclash.url = 1", ["title"], "clash.url = 1"),
        ("clash.title = 1", ["title.en"], ""),
        ("clash.removed = ['date', 'url']", ["date"], "clash.removed = ['url']"),
        ("clash.removed = ['date']", ["date"], ""),
        ("clash.removed = ['title.fr', 'titles']", ["title"], "clash.removed = ['titles']"),
        ("clash.removed = true", ["date"], "clash.removed = true"),
        ("clash.removed = [3]", ["date"], "clash.removed = [3]"),
    ],
)
def test_settled(left: str, names: list[str], stays: str) -> None:
    """The clashes of the fields that get a value are gone, and no other."""
    table = {"title": "A", **tomllib.loads(left)}
    assert settled(table, names) == {"title": "A", **tomllib.loads(stays)}
