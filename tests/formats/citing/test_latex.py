"""Text for LaTeX: what has a meaning there is escaped, braces are balanced, capitals kept."""

from __future__ import annotations

import re

import pytest
from formats.citing.works import texts
from hypothesis import given

from icccat.formats.citing.latex import capitals_kept, escaped
from icccat.formats.citing.text import line

SIGNS = {
    "backslash": "\\",
    "braceleft": "{",
    "braceright": "}",
    "asciitilde": "~",
    "asciicircum": "^",
    "asciigrave": "`",
    "less": "<",
    "greater": ">",
    "bar": "|",
}


def printed(latex: str) -> str:
    """What LaTeX prints of an escaped text."""
    signs = re.compile(r"\{\\text([a-z]+)\}|\\(.)|[{}]")
    return signs.sub(lambda one: SIGNS[one[1]] if one[1] else one[2] or "", latex)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100 % & $5 #1 a_b", r"100 \% \& \$5 \#1 a\_b"),
        ("~^`", r"{\textasciitilde}{\textasciicircum}{\textasciigrave}"),
        ("<>|", r"{\textless}{\textgreater}{\textbar}"),
        ("}\\{", r"{\textbraceright}{\textbackslash}{\textbraceleft}"),
        ("a---b ''c'' ,,d", r"a-{}-{}-b '{}'c'{}' ,{},d"),
        ("Œuvre d’été\nà Київ", "Œuvre d’été à Київ"),
    ],
)
def test_escaped(text: str, expected: str) -> None:
    """LaTeX prints the text as it is; what is not ASCII stays for UTF-8."""
    assert escaped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ICC’s way of life", "{The} {ICC’s} way of life"),
        ("l’École <B>", r"{l’École} {{\textless}B{\textgreater}}"),
        ("", ""),
    ],
)
def test_capitals_kept(text: str, expected: str) -> None:
    """A word with a capital is in braces, so that no style makes it small."""
    assert capitals_kept(text) == expected


@given(texts)
def test_any_text(text: str) -> None:
    """Whatever the text, its braces are balanced, and LaTeX prints it on one line."""
    latex = capitals_kept(text)
    depth = 0
    for sign in latex:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert printed(latex) == line(text)
