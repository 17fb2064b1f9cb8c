"""What TOML 1.0 does not know is a warning, with its line and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import SHIPPED
from hypothesis import given

from catalogue.odd_toml import catalogues
from icccat.catalogue.catalogue import load, parse
from icccat.catalogue.dialect import dialect
from icccat.catalogue.text import statements

NEWER = "this is TOML 1.1, which not every program reads"


def told(text: str) -> list[str]:
    """What the check finds in a text, each as `line path: what would be right`."""
    found = dialect(parse(text, Path("c.toml")), statements(text))
    return [
        f"{problem.line} {problem.where}: {problem.message.removeprefix(f'{NEWER}: ')}"
        for problem in found
    ]


BRACES = "write what is between the braces on one line"
COMMA = "delete the comma before the closing brace"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("\na.b = {\n  c = 1\n}\n", [f"2 a.b: {BRACES}"]),
        ("a = {c = 1, # why\n d = 2}\n", [f"1 a: {BRACES}"]),
        ("a = {c = 1 , }\n", [f"1 a: {COMMA}"]),
        ("a = {\n  c = 1, # why\n}\n", [f"1 a: {BRACES}", f"2 a: {COMMA}"]),
        ("a = [\n  {c = [\n  1,\n  ]},\n]\n", []),
        ("a = [{b = 1}, {\nb = 2}]\n", [f"1 a: {BRACES}"]),
        ("a = '{' # {,\nb = {c = 1, d = '}'}\n", []),
        (r'a = "\e[0m \e"', [r"1 a: write \u001B instead of \e"]),
        (r'a = "\x41\xe9"', [
            r"1 a: write \u0041 instead of \x41",
            r"1 a: write \u00E9 instead of \xe9",
        ]),
        ('a = """\n\n\\x41"""', [r"3 a: write \u0041 instead of \x41"]),
        ('a = [\n1,\n"café \\x41"]', [r"3 a: write \u0041 instead of \x41"]),
        (r'["\e"]', ["1 \x1b: write \\u001B instead of \\e"]),
        (r'''a = "\\e \\x41"''', []),
        (r"""a = '\e \x41'""", []),
        (r"""a = '''\e'''""", []),
        ("a = 07:32\n", ["1 a: write 07:32:00"]),
        ("a = 2020-01-01T07:32Z\n", ["1 a: write 07:32:00"]),
        ("a = 2020-01-01 07:32-05:30\n", ["1 a: write 07:32:00"]),
        ("a = 2020-01-01 07:32:10.5+05:30\n", []),
        ('a = "07:32" # 07:32\n', []),
    ],
)  # fmt: skip
def test_dialect(text: str, problems: list[str]) -> None:
    """Each sort is told once a statement; what stands in text or in a comment is none."""
    assert told(text) == problems


def test_the_whole_sentence() -> None:
    """The sentence says why it matters."""
    [problem] = dialect(parse("a = 07:32", Path("c.toml")), statements("a = 07:32"))
    assert problem.message == f"{NEWER}: write 07:32:00"


def test_shipped() -> None:
    """The catalogue that comes with the project is read by every program."""
    catalogue = load(SHIPPED)
    assert list(dialect(catalogue, statements(catalogue.text))) == []


@given(catalogues())
def test_what_is_old(text: str) -> None:
    """TOML 1.0, however odd, is none of it."""
    assert told(text) == []
