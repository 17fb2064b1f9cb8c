"""Words of a command as they are typed, or pasted, into a shell."""

from __future__ import annotations

import re

_SAFE = r"[\w:.,=+-][\w:.,=+/-]*"  # what every shell leaves as it is
_SPECIAL = '"$`\\!%'  # what some shells change between double quotes


def in_shell(word: str) -> str:
    """The word, in quotes where a shell would otherwise take it apart."""
    if re.fullmatch(_SAFE, word):
        return word
    if not set(word) & set(_SPECIAL):
        return f'"{word}"'
    return "'" + word.replace("'", r"'\''") + "'"
