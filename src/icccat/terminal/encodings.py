"""What stands for the letters and signs that an encoding lacks, as Windows and old systems do.

For people the nearest that the encoding has: `Lodz`, `"`, `...`. For programs an escape, from
which the letter can be had again.
"""

from __future__ import annotations

import codecs
from unicodedata import normalize

READABLE = "icccat.readable"  # the names by which streams know how to write what they lack
ESCAPED = "icccat.escaped"
_NARROW = "\u202f"  # of French, which the code pages of Windows lack
_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2068\u2069\ufe0e\ufe0f", "")
_MARKS = range(0x300, 0x370)  # accents written apart from their letters
_SIGNS = (
    _UNSEEN
    | dict.fromkeys("\u202f\xa0", " ")
    | dict.fromkeys("\u2010\u2011\u2013\u2014\u2212·", "-")
    | dict.fromkeys("\u2018\u2019", "'")
    | dict.fromkeys("“”«»", '"')
    | {"…": "...", "→": "->", "←": "<-", "•": "*", "×": "x", "€": "EUR", "␠": "_"}
)


def readable(text: str, encoding: str | None) -> str:
    """The text in letters and signs that the encoding has, for people."""
    if _has_all(encoding) or text.isascii():
        return text
    assert encoding is not None  # noqa: S101 (else it has all)
    return normalize("NFC", text).encode(encoding, READABLE).decode(encoding)


def escaped(text: str, encoding: str | None) -> str:
    """The text, each character that the encoding lacks as an escape, for programs."""
    if _has_all(encoding) or text.isascii():
        return text
    assert encoding is not None  # noqa: S101 (else it has all)
    return text.encode(encoding, ESCAPED).decode(encoding)


def _has_all(encoding: str | None) -> bool:
    return encoding is None or encoding.casefold().startswith("utf")


def _readably(error: UnicodeError) -> tuple[str | bytes, int]:
    """One character that an encoding lacks, as the nearest that it has, else as an escape."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 (streams that are written to)
    error.end = error.start + 1
    letter = error.object[error.start]
    for one in _nearest(letter):
        if _is_in(one, error.encoding):
            return one, error.end
    return codecs.backslashreplace_errors(error)


def _nearest(letter: str) -> list[str]:
    """What may stand for the letter, the nearest first."""
    if letter in _SIGNS:
        return [_SIGNS[letter]]
    if ord(letter) in _MARKS:
        return [""]
    from icccat.words.latin import latin  # noqa: PLC0415 (most encodings have all that there is)

    bare = "".join(one for one in normalize("NFKD", letter) if ord(one) not in _MARKS)
    spelt = latin(letter)
    return [bare, spelt.capitalize() if letter.isupper() else spelt]


def _is_in(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _escaping(error: UnicodeError) -> tuple[str | bytes, int]:
    """One character that an encoding lacks: the narrow space as a space, others as an escape."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 (streams that are written to)
    error.end = error.start + 1
    if error.object[error.start] == _NARROW:
        return " ", error.end
    return codecs.backslashreplace_errors(error)


codecs.register_error(READABLE, _readably)
codecs.register_error(ESCAPED, _escaping)
