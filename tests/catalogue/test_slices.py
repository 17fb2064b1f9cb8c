"""Slices lead from one text to the other and back, whatever the texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icccat.catalogue.history.slices import MANY, Slice, back, forth, slices

ENDINGS = ["\n", "\n", "\r\n", "\r", "\n\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", ""]
LINES = st.tuples(st.sampled_from(["", "a", "b", "é", "[video.a]"]), st.sampled_from(ENDINGS))
TEXTS = st.lists(LINES.map("".join), max_size=12).map("".join) | st.text()


@settings(max_examples=200, deadline=None)
@given(old=TEXTS, new=TEXTS)
def test_forth_and_back(old: str, new: str) -> None:
    """Each text is made of the other; there are slices only where they differ."""
    found = slices(old, new)
    assert forth(old, found) == new
    assert back(new, found) == old
    assert all(part.old != part.new for part in found)
    assert (found == []) == (old == new)


@settings(max_examples=100, deadline=None)
@given(old=TEXTS, new=TEXTS, other=TEXTS)
def test_on_another_text(old: str, new: str, other: str) -> None:
    """Where each slice finds what it replaces, the rest stays; where one does not, nothing is."""
    found = slices(old, new)
    fits = all(other[part.at : part.at + len(part.old)] == part.old for part in found)
    fits = fits and all(part.at <= len(other) for part in found)
    assert (forth(other, found) is not None) == fits


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", []),
        ("a\n", "a\n", []),
        ("", "a\n", [Slice(0, "", "a\n")]),
        ("a\n", "", [Slice(0, "a\n", "")]),
        ("a\n", "a", [Slice(0, "a\n", "a")]),
        ("a\nb\n", "a\nb\nc", [Slice(4, "", "c")]),
        ("a\nb\nc\n", "a\nB\nc\n", [Slice(2, "b\n", "B\n")]),
        ("a\r\nb\n", "a\nb\n", [Slice(0, "a\r\n", "a\n")]),
        (
            "a\nb\nc\nd\ne\n",
            "A\nb\nnew\nc\ne\n",
            [Slice(0, "a\n", "A\n"), Slice(4, "", "new\n"), Slice(6, "d\n", "")],
        ),
        ("a\na\n", "a\na\na\n", [Slice(4, "", "a\n")]),
    ],
)
def test_slices(old: str, new: str, found: list[Slice]) -> None:
    """Whole lines that differ, in order, at their offsets in the old text."""
    assert slices(old, new) == found


def test_lines_that_come_again_and_again() -> None:
    """They part the slices as others do, however many of them there are, as of blank ones."""
    old = [f"{number}\n" for number in range(100, 220)]
    new = [f"new {line}" for line in old]
    found = [Slice(5 * number, *lines) for number, lines in enumerate(zip(old, new, strict=True))]
    assert slices("\n".join(old), "\n".join(new)) == found


@pytest.mark.parametrize("text", ["", "b\n", "x\na\nb\n", "a\nB\n"])
def test_where_they_do_not_fit(text: str) -> None:
    """Nothing comes of a text in which something else stands at one of the places."""
    found = [Slice(0, "a\n", ""), Slice(2, "b\n", "c\n")]
    assert forth("a\nb\nz\n", found) == "c\nz\n"
    assert forth(text, found) is None
    assert back("c\nz\n", found) == "a\nb\nz\n"
    assert back(text, found) is None


@pytest.mark.parametrize(("lines", "count"), [(MANY, MANY // 2), (MANY + 1, 1)])
def test_large_texts(lines: int, count: int) -> None:
    """Where very many lines lie between the first difference and the last they are one slice."""
    old = [f"{number}\n" for number in range(lines)]
    new = [f"new {line}" if number % 2 else line for number, line in enumerate(old, 1)]
    new[-1] = "new\n"
    around = ("first\n", "last\n")
    before, after = ("".join([around[0], *texts, around[1]]) for texts in (old, new))
    found = slices(before, after)
    assert len(found) == count
    assert found[0].at == len(around[0])
    assert (forth(before, found), back(after, found)) == (after, before)
