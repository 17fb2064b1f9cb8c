"""How far two texts are the same, letter by letter and word by word."""

from __future__ import annotations

from collections import Counter

from icccat.words.fold import words
from icccat.words.function_words import FUNCTION_WORDS
from icccat.words.nearest import distance
from icccat.words.numbers import number

AKIN = 70  # per cent: refugee and refugees, Lisbon and Lisbonne; not women and men (60)
_BEGINNING = 3  # letters
_ROOM = 8  # bits for the occurrences of a letter; what goes beyond them is not counted
_LETTERS = 32  # letters told apart: those of one script
_ONES = tuple((1 << number) - 1 for number in range(_ROOM + 1))


def alike(a: str, b: str, least: int = 0) -> int:
    """How many per cent of two folded texts are the same; 0 where it is fewer than `least`.

    One minus the edit distance over the length of the longer (Levenshtein 1966, with swapped
    neighbours as one edit, Damerau 1964). It is the same both ways, unlike the measure of
    Ratcliff and Obershelp in difflib.
    """
    longer = max(len(a), len(b))
    most = longer * (100 - least) // 100
    a, b = _middles(a, b)
    if not longer or abs(len(a) - len(b)) > most or apart(letters(a), letters(b)) > most:
        return 0
    edits = distance(a, b, most)
    return (longer - edits) * 100 // longer if edits <= most else 0


def _middles(a: str, b: str) -> tuple[str, str]:
    """The texts without what both begin and end with, which takes no edit."""
    start = _beginning(a, b)
    a, b = a[start:], b[start:]
    end = _beginning(a[::-1], b[::-1])
    return a[: len(a) - end], b[: len(b) - end]


def _beginning(a: str, b: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(a), len(b)))


def lengths(length: int, least: int) -> range:
    """How long a text may be that is alike to `least` per cent to one of this length."""
    return range(-(-length * least // 100), length * 100 // least + 1)


def letters(text: str) -> int:
    """The letters of a folded text as bits, one for each occurrence: what `apart` compares."""
    bits = 0
    for letter in set(text):
        bits |= _ONES[min(text.count(letter), _ROOM)] << ord(letter) % _LETTERS * _ROOM
    return bits


def apart(a: int, b: int) -> int:
    """How many edits the texts with these letters differ by at least, at little cost.

    The bag distance (Bartolini, Ciaccia and Patella 2002); letters that share a bit lower it.
    """
    return max((a & ~b).bit_count(), (b & ~a).bit_count())


def telling(text: str) -> list[str]:
    """The words of a text that tell what it is about, in order."""
    return [word for word in words(text) if word not in FUNCTION_WORDS]


def differ_in_a_word(a: str, b: str) -> bool:
    """Whether a telling word of one stands for quite another word: in Oslo, in Cork.

    Not where one has only more words, nor where words are spelt or written together otherwise.
    Numbers are no words here.
    """
    left, right = _lacking(a, b), _lacking(b, a)
    akin = [[_akin(word, other) for other in right] for word in left]
    lacking = [any(not any(row) for row in rows) for rows in (akin, zip(*akin, strict=True))]
    return all(lacking) and not _akin("".join(left), "".join(right))


def _lacking(own: str, other: str) -> list[str]:
    """The telling words of one text that the other lacks, or has less often."""
    lacking = Counter(telling(own)) - Counter(telling(other))
    return [word for word in lacking.elements() if number(word) is None]


def _akin(word: str, other: str) -> bool:
    """Whether the words begin alike (city, cities) or are spelt nearly so."""
    enough = max(max(len(word), len(other)) / 2, _BEGINNING)
    return _beginning(word, other) >= enough or alike(word, other, AKIN) > 0
