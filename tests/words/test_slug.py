"""A title suggests an id that a person would have chosen."""
# ruff: noqa: RUF001 -- titles in Cyrillic and Greek

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.words.slug import MOST_LETTERS, MOST_WORDS, SHAPE, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "The intercultural approach to refugee inclusion",
            "intercultural-approach-refugee-inclusion",
        ),
        ("What is an intercultural city?", "intercultural-city"),
        (
            "L’intégration à l’école : guide pour les coordinateur·rice·s",
            "integration-ecole-guide-coordinateur",
        ),
        ("Anti-rumours in Málaga, 2019", "anti-rumours-malaga-2019"),
        ("Lisbon's neighbourhoods", "lisbon-neighbourhoods"),
        ("Місто Мелітополь", "misto-melitopol"),
        ("Η Αθήνα των πολιτών", "i-athina-ton-politon"),
        ("Wrocław: miasto spotkań", "wroclaw-miasto-spotkan"),
        ("Þjóðhátíð í Reykjavík", "thjodhatid-i-reykjavik"),
        ("Işık ve gölge", "isik-ve-golge"),
        ("Cidades interculturais: São João", "cidades-interculturais-sao-joao"),
        ("One two three four five six seven", "one-two-three-four-five-six"),
        ("How to be?", "how-to-be"),
        ("Où ?", "ou"),
        ("東京", ""),
        ("東京 2019", "2019"),
        ("?!", ""),
        ("", ""),
        (
            "Internationalisation professionnalisation institutionnalisation city",
            "internationalisation-professionnalisation",
        ),
        ("a" * 70 + " city", "a" * 60),
    ],
)
def test_slug(title: str, expected: str) -> None:
    """It is made of the telling words, at most six, none of them cut."""
    assert slug(title) == expected


@given(st.text())
def test_a_slug_is_well_formed(title: str) -> None:
    """Whatever the title, its slug is a well-formed id or nothing, and no longer than allowed."""
    made = slug(title)
    assert made == "" or SHAPE.fullmatch(made)
    assert len(made) <= MOST_LETTERS
    assert len(made.split("-")) <= MOST_WORDS


@pytest.mark.parametrize("wrong", ["", "-a", "a-", "a--b", "A", "é", "a b", "a\n"])
def test_what_is_no_id(wrong: str) -> None:
    """An id has small letters of ASCII and digits, in words joined by one hyphen."""
    assert not SHAPE.fullmatch(wrong)
