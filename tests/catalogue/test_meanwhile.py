"""What a person agreed to is made to the records as they are by then, unless others got there."""

from __future__ import annotations

from pathlib import Path

import pytest

from icccat.catalogue.catalogue import parse
from icccat.catalogue.meanwhile import as_agreed
from icccat.records.change import Change

A = {"title": "A", "date": "2019", "topics": ["x"]}
NEW = {"title": "A", "date": "2020", "topics": ["x", "y"]}
AGREED = Change("video", "a", A, NEW)
MEANWHILE = "was changed by someone else meanwhile: it stays"


@pytest.mark.parametrize(
    ("today", "after"),
    [
        ('title = "A"\ndate = "2019"\ntopics = ["x"]', NEW),
        ('title = "B"\ndate = "2019"\ntopics = ["x"]\npart = 3', NEW | {"title": "B", "part": 3}),
        ('title = "A"\ndate = "2020"\ntopics = ["x"]', NEW),
    ],
)
def test_made(today: str, after: dict[str, object]) -> None:
    """Other fields have what others gave them."""
    now = parse(f"[video.a]\n{today}\n", Path())
    assert as_agreed([AGREED], now) == ([Change("video", "a", now.data["video"]["a"], after)], [])


def test_there_already() -> None:
    """What someone else has made the same is no change."""
    now = parse('[video.a]\ntitle = "B"\ndate = "2020"\ntopics = ["x", "y"]\n', Path())
    assert as_agreed([AGREED], now) == ([], [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[video.a]\ntitle = "A"\ndate = "2018"\ntopics = ["z"]\n',
            [
                f'video.a: date {MEANWHILE} "2018", and does not become "2020"',
                f'video.a: topics {MEANWHILE} "z", and does not become "x; y"',
            ],
        ),
        (
            '[video.a]\ntitle = "A"\ntopics = ["x"]\n',
            [f'video.a: date {MEANWHILE} empty, and does not become "2020"'],
        ),
        ('[video.b]\ntitle = "B"\n', ["video.a was removed by someone else meanwhile"]),
        ("video = 3\n", ["video.a was removed by someone else meanwhile"]),
    ],
)
def test_left(text: str, told: list[str]) -> None:
    """A record with another value in one of the same fields stays; both values are told."""
    b = Change("series", "b", {"title": "B"}, {"title": "C"})
    now = parse(f'{text}[series.b]\ntitle = "B"\n', Path())
    assert as_agreed([AGREED, b], now) == ([b], told)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            Change("video", "a", None, NEW),
            "was added by someone else meanwhile, and is another one",
        ),
        (
            Change("video", "a", NEW, None),
            "was changed by someone else meanwhile, and is not removed",
        ),
    ],
)
def test_whole_records(change: Change, told: str) -> None:
    """A record that others added under the id, or changed before it is removed, stays theirs."""
    now = parse('[video.a]\ntitle = "B"\n', Path())
    assert as_agreed([change], now) == ([], [f"video.a {told}"])


def test_text_by_language() -> None:
    """All languages of a text are one field."""
    change = Change("video", "a", {"title": {"en": "A"}}, {"title": {"en": "B"}})
    now = parse('[video.a]\ntitle.en = "A"\ntitle.fr = "F"\n', Path())
    told = f'video.a: title.en {MEANWHILE} "A", and does not become "B"'
    assert as_agreed([change], now) == ([], [told])


def test_records_that_come_and_go() -> None:
    """A record that is still not there is added, one that is still the same removed."""
    new, gone = Change("topic", "t", None, {"label": "T"}), Change("video", "a", A, None)
    now = parse('[video.a]\ntitle = "A"\ndate = "2019"\ntopics = ["x"]\n', Path())
    assert as_agreed([new, gone], now) == ([new, gone], [])
