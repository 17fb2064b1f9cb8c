"""Lines are broken between words, and never within one."""

# ruff: noqa: RUF001 -- brackets and commas of East Asia

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.terminal.safe import width
from icccat.terminal.wrapping import folded, pieces, spans, wrapped


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("", 5, [""]),
        ("   ", 5, [""]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("one  two   ", 8, ["one  two"]),
        ("  one two", 5, ["  one", "two"]),
        ("a-long-word b", 4, ["a-long-word", "b"]),
        ("Cités\xa0: vidéos", 7, ["Cités\xa0:", "vidéos"]),
        ("Cités : vidéos", 7, ["Cités :", "vidéos"]),
        ("dit « Cités » ?", 8, ["dit", "« Cités » ?"]),
        ("多样性的优势与", 5, ["多样", "性的", "优势", "与"]),
        ("多样性，优势", 6, ["多样", "性，优", "势"]),
        ("（多样）ICC（城）", 6, ["（多", "样）", "ICC", "（城）"]),
        ("abc多样 abc", 5, ["abc多", "样", "abc"]),
        ("👩\u200d👧 👩\u200d👧 👩\u200d👧", 5, ["👩\u200d👧 👩\u200d👧", "👩\u200d👧"]),
        ("Ma\u0301laga Ma\u0301laga", 6, ["Ma\u0301laga", "Ma\u0301laga"]),
    ],
)
def test_wrapped(text: str, most: int, expected: list[str]) -> None:
    """As many words a line as there are cells for; a word that is wider has a line of its own."""
    assert wrapped(text, most) == expected
    assert [text[start:end] for start, end in spans(text, most)] == expected


def test_an_indent() -> None:
    """What continues a line is set in, and no wider for it."""
    assert wrapped("one two three four", 9, "  ") == ["one two", "  three", "  four"]


@given(st.text(st.sampled_from("ab -日，（é\u0301👍\xa0")), st.integers(0, 12))
def test_nothing_is_lost(text: str, most: int) -> None:
    """The pieces stay, in their order; only one piece alone is wider than the terminal."""
    lines = wrapped(text, most)
    assert [piece for line in lines for piece in pieces(line)] == pieces(text)
    assert all(width(line.strip(" ")) <= most or len(pieces(line)) == 1 for line in lines[1:])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", [""]),
        ("a line that fits", ["a line that fits"]),
        ("a line that does not fit", ["a line that does", "  not fit"]),
        ("  title: what it is called", ["  title: what it", "    is called"]),
        ("icccat search WORDS    find records", ["icccat search", "  WORDS", "    find records"]),
        ("kind:meeting       nature", ["kind:meeting", "    nature"]),
        ("    icccat edit a title=b c", ["    icccat edit a title=b c"]),
        ("  cd /a/folder/that/is far", ["  cd /a/folder/that/is far"]),
        (" " * 20, []),
    ],
)
def test_folded(line: str, expected: list[str]) -> None:
    """What continues a line is set in, two columns go below each other, a command stays whole."""
    assert folded(line, 16) == expected
