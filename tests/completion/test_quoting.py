"""Words as a shell reads them from an unfinished line, and as they are written for one."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.completion.quoting import Word, posix, powershell, split, unquoted

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", [Word()]),
        ("icccat", [Word("icccat")]),
        ("icccat show ", [Word("icccat"), Word("show"), Word()]),
        ("icccat  show pol", [Word("icccat"), Word("show"), Word("pol")]),
        ("""a 'b c' "d e"  f\\ g""", [Word("a"), Word("b c"), Word("d e"), Word("f g")]),
        ("a'b'\"c\"d", [Word("abcd")]),
        ("'' \"\" ", [Word(), Word(), Word()]),
        ("a 'b c", [Word("a"), Word("b c", "'")]),
        ('a x"b \\" \\c', [Word("a"), Word('xb " \\c', '"', 1)]),
        ('a "b\\', [Word("a"), Word("b\\", '"')]),
        ("a b\\", [Word("a"), Word("b")]),
        ("a --opt=value", [Word("a"), Word("--opt=value", "", 6)]),
        ("a topic:x:y", [Word("a"), Word("topic:x:y", "", 8)]),
        ("a 'b:c'd\\:e", [Word("a"), Word("b:cd:e")]),
        ('a --opt="va', [Word("a"), Word("--opt=va", '"', 6)]),
    ],
)
def test_split(line: str, words: list[Word]) -> None:
    """The words of a line; the last one knows its open quotation mark, and where it is cut."""
    assert split(line, "=:") == words


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", ""),
        ("Helsinki,\\ FI", "Helsinki, FI"),
        ('"Helsinki, F', "Helsinki, F"),
        ("'Helsinki, FI'", "Helsinki, FI"),
        ("Helsinki, F", "Helsinki, F"),
    ],
)
def test_unquoted(typed: str, text: str) -> None:
    """One word, as it is typed or as the shell has taken its quotation marks off."""
    assert unquoted(typed) == text


@pytest.mark.parametrize(
    ("text", "quote", "written"),
    [
        ("Helsinki, FI", "", "Helsinki,\\ FI"),
        ("it's", "", "it\\'s"),
        ("topics+=refugees", "", "topics+=refugees"),
        ("Évora", "", "Évora"),
        ('a"b$c`d\\e f', '"', 'a\\"b\\$c\\`d\\\\e f'),
        ("it's $x", "'", "it'\\''s $x"),
    ],
)
def test_posix(text: str, quote: str, written: str) -> None:
    """A text is written so that a POSIX shell reads it, also after an open quotation mark."""
    assert posix(text, quote) == written


@given(TEXTS, st.sampled_from(["", "'", '"']))
def test_there_and_back(text: str, quote: str) -> None:
    """Whatever is written is read again as it was."""
    assert [word.text for word in split(f"x{quote}{posix(text, quote)}{quote}")] == [f"x{text}"]


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell is asked")
def test_as_bash_reads_it() -> None:
    """Bash itself reads what is written for it."""
    text = "~a b'c\"d$e`f\\g(h)i;j&k|l<m>n*o?p[q]r{s}t#u!v=w:x%y^zé,"
    words = " ".join((posix(text), f'"{posix(text, chr(34))}"', f"'{posix(text, chr(39))}'"))
    done = subprocess.run(
        ["bash", "-c", f"printf '%s\\n' {words}"], capture_output=True, check=True
    )
    assert done.stdout.decode() == f"{text}\n" * 3


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("policy-lab", "policy-lab"),
        ("Helsinki, FI", "'Helsinki, FI'"),
        ("coordinators' meeting’s", "'coordinators'' meeting’’s'"),
        ("", "''"),
    ],
)
def test_powershell(text: str, written: str) -> None:
    """A text is written so that PowerShell reads it, which takes any apostrophe for its mark."""
    assert powershell(text) == written
