"""Which field a heading stands for, and how that is seen."""

from __future__ import annotations

import pytest

from icccat.records.incoming.headings import Heading, keys, understood


def one(text: str, kind: str = "video") -> Heading:
    """What a heading stands for by itself."""
    return understood([text], [kind])[0]


@pytest.mark.parametrize(
    ("text", "field", "how"),
    [
        ("id", "id", "name"),
        (" ID: ", "id", "name"),
        ("Identifiant", "id", "fr"),
        ("kind", "kind", "name"),
        ("NATURE", "kind", "fr"),
        ("title", "title", "name"),
        ("Titre", "title", "fr"),
        ("title_fr", "title.fr", "name"),
        ("title.fr", "title.fr", "name"),
        ("Title (fr)", "title.fr", "name"),
        ("title [uk]", "title.uk", "name"),
        ("titre (français)", "title.fr", "fr"),
        ("Description ANGLAIS", "description.en", "name"),
        ("Link", "url", "en"),
        ("lien", "url", "fr"),
        ("version of", "version_of", "name"),
        ("Durée", "duration", "fr"),
        ("topic", "topics", "en"),
        ("Thèmes", "topics", "fr"),
        ("Daet", "date", "near"),
        ("Titel (fr)", "title.fr", "near"),
    ],
)
def test_a_field(text: str, field: str, how: str) -> None:
    """Names, labels in both languages, with a language, whatever the case; else the nearest."""
    found = one(text)
    assert (found.text, found.field, found.how, found.is_read) == (text, field, how, True)


@pytest.mark.parametrize(
    ("text", "how", "near"),
    [
        ("Remarks", "unknown", ""),
        ("Remarks (fr)", "unknown", ""),
        ("date (fr)", "unknown", ""),
        ("year", "made", ""),
        ("Année", "made", ""),
        ("pays", "made", ""),
        ("Ville", "made", ""),
        ("contry", "unknown", "country"),
        ("title in klingon", "unknown", ""),
    ],
)
def test_left_over(text: str, how: str, near: str) -> None:
    """What is unknown, or made by icccat of other columns, is not read."""
    found = one(text)
    assert (found.how, found.near, found.is_read) == (how, near, False)


def test_the_nearest_gives_way() -> None:
    """A heading is not taken for a field that another one stands for."""
    found = understood(["titel", "title"], ["video"])
    assert [(each.name, each.how, each.near) for each in found] == [
        ("", "unknown", "title"),
        ("title", "name", ""),
    ]


def test_the_dates_of_meetings() -> None:
    """`date` is read where there is no start nor end, else it is made of them."""
    assert one("date", "meeting").is_read
    found = understood(["date", "end"], ["meeting"])
    assert [each.how for each in found] == ["made", "name"]
    assert [each.how for each in understood(["date", "end"], ["meeting", "video"])] == [
        "name",
        "name",
    ]


def test_alone() -> None:
    """A text column stands alone unless it, or one of the same field, names a language."""
    found = understood(["title", "title_fr", "description"], ["video"])
    assert [each.alone for each in found] == [False, False, True]


def test_keys() -> None:
    """The keys of objects are fields to the letter, or kept; why a record was found is not."""
    found = keys(["kind", "id", "title", "Title", "lien", "found"], ["video"])
    assert [(each.name, each.how) for each in found] == [
        ("kind", "name"),
        ("id", "name"),
        ("title", "name"),
        ("other", "name"),
        ("other", "name"),
        ("", "made"),
    ]
