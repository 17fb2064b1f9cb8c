"""What a catalogue says of itself; what is wrong there is told, and left out."""

from __future__ import annotations

import pytest

from icccat.catalogue.about import About, about
from icccat.errors import Level, Problem


def error(name: str, sentence: str) -> Problem:
    """An error in one of its keys."""
    return Problem(Level.ERROR, ("catalogue", name), sentence)


@pytest.mark.parametrize(
    ("table", "expected", "found"),
    [
        ({}, About("en", {}, {}), []),
        ({"title": "Cities"}, About("en", {"en": "Cities"}, {}), []),
        (
            {"title": "Villes", "language": "fr", "searches": {"a": "kind:video"}},
            About("fr", {"fr": "Villes"}, {"a": "kind:video"}),
            [],
        ),
        ({"title": {"en": "A", "fr": "B"}}, About("en", {"en": "A", "fr": "B"}, {}), []),
        (
            {"title": "Villes", "language": "xx"},
            About("en", {"en": "Villes"}, {}),
            [error("language", '"xx" is not a language code of ISO 639-1, such as en, fr or uk')],
        ),
        (
            {"title": 4, "language": "fr"},
            About("fr", {}, {}),
            [error("title", "4 is not text: put it in quotes")],
        ),
        (
            {"searches": ["a"]},
            About("en", {}, {}),
            [error("searches", "a saved search is a name and a query in quotes")],
        ),
        (
            {"searches": {"a": 1}},
            About("en", {}, {}),
            [error("searches", "a saved search is a name and a query in quotes")],
        ),
        (
            {"langage": "fr"},
            About("en", {}, {}),
            [
                Problem(
                    Level.WARNING,
                    ("catalogue", "langage"),
                    '"langage" is not known here: it is kept as it is (did you mean language?)',
                )
            ],
        ),
        (
            3,
            About(),
            [Problem(Level.ERROR, ("catalogue",), "[catalogue] is a heading of its own")],
        ),
    ],
)
def test_about(table: object, expected: About, found: list[Problem]) -> None:
    """What the table says, and what is wrong in it, each at its key."""
    assert about(table) == (expected, found)
