"""Elements are made of text that cannot become markup."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.formats.page.markup import FORBIDDEN, Html, element, join, text


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (element("p", "A & B"), "<p>A &amp; B</p>"),
        (element("p", "<b>", Html("<b>x</b>")), "<p>&lt;b&gt;<b>x</b></p>"),
        (element("p"), "<p></p>"),
        (element("meta", charset="utf-8"), '<meta charset="utf-8">'),
        (element("p", class_="a", aria_label='"'), '<p class="a" aria-label="&quot;"></p>'),
        (element("p", lang="", hidden=True, checked=False), "<p hidden></p>"),
        (join([Html("<b>"), Html("<i>")], " < "), "<b> &lt; <i>"),
        (join([]), ""),
    ],
)
def test_element(made: Html, expected: str) -> None:
    """Text is escaped, markup is not; attributes without a value are left out."""
    assert made == expected


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"),
        ("\x00\x0b\x0c\x1b", "␀␋␌␛"),
        ("\x7f", "␡"),
        (
            "\x85\ufdd0\ufffe\U0010ffff",
            "&lt;U+0085&gt;&lt;U+FDD0&gt;&lt;U+FFFE&gt;&lt;U+10FFFF&gt;",
        ),
        ("\u202e\u2028\u200f\ufeff", "\u202e\u2028\u200f\ufeff"),
        ("it's", "it&#x27;s"),
    ],
)
def test_text(plain: str, expected: str) -> None:
    """Line ends are LF; what HTML cannot hold is shown, all else kept."""
    assert text(plain) == expected
    assert text(text(plain)) == expected


@given(st.text(), st.text())
def test_any_text(inside: str, attribute: str) -> None:
    """A parser finds the same text and attribute again, and nothing else."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    made = element("p", inside, title=f"x{attribute}")
    (paragraph,) = parser.parse(f"<!DOCTYPE html><title>T</title>{made}").find("body")
    assert not len(paragraph)
    assert (paragraph.text or "") == shown(inside)
    assert paragraph.attrib == {"title": shown(f"x{attribute}")}


def shown(plain: str) -> str:
    """The text as a reader sees it: the line ends as LF, the forbidden characters shown."""
    lines = plain.replace("\r\n", "\n").replace("\r", "\n")
    return FORBIDDEN.sub(lambda found: sign(ord(found[0])), lines)


def sign(code: int) -> str:
    """How a forbidden character is shown."""
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
