"""Counts below a table fit the width, and are read out one field at a time."""

from __future__ import annotations

import io

import pytest

from icccat.terminal.counts import show_counts
from icccat.terminal.terminal import Terminal

FIELDS = [
    ("kind", ["video 11", "meeting 8"]),
    ("topic", ["refugees 13", "migrant-children 5"]),
    ("year", ["2017 5"]),
]


@pytest.mark.parametrize(
    ("form", "width", "expected"),
    [
        (
            "rich",
            80,
            ["kind:video 11 · meeting 8 | topic:refugees 13 · migrant-children 5 | year:2017 5"],
        ),
        (
            "rich",
            79,
            ["kind:video 11 · meeting 8 | topic:refugees 13 · migrant-children 5", "year:2017 5"],
        ),
        ("rich", 32, ["kind:video 11 · meeting 8", "topic:refugees 13 | year:2017 5"]),
        ("rich", 5, ["kind:video 11", "topic:refugees 13", "year:2017 5"]),
        (
            "plain",
            20,
            ["kind:video 11 · meeting 8", "topic:refugees 13 · migrant-children 5", "year:2017 5"],
        ),
    ],
)
def test_counts(form: str, width: int, expected: list[str]) -> None:
    """As many fields a line as fit; of a field too wide the last values are left out."""
    err = io.StringIO()
    show_counts(Terminal(io.StringIO(), err, form, width), FIELDS)
    assert err.getvalue().splitlines() == expected


def test_no_counts() -> None:
    """Nothing is said of nothing."""
    err = io.StringIO()
    show_counts(Terminal(io.StringIO(), err, "rich", 80), [])
    assert err.getvalue() == ""
