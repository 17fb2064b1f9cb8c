"""The words of a record as the index holds them: by column, by stem, by letters."""

from __future__ import annotations

import pytest
from builders import records_of
from hypothesis import given
from hypothesis import strategies as st

from icccat.search.index.columns import BREAK, columns
from icccat.search.index.letters import letters
from icccat.search.index.stems import stems, stems_of
from icccat.search.texts import Texts
from icccat.words.fold import words
from icccat.words.nearest import distance

RECORDS = records_of("""
[topic.media]
label = { en = "Media", fr = "Médias" }
[meeting.lab]
title = { en = "The lab’s first", fr = "Premier laboratoire" }
description = "About labs."
start = 2019-05-28
places = ["Oslo, NO"]
host = "City of Oslo"
topics = ["media"]
url = "https://rm.coe.int/report"
notes = "Ask."
""")


def test_columns() -> None:
    """Each text stands in the column of its field, apart from the next; addresses in none."""
    texts = Texts(RECORDS["meeting"]["lab"], RECORDS)
    assert columns(texts) == {
        "title": f"the lab first {BREAK} premier laboratoire",
        "topics": f"media {BREAK} media {BREAK} medias",
        "people": "city of oslo",
        "places": f"oslo no {BREAK} norway {BREAK} norvege {BREAK} oslo no",
        "description": "about labs",
        "series": "",
        "audiences": "",
        "rest": f"lab {BREAK} 2019 05 28 {BREAK} may 2019 {BREAK} mai 2019 {BREAK} ask",
    }


def test_no_word_is_the_break() -> None:
    """What stands between two texts is no word of any text."""
    assert words(f"a {BREAK} b") == ("a", "b")


@pytest.mark.parametrize(
    ("word", "english", "french"),
    [
        ("refugees", "refuge", "refug"),
        ("refugies", "refugi", "refug"),
        ("refugiee", "refugie", "refug"),
        ("refugiees", "refugie", "refug"),
        ("coordinatrice", "coordinatric", "coordin"),
        ("coordinatrices", "coordinatric", "coordin"),
        ("coordinateur", "coordinateur", "coordin"),
        ("ee", "ee", "ee"),
        ("trees", "tree", "tre"),
        ("2019", "2019", "2019"),
    ],
)
def test_stems(word: str, english: str, french: str) -> None:
    """French feminines have the stem of their masculines, as far as the word is long enough."""
    assert stems(word) == (english, french)
    assert stems_of([word]) == [(word, english, french)]


@given(word=st.text(), other=st.text())
def test_letters(word: str, other: str) -> None:
    """Words so many edits apart differ in twice as many bits at most, which SQLite can hold."""
    edits = distance(word, other, max(len(word), len(other)))
    assert (letters(word) ^ letters(other)).bit_count() <= 2 * edits
    assert 0 <= letters(word) < 2**63
