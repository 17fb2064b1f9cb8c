"""The order in which people expect texts, in English and in French."""

from __future__ import annotations

import re

from icccat.words.fold import WORD, fold

_FIGURES = re.compile(r"[0-9]+")


def alphabetical(text: str) -> tuple[str, str]:
    """What texts are ordered by: word by word, without case, accents or punctuation.

    é stands with e, œ with oe, ß with ss, Ł with l; numbers by what they count, 2 before 10, and
    before letters. Those alike in all this are in the order of their characters.
    """
    key = " ".join(WORD.findall(fold(text)))
    return _FIGURES.sub(_figures, key), text


def _figures(found: re.Match[str]) -> str:
    """A number after what says how many figures it has, so that the longer is the greater."""
    figures = found[0].lstrip("0")
    long = len(figures)
    return f"{'9' * (long // 9)}{long % 9}{figures}"
