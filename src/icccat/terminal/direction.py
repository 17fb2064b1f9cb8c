"""Hebrew and Arabic among other letters: set apart, so that nothing beside them changes place."""

from __future__ import annotations

import re
from unicodedata import bidirectional

ISOLATE, END = "\u2068", "\u2069"  # FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE
_BEFORE = r': (?:[-+] )?|→ |\A\s+|(?P<quote>["“]|«\s?)'
_AFTER = {'"': '"', "“": "”", "«": "\\s?»"}


def is_apart(value: str) -> bool:
    """Whether the value has a letter that runs from right to left, and is to be set apart."""
    return _first(value) < len(value)


def with_isolates(line: str) -> str:
    """A line in which each such value is set apart from its label, and from what follows.

    A value stands after a colon or an arrow, up to the next arrow or the end; or in quotes.
    """
    first = _first(line)
    if first == len(line):
        return line
    start, end = 0, " →"
    for before in re.finditer(_BEFORE, line[:first]):
        start = before.end()
        end = _AFTER[before["quote"][0]] if before["quote"] else " →"
    after = re.compile(end).search(line, first)
    stop = after.start() if after else len(line)
    return f"{line[:start]}{ISOLATE}{line[start:stop]}{END}{with_isolates(line[stop:])}"


def _first(text: str) -> int:
    """The place of the first letter that runs from right to left, else the length."""
    if text.isascii():
        return len(text)
    places = (place for place, one in enumerate(text) if bidirectional(one) in {"R", "AL"})
    return next(places, len(text))
