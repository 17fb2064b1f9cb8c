"""Why a record is in an answer: by which words, how far down the ladder, and where they stand."""

from __future__ import annotations

import pytest
from search.answers import VOCABULARY, answer, found, index_of, met

from icccat.search.found import Found, Shown
from icccat.search.reasons import Reason, reason, standing

TEXT = (
    VOCABULARY
    + """
[series.lab]
title = "Policy lab"
[video.x]
title.en = "Media and welcome"
title.fr = "Médias et accueil"
description.en = '''What the twelve cities of our whole network did, and still do,
for people who seek asylum, and for all of those who came before them.'''
date = 2019-06-20
topics = ["refugees", "gone"]
speakers = ["Refugees United"]
series = "lab"
places = ["Lisbon, PT"]
languages = ["uk"]
occasion = "Day of Refugees"
url = "https://x.org/elsewhere"
[[video.x.documents]]
title = "Minutes of a long discussion"
type = "minutes"
[video.y]
title = "Refugees in 2019"
[video.z]
title = "Seekers of asylum seekers"
"""
)


def why(query: str, id_: str) -> Reason:
    """Why the video of this id is found."""
    with index_of(TEXT) as index:
        number = index.number(index.records["video"][id_])
        return reason(Shown(answer(query, index), [number]), number)


@pytest.mark.parametrize(
    ("query", "id_", "matched", "step"),
    [
        ("media", "x", ["media", "medias"], "exact"),
        ("média welcomes", "x", ["media", "medias", "welcome"], "stem"),
        ("refugees", "y", ["refugees"], "exact"),
        ("refuggees", "y", ["refugees"], "typo"),
        ("refuggees", "x", ["refugees", "refugies"], "typo"),
        ("refuggees media", "x", ["refugees", "refugies", "media", "medias"], "typo"),
        ("asyl", "z", ["asylum"], "beginning"),
        ("asylumseekers", "z", ["asylum", "seekers"], "joined"),
        ("asylum seekers", "y", ["refugees"], "vocabulary"),
        ("Réfugiés", "x", ["refugies", "refugees", "asylum", "seekers"], "exact"),
        ('"seekers of"', "z", ["seekers", "of"], "exact"),
        ('"welcome media"', "x", ["welcome", "media", "medias"], "exact"),
        ("refugees 2019", "y", ["refugees", "2019"], "exact"),
        ("refugees 2019", "x", ["refugees", "refugies", "asylum", "seekers", "2019"], "exact"),
        ("refugees OR media", "y", ["refugees"], "exact"),
        ("welcome the", "x", ["welcome"], "exact"),
        ("the what", "x", ["the", "what"], "exact"),
        ("-women kind:video", "x", [], "exact"),
    ],
)
def test_reason(query: str, id_: str, matched: list[str], step: str) -> None:
    """The words of the record that met the query, in its order, and the furthest step."""
    one = why(query, id_)
    assert (one.matched, one.step) == (matched, step)


def test_words_that_hold_a_sentence_together() -> None:
    """They count only where there are no others."""
    with index_of(TEXT) as index:
        number = index.number(index.records["video"]["x"])
        for query, matched in {"welcome the": ["welcome"], "the and": ["the", "and"]}.items():
            shown = Shown(answer(query, index, exact=True), [number])
            assert reason(shown, number).matched == matched


def test_a_date_of_its_own() -> None:
    """A date that is the record's own needs no other reason; one that stands in a text does."""
    own, written = why("refugees 2019", "x"), why("refugees 2019", "y")
    assert (own.own, own.words) == (frozenset({("2019",)}), own.runs[:-1])
    assert (written.own, written.words) == (frozenset(), (("refugees",), ("2019",)))


def test_found() -> None:
    """Each word once, by the first step that met it; a date of its own has no place."""
    with index_of(TEXT) as index:
        got = answer("média 2019", index)
        x, y = (index.number(index.records["video"][id_]) for id_ in "xy")
        assert found(got, x) == [
            Found("media", "exact", ("media",), ("title",)),
            Found("2019", "date", (), ()),
        ]
        assert met(got, x) == {"media", "medias", "2019"}
        got = answer("refugees 2019", index)
        assert found(got, y) == [
            Found("refugees", "exact", ("refugees",), ("title",)),
            Found("2019", "exact", ("2019",), ("title",)),
        ]


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("media", "en", ("title", "Media and welcome")),
        ("accueil", "en", ("title (French)", "Médias et accueil")),
        ("accueil", "fr", ("titre", "Médias et accueil")),
        ("welcome", "fr", ("titre (anglais)", "Media and welcome")),
        ("refugees", "en", ("topics", "refugees")),
        ("refugies", "fr", ("thèmes", "refugees (Réfugiés)")),
        ("asylum seekers", "en", ("topics", "refugees (asylum seekers)")),
        ("gone", "en", ("topics", "gone")),
        ("united", "en", ("speakers", "Refugees United")),
        ("policy lab", "en", ("series", "lab (Policy lab)")),
        ("lisboa", "en", ("places", "Lisbon, PT (Lisboa)")),
        ("portugal", "fr", ("lieux", "Lisbon, PT (Portugal)")),
        ("ukrainian", "en", ("languages", "Ukrainian")),
        ("ukrainien", "en", ("languages", "Ukrainian (ukrainien)")),
        ("june 2019", "en", ("date", "20 June 2019")),
        ("juin 2019", "en", ("date", "20 June 2019 (juin 2019)")),
        ("day of", "en", ("occasion", "Day of Refugees")),
        ("minutes", "en", ("documents", "Minutes of a long discussion")),
        (
            "network",
            "en",
            (
                "description",
                "…the twelve cities of our whole network did, and still do, for people…",
            ),
        ),
        ("what", "en", ("description", "What the twelve cities of our whole…")),
        ("them", "en", ("description", "…all of those who came before them.")),
        ("elsewhere", "en", None),
        ("x", "en", None),
    ],
)
def test_standing(words: str, language: str, expected: tuple[str, str] | None) -> None:
    """The field that tells most, in the reader's language, and a few words around the match.

    What a record refers to is shown by its id, with the name that was met if that is another.
    """
    with index_of(TEXT) as index:
        record = index.records["video"]["x"]
        run = tuple(words.split())
        assert standing(record, [run], index.records, language) == expected
