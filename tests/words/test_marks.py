"""What is marked in a text: the words that met a query, letter for letter as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.words.fold import words
from icccat.words.marks import marks


@pytest.mark.parametrize(
    ("text", "runs", "marked"),
    [
        ("Women and refugees", ["refugees"], "Women and [refugees]"),
        ("L’inclusion des Réfugiés", ["refugies"], "L’inclusion des [Réfugiés]"),
        ("Anti-rumours, anti rumours", ["anti rumours"], "[Anti-rumours], [anti rumours]"),
        ("Anti-rumours", ["rumours"], "Anti-[rumours]"),
        ("A public space, a space", ["public space"], "A [public space], a space"),
        ("a b c b c d", ["a b", "b c", "d"], "[a b c] [b c] [d]"),
        ("a b c", ["b", "a b c"], "[a b c]"),
        ("IV зустріч в Одесі", ["zustrich", "одесі"], "IV [зустріч] в [Одесі]"),
        ("Αθήνα, Athens", ["athina"], "[Αθήνα], Athens"),
        ("Coordinateur·rice·s réunis", ["coordinateur"], "[Coordinateur]·rice·s réunis"),
        ("Stra\N{COMBINING RING ABOVE}ße", ["strasse"], "[Stra\N{COMBINING RING ABOVE}ße]"),
        ("Women", ["refugees"], "Women"),
        ("Women", [], "Women"),
        ("", ["women"], ""),
    ],
)
def test_marks(text: str, runs: list[str], marked: str) -> None:
    """Whole words, those of a run together, whatever their case, marks and alphabet."""
    found = marks(text, [tuple(run.split()) for run in runs])
    shown, last = "", 0
    for start, end in found:
        shown += f"{text[last:start]}[{text[start:end]}]"
        last = end
    assert shown + text[last:] == marked


@given(st.text(), st.text())
def test_any_text(text: str, asked: str) -> None:
    """Slices are in order and apart; the words of a text itself are all found in it."""
    for runs in ([words(asked)], [(word,) for word in words(text)]):
        found = marks(text, [run for run in runs if run])
        ends = [0, *(place for one in found for place in one), len(text)]
        assert ends == sorted(ends)
        assert all(start < end for start, end in found)
    assert bool(marks(text, [words(text)] if words(text) else [])) == bool(words(text))
