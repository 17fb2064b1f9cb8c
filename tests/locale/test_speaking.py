"""What is said of numbers, of labels, and by modules of other people, in the language spoken."""

from __future__ import annotations

from contextvars import copy_context
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from icccat import locale
from icccat.locale import count, labelled, lend, quoted, translate

if TYPE_CHECKING:
    from collections.abc import Callable


def spoken(language: str, say: Callable[[], str]) -> str:
    """What is said in a language, which is spoken no longer than that."""

    def speak() -> str:
        locale.use(language)
        return say()

    return copy_context().run(speak)


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("fr", 0, "0 fiche"),
        ("fr", 1, "1 fiche"),
        ("fr", 2, "2 fiches"),
        ("fr", 21, "21 fiches"),
        ("en", 0, "0 records"),
        ("en", 1, "1 record"),
        ("en", 2, "2 records"),
        ("en", 21, "21 records"),
    ],
)
def test_plurals(language: str, number: int, expected: str) -> None:
    """In French none and one are one, in English only one is."""
    say = lambda: count("{number} record", "{number} records", number)  # noqa: E731 (said later)
    assert spoken(language, say).format(number=number) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "title: A: B"), ("fr", "title\u00a0: A\u00a0: B")]
)
def test_labelled(language: str, expected: str) -> None:
    """A colon follows its word in English; in French a space that does not break is between."""
    assert spoken(language, lambda: labelled("title", "A", "B")) == expected


@pytest.mark.parametrize(("language", "expected"), [("en", "“été”"), ("fr", "«\u00a0été\u00a0»")])
def test_quoted(language: str, expected: str) -> None:
    """Each language has its quotation marks."""
    assert spoken(language, lambda: quoted("été")) == expected


def test_lend() -> None:
    """A module that took `gettext` for its own speaks our language, and is else as before."""
    theirs = ModuleType("theirs")
    exec("_ = ngettext = str.upper; name = 'kept'", vars(theirs))  # noqa: S102 (a module, in short)
    other = ModuleType("other")
    lend(theirs, other)
    assert (theirs._, theirs.ngettext, theirs.name) == (translate, count, "kept")
    assert not hasattr(other, "_")
    assert spoken("fr", lambda: str(theirs._("Usage:"))) == "Utilisation\u00a0:"


def test_click_in_french() -> None:
    """What click says by itself is French too."""
    from click.exceptions import NoSuchOption, UsageError  # noqa: PLC0415 (of this test alone)

    from icccat.cli import BORROWED  # noqa: PLC0415 (likewise)

    lend(*BORROWED)
    found = spoken("fr", lambda: NoSuchOption("--x").format_message())
    assert found == "l’option --x n’existe pas"
    assert spoken("en", lambda: UsageError("as given").format_message()) == "as given"
