"""The texts of a record by language, what each reader sees of them, and what is not translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import record_of

from icccat import locale
from icccat.errors import Level, Problem
from icccat.records.checks.translations import gaps
from icccat.records.sorts import Translated
from icccat.records.translations import in_place_of, lacks, translations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MEETING = record_of("""
[meeting.lab]
title = { en = "Policy lab", fr = "Laboratoire" }
description.fr = "Première réunion."
host.pt = "Câmara"
start = 2019
documents = [
  { title = "Agenda", type = "agenda" },
  { title = { fr = "Rapport", pt = "Relatório" } },
  { title = { en = "Minutes", fr = "Compte rendu" } },
]
""")
PLACE = record_of('[place."Oslo, NO"]\nalso = ["Christiania"]')


@pytest.fixture
def french() -> Iterator[None]:
    """Speak French."""
    locale.use("fr")
    yield
    locale.use("en")


def test_translations() -> None:
    """Each text stands with its path, those of documents too; other values are none."""
    found = [(field.name, path, dict(texts)) for field, path, texts in translations(MEETING)]
    assert found == [
        ("title", ("title",), {"en": "Policy lab", "fr": "Laboratoire"}),
        ("description", ("description",), {"fr": "Première réunion."}),
        ("host", ("host",), {"pt": "Câmara"}),
        ("title", ("documents", "0", "title"), {"en": "Agenda"}),
        ("title", ("documents", "1", "title"), {"fr": "Rapport", "pt": "Relatório"}),
        ("title", ("documents", "2", "title"), {"en": "Minutes", "fr": "Compte rendu"}),
    ]
    assert list(translations(PLACE)) == []


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ('[topic.a]\nlabel = { en = "A", fr = "A" }', {"uk"}),
        ('[topic.a]\nlabel = "A"', {"fr", "uk"}),
        ('[topic.a]\nlabel.uk = "Біженці"', {"en", "fr"}),
        (
            '[video.a]\ntitle.fr = "A"\n[[video.a.documents]]\ntitle = { en = "B", fr = "B" }',
            {"en", "uk"},
        ),
        ('[video.a]\ntitle.fr = "A"\n[[video.a.documents]]\ntitle = "B"', {"en", "fr", "uk"}),
        ('[place."Oslo, NO"]', set[str]()),
    ],
)
def test_lacks(text: str, lacking: set[str]) -> None:
    """A record lacks a language that one of its texts lacks; one without texts lacks none."""
    assert {code for code in ("en", "fr", "uk") if lacks(record_of(text), code)} == lacking


@pytest.mark.parametrize(
    ("texts", "english", "french"),
    [
        ({"en": "A", "fr": "B"}, "", ""),
        ({"en": "A"}, "", "en"),
        ({"fr": "B"}, "fr", ""),
        ({"pt": "C", "en": "A"}, "", "en"),
        ({"pt": "C", "uk": "D"}, "pt", "pt"),
        ({}, "", ""),
    ],
)
def test_in_place_of(texts: Mapping[str, str], english: str, french: str) -> None:
    """It is the language that is shown to those who would read another."""
    assert (in_place_of("en", texts), in_place_of("fr", texts)) == (english, french)
    for language in ("en", "fr") if texts else ():
        code = in_place_of(language, texts) or language
        assert Translated().show(texts, language) == texts[code]


def test_gaps() -> None:
    """A text in one of the two languages alone is advice, with the command that adds the other."""
    place = ("meeting", "lab")
    assert list(gaps(MEETING)) == [
        Problem(
            Level.ADVICE,
            (*place, "description", "en"),
            "it has no English description yet",
            'icccat edit lab description.en="…"',
        ),
        Problem(
            Level.ADVICE,
            (*place, "documents", "0", "title", "fr"),
            "it has no French title yet",
            "icccat edit lab",
        ),
        Problem(
            Level.ADVICE,
            (*place, "documents", "1", "title", "en"),
            "it has no English title yet",
            "icccat edit lab",
        ),
    ]


@pytest.mark.usefixtures("french")
def test_gaps_in_french() -> None:
    """The names of the field and of the language are in the reader's."""
    assert [gap.message for gap in gaps(MEETING)] == [
        "pas encore de version en anglais du champ «\u00a0description\u00a0»",
        "pas encore de version en français du champ «\u00a0titre\u00a0»",
        "pas encore de version en anglais du champ «\u00a0titre\u00a0»",
    ]


def test_an_id_that_a_shell_would_take_apart() -> None:
    """The command can be pasted whatever the id."""
    [gap] = gaps(record_of('[topic."a b"]\nlabel = "A"'))
    assert gap.mend == 'icccat edit "a b" label.fr="…"'
