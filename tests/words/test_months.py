"""Months are known by their names in both languages."""

from __future__ import annotations

import pytest

from icccat.words.months import MONTHS, month


@pytest.mark.parametrize("language", ["en", "fr"])
def test_names(language: str) -> None:
    """Each name gives its number, in any case and with or without accents."""
    assert [month(name.upper()) for name in MONTHS[language]] == [*range(1, 13)]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("Nov", 11),
        ("nov.", 11),
        ("févr.", 2),
        ("fevr", 2),
        ("FÉVRIER", 2),
        ("sept", 9),
        ("Sep.", 9),
        ("août", 8),
        ("aout", 8),
        ("déc.", 12),
        ("may", 5),
        ("mai", 5),
        ("mars", 3),
        ("m", None),
        ("novem", None),
        ("nov..", None),
        ("", None),
        ("11", None),
    ],
)
def test_shortened(word: str, number: int | None) -> None:
    """So do the usual shortened forms, with or without a full stop; no others do."""
    assert month(word) == number
