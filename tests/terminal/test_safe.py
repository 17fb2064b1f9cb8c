"""Nothing that a catalogue holds can play tricks with a terminal."""
# ruff: noqa: RUF001 -- Persian and other letters that look Latin and are not

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.terminal.safe import safe, width

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Cités interculturelles : [/Oslo] [draft] :smile:", None),
        ("Ευρώπη, Łódź, İstanbul, 日本, café\u0301", None),
        ("می\u200cخواهم, 👩\u200d👧, ❤\ufe0f, soft\u00adhyphen", None),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]8;;https://x\x1b\\link\x07", "␛]8;;https://x␛\\link␇"),
        ("a\x00b\x7fc\x08d\re", "a␀b␡c␈d␍e"),
        ("one\ntwo\tthree\r\nfour", "one two three four"),
        ("\x9b31m\x85", "<U+009B>31m<U+0085>"),
        (
            "\u202etxt.exe\u2066\u200e\u200f\u061c",
            "<U+202E>txt.exe<U+2066><U+200E><U+200F><U+061C>",
        ),
        ("a\u2028b\u2029c", "a<U+2028>b<U+2029>c"),
        ("\u2060\u206f\ufeff\ufff9", "<U+2060><U+206F><U+FEFF><U+FFF9>"),
        ("\U000e0041\ud800", "<U+E0041><U+D800>"),
    ],
)
def test_safe(text: str, expected: str | None) -> None:
    """What is printable stays; what could trick a terminal or a reader is shown instead."""
    assert safe(text) == (text if expected is None else expected)


def test_safe_in_several_lines() -> None:
    """Line ends may stay, in one form; nothing else does."""
    assert safe("one\r\ntwo\nthree\tfour\x0b\r", multiline=True) == "one\ntwo\nthree four␋␍"


@given(st.text(st.characters() | st.sampled_from(sorted(CONTROLS) + list(BIDI))))
def test_safe_leaves_nothing_unsafe(text: str) -> None:
    """No control character and no mark of direction is left, and it can be written as UTF-8."""
    made = safe(text)
    assert not CONTROLS.intersection(made)
    assert not set(BIDI).intersection(made)
    assert made.encode().decode() == safe(made) == made


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_safe_leaves_the_rest(text: str) -> None:
    """Letters, marks, figures, punctuation, signs and spaces are as they were."""
    assert safe(text) == safe(text, multiline=True) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Oslo", 4),
        ("Málaga", 6),
        ("Ma\u0301laga", 6),
        ("日本 ｶﾅ", 7),
        ("\u1112\u1161\u11ab국", 4),
        ("می\u200cخواهم", 7),
        ("🎬", 2),
        ("␛[31m", 5),
    ],
)
def test_width(text: str, expected: int) -> None:
    """Marks take no cell, the letters and pictures of East Asia two."""
    assert width(text) == expected
