"""What runs from right to left is set apart, so that what stands beside it keeps its place."""

# ruff: noqa: RUF001 -- letters of Hebrew

from __future__ import annotations

import pytest

from icccat.terminal.direction import END, ISOLATE, is_apart, with_isolates

CITIES = "المدن متعددة الثقافات (2026): مقدمة"
MIXED = "ערים ICC ו-Lisbon (2019)"


@pytest.mark.parametrize(
    "line",
    [
        "title: Cités (2019) 日本 Ευρώπη",
        "<>",
        "  <>",
        "title: <>",
        "titre\xa0: <>",
        "  title.he: + <>",
        "  title.he: - <>",
        "  title.he: <> → <>",
        "  title.he: <> → none",
        'a.toml:1: video.a: it may be b: "<>", 18 June 2026',
        "le même : “<>”, 18 juin",
        "le même : «\xa0<>\xa0», 18 juin",
        'said "x": <>',
        '"<>',
    ],
)
@pytest.mark.parametrize("value", [CITIES, MIXED])
def test_with_isolates(line: str, value: str) -> None:
    """A value is set apart from its label, and from what stands after it or its quotes."""
    apart = line.replace("<>", f"{ISOLATE}{value}{END}")
    assert with_isolates(line.replace("<>", value)) == apart


@pytest.mark.parametrize(
    ("text", "expected"), [(CITIES, True), (MIXED, True), ("Ευρώπη", False), ("", False)]
)
def test_is_apart(text: str, expected: bool) -> None:  # noqa: FBT001 (a column of the table)
    """One letter that runs from right to left is enough."""
    assert is_apart(text) == expected
