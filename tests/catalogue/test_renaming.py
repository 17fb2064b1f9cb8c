"""A record gets another id, and all that refers to it does so by the new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from icccat.catalogue.catalogue import parse
from icccat.catalogue.renaming import renamed
from icccat.errors import Refused
from icccat.records.change import Change

TEXT = """\
# Media.
[topic.media]
label.en = "Media"
label.fr = "Médias"
also = ["press"]

[topic.press]
label = "Press"
also = ["papers", "press"]
broader = "media"

[topic.nameless]

[topic.radio]
label = "Radio" # heard
broader = "press"

[topic.wireless]
label = "Radio"

[place."Oslo, NO"]
also = ["Christiania"]

[place."Paris, FR"]

[series.lab]
title = "Lab"

[video.a]
title = "A"
topics = ["press", "media"] # both
places = ["Oslo, NO", "Paris, FR"]

[video.b]
title = "B"
version_of = "a"
series = "lab"
topics = ["radio", "press", "nameless"]

[meeting.m]
title = "M"
series = "lab"
recordings = ["a", "b"]
[[meeting.m.documents]]
title = "a"
"""


def renaming(text: str, kind: str, id_: str, new_id: str) -> tuple[str, list[Change]]:
    """The new text, which means what was meant, and what is told."""
    catalogue = parse(text, Path("c.toml"))
    plan, told = renamed(catalogue, catalogue.records[kind][id_], new_id)
    assert parse(plan.text, Path("c.toml")).data == plan.data
    return plan.text, told


@pytest.mark.parametrize(
    ("kind", "id_", "new_id", "lines", "told"),
    [
        ("topic", "wireless", "broadcast", {"[topic.wireless]": "[topic.broadcast]"}, []),
        (
            *("topic", "press", "news"),
            {
                "[topic.press]": "[topic.news]",
                'broader = "press"': 'broader = "news"',
                'topics = ["press", "media"] # both': 'topics = ["news", "media"] # both',
                '["radio", "press", "nameless"]': '["radio", "news", "nameless"]',
            },
            ["video.a", "video.b", "topic.radio"],
        ),
        (
            *("video", "a", "z9-a"),
            {
                "[video.a]": "[video.z9-a]",
                'version_of = "a"': 'version_of = "z9-a"',
                'recordings = ["a", "b"]': 'recordings = ["z9-a", "b"]',
            },
            ["video.b", "meeting.m"],
        ),
        (
            *("meeting", "m", "meeting-one"),
            {
                "[meeting.m]": "[meeting.meeting-one]",
                "[[meeting.m.documents]]": "[[meeting.meeting-one.documents]]",
            },
            [],
        ),
        (
            *("series", "lab", "labs"),
            {"[series.lab]": "[series.labs]", 'series = "lab"': 'series = "labs"'},
            ["video.b", "meeting.m"],
        ),
        (
            *("place", "Oslo, NO", "Oslo City, NO"),
            {
                '[place."Oslo, NO"]': '[place."Oslo City, NO"]',
                'places = ["Oslo, NO", ': 'places = ["Oslo City, NO", ',
            },
            ["video.a"],
        ),
        (
            *("place", "Paris, FR", "FR"),
            {'[place."Paris, FR"]': "[place.FR]", ', "Paris, FR"]': ', "FR"]'},
            ["video.a"],
        ),
    ],
)
def test_renamed(kind: str, id_: str, new_id: str, lines: dict[str, str], told: list[str]) -> None:
    """The heading and every reference have the new id, nothing is moved, and all is told."""
    expected = TEXT
    for old, new in lines.items():
        assert old in expected
        expected = expected.replace(old, new)
    text, changes = renaming(TEXT, kind, id_, new_id)
    assert text == expected
    table = parse(TEXT, Path("c.toml")).data[kind][id_]
    assert changes[:2] == [Change(kind, id_, table, None), Change(kind, new_id, None, table)]
    assert [change.key for change in changes[2:]] == told


def test_only_the_case() -> None:
    """An id may get capitals where its kind has them: it is not taken by itself."""
    text, _changes = renaming('[place."oslo, NO"]\n', "place", "oslo, NO", "Oslo, NO")
    assert text == '[place."Oslo, NO"]\n'


PRESS = """\
# Media.
[topic.media]
label.en = "Media"
label.fr = "Médias"
also = ["press", "Press", "papers"]

[topic.nameless]
"""


def test_topics_merged() -> None:
    """The names of the one are other names of the other, each once, and so are its references."""
    text, changes = renaming(TEXT, "topic", "press", "Media")
    expected = PRESS + TEXT.partition("[topic.nameless]\n")[2]
    for old, new in {
        'broader = "press"': 'broader = "media"',
        'topics = ["press", "media"] # both': 'topics = ["media"] # both',
        '["radio", "press", "nameless"]': '["radio", "media", "nameless"]',
    }.items():
        assert old in expected
        expected = expected.replace(old, new)
    assert text == expected
    assert [change.key for change in changes] == [
        *("topic.media", "topic.press", "video.a", "video.b", "topic.radio")
    ]
    assert changes[1].after is None


def test_a_topic_merged_into_a_narrower_one() -> None:
    """That is no longer narrower, as what it was part of is itself."""
    text, changes = renaming(TEXT, "topic", "press", "radio")
    data = parse(text, Path("c.toml")).data
    assert data["topic"]["radio"] == {"label": "Radio", "also": ["Press", "papers", "press"]}
    assert list(data["topic"]) == ["media", "nameless", "radio", "wireless"]
    assert data["video"]["b"]["topics"] == ["radio", "nameless"]
    assert data["video"]["a"]["topics"] == ["radio", "media"]
    assert [change.key for change in changes] == [
        *("topic.radio", "topic.press", "video.a", "video.b")
    ]


@pytest.mark.parametrize(
    ("id_", "new_id", "table"),
    [
        ("wireless", "radio", {"label": "Radio", "broader": "press"}),
        ("nameless", "radio", {"label": "Radio", "broader": "press"}),
        ("wireless", "nameless", {"also": ["Radio"]}),
    ],
)
def test_names_that_are_there(id_: str, new_id: str, table: dict[str, object]) -> None:
    """A name that the other has is not added, and no empty list; a topic may be without any."""
    text, _changes = renaming(TEXT, "topic", id_, new_id)
    topics = parse(text, Path("c.toml")).data["topic"]
    assert topics[new_id] == table
    assert id_ not in topics


@pytest.mark.parametrize(
    ("kind", "id_", "new_id", "sentence"),
    [
        ("video", "a", "b", 'the id "b" is taken by video.b'),
        ("video", "a", "LAB", 'the id "lab" is taken by series.lab'),
        ("topic", "press", "a", 'the id "a" is taken by video.a'),
        ("video", "a", "press", 'the id "press" is taken by topic.press'),
        ("place", "Oslo, NO", "paris, fr", 'the id "Paris, FR" is taken by place.Paris, FR'),
        (
            *("video", "a", "Has Space"),
            'the id "Has Space" is hard to type: use small letters, digits and hyphens',
        ),
        ("video", "a", "", 'the id "" is hard to type: use small letters, digits and hyphens'),
        (
            *("place", "Oslo, NO", "Oslo"),
            '"Oslo" is not a place: write City, CC or CC, as in Helsinki, FI',
        ),
    ],
)
def test_refused(kind: str, id_: str, new_id: str, sentence: str) -> None:
    """An id that another record has, in any case, or that is not as it should be."""
    with pytest.raises(Refused) as refused:
        renaming(TEXT, kind, id_, new_id)
    assert refused.value.lines == (sentence,)
