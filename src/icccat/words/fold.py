"""Text made alike, so that a query and a record meet however each was written."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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

# Most texts hold nothing but words and signs, and their words are quick to find.
WORD = re.compile(r"[^\W_]+")
"""A word, where nothing else is left."""
_MARKS = re.compile(r"'|\.[a-z]")
_SIGN = re.compile(r"[^\w\x00-\x7f]")
_BEYOND = re.compile(r"[^\x00-\x7f]")

# What other texts hold is not compiled here: most commands need none of it, and all would pay.
# (A pattern that begins with a sign is quick to find.)
# What is written but is no word of its own: l'intégration, jusqu'au; the city's;
_ELISION = r"'(?:(?<=\b([cdjlmnst])')|(?<=\b(qu)')|(?<=\b(jusqu)')|(?<=\b(lorsqu|puisqu)'))(?=\w)"
_POSSESSIVE = r"'(?<=\w')s\b"
# étudiant.e.s, coordinateur·rice·s.
_ENDING = r"(?:s|[lnrtv]?es?|t?rices?|[eo]?uses?|eres?|esses?)\b"
_ENDINGS = rf"(?<=\w{{3}}[·•.]){_ENDING}(?:[·•.]{_ENDING})*"
_AFTER_DOT, _AFTER_POINT = rf"\.{_ENDINGS}", rf"[·•]{_ENDINGS}"
# A word may hold Ukraine's apostrophe (зв'язок) and Catalonia's l·l (col·lecció).
_WITHIN = r"'(?<=[Ѐ-ӿ]')(?=[Ѐ-ӿ])|·(?<=l·)(?=l)"
_COMPOUND = rf"{WORD.pattern}(?:(?:-|{_WITHIN}){WORD.pattern})*"
_JAMO = "[\u1100-\u11ff]+"  # parts of Korean syllables


def fold(text: str) -> str:
    """The text without case, marks, invisible characters and variants of quotes and dashes.

    Runs of white space become one space, at the ends none. What is folded already stays.
    """
    letters = _letters(text)
    return " ".join((letters if letters.isascii() else normalize("NFC", letters)).split())


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text for matching, in order.

    A compound with hyphens gives its parts: `anti-rumours` is anti, rumours. Elided articles (l',
    d', qu'), the possessive 's and the endings of inclusive writing (`coordinateur·rice·s`) are no
    words.
    """
    return tuple(WORD.findall(_plain(_letters(text))))


def plain(texts: Iterable[str]) -> list[str]:
    """The folded texts, with nothing in them but their words and ASCII signs between.

    The words are the runs of letters and digits. This is quicker than `words` of each text.
    """
    letters = [_letters(text.replace("\n", " ")) for text in texts]
    ascii_ = "\n".join([line if line.isascii() else "" for line in letters])
    return [
        told if line.isascii() else _plain(line)
        for line, told in zip(letters, _told(ascii_).split("\n"), strict=False)
    ]


def _plain(letters: str) -> str:
    """The same of letters that are folded."""
    if letters.isascii():
        return _told(letters) if _MARKS.search(letters) else letters
    whole = re.sub(_WITHIN, "", _told(letters))
    return _SIGN.sub(" ", re.sub(_JAMO, lambda found: normalize("NFC", found[0]), whole))


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
    for compound in re.finditer(_COMPOUND, _told(letters)):
        start = compound.start()
        for part in compound[0].split("-"):
            yield normalize("NFC", re.sub(_WITHIN, "", part)), start, start + len(part)
            start += len(part) + 1


def _told(letters: str) -> str:
    """The letters with blanks in place of what is no word."""
    if "'" in letters:
        letters = re.sub(_POSSESSIVE, "  ", _without_elisions(letters))
    if "." in letters:
        letters = re.sub(_AFTER_DOT, _blank, letters)
    return letters if letters.isascii() else re.sub(_AFTER_POINT, _blank, letters)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _without_elisions(letters: str) -> str:
    """The letters with blanks in place of elided words."""
    kept, end = [], 0
    for found in re.finditer(_ELISION, letters):
        start = found.start(found.lastindex or 0)
        kept += [letters[end:start], " " * (found.end() - start)]
        end = found.end()
    return "".join([*kept, letters[end:]])


def _letters(text: str) -> str:
    """The text folded letter by letter; spaces are left as they are."""
    if text.isascii():
        return text.lower()
    return _BEYOND.sub(lambda found: _letter(found[0]), text).lower()


@cache
def _letter(character: str) -> str:
    """What one character folds to: usually one letter, sometimes none or several."""
    spelt = normalize("NFKD", _ALIKE.get(character, character)).casefold()
    letters = (_ALIKE.get(letter) or _bare(letter) for letter in normalize("NFKD", spelt))
    return "".join(letters).lower()  # casefold writes Cherokee in capitals


def _bare(letter: str) -> str:
    """The letter itself; nothing for a mark or invisible formatting; `-` for any dash."""
    sort = category(letter)
    if sort[0] == "M" or sort == "Cf":
        return ""
    return "-" if sort == "Pd" else letter
