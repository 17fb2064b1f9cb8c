"""Text made alike, so that a query and a record meet however each was written."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALIKE = {
    # letters that Unicode does not decompose
    **dict(zip("ıłøđðħŋŧə", "iloddhnte", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    # every apostrophe people type (a lone acute accent is one too), and quotation marks
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bb\u02bc\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    "\u2212": "-",  # the minus sign, which Unicode does not count among the dashes
}

# What is written but is no word of its own. (A pattern that begins with a sign is quick to find.)
_ELISION = re.compile(r"\b(?:(?:jus|lors|puis)?qu|[cdjlmnst])'(?=\w)")  # l'intégration, jusqu'au
_ENDING = re.compile(
    r"""
    ' (?<=\w') s \b                                  # the city's
    | [·•.] (?<=\w{3}[·•.]) ENDING (?: [·•.] ENDING )*  # coordinateur·rice·s, étudiant.e.s
    """.replace("ENDING", r"(?: s | [lnrtv]?es? | t?rices? | [eo]?uses? | eres? | esses? ) \b"),
    re.VERBOSE,
)

# A word may hold Ukraine's apostrophe (зв'язок) and Catalonia's l·l (col·lecció).
_COMPOUND = re.compile(
    r"[^\W_]+ (?: (?: - | ' (?<=[Ѐ-ӿ]') (?=[Ѐ-ӿ]) | · (?<=l·) (?=l) ) [^\W_]+ )*", re.VERBOSE
)
_WITHIN = str.maketrans("", "", "'·")


def fold(text: str) -> str:
    """The text without case, marks, invisible characters and variants of quotes and dashes.

    Runs of white space become one space, at the ends none. What is folded already stays.
    """
    return " ".join(normalize("NFC", _letters(text)).split())


def words(text: str, *, joined: bool = True) -> tuple[str, ...]:
    """The folded words of a text for matching, in order.

    A compound with hyphens gives its parts and then, with `joined`, the parts as one word:
    `anti-rumours` is anti, rumours, antirumours. Elided articles (l', d', qu'), the possessive
    's and the endings of inclusive writing (`coordinateur·rice·s`) are no words.
    """
    return tuple(word for word, _, _ in _split(_letters(text), joined=joined))


def spans(text: str) -> list[tuple[str, int, int]]:
    """The same words, each with the slice of the original text that it stands for.

    The slice of a joined compound covers those of its parts, which stand before it.
    """
    pieces = [_letter(character) for character in text]
    origins = [place for place, piece in enumerate(pieces) for _ in piece]
    origins.append(len(text))
    return [
        # up to the next letter: the marks of the last one, which fold to nothing, belong to it
        (word, origins[start], max(origins[end], origins[end - 1] + 1))
        for word, start, end in _split("".join(pieces), joined=True)
    ]


def _split(letters: str, *, joined: bool) -> Iterator[tuple[str, int, int]]:
    """The words of letters folded one by one, each with its slice."""
    for compound in _COMPOUND.finditer(_told(letters)):
        start, parts = compound.start(), compound[0].split("-")
        for part in parts:
            yield _whole(part), start, start + len(part)
            start += len(part) + 1
        # 2017-11 is not 201711, nor are pages 1-2 page 12
        if joined and len(parts) > 1 and not (word := _whole("".join(parts))).isnumeric():
            yield word, compound.start(), compound.end()


def _told(letters: str) -> str:
    """The letters with blanks in place of what is no word."""
    for silent in (_ELISION, _ENDING) if "'" in letters else (_ENDING,):
        letters = silent.sub(lambda found: " " * len(found[0]), letters)
    return letters


def _whole(word: str) -> str:
    return normalize("NFC", word if word.isalnum() else word.translate(_WITHIN))


def _letters(text: str) -> str:
    """The text folded letter by letter; spaces are left as they are."""
    return text.lower() if text.isascii() else "".join(map(_letter, text))


@cache
def _letter(character: str) -> str:
    """What one character folds to: usually one letter, sometimes none or several."""
    spelt = normalize("NFKD", _ALIKE.get(character, character)).casefold()
    return "".join(_ALIKE.get(letter) or _bare(letter) for letter in normalize("NFKD", spelt))


def _bare(letter: str) -> str:
    """The letter itself; nothing for a mark or invisible formatting; `-` for any dash."""
    sort = category(letter)
    if sort[0] == "M" or sort == "Cf":
        return ""
    return "-" if sort == "Pd" else letter
