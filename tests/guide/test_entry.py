"""What can be asked of each kind of record, and in which words."""

from __future__ import annotations

import pytest

from icccat.guide.entry import entries, lacking, usual
from icccat.records.kinds import KINDS


def test_entries() -> None:
    """Text is asked in the catalogue's language, then the other, then those it has; last the id."""
    found = entries(KINDS["topic"], "fr", ["label.uk", "also"])
    assert [entry.name for entry in found] == [
        *("label.fr", "label.en", "label.uk", "also", "broader", "match", "id"),
    ]
    assert [entry.label("en") for entry in found] == [
        *("label (French)", "label (English)", "label (Ukrainian)"),
        *("also", "broader", "match", "id"),
    ]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("video", ("title.en", "date", "url", "topics")),
        ("meeting", ("title.en", "start", "topics")),
        ("topic", ("label.en",)),
        ("place", ("id",)),
    ],
)
def test_usual(kind: str, names: tuple[str, ...]) -> None:
    """Asked of every record are what it needs, and what people will look for."""
    assert usual(KINDS[kind], "en") == names


@pytest.mark.parametrize(
    ("kind", "given", "id_", "lacks"),
    [
        ("video", [], "a", True),
        ("video", ["date"], "", True),
        ("video", ["title.uk"], "", False),
        ("place", ["also"], "", True),
        ("place", [], "Oslo, NO", False),
    ],
)
def test_lacking(kind: str, given: list[str], id_: str, lacks: bool) -> None:  # noqa: FBT001 (a column)
    """A title in any language is enough; a place needs its id."""
    assert lacking(KINDS[kind], given, id_) is lacks


@pytest.mark.parametrize(
    ("kind", "name", "label", "help_", "example"),
    [
        (
            "video",
            "date",
            "date",
            "sa parution\u00a0: un jour, un mois ou une année",
            "20 juin 2019",
        ),
        ("meeting", "start", "début", "son premier jour (ou mois, ou année)", "28–29 mai 2019"),
        ("meeting", "end", "fin", "son dernier jour, s’il est autre", "29 mai 2019"),
        ("place", "id", "lieu", "ville et pays (ISO 3166-1), ou le pays seul", "Helsinki, FI"),
        (
            *("video", "id", "id"),
            "by which other records name it: small letters, digits and hyphens",
            "",
        ),
    ],
)
def test_words(kind: str, name: str, label: str, help_: str, example: str) -> None:
    """Labels, help and examples are in the reader's language, dates in words."""
    [entry] = (one for one in entries(KINDS[kind], "en") if one.name == name)
    assert (entry.label("fr"), entry.help("fr"), entry.example("fr")) == (label, help_, example)
