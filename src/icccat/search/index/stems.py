"""What is left of a word without its endings, by the rules of English and of French.

The only door to PyStemmer (https://snowballstem.org): its algorithms take words in lower case,
and French ones with their accents. Folded words have none, so that two endings which the French
rules know by an accent, or not at all, are put right first: -ée is -é, -trice is -teur.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import Stemmer

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENGLISH, _FRENCH = Stemmer.Stemmer("english"), Stemmer.Stemmer("french")


_FEMININE = (("trices", "teur"), ("trice", "teur"), ("ees", "e"), ("ee", "e"))
_SHORTEST = 3  # letters before such an ending


@cache
def stems(word: str) -> tuple[str, str]:
    """The English and the French stem of a folded word."""
    return _ENGLISH.stemWord(word), _FRENCH.stemWord(_masculine(word))


def stems_of(words: Sequence[str]) -> list[tuple[str, str, str]]:
    """Each word with its two stems."""
    return [(word, *stems(word)) for word in words]


def _masculine(word: str) -> str:
    """The form by which the French rules know the word."""
    for ending, other in _FEMININE:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST:
            return word.removesuffix(ending) + other
    return word
