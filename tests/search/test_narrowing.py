"""Terms that narrow an answer leave as many records as is said, when they are typed back."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import TODAY
from builders import SHIPPED
from search.answers import index_of

from icccat.catalogue.catalogue import parse
from icccat.search import query
from icccat.search.context import Context
from icccat.search.index.making import of
from icccat.search.match import find
from icccat.search.narrowing import narrowing

TEXT = """
[topic.media]
label = "Media"
[topic.social-media]
label = "Social media"
[video.a]
title = "A"
date = 2019-06-20
topics = ["media", "Not a slug"]
places = ["Oslo, NO", "Bergen, NO"]
[video.b]
title = "B"
date = 0999-06-20
topics = ["social-media", "Not a slug"]
places = ["NO"]
[video.c]
title = "C"
[meeting.d]
title = "D"
start = 2018-12-30
end = 2019-01-02
topics = ["e1", "e2", "e3", "e4"]
[meeting.e]
title = "E"
start = "2019"
topics = ["e1", "e2", "e3", "e4"]
"""


def narrowed(text: str, *ids: str, language: str = "en") -> list[tuple[str, list[str]]]:
    """What narrows the records of these ids."""
    with index_of(text) as index:
        numbers = [number for number, id_ in index.ids() if id_ in ids]
        return narrowing(index, numbers, Context(TODAY, {}, index.records), language)


def test_narrowing() -> None:
    """The most frequent values first, three at most, of each field that tells the records apart.

    Media is in the words of two topics, and a meeting over New Year is of both years.
    """
    assert narrowed(TEXT, *"abcde") == [
        ("kind", ["video 3", "meeting 2"]),
        ("topic", ["e1 2", "e2 2", "e3 2"]),
        ("year", ["2019 3"]),
        ("country", ["NO 2"]),
    ]
    assert narrowed(TEXT, *"abc") == [("topic", ["media 2"]), ("country", ["NO 2"])]


def test_a_value_of_which_two_topics_hold_a_word_each() -> None:
    """It is counted where both are, as it is found where both are."""
    topics = ('"social-media"', '"social-media"', '"social", "media"', '"social"', '"media"')
    text = "".join(
        f'[video.{id_}]\ntitle = "{id_}"\ntopics = [{of}]\n'
        for id_, of in zip("abcde", topics, strict=True)
    )
    assert narrowed(text, *"abcde") == [("topic", ["media 4", "social 4", "social-media 3"])]


def test_in_french() -> None:
    """The names are those of the language of the reader."""
    assert narrowed(TEXT, *"abcde", language="fr") == [
        ("nature", ["vidéo 3", "réunion 2"]),
        ("thème", ["e1 2", "e2 2", "e3 2"]),
        ("année", ["2019 3"]),
        ("pays", ["NO 2"]),
    ]


@pytest.mark.parametrize("ids", ["", "a", "ab", "ac"])
def test_nothing_narrows(ids: str) -> None:
    """What leaves one record, or all of them, is no help."""
    assert narrowed(TEXT, *ids) == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "asked",
    [
        "refugees",
        "anti-rumours",
        "integration date:2015..",
        "labour market",
        "meeting",
        "kind:video",
    ],
)
def test_typed_back(asked: str, language: str) -> None:
    """Of the shipped catalogue each term leaves as many as it says."""
    with of(parse(SHIPPED.read_text(encoding="utf-8"), Path("catalogue.toml"))) as index:
        context = Context(TODAY, {}, index.records)
        numbers = find(query.parse(asked, context), index).scores
        told = narrowing(index, numbers, context, language)
        terms = [(name, *one.rsplit(" ", 1)) for name, values in told for one in values]
        left = [
            len(find(query.parse(f"{asked} {name}:{value}", context), index).scores)
            for name, value, _number in terms
        ]
    assert terms
    assert left == [int(number) for _name, _value, number in terms]
