"""What an answer is worth, in which order it comes, and why each record is in it."""

from __future__ import annotations

from math import isclose, log, sqrt

import pytest
from search.answers import answer, found, index_of, met

from icccat.records.kinds import EVENTS, KINDS
from icccat.search.found import Found, Shown
from icccat.search.ladder import Way
from icccat.search.order import ranked
from icccat.search.places import Places
from icccat.search.similar import similar
from icccat.search.weights import rarity, worth

TEXT = """
[topic.media]
label = "Media"
[video.old]
title = "Media"
date = 2018-01-02
[video.new]
title = "Media"
date = 2019-06-20
[video.month]
title = "Media"
date = "2019-06"
[video.none]
title = { en = "Media", fr = "Autres médias" }
[video.none-too]
title = { en = "Media", fr = "Médias" }
[meeting.lab]
title = "Policy lab"
description = "On public space, space and media"
start = 2019-05-28
"""


@pytest.mark.parametrize(
    ("query", "language", "expected"),
    [
        ("media kind:video", "en", "new month old none none-too"),
        ("title:media", "en", "new month old none none-too"),
        ("title:media", "fr", "new month old none none-too"),
        ("title:medias", "fr", "none none-too"),
        ("lab OR media", "en", "new month old none none-too lab"),
        ("date:2019", "en", "new month lab"),
        ("mai 2019", "en", "lab"),
    ],
)
def test_the_order(query: str, language: str, expected: str) -> None:
    """The best first; of equals the newest, the more precise, then by title; undated ones last."""
    with index_of(TEXT) as index:
        numbers = ranked(answer(query, index).scores, index, language)
        assert " ".join(one.id for one in index.read(numbers)) == expected


def test_rarity() -> None:
    """A word tells the more the fewer records have it."""
    assert isclose(rarity(4, 4), sqrt(log(2)))
    assert rarity(1, 4) == rarity(0, 4) > rarity(2, 4)


def test_worth() -> None:
    """In each column the best way counts, and the columns together."""
    with index_of(TEXT) as index:
        places = Places(index, frozenset(EVENTS))
        lab = index.number(index.records["meeting"]["lab"])
        both = [Way("stem", ("lab",)), Way("exact", ("lab",)), Way("typo", ("lab",))]
        assert worth(both, places) == {lab: 11.0}
        assert worth([Way("vocabulary", ("policy", "lab"))], places) == {lab: pytest.approx(4.0)}
        assert worth([Way("exact", ("nothing",))], places) == {}


def test_places() -> None:
    """Words stand next to each other within one text, in the records of the kinds meant."""
    with index_of(TEXT) as index:
        places = Places(index, frozenset(EVENTS))
        lab = index.number(index.records["meeting"]["lab"])
        assert places.columns([("public", "space", "space")]) == {"description": {lab}}
        assert places.columns([("public", "space")]) == {"description": {lab}}
        assert places.columns([("space", "public"), ("nothing", "space")]) == {}
        assert not places.hold(("space",) * 5000)
        assert places.columns([("lab",), ("nothing",)]) == {"title": {lab}, "rest": {lab}}
        assert (len(places.records(("media",))), places.total) == (6, 6)
        assert len(Places(index, frozenset(KINDS)).records(("media",))) == 7


def test_a_phrase_counts_more() -> None:
    """Words of the query that stand together are worth more than the same words apart."""
    text = '[video.apart]\ntitle = "Space, the public"\ndate = 2020-01-01\n'
    with index_of(f'{text}[video.both]\ntitle = "The public space"\n') as index:
        numbers = ranked(answer("public space", index).scores, index, "en")
        assert [one.id for one in index.read(numbers)] == ["both", "apart"]


@pytest.mark.parametrize("written", ["anti-rumours", "anti rumours", "antirumours"])
@pytest.mark.parametrize("asked", ["antirumours city", "anti-rumours city"])
def test_a_phrase_of_a_word_written_as_two(asked: str, written: str) -> None:
    """They are worth more also where one of them is written as two, or two of them as one."""
    text = f'[video.apart]\ntitle = "City of {written}"\ndate = 2020-01-01\n'
    with index_of(f'{text}[video.both]\ntitle = "The {written} city"\n') as index:
        numbers = ranked(answer(asked, index).scores, index, "en")
        assert [one.id for one in index.read(numbers)] == ["both", "apart"]


def test_why() -> None:
    """Each word of the query is told with the first step that met it, and where."""
    with index_of(TEXT) as index:
        lab = index.number(index.records["meeting"]["lab"])
        found_ = answer("labs medi mai 2019", index)
        assert found(found_, lab) == [
            Found("labs", "stem", ("lab",), ("title", "rest")),
            Found("medi", "beginning", ("media",), ("description",)),
            Found("mai 2019", "date", (), ()),
        ]
        assert met(found_, lab) == {"lab", "media", "mai", "2019"}
        assert [way.words for way in Shown(found_, [lab]).ways(lab)] == [
            ("lab",),
            ("media",),
            ("mai", "2019"),
        ]


def test_similar() -> None:
    """Those that share two telling words, topics or places at least, the most alike first."""
    text = """
    [video.a]
    title = "Refugees in Oslo, a film"
    places = ["Oslo, NO"]
    topics = ["refugees"]
    url = "https://vimeo.com/1"
    [video.b]
    title = "Women in Oslo, the film"
    places = ["Oslo, NO"]
    [video.c]
    title = "Refugees on film"
    topics = ["refugees", "media"]
    [video.d]
    title = "A film of 2019"
    [topic.refugees]
    label = "Refugees"
    """
    with index_of(text) as index:
        alike = similar(index.records["video"]["a"], index)
        assert [one.id for one in index.read(ranked(alike.scores, index, "en"))] == ["c", "b"]
        assert found(alike, index.number(index.records["video"]["c"])) == [
            Found("refugees", "exact", ("refugees",), ("title", "topics")),
            Found("film", "exact", ("film",), ("title",)),
        ]
