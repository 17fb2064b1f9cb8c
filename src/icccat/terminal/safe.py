"""Text made safe to show: nothing in it can move the cursor, hide, or turn what is read."""

from __future__ import annotations

import re
from unicodedata import category, east_asian_width, normalize

# In this order: C0 but for line ends; DEL and C1; marks of direction; separators, then more of
# direction; invisible signs, also of direction; annotations; halves of a character; tags.
# Zero-width joiners stay, for Persian and for pictures of families; so do soft hyphens.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_END = re.compile(r"\r?\n")

_DEL = 0x7F
_PICTURES = 0x2400
_PICTURE_OF_DEL = "\u2421"


def safe(text: str, *, multiline: bool = False) -> str:
    """The text with whatever could trick a terminal shown: ␛, ␡, <U+202E>.

    Line ends and tabs become a space; with `multiline` line ends stay.
    """
    text = _LINE_END.sub("\n" if multiline else " ", text).replace("\t", " ")
    return _UNSAFE.sub(_shown, text)


def width(text: str) -> int:
    """How many cells of a terminal the text takes, made safe before."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in normalize("NFC", text))


def _shown(unsafe: re.Match[str]) -> str:
    code = ord(unsafe[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return _PICTURE_OF_DEL if code == _DEL else f"<U+{code:04X}>"


def _cells(character: str) -> int:
    """No cell for a mark or a joiner, two for the wide letters and pictures of East Asia."""
    if category(character)[0] == "M" or character in "\u200b\u200c\u200d":
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1
