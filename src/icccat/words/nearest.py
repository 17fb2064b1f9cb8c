"""The known word that a mistyped one was probably meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST_BEGINNING = 3


def distance(a: str, b: str, most: int) -> int:
    """How many letters must be put, dropped, changed or swapped with the next: at most `most` + 1.

    Optimal string alignment: no letter is touched twice. Beyond `most` the count stops.
    """
    beyond = most + 1
    if abs(len(a) - len(b)) > most:
        return beyond
    before, row = [beyond], [min(place, beyond) for place in range(len(b) + 1)]
    for i in range(1, len(a) + 1):
        new = [min(i, beyond)] + [beyond] * len(b)
        for j in range(max(1, i - most), min(len(b), i + most) + 1):
            changed = row[j - 1] + (a[i - 1] != b[j - 1])
            new[j] = min(changed, row[j] + 1, new[j - 1] + 1, beyond)
            if i > 1 and j > 1 and a[i - 2 : i] == b[j - 1] + b[j - 2]:
                new[j] = min(new[j], before[j - 2] + 1)
        if min(new) > most:
            return beyond
        before, row = row, new
    return row[-1]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, compared folded; nothing if none is near.

    Near is one edit in a word of up to four letters, two up to eight, then three; or a known
    word that begins with this one. Of equals, the one with the same first letter, then the
    shortest, then the first by alphabet.
    """
    meant = fold(word)
    near = [
        (steps, other[:1] != meant[:1], len(other), other, candidate)
        for candidate, other in ((candidate, fold(candidate)) for candidate in known)
        if (steps := _steps(meant, other)) is not None
    ]
    return min(near)[-1] if near else None


def _steps(word: str, other: str) -> float | None:
    """How far the other is from the word, nothing if too far."""
    most = _edits_allowed(word)
    edits = distance(word, other, most)
    if edits > 1 and len(word) >= _SHORTEST_BEGINNING and other.startswith(word):
        return 1.5  # a beginning is likelier than two mistakes, and less than one
    return edits if edits <= most else None


def _edits_allowed(word: str) -> int:
    """One up to four letters, two up to eight, then three; in a single letter none."""
    return min(len(word) - 1, 1 if len(word) <= 4 else 2 if len(word) <= 8 else 3)  # noqa: PLR2004 (letters, and edits among them)
