"""Which letters a word has, as bits: by them most words are told apart at once."""

from __future__ import annotations

BITS = 63  # of an integer of SQLite


def letters(word: str) -> int:
    """A bit for each letter that is in the word."""
    found = 0
    for letter in word:
        found |= 1 << ord(letter) % BITS
    return found
