"""The names of the months in both languages, whole and as people shorten them."""

from __future__ import annotations

from functools import cache

from icccat.words.fold import fold

MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}

# As both languages shorten them, without accent and full stop.
_SHORT = """
jan=1 janv=1 feb=2 fev=2 fevr=2 mar=3 apr=4 avr=4 jun=6 jul=7 juil=7 aug=8 sep=9 sept=9
oct=10 nov=11 dec=12
"""


def month(word: str) -> int | None:
    """The number of the month of this name, 1 for January, janv. or JAN; None for other words."""
    return _numbers().get(fold(word).removesuffix("."))


@cache
def _numbers() -> dict[str, int]:
    """Each month's number by its folded names."""
    short = (pair.split("=") for pair in _SHORT.split())
    whole = {fold(name): n for names in MONTHS.values() for n, name in enumerate(names, 1)}
    return whole | {name: int(n) for name, n in short}
