"""The words of a record as the index holds them: by column, by stem, by letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from builders import records_of
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.records.record import Record
from icccat.search.index.columns import BREAK, COLUMNS
from icccat.search.index.filing import Filing
from icccat.search.index.letters import letters
from icccat.search.index.stems import stems, stems_of
from icccat.search.texts import Texts
from icccat.words.fold import words
from icccat.words.nearest import distance

if TYPE_CHECKING:
    from icccat.records.record import Records

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


def columns(record: Record, records: Records) -> dict[str, str]:
    """What a record's columns hold, with a space between two words."""
    (found,) = Filing(records).words([record])
    spaced = [" ".join(re.findall(rf"\w+|{BREAK}", text)) for text in found]
    return dict(zip(COLUMNS, spaced, strict=True))


def test_columns() -> None:
    """Each text stands in the column of its field, apart from the next; addresses in none."""
    assert columns(RECORDS["meeting"]["lab"], RECORDS) == {
        "title": f"the lab first {BREAK} premier laboratoire",
        "topics": f"media {BREAK} media {BREAK} medias",
        "people": "city of oslo",
        "places": f"oslo no {BREAK} norway {BREAK} norvege {BREAK} oslo no",
        "description": "about labs",
        "series": "",
        "audiences": "",
        "rest": f"lab {BREAK} 2019 05 28 {BREAK} may 2019 {BREAK} mai 2019 {BREAK} ask",
    }


@given(titles=st.lists(st.text(min_size=1), max_size=4))
@example(titles=["Łódź\n\x1eЗв’язок", "a\x1eb␞c", "l·l d’Été_ü…"])  # noqa: RUF001 (Ukrainian)
def test_many_records_have_the_words_of_each(titles: list[str]) -> None:
    """Put in together, each has the words that its texts have, and no other."""
    records = [Record("video", "x", {"title": {"en": title}}) for title in titles]
    found = [columns[0] for columns in Filing({}).words(records)]
    words_of = [re.findall(r"[^\W_]+", text.replace(BREAK, " ")) for text in found]
    expected = [
        [word for spelt in Texts(record, {}).of("title") for word in spelt] for record in records
    ]
    assert words_of == expected


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
