"""A mistyped word finds the one that was meant, and a strange one finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.words.nearest import distance, nearest

WORDS = st.text("abcé", max_size=8)
FIELDS = ("title", "date", "topics", "participants", "participant_count", "places", "speakers")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("", "", 0),
        ("oslo", "oslo", 0),
        ("oslo", "olso", 1),
        ("refugees", "refuggees", 1),
        ("limit", "limt", 1),
        ("hate", "date", 1),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
        ("", "abc", 3),
        ("refugees", "women", 4),
        ("abcdefgh", "stuvwxyz", 4),
    ],
)
def test_distance(a: str, b: str, expected: int) -> None:
    """Letters put, dropped, changed or swapped are counted, up to one more than asked for."""
    assert distance(a, b, 3) == expected


@given(WORDS, WORDS, st.integers(0, 9))
def test_distance_is_symmetric_and_bounded(a: str, b: str, most: int) -> None:
    """It is the same both ways, at most the bound and one, and not changed by a higher bound."""
    found = distance(a, b, most)
    assert found == distance(b, a, most)
    assert found == min(distance(a, b, 10), most + 1)
    assert (found == 0) == (a == b)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("titel", FIELDS, "title"),
        ("topic", FIELDS, "topics"),
        ("partic", FIELDS, "participants"),
        ("particpants", FIELDS, "participants"),
        ("speekars", FIELDS, "speakers"),
        ("DATE", FIELDS, "date"),
        ("dt", FIELDS, None),
        ("da", FIELDS, None),
        ("x", ("y", "xy"), None),
        ("", FIELDS, None),
        ("venue", FIELDS, None),
        ("oslo", (), None),
        ("malaga", ("Málaga", "Malta"), "Málaga"),
        ("réfugiés", ("refugees", "Réfugié"), "Réfugié"),
        ("local goverments", ("local governments", "practitioners"), "local governments"),
        ("lang", ("languages", "land"), "land"),
        ("lisbo", ("lisbonne", "lusba"), "lisbonne"),
    ],
)
def test_nearest(word: str, known: tuple[str, ...], expected: str | None) -> None:
    """A few edits, fewer in a short word, or a beginning of three letters or more are near."""
    assert nearest(word, known) == expected


def test_of_equals_the_choice_is_always_the_same() -> None:
    """The first letter counts, then the length, then the alphabet; never the order given."""
    known = ["bate", "date", "hats", "hated", "Hate", "hate"]
    assert nearest("hats", known) == nearest("hats", reversed(known)) == "hats"
    assert nearest("hat", known) == nearest("hat", reversed(known)) == "Hate"
    assert nearest("gate", known) == nearest("gate", reversed(known)) == "bate"
