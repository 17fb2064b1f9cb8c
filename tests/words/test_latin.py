"""Greek and Cyrillic are readable, and typable, in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.words.fold import fold
from icccat.words.latin import latin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Київ, Миколаїв, Вінниця", "kyiv, mykolaiv, vinnytsia"),
        ("Мелітополь, Запоріжжя", "melitopol, zaporizhzhia"),
        ("Згурівка, Знам'янка", "zghurivka, znamianka"),
        ("Юрій Євген Ярослав Йосип", "yurii yevhen yaroslav yosyp"),
        ("Андрій Зеленський, район", "andrii zelenskyi, raion"),
        ("Ґорґани, Щастя", "gorgany, shchastia"),
        ("Москва, объект, выставка", "moskva, obekt, vystavka"),
        ("София, Търново", "sofiia, tarnovo"),
        ("Ђаково, Љубљана, Ћуприја, Џеп", "dakovo, ljubljana, cupryja, dzep"),
    ],
)
def test_cyrillic(text: str, expected: str) -> None:
    """Ukrainian names are as Ukraine writes them; other countries' letters are known."""
    assert latin(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Αθήνα, Θεσσαλονίκη", "athina, thessaloniki"),
        ("Πάτρα, Χανιά, Ψυχικό", "patra, chania, psychiko"),
        ("Ευρώπη, αυτός, Παύλος, Ναύπλιο", "evropi, aftos, pavlos, nafplio"),
        ("Λουτράκι", "loutraki"),
        ("Άγγελος, Σφίγξ, σύγχρονος", "angelos, sfinx, synchronos"),
        ("Μπάμπης, Λάμπρος", "bampis, lampros"),
    ],
)
def test_greek(text: str, expected: str) -> None:
    """Greek is as ELOT 743 writes it, pairs of letters included."""
    assert latin(text) == expected


@pytest.mark.parametrize("text", ["policy lab", "日本", "თბილისი", "תל אביב"])
def test_other_scripts_stay(text: str) -> None:
    """Nothing is guessed for other scripts."""
    assert latin(text) == text


@given(st.text() | st.text("абвгґийіїєюя' αευμπγου-"))
def test_latin_is_folded(text: str) -> None:
    """The answer is folded, and the same for a text folded before."""
    assert fold(latin(text)) == latin(text) == latin(fold(text))
