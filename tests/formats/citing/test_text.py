"""Text on one line, names and topics in one piece, addresses as they are."""

from __future__ import annotations

import pytest
from formats.citing.works import texts
from hypothesis import given

from icccat.formats.citing.text import address, doi, line, undivided


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\r\n  two\tthree ", "One two three"),
        ("a\x00b\x1b[31m\x85\u2028c\uffff", "a b [31m c"),
        ("100\u00a0% \u05d0\u200f", "100\u00a0% \u05d0\u200f"),
        ("\x00", ""),
    ],
)
def test_line(text: str, expected: str) -> None:
    """Line ends, control characters and blanks are one blank, everything else stays."""
    assert line(text) == expected


@given(texts)
def test_a_line_is_one_line(text: str) -> None:
    """Whatever the text, no reader finds two lines in it."""
    assert len(line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("City of Lyon, Culture; Sport", "City of Lyon – Culture – Sport"),
        ("Refugees", "Refugees"),
        (",", ""),
    ],
)
def test_undivided(text: str, expected: str) -> None:
    """What would divide a list is a dash."""
    assert undivided(text) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://é.eu/a?b=%20&c_d#e~f", "https://é.eu/a?b=%20&c_d#e~f"),
        ("https://a.eu/{x}\\|\x85\u202e", "https://a.eu/%7Bx%7D%5C%7C%C2%85%E2%80%AE"),
    ],
)
def test_address(url: str, expected: str) -> None:
    """An address is not changed but for characters that none may hold."""
    assert address(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://doi.org/10.1000/xyz(12)", "10.1000/xyz(12)"),
        ("http://dx.doi.org/10.1000/xyz", "10.1000/xyz"),
        ("https://doi.org/10.1000", ""),
        ("https://example.org/10.1000/xyz", ""),
        ("", ""),
    ],
)
def test_doi(url: str, expected: str) -> None:
    """The address of a DOI says it."""
    assert doi(url) == expected
