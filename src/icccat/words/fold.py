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
# Most texts have nothing of all that, and their words are quick to find.
_MARKS = re.compile(r"['-]|\.[a-z]")
_PLAIN = re.compile(r"[a-z0-9]+")
_WITHIN = str.maketrans("", "", "'·")


def fold(text: str) -> str:
    """The text without case, marks, invisible characters and variants of quotes and dashes.

    Runs of white space become one space, at the ends none. What is folded already stays.
    """
    return " ".join(normalize("NFC", _letters(text)).split())


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text for matching, in order.

    A compound with hyphens gives its parts: `anti-rumours` is anti, rumours. Elided articles (l',
    d', qu'), the possessive 's and the endings of inclusive writing (`coordinateur·rice·s`) are no
    words.
    """
    letters = _letters(text)
    if letters.isascii() and not _MARKS.search(letters):
        return tuple(_PLAIN.findall(letters))
    return tuple(word for word, _, _ in _split(letters))


def spans(text: str) -> list[tuple[str, int, int]]:
    """The same words, each with the slice of the original text that it stands for."""
    pieces = [_letter(character) for character in text]
    origins = [place for place, piece in enumerate(pieces) for _ in piece]
    origins.append(len(text))
    return [
        # up to the next letter: the marks of the last one, which fold to nothing, belong to it
        (word, origins[start], max(origins[end], origins[end - 1] + 1))
        for word, start, end in _split("".join(pieces))
    ]


def _split(letters: str) -> Iterator[tuple[str, int, int]]:
    """The words of letters folded one by one, each with its slice."""
    for compound in _COMPOUND.finditer(_told(letters)):
        start = compound.start()
        for part in compound[0].split("-"):
            yield _whole(part), start, start + len(part)
            start += len(part) + 1


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
