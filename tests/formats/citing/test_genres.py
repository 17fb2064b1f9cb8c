"""What types are called in a bibliography, and which are cited."""

from __future__ import annotations

import pytest

from icccat.formats.citing.genres import FRENCH, called, is_cited
from icccat.records.kinds.meeting import TYPES
from icccat.records.kinds.shared import DOCUMENT_TYPES


def test_every_known_type_has_its_french() -> None:
    """The French words are those of all types that come with the program, and of no other."""
    assert set(FRENCH) == {*TYPES, *DOCUMENT_TYPES}


@pytest.mark.parametrize(
    ("type_", "language", "expected"),
    [
        ("policy brief", "en", "Policy brief"),
        ("policy brief", "fr", "Note d’orientation"),
        ("états généraux", "fr", "États généraux"),
    ],
)
def test_called(type_: str, language: str, expected: str) -> None:
    """A type has a capital; a word of the staff's own stays as it is."""
    assert called(type_, language) == expected


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        ("report", True),
        ("minutes", True),
        ("", True),
        ("guide", True),
        ("agenda", False),
        ("Ordre du jour", False),
        ("list of participants", False),
    ],
)
def test_is_cited(type_: str, expected: bool) -> None:  # noqa: FBT001 (a table's column)
    """All but working papers, in either language, is cited."""
    assert is_cited(type_) is expected
