"""A record by how its id begins, and what belongs with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from icccat.catalogue.catalogue import Catalogue, parse
from icccat.catalogue.lookup import exactly, referring, related, resolve
from icccat.errors import NothingFound, Refused

TEXT = """
[topic.media]
label = "Media"
[topic.press]
label = "Press"
broader = "media"
[series.lab]
title = "Lab"
[place."Oslo, NO"]
[video.talk]
title = "Talk"
date = 2019-06-20
series = "lab"
topics = ["media"]
[video.talk-short]
title = "Talk, in short"
date = 2019-06-21
version_of = "talk"
[video.other]
title = "Other"
[meeting.lab-oslo]
title = "Lab in Oslo"
start = 2019-05-28
series = "lab"
recordings = ["talk", "other"]
places = ["Oslo, NO"]
[meeting.lab-paris]
title = "Lab in Paris"
start = 2018
series = "lab"
""".replace("2018", '"2018"')


@pytest.fixture
def catalogue() -> Catalogue:
    """A catalogue whose records refer to each other."""
    return parse(TEXT, Path("c.toml"))


@pytest.mark.parametrize(
    ("beginning", "key"),
    [
        ("talk", "video.talk"),
        ("talk-", "video.talk-short"),
        ("TALK", "video.talk"),
        ("o", None),
        ("oth", "video.other"),
        ("Oslo, NO", "place.Oslo, NO"),
        ("oslo", "place.Oslo, NO"),
        ("lab", "series.lab"),
        ("lab-o", "meeting.lab-oslo"),
    ],
)
def test_resolve(catalogue: Catalogue, beginning: str, key: str | None) -> None:
    """A whole id wins over those it begins; otherwise it must begin one alone, in any case."""
    if key:
        assert resolve(catalogue, beginning).key == key
    else:
        with pytest.raises(Refused):
            resolve(catalogue, beginning)


@pytest.mark.parametrize(
    ("beginning", "error", "lines"),
    [
        ("tal", Refused, ('"tal" begins the ids of several records:', "  talk", "  talk-short")),
        (
            "lab-",
            Refused,
            ('"lab-" begins the ids of several records:', "  lab-oslo", "  lab-paris"),
        ),
        ("tolk", NothingFound, ('there is no record "tolk" (did you mean talk?)',)),
        ("xyzzy", NothingFound, ('there is no record "xyzzy"',)),
    ],
)
def test_refused(
    catalogue: Catalogue, beginning: str, error: type[Exception], lines: tuple[str, ...]
) -> None:
    """The candidates where there are several, the nearest where there is none."""
    with pytest.raises(error) as refused:
        resolve(catalogue, beginning)
    assert getattr(refused.value, "lines", ()) == lines


def test_two_ids_that_differ_by_case() -> None:
    """Which of the two is meant cannot be told."""
    catalogue = parse('[video.a]\ntitle = "A"\n[meeting.A]\ntitle = "A"\n', Path("c.toml"))
    with pytest.raises(Refused) as refused:
        resolve(catalogue, "a")
    assert refused.value.lines == ('"a" begins the ids of several records:', "  a", "  A")


@pytest.mark.parametrize(
    ("kind", "id_", "expected"),
    [
        (
            "video",
            "talk",
            [("is a recording of", "meeting.lab-oslo"), ("has the version", "video.talk-short")],
        ),
        ("video", "talk-short", []),
        ("video", "other", [("is a recording of", "meeting.lab-oslo")]),
        (
            "meeting",
            "lab-oslo",
            [],
        ),
        ("meeting", "lab-paris", []),
        (
            "series",
            "lab",
            [
                ("has the part", "meeting.lab-paris"),
                ("has the part", "meeting.lab-oslo"),
                ("has the part", "video.talk"),
            ],
        ),
        ("topic", "media", [("has the narrower", "topic.press")]),
        ("topic", "press", []),
        ("place", "Oslo, NO", []),
    ],
)
def test_related(
    catalogue: Catalogue, kind: str, id_: str, expected: list[tuple[str, str]]
) -> None:
    """What belongs with a record, by date, and what it is to it."""
    found = related(catalogue, catalogue.records[kind][id_])
    assert [(relation, other.key) for relation, other in found] == expected


def test_exactly(catalogue: Catalogue) -> None:
    """Only the whole id will do, in the letters in which it is written."""
    assert exactly(catalogue, "talk").key == "video.talk"
    assert exactly(catalogue, "Oslo, NO").key == "place.Oslo, NO"


@pytest.mark.parametrize(
    ("id_", "sentence"),
    [
        ("tal", 'there is no record "tal" (did you mean talk?)'),
        ("TALK", 'there is no record "TALK" (did you mean talk?)'),
        ("xyzzy", 'there is no record "xyzzy"'),
    ],
)
def test_not_exactly(catalogue: Catalogue, id_: str, sentence: str) -> None:
    """The nearest id is named, and nothing found."""
    with pytest.raises(NothingFound) as nothing:
        exactly(catalogue, id_)
    assert nothing.value.lines == (sentence,)


@pytest.mark.parametrize(
    ("id_", "keys"),
    [
        ("talk", ["video.talk-short", "meeting.lab-oslo"]),
        ("talk-short", []),
        ("other", ["meeting.lab-oslo"]),
        ("lab", ["video.talk", "meeting.lab-oslo", "meeting.lab-paris"]),
        ("media", ["video.talk", "topic.press"]),
        ("Oslo, NO", ["meeting.lab-oslo"]),
        ("oslo, no", []),
        ("none", []),
    ],
)
def test_referring(catalogue: Catalogue, id_: str, keys: list[str]) -> None:
    """All records that refer to the one of this id, in whatever field."""
    assert [record.key for record in referring(catalogue, id_)] == keys
