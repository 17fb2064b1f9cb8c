"""Text that is not in the reader's language is marked with its own, and the marks are explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import records_of

from icccat import locale
from icccat.records.columns import columns_named
from icccat.terminal.fallback import explained, of_cells, of_title, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = records_of("""
[topic.refugees]
label = { en = "Refugees", fr = "Réfugiés" }
[video.a]
title.en = "Women in the city"
description = { fr = "Un film.", pt = "Um filme." }
[video.b]
title.pt = "Mulheres"
""")
EVERYONE = [record for of_kind in RECORDS.values() for record in of_kind.values()]


@pytest.fixture
def french() -> Iterator[None]:
    """Speak French."""
    locale.use("fr")
    yield
    locale.use("en")


def test_tag() -> None:
    """The mark is a code in square brackets, on the line of the last word."""
    assert (tag("fr"), tag("")) == ("\u00a0[fr]", "")


def test_of_title() -> None:
    """A title in another language has that language's code, in the reader's none."""
    titles = {record.id: (of_title(record, "en"), of_title(record, "fr")) for record in EVERYONE}
    assert titles == {"refugees": ("", ""), "a": ("", "en"), "b": ("pt", "pt")}


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["title"], ["", "pt", ""]),
        (["id", "date", "topics", "documents"], [""] * 12),
        (["description"], ["fr", "", ""]),
        (["description_fr", "title_pt"], [""] * 6),  # as was asked for
    ],
)
def test_of_cells(names: list[str], codes: list[str]) -> None:
    """A cell is marked where its field is text by language, and the column not one of it."""
    assert list(of_cells(EVERYONE, columns_named(names), "en")) == codes


def test_explained() -> None:
    """Each mark is explained once, in one line; nothing is said where nothing is marked."""
    assert list(explained(["pt", "", "fr", "pt"], "en")) == [
        "[pt] Portuguese, [fr] French: not yet in English"
    ]
    assert list(explained(["", ""], "en")) == []


@pytest.mark.usefixtures("french")
def test_explained_in_french() -> None:
    """It is said in the reader's language."""
    assert list(explained(["en"], "fr")) == ["[en] anglais\u00a0: pas encore en français"]
