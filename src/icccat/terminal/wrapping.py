"""Text in lines of a terminal: broken between words, never within one."""

from __future__ import annotations

import re
from functools import cache

from icccat.terminal.safe import width

# Chinese and Japanese have no spaces: a line may end after any of their letters, but not before
# a mark that closes, nor after one that opens (Unicode Standard Annex 14, reduced to these).
_LETTER = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
_OPENING = "（［｛〈《「『【〔"  # noqa: RUF001 (brackets of East Asia)
_CLOSING = "）］｝〉》」』】〕、。，．：；！？ー々"  # noqa: RUF001 (likewise)
# French has a space before its high marks and within its quotation marks, which not everybody
# types as one that does not break.
_WORD = f"(?:« )?[^ {_LETTER}]+(?: [:;?!»]+(?= |$))*"
_PIECE = f"[{_OPENING}]*(?:[{_LETTER}]|{_WORD})[{_CLOSING}]*"
_GAP = r"(?<=\S) {2,}"
_COMMAND = r" +(?:icccat|cd) "

INDENT = "  "  # before what continues a line


@cache
def _piece() -> re.Pattern[str]:
    """The pattern, made when it is wanted first: what fits, or is piped, needs none."""
    return re.compile(_PIECE)


def pieces(text: str) -> list[str]:
    """What a line is never broken within: words, and single letters of Chinese and Japanese."""
    return _piece().findall(text)


def spans(text: str, most: int, later: int | None = None) -> list[tuple[int, int]]:
    """Where each line of the text begins and ends, without the spaces between them.

    The first has at most so many cells, the others as many or `later`; a word that is wider has
    a line of its own.
    """
    found: list[tuple[int, int]] = []
    start = end = used = 0
    for piece in _piece().finditer(text):
        more = width(text[end : piece.end()])
        if end and used + more > most:
            found.append((start, end))
            start, used, more = piece.start(), 0, width(piece[0])
            most = most if later is None else later
        end, used = piece.end(), used + more
    return [*found, (start, end)]


def wrapped(text: str, most: int, indent: str = "") -> list[str]:
    """The text in lines of at most so many cells, all but the first after the indent."""
    first, *others = spans(text, most, most - len(indent))
    return [text[slice(*first)], *(f"{indent}{text[slice(*other)]}" for other in others)]


def folded(line: str, most: int) -> list[str]:
    """A line of several words in as many lines as it needs, what continues it set in.

    Two columns are first put below each other. A command that has the line to itself stays in
    one, so that it is copied whole.
    """
    if width(line) <= most or re.match(_COMMAND, line):
        return [line]
    blank = " " * (len(line) - len(line.lstrip(" ")))
    first, *others = re.split(_GAP, line, maxsplit=1)
    found = wrapped(first, most, blank + INDENT)
    for other in others:
        inner = blank + INDENT * 2
        found += (inner + one for one in wrapped(other, most - len(inner)))
    return [one for one in found if one.strip()]
