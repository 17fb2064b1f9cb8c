"""Text as the line-based formats hold it: on one line, and without what divides their lists."""

from __future__ import annotations

import re
from urllib.parse import quote

# What ends a line for one reader or another, and what no file of text should hold.
_BLANK = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029\ufffe\uffff]+")
_DIVIDES = re.compile(r"\s*[,;]\s*")
# RFC 3986 has none of these in an address; braces would unbalance BibTeX.
_NOT_IN_ADDRESSES = re.compile(
    '["<>\\\\^`{|}\x00-\x20\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]'
)
_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.[^/?#]+/[^?#]+)")


def line(text: str) -> str:
    """The text on one line: line ends, control characters and runs of blanks are one blank."""
    return _BLANK.sub(" ", text).strip()


def undivided(text: str) -> str:
    """The text on one line, with dashes for the commas and semicolons that would make it two."""
    return " – ".join(part for part in _DIVIDES.split(line(text)) if part)


def address(url: str) -> str:
    """The address as it is, but for characters that none may hold, which are percent-encoded."""
    return _NOT_IN_ADDRESSES.sub(lambda found: quote(found[0]), url)


def doi(url: str) -> str:
    """The DOI that an address of doi.org leads to, "" for another address."""
    found = _DOI.fullmatch(url)
    return found[1] if found else ""
