"""`icccat search`: what words find, and the fields they may be looked for in."""

from __future__ import annotations

from shlex import split
from typing import TYPE_CHECKING

import pytest

from icccat.search.fields import FIELDS

if TYPE_CHECKING:
    from conftest import Icccat


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("refugees", "refugee-inclusion refugee-inclusion-short policy-lab-helsinki"),
        ("asylum seekers", "refugee-inclusion refugee-inclusion-short policy-lab-helsinki"),
        ("réfugiés finland", "policy-lab-helsinki"),
        ("-women", "refugee-inclusion refugee-inclusion-short policy-lab-helsinki media-diversity"),
        ("refugees -helsinki -vimeo -short", "refugee-inclusion"),
        ("media -women --kind video", "media-diversity"),
        ("--kind video media", "media-diversity"),
        ("-- -women media", "media-diversity"),
        ("inclusion --limit 1", "refugee-inclusion"),
        ("kind:topic refugees", "refugees"),
        ("'Women and integration'", "women-oslo"),
    ],
)
def test_found(icccat: Icccat, words: str, expected: str) -> None:
    """All words must be there; a word that begins with a hyphen must not."""
    answer = icccat("search", "--columns", "id", "--no-header", *split(words))
    assert answer == (0, "".join(f"{id_}\n" for id_ in expected.split()), "")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("", 2, "search needs something to look for, as in: icccat search refugees"),
        ("-- --xyzzy", 1, "nothing found"),
        ("colours:red", 2, 'there is no field "colours"\n  colours:red\n  ^'),
        (
            "'ville:日本 datte:2'",
            2,
            'there is no field "datte" (did you mean date?)\n  ville:日本 datte:2\n             ^',
        ),
        ("--sort date women", 2, "there is no option --sort"),
    ],
)
def test_not_found(icccat: Icccat, words: str, code: int, message: str) -> None:
    """A query that is wrong is refused at its place; one that finds nothing says so."""
    answer = icccat("search", "--no-header", *split(words))
    assert answer == (code, "", f"icccat: {message}\n")


def test_fields(icccat: Icccat) -> None:
    """Every field is listed once, with an example and its other names, and every example works."""
    lines = [line.split("\t") for line in icccat("search", "--fields").out.splitlines()]
    assert lines[:5] == [
        ["kind:meeting", "nature"],
        ["id:policy-lab-helsinki", "identifiant"],
        ["date:2018..2019-06", ""],
        ["year:2019", "annee"],
        ["country:FI", "pays"],
    ]
    assert len(lines) == len(set(FIELDS.values()))
    assert {icccat("search", example).code for example, _others in lines} == {0, 1}


def test_fields_for_a_person(icccat: Icccat) -> None:
    """In a terminal the other names stand below each other."""
    lines = icccat("--plain", "search", "--fields").out.splitlines()
    assert lines[:2] == [
        "kind:meeting                                nature",
        "id:policy-lab-helsinki                      identifiant",
    ]
