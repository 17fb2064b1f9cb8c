"""Text with and without languages is made alike for a merge, and put as it was written after it."""

from __future__ import annotations

import tomllib

import pytest

from icccat.catalogue.merging.languages import as_written, by_language

PLAIN = """
title = "A"
description.fr = "D"
url = "u"
topics = ["t"]
documents = [{ title = "R", url = "v", odd = "o" }, { title.fr = "S" }, "no document"]
unknown = "x"
"""


def test_by_language() -> None:
    """Plain text is in the language given, in documents too; all else is as it was."""
    assert by_language("video", tomllib.loads(PLAIN), "uk") == {
        "title": {"uk": "A"},
        "description": {"fr": "D"},
        "url": "u",
        "topics": ["t"],
        "documents": [
            {"title": {"uk": "R"}, "url": "v", "odd": "o"},
            {"title": {"fr": "S"}},
            "no document",
        ],
        "unknown": "x",
    }


def test_the_catalogue_itself() -> None:
    """Its title may be plain; no other of its texts has languages."""
    table = {"title": "A", "language": "en", "searches": {"title": "x"}}
    assert by_language("catalogue", table, "en") == {**table, "title": {"en": "A"}}


def test_wrong_values() -> None:
    """What is no text and no list stays."""
    table = {"title": 3, "documents": "x"}
    assert by_language("video", table, "en") == table


# Each as base or ours and theirs, in lines of TOML, what a merge made of them, and how it is put.
WRITTEN = {
    "as ours": (['title = "A"', 'title.en = "A"'], 'title.en = "A"', 'title = "A"'),
    "as theirs": (['title = "A"', 'title = "B"'], 'title.en = "B"', 'title = "B"'),
    "plain as before, whatever is new": (['title = "A"'], 'title.en = "B"', 'title = "B"'),
    "not plain in another language": (['title = "A"'], 'title.fr = "B"', 'title.fr = "B"'),
    "not plain if it was not in ours": (
        ['title.en = "A"', 'title = "C"'],
        'title.en = "B"',
        'title.en = "B"',
    ),
    "not plain in two languages": (
        ['title = "A"'],
        'title.en = "A"\ntitle.fr = "B"',
        'title.en = "A"\ntitle.fr = "B"',
    ),
    "new": ([""], 'title.en = "B"', 'title.en = "B"'),
    "documents": (
        ['documents = [{ title = "R" }]', 'documents = [{ title = "S" }]'],
        'documents = [{ title.en = "T" }, { title.en = "S" }, { title.en = "R" }]',
        'documents = [{ title.en = "T" }, { title = "S" }, { title = "R" }]',
    ),
    "documents where none were": (
        ['documents = "x"'],
        'documents = [{ title.en = "T" }]',
        'documents = [{ title.en = "T" }]',
    ),
    "other fields": (['url = "u"'], "x = 1\nurl = 'v'", "x = 1\nurl = 'v'"),
}


@pytest.mark.parametrize(("written", "made", "put"), WRITTEN.values(), ids=WRITTEN.keys())
def test_as_written(written: list[str], made: str, put: str) -> None:
    """A value has the form that it has on a side, else plain text stays plain where it can."""
    sides = [tomllib.loads(one) for one in written]
    assert as_written("video", tomllib.loads(made), sides, "en") == tomllib.loads(put)
