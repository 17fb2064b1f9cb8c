"""The page's own words."""

from __future__ import annotations

import pytest

from icccat.formats.page.words import capital, number_of


@pytest.mark.parametrize(
    ("number", "total", "language", "expected"),
    [
        (0, 0, "en", "0 records"),
        (0, 0, "fr", "0 fiche"),
        (1, 1, "en", "1 record"),
        (2, 2, "fr", "2 fiches"),
        (1, 145, "en", "1 record of 145"),
        (12, 145, "fr", "12 fiches sur 145"),
    ],
)
def test_number_of(number: int, total: int, language: str, expected: str) -> None:
    """One is one, in French none is one too; how many there are is said where it is more."""
    assert number_of(number, total, language) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("état", "État"), ("link to CSV", "Link to CSV"), ("", "")]
)
def test_capital(words: str, expected: str) -> None:
    """The first letter is a capital, the others are as they were."""
    assert capital(words) == expected
