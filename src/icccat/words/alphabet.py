"""The order in which people expect texts, in English and in French."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icccat.words.fold import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURES = re.compile(r"[0-9]+")
_SIGNS = {ord(sign): " " for sign in map(chr, range(128)) if not sign.isalnum() and sign != "\n"}


def alphabetical(text: str) -> tuple[str, str]:
    """What texts are ordered by: word by word, without case, accents or punctuation.

    é stands with e, œ with oe, ß with ss, Ł with l; numbers by what they count, 2 before 10, and
    before letters. Those alike in all this are in the order of their characters.
    """
    return in_alphabet([text])[0], text


def in_alphabet(texts: Sequence[str]) -> list[str]:
    """What is regarded of each of the texts; those of ASCII are looked at all at once."""
    ascii_ = "\n".join([text.replace("\n", " ") if text.isascii() else "" for text in texts])
    told = ascii_.lower().translate(_SIGNS).split("\n")
    words = [
        line.split() if text.isascii() else WORD.findall(fold(text))
        for text, line in zip(texts, told, strict=False)
    ]
    return _FIGURES.sub(_figures, "\n".join(map(" ".join, words))).split("\n")


def _figures(found: re.Match[str]) -> str:
    """A number after what says how many figures it has, so that the longer is the greater."""
    figures = found[0].lstrip("0")
    long = len(figures)
    return f"{'9' * (long // 9)}{long % 9}{figures}"
