"""The words by which a record is found, field by field."""

from __future__ import annotations

import pytest
from builders import records_of

from icccat.search.texts import Texts

CATALOGUE = records_of("""
[video.inclusion]
title = { en = "Inclusion", fr = "L’intégration" }
date = "2019-06"
series = "didactic"
part = 2
topics = ["refugees", "unknown"]
languages = ["fr"]
places = ["Lisbon, PT", "FI"]
url = "https://vimeo.com/340198046"
supplied = true
notes = "Anti-rumours"
source = "https://www.coe.int"
[[video.inclusion.documents]]
title = { en = "Report", el = "Έκθεση" }
type = "policy brief"
language = "en"
reference = "CDADI(2021)6"
date = 2019-06-20

[video.dated]
title = "Dated"
date = 2019-12-01

[video.year]
title = "Dated"
date = "2019"

[series.didactic]
title = "Didactic videos"

[topic.refugees]
label = { en = "Refugees", fr = "Réfugiés" }
also = ["demandeurs d’asile"]

[place."Lisbon, PT"]
also = ["Lisbonne"]
""")


def texts(kind: str, id_: str) -> Texts:
    """The texts of one of the records."""
    return Texts(CATALOGUE[kind][id_], CATALOGUE)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("title", ["Inclusion", "L’intégration"]),
        ("date", ["2019-06", "June 2019", "juin 2019"]),
        ("series", ["didactic", "Didactic videos"]),
        ("part", ["2"]),
        ("topics", ["refugees", "Refugees", "Réfugiés", "demandeurs d’asile", "unknown"]),
        ("languages", ["French", "français"]),
        (
            "places",
            [
                *("Lisbon, PT", "Portugal", "Portugal", "Lisbon, PT", "Lisbonne"),
                *("FI", "Finland", "Finlande", "FI"),
            ],
        ),
        ("documents", ["Report", "Έκθεση", "policy brief", "CDADI(2021)6"]),
        ("notes", ["Anti-rumours"]),
        ("description", []),
        ("venue", []),
        ("nothing", []),
    ],
)
def test_the_texts_of_a_field(name: str, expected: list[str]) -> None:
    """A field holds its own text, and the names in both languages of what it refers to."""
    assert list(texts("video", "inclusion").texts(name)) == expected


@pytest.mark.parametrize(
    ("id_", "expected"),
    [("dated", ["2019-12-01", "December 2019", "décembre 2019"]), ("year", ["2019"])],
)
def test_the_texts_of_a_date(id_: str, expected: list[str]) -> None:
    """A date is also its month in words, if it has one."""
    assert list(texts("video", id_).texts("date")) == expected


def test_the_words_of_a_field() -> None:
    """The words of each text stand apart; those in another alphabet come in Latin letters too."""
    assert texts("video", "inclusion").of("documents") == [
        ("report",),
        ("εκθεση",),
        ("ekthesi",),
        ("policy", "brief"),
        ("cdadi", "2021", "6"),
    ]


def test_everything_is_the_id_and_each_field_that_holds_words() -> None:
    """A record is found by its id and its texts, not by addresses, nor by its flags."""
    assert texts("video", "dated").everything == [
        ("dated",),
        ("dated",),
        ("2019", "12", "01"),
        ("december", "2019"),
        ("decembre", "2019"),
    ]
    words = {word for text in texts("video", "inclusion").everything for word in text}
    assert {"rumours", "refugies", "lisbonne", "francais"} <= words
    assert words & {"vimeo", "340198046", "true", "coe", "https"} == set()


def test_the_words_of_the_vocabulary() -> None:
    """A topic and a place are found by all their names."""
    assert texts("topic", "refugees").everything == [
        ("refugees",),
        ("refugees",),
        ("refugies",),
        ("demandeurs", "asile"),
    ]
    assert texts("place", "Lisbon, PT").everything == [("lisbon", "pt"), ("lisbonne",)]
