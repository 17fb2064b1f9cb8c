"""Questions line by line, and the lines that stand above an answer."""

# ruff: noqa: RUF001 -- letters of Hebrew

from __future__ import annotations

import io

import pytest

from icccat.guide.question import Question, Said
from icccat.terminal.asking import by_lines, fits, pieces
from icccat.terminal.terminal import Terminal

VERSION = Question(
    "Version", "a number or a word", ("1 title: A",), ("1 full", "2 short"), default="full"
)


def test_by_lines() -> None:
    """Each thing is on a line of its own; what there is to choose from is said once."""
    terminal = Terminal(out=io.StringIO(), err=io.StringIO(), form="plain", width=80)
    ask = by_lines(terminal, io.StringIO("3\nshort\n"))
    assert ask(VERSION, [Said("A new\tvideo.")]) == "3\n"
    assert ask(VERSION, [Said("no", "wrong")]) == "short\n"
    with pytest.raises(EOFError):
        ask(Question("Go on?", "y or n"), [])
    assert isinstance(terminal.err, io.StringIO)
    assert terminal.err.getvalue() == (
        "A new video.\n1 title: A\n1 full\n2 short\nVersion: a number or a word [full] > "
        "no\nVersion: a number or a word [full] > "
        "Go on? y or n > "
    )


def test_pieces() -> None:
    """Lines are broken between words, and between what is listed; a long default has its own."""
    long = VERSION._replace(default="migrant integration; refugees")
    assert list(pieces(long, [Said("what is wrong", "wrong")], 12)) == [
        ("what is", "wrong"),
        ("  wrong", "wrong"),
        ("", "row"),
        ("1 title: A", "row"),
        ("Version: a", "label"),
        ("number or a", "label"),
        ("word", "label"),
        ("1 full", "listed"),
        ("2 short", "listed"),
        ("[migrant", "default"),
        ("integration;", "default"),
        ("refugees]", "default"),
    ]


def test_pieces_of_a_wide_terminal() -> None:
    """What is listed shares a line; a short default stands before the answer."""
    assert list(pieces(VERSION, [], 80)) == [
        ("", "row"),
        ("1 title: A", "row"),
        ("Version: a number or a word", "label"),
        ("1 full   2 short", "listed"),
    ]
    assert list(pieces(Question("Id"), [], 1)) == [("", "row"), ("Id", "label")]


def test_pieces_in_other_scripts() -> None:
    """Wide letters take two cells, and what runs from right to left is set apart."""
    chinese = VERSION._replace(rows=("1 title: 多样性",), listed=(), default="")
    assert list(pieces(chinese, [Said("title: ערים")], 14)) == [
        ("title: \u2068ערים\u2069", "echo"),
        ("", "row"),
        ("1 title: 多样", "row"),
        ("  性", "row"),
        ("Version: a", "label"),
        ("number or a", "label"),
        ("word", "label"),
    ]


@pytest.mark.parametrize(("width", "room"), [(11, True), (10, True), (9, False)])
def test_fits(width: int, room: bool) -> None:  # noqa: FBT001 (a column of the table)
    """A default fits that takes less than half of the line."""
    assert fits(VERSION, width) is room
    assert fits(Question("Id"), width)
