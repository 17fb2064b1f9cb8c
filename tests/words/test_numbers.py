"""The numbers that a text tells are found, in figures and in words of both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.words.numbers import number, numbers


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("3", 3),
        ("2019", 2019),
        ("3rd", 3),
        ("42nd", 42),
        ("1er", 1),
        ("1ere", 1),
        ("3e", 3),
        ("3eme", 3),
        ("third", 3),
        ("troisieme", 3),
        ("trois", 3),
        ("iii", 3),
        ("douze", 12),
        ("un", None),
        ("une", None),
        ("policy", None),
        ("3d", None),
        ("3.", None),
        ("1234567890", None),
        ("٣", None),
        ("", None),
    ],
)
def test_number(word: str, expected: int | None) -> None:
    """A folded word stands for a number, as a cardinal, an ordinal or in Roman; or for none."""
    assert number(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Policy lab, third meeting", {3}),
        ("3e réunion, Troisième réunion", {3}),
        ("Part II of the 42nd session, 2019", {2, 42, 2019}),
        ("The twenty-second meeting", {2}),
        ("Meeting of ICC coordinators", set()),
        ("", set()),
    ],
)
def test_numbers(text: str, expected: set[int]) -> None:
    """Each number of a text is told once, however it is written."""
    assert numbers(text) == expected


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text has its numbers, none below nothing."""
    assert all(one >= 0 for one in numbers(text))
