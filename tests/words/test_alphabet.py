"""Texts are in the order that people expect, in English and in French."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.words.alphabet import alphabetical, in_alphabet


@pytest.mark.parametrize(
    "expected",
    [
        "Ecole | École | école d’été | Écoles",
        "coeur de ville | cœur des villes | coexistence | coopération",
        "Strasbourg | Straße | Strategy",
        "Lisbon | Łódź | Lublin",
        "Zagreb | Zürich | zzz",
        "Lab 2 | Lab 10 | Lab 101 | Lab of cities",
        "2 villes | 10 villes | Deux villes",
        "policy-lab-2 | policy-lab-10 | policy-lab-helsinki",
        "« Accueil » | “Belonging” | …Cities | ¿Dónde? | (Équité)",
        "Anti-rumeurs | anti rumours | Antirumeurs",
        "New York | Newcastle | Newport",
        "L’accueil | l'égalité | L’Europe | La ville",
        "Bergen, NO | Bern, CH | Bilbao, ES",
        "Bari, IT; Bern, CH | Bari, IT; Botkyrka, SE | Bari, IT; Ōsaka, JP",
        "Évry | Forlì | Fuenlabrada | Ёлка | Київ",
        "A | a | à",  # alike but for what is not regarded
    ],
)
def test_table(expected: str) -> None:
    """Case, accents and punctuation are not regarded, numbers are, and words stand by themselves.

    Where nothing else tells them apart the characters do.
    """
    texts = expected.split(" | ")
    assert sorted(set(texts), key=alphabetical) == texts


@given(st.integers(0, 10**40), st.integers(0, 10**40))
def test_numbers(one: int, other: int) -> None:
    """Numbers are ordered by what they count, however long they are."""
    assert (alphabetical(f"lab {one}")[0] < alphabetical(f"lab {other}")[0]) == (one < other)


def test_zeros_before_a_number() -> None:
    """They count nothing."""
    assert alphabetical("Lab 007")[0] == alphabetical("Lab 7")[0]


@given(st.lists(st.text()), st.randoms())
def test_totality(texts: list[str], chance: object) -> None:
    """Whatever the texts, their order is that of no other arrangement of them."""
    other = list(texts)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert sorted(texts, key=alphabetical) == sorted(other, key=alphabetical)


@given(st.lists(st.text() | st.text("aB1- \n'é"), min_size=1))
def test_many_at_once(texts: list[str]) -> None:
    """Of many texts the same is regarded as of each."""
    assert in_alphabet(texts) == [alphabetical(text)[0] for text in texts]
