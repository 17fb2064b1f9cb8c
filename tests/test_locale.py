"""Messages are in the language spoken, and in English where it has none."""

from __future__ import annotations

from contextvars import Context, copy_context
from typing import TYPE_CHECKING

import pytest

from icccat import locale
from icccat.locale import Bilingual, count, language, translate

if TYPE_CHECKING:
    from collections.abc import Callable

UNKNOWN = "a message that no language has"


def spoken(tongue: str, say: Callable[[], str]) -> str:
    """What is said in a language, which is spoken no longer than that."""

    def speak() -> str:
        locale.use(tongue)
        return say()

    return copy_context().run(speak)


@pytest.mark.parametrize(("tongue", "expected"), [("en", "video"), ("fr", "vidéo")])
def test_bilingual(tongue: str, expected: str) -> None:
    """Words declared in both languages are in the one asked for, or in the one spoken."""
    words = Bilingual("video", "vidéo")
    assert words.in_(tongue) == expected
    assert spoken(tongue, words.__str__) == expected
    assert spoken(tongue, lambda: f"a {words}") == f"a {expected}"


def test_bilingual_in_another_language() -> None:
    """In a language that is neither, they are English."""
    assert Bilingual("video", "vidéo").in_("uk") == "video"


def test_before_a_language_is_chosen() -> None:
    """English is spoken to begin with."""
    assert Context().run(language) == "en"
    assert Context().run(translate, UNKNOWN) == UNKNOWN
    assert Context().run(count, "one", "many", 2) == "many"


@pytest.mark.parametrize("tongue", locale.LANGUAGES)
def test_use(tongue: str) -> None:
    """The language chosen is spoken; a message it lacks stays English."""
    assert spoken(tongue, language) == tongue
    assert spoken(tongue, lambda: translate(UNKNOWN)) == UNKNOWN


def test_a_language_is_spoken_where_it_was_chosen() -> None:
    """What another context chose is not heard here."""
    before = language()
    assert spoken("fr", language) == "fr"
    assert language() == before


@pytest.mark.parametrize(("number", "expected"), [(0, "many"), (1, "one"), (2, "many")])
def test_count(number: int, expected: str) -> None:
    """In English one thing is one, none are many."""
    assert spoken("en", lambda: count("one", "many", number)) == expected
