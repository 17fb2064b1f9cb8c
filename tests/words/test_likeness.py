"""Texts are alike by their letters, and told apart by their words; both ways the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.words.fold import fold
from icccat.words.likeness import alike, apart, differ_in_a_word, lengths, letters, telling
from icccat.words.nearest import distance

TEXTS = st.text("abcé 1", max_size=30)
TITLE = "The intercultural approach to refugee inclusion"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("", "", 0),
        ("", "a", 0),
        ("oslo", "oslo", 100),
        ("refugees", "refuggees", 88),
        ("refugees", "erfugees", 87),
        ("policy lab", "policy labs", 90),
        ("kitten", "sitting", 57),
        ("kobe", "oslo", 0),
    ],
)
def test_alike(a: str, b: str, expected: int) -> None:
    """It is told in whole per cent, rounded down; an empty text is like none."""
    assert alike(a, b) == expected


@pytest.mark.parametrize(
    ("least", "expected"), [(0, 88), (88, 88), (89, 0)], ids=["any", "as many", "more"]
)
def test_alike_at_least(least: int, expected: int) -> None:
    """What is less alike than asked for is not alike at all."""
    assert alike("refugees", "refuggees", least) == expected


@given(TEXTS, TEXTS, st.integers(0, 100))
def test_alike_by_edit_distance(a: str, b: str, least: int) -> None:
    """It is the edit distance over the longer length, both ways, whatever the short cuts."""
    longer = max(len(a), len(b), 1)
    exact = (longer - distance(a, b, longer)) * 100 // longer if a or b else 0
    assert alike(a, b, least) == alike(b, a, least) == (exact if exact >= least else 0)


@given(TEXTS, TEXTS)
def test_cheap_bounds(a: str, b: str) -> None:
    """Letters and lengths never rule out what is alike."""
    edits = distance(a, b, 100)
    assert apart(letters(a), letters(b)) <= edits
    if a and b and alike(a, b, 88):
        assert len(b) in lengths(len(a), 88)


def test_letters() -> None:
    """As many edits as letters that one text has more of than the other."""
    assert apart(letters("lisbon"), letters("lisboa")) == 1
    assert apart(letters("oslo"), letters("kobe")) == 3
    assert apart(letters("aaaa"), letters("a")) == 3
    assert apart(letters(""), letters("")) == 0


def test_lengths() -> None:
    """A text of 25 letters may be like one of 22 to 28, to 88 per cent."""
    assert lengths(25, 88) == range(22, 29)
    assert lengths(0, 88) == range(1)


def test_telling() -> None:
    """Words that only hold a sentence together are left out, in both languages."""
    assert telling(TITLE) == ["intercultural", "approach", "refugee", "inclusion"]
    assert telling("L’approche de la ville") == ["approche", "ville"]


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        (TITLE, False),
        ("Intercultural approaches to refugee inclusion", False),
        ("The intercultural aproach for refugees’ inclusion", False),
        ("The inter-cultural approach to refugee inclusion", False),
        ("An intercultural approach to the inclusion of refugee women", False),
        ("The intercultural approach to refugee integration", True),
        ("The intercultural approach to women’s inclusion", True),
        ("The intercultural approach to inclusion inclusion", True),
        ("The second intercultural approach to refugee inclusion", False),
    ],
)
def test_differ_in_a_word(other: str, differ: bool) -> None:  # noqa: FBT001 (an expected value)
    """Texts differ where a telling word stands for another; not by spelling, additions, numbers."""
    assert differ_in_a_word(fold(TITLE), fold(other)) is differ
    assert differ_in_a_word(fold(other), fold(TITLE)) is differ


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("study visit to oslo", "study visit to cork", True),
        ("study visit to oslo", "study visit", False),
        ("study visit to lisbon", "study visit to lisbonne", False),
        ("webinar in june", "webinar in july", True),
        ("the city", "the cities", False),
        ("women in cities", "men in cities", True),
        ("public space", "publicspace", False),
        ("first meeting", "second meeting", False),
        ("", "", False),
    ],
)
def test_differ_in_a_short_word(a: str, b: str, differ: bool) -> None:  # noqa: FBT001 (as above)
    """Short words stand for one another where they begin alike; numbers are another matter."""
    assert differ_in_a_word(a, b) is differ


@given(st.lists(st.sampled_from(["oslo", "kobe", "cities", "the", "3"])), st.data())
def test_differ_both_ways(words: list[str], data: st.DataObject) -> None:
    """It is the same both ways, and no text differs from itself or from its words in order."""
    text, other = " ".join(words), " ".join(data.draw(st.permutations(words))[1:])
    assert differ_in_a_word(text, other) == differ_in_a_word(other, text)
    assert not differ_in_a_word(text, " ".join(sorted(words)))
