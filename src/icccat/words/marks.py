"""Where in a text as it was written some folded words stand: what is marked in an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from icccat.words.fold import spans
from icccat.words.latin import latin

if TYPE_CHECKING:
    from collections.abc import Iterable

Run: TypeAlias = tuple[str, ...]
"""Folded words that stand next to each other."""


def marks(text: str, runs: Iterable[Run]) -> list[tuple[int, int]]:
    """The slices of the text in which one of the runs stands, in order, none within another.

    Words of another alphabet are also met by their spelling in Latin letters.
    """
    written = spans(text)
    spelt = [{word} if word.isascii() else {word, latin(word)} for word, _start, _end in written]
    found = {
        (written[place][1], written[place + len(run) - 1][2])
        for run in set(runs)
        for place in range(len(spelt) - len(run) + 1)
        if all(word in there for word, there in zip(run, spelt[place:], strict=False))
    }
    return _outermost(sorted(found, key=lambda one: (one[0], -one[1])))


def _outermost(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The slices, those that overlap made one."""
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept
