"""A query and a text meet, however each was written."""
# ruff: noqa: RUF001 -- letters and signs that look like others are what is tested

from __future__ import annotations

import sys
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.words.fold import fold, spans, words

TEXTS = st.text() | st.text("aé'’-–·.l sŁßи ї̈\u0301\u00ad\u200b한ᄒ ᅡᆫ½ﬁ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Policy  LAB\n", "policy lab"),
        ("Réfugiés à l’École", "refugies a l'ecole"),
        ("Œuvre, ex æquo", "oeuvre, ex aequo"),
        ("Łódź", "lodz"),
        ("Þórshöfn, Æðey", "thorshofn, aedey"),
        ("İstanbul, Diyarbakır", "istanbul, diyarbakir"),
        ("Tromsø, Đakovo, Azərbaycan", "tromso, dakovo, azerbaycan"),
        ("São João, Conceição", "sao joao, conceicao"),
        ("Straße, Ħamrun", "strasse, hamrun"),
        ("ΑΘΉΝΑ, Θεσσαλονίκης", "αθηνα, θεσσαλονικησ"),
        ("Київ, Ёлка", "киів, елка"),
        ("東京　ガイド", "東京 カイト"),
        ("\u1112\u1161\u11ab국", "한국"),
        ("ﬁn ½ ２０１９", "fin 1⁄2 2019"),
        ("“a” «b» ‘c’ d´e", '"a" "b" \'c\' d\'e'),
        ("2017–2019 — anti\u2011rumours −1", "2017-2019 - anti-rumours -1"),
        ("in\u00adclu\u200bsion \u202eabc\u202c \ufeff", "inclusion abc"),
        ("a\u00a0\u202f\u2003\u2028b", "a b"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    """Case, marks, variants of signs and invisible characters are gone; spaces are single."""
    assert fold(text) == expected


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_for_good() -> None:
    """No character of Unicode needs folding twice."""
    characters = (chr(code) for code in range(sys.maxunicode + 1))
    letters = [letter for letter in characters if category(letter) not in {"Cn", "Co", "Lo"}]
    assert [letter for letter in letters if fold(fold(letter)) != fold(letter)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("… — !", ()),
        ("Inclusive Integration Policy Lab", ("inclusive", "integration", "policy", "lab")),
        ("anti-rumours", ("anti", "rumours")),
        ("the ‘anti–rumeurs’ one", ("the", "anti", "rumeurs", "one")),
        ("city-to-city visit", ("city", "to", "city", "visit")),
        ("Covid-19", ("covid", "19")),
        ("2017-11-28, pp. 1-2", ("2017", "11", "28", "pp", "1", "2")),
        ("anti- and pro-", ("anti", "and", "pro")),
        ("and/or", ("and", "or")),
        (
            "snake_case https://vimeo.com/340198046",
            ("snake", "case", "https", "vimeo", "com", "340198046"),
        ),
        ("l'intégration", ("integration",)),
        ("d’asile qu’elles jusqu'à", ("asile", "elles", "a")),
        ("L'Haÿ-les-Roses", ("hay", "les", "roses")),
        ("Val-d'Oise", ("val", "oise")),
        ("the city's and the cities' own", ("the", "city", "and", "the", "cities", "own")),
        ("O'Brien", ("o", "brien")),
        ("coordinateur·rice·s", ("coordinateur",)),
        ("étudiant.e.s, ami•e•s", ("etudiant", "ami")),
        ("conseiller·ère·s, chercheur·euse·s", ("conseiller", "chercheur")),
        ("directeur·trice, citoyen·ne·s, tous·tes", ("directeur", "citoyen", "tous")),
        ("Lisbon·Porto·Oslo", ("lisbon", "porto", "oslo")),
        ("U.S., coe.int", ("u", "s", "coe", "int")),
        ("col·lecció", ("colleccio",)),
        ("зв'язок, Знам’янка", ("звязок", "знамянка")),
        ("İstanbul ışığı", ("istanbul", "isigi")),
        ("異文化都市・東京", ("異文化都市", "東京")),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    """Compounds come in parts; elided articles, 's and inclusive endings do not."""
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anti-rumours!", ["Anti", "rumours"]),
        ("À l’École d'été", ["À", "École", "été"]),
        ("the city's", ["the", "city"]),
        ("Coordinateur·rice·s élu·e·s", ["Coordinateur", "élu"]),
        ("e\u0301te\u0301 \u200bİzmir", ["e\u0301te\u0301", "İzmir"]),
        ("¾ ﬁn", ["¾", "¾", "ﬁn"]),
        ("Зв'язок", ["Зв'язок"]),
    ],
)
def test_spans(text: str, expected: list[str]) -> None:
    """Each word knows the letters of the original, with their marks."""
    assert [text[start:end] for _, start, end in spans(text)] == expected


@given(TEXTS)
@example("ama·l·le")
def test_spans_are_the_words_in_order(text: str) -> None:
    """Slices are inside the text, never empty, and end in order; the words are those of `words`."""
    found = spans(text)
    assert tuple(word for word, _, _ in found) == words(text)
    assert all(0 <= start < end <= len(text) for _, start, end in found)
    ends = [end for _, _, end in found]
    assert ends == sorted(ends)


@given(TEXTS)
def test_words_are_folded(text: str) -> None:
    """A word folds to itself, and a folded text has the words of the original."""
    assert [fold(word) for word in words(text)] == list(words(text))
    assert words(fold(text)) == words(text)
