"""Where nothing is found, what is near is named: words, titles, topics, a few at most."""

from __future__ import annotations

import pytest
from asking import CONTEXT
from search.answers import index_of

from icccat.search import query
from icccat.search.match import find
from icccat.search.nearby import nearby

TEXT = """
[topic.refugees]
label = { en = "Refugees", fr = "Réfugiés" }
[series.universe]
title = "Universe of refugees"
[video.world]
title = "World Refugee Day"
[video.world-2]
title = "World Refugee Day 2"
[video.world-3]
title = "World Refugee Days"
[meeting.diversity]
title.en = "University, diversity"
description = "Diversity 2019 diversify diversities"
"""


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("deversity", ["words that do stand in records: “diversity”, “diversify”, “university”"]),
        ("dayz", ["words that do stand in records: “day”, “days”"]),
        ('"wrlod zzz"', ["words that do stand in records: “world”"]),
        ("refugeesque", ["a topic like it: Refugees (topic:refugees)"]),
        ("topic:refuges", ["a topic like it: Refugees (topic:refugees)"]),
        (
            '"wurld refuge dayy"',
            [
                "words that do stand in records: “refugee”, “world”, “day”",
                "a title like it: World Refugee Days (world-3)",
                "a title like it: World Refugee Day (world)",
            ],
        ),
        (
            "world refugee days date:1990",
            [
                "a title like it: World Refugee Days (world-3)",
                "a title like it: World Refugee Day (world)",
                "a title like it: World Refugee Day 2 (world-2)",
            ],
        ),
        ("qqq (zzz OR xxx) -day date:1990", []),
        ("2020 2o19", []),
        ("xy", []),
    ],
)
def test_nearby(asked: str, said: list[str]) -> None:
    """Words by fewest edits, then titles and topics, three sentences in all; numbers are exact."""
    with index_of(TEXT) as index:
        tree = query.parse(asked, CONTEXT)
        assert nearby(tree, find(tree, index, exact=True), index, "en") == said
