"""Text made safe to show: nothing in it can move the cursor, hide, or turn what is read."""

from __future__ import annotations

import re
from unicodedata import category, east_asian_width, normalize

# In this order: C0 but for line ends; DEL and C1; marks of direction; separators, then more of
# direction; invisible signs, also of direction; annotations; halves of a character; tags.
# Zero-width joiners stay, for Persian and for pictures of families; so do soft hyphens.
# (Compiled when needed, which is seldom.)
_UNSAFE = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)

# What belongs to the picture before it: one that is joined to it, or a colour of skin.
_JOINED = "\u200d[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?|[\U0001f3fb-\U0001f3ff]"
_AS_PICTURE = "\ufe0f"  # VARIATION SELECTOR-16
_UNSEEN = {"", *"\u200b\u200c\u200d\u2068\u2069"}

_DEL = 0x7F
_PICTURES = 0x2400
_PICTURE_OF_DEL = "\u2421"


def safe(text: str, *, multiline: bool = False) -> str:
    """The text with whatever could trick a terminal shown: ␛, ␡, <U+202E>.

    Line ends and tabs become a space; with `multiline` line ends stay.
    """
    if text.isprintable():  # as most is
        return text
    text = re.sub(r"\r?\n", "\n" if multiline else " ", text).replace("\t", " ")
    return re.sub(_UNSAFE, _shown, text)


def width(text: str) -> int:
    """How many cells of a terminal the text takes, made safe before.

    As terminals count that draw a picture of several characters as one (a family, a flag).
    """
    if text.isascii():
        return len(text)
    cells = 0
    before = ""
    for character in re.sub(_JOINED, "", normalize("NFC", text)):
        if character == _AS_PICTURE:
            cells += _cells(before) == 1
        cells += _cells(character)
        before = character
    return cells


def _shown(unsafe: re.Match[str]) -> str:
    code = ord(unsafe[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return _PICTURE_OF_DEL if code == _DEL else f"<U+{code:04X}>"


def _cells(character: str) -> int:
    """No cell for what is not seen, two for the wide letters and pictures of East Asia."""
    if character in _UNSEEN or category(character)[0] == "M":
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1
