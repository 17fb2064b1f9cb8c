"""The countries of ISO 3166-1 and the languages of ISO 639-1, with CLDR's names for them.

The two tables hold a line per code: code, English name, French name. They are written anew from
pycountry and Babel by `pytest tests/records/test_standards.py --refresh`. One country is not of
ISO 3166-1: XK, Kosovo*, because the Council of Europe works there; it writes the name with an
asterisk, without prejudice to positions on status (United Nations Resolution 1244).

Other names of countries, in either language, stand in a table of their own, kept by hand.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from icccat.locale import Bilingual


@cache
def countries() -> dict[str, Bilingual]:
    """`{code: names}`, codes in capitals: FI is Finland, Finlande."""
    return _table("countries.tsv")


@cache
def languages() -> dict[str, Bilingual]:
    """`{code: names}`, codes in small letters: fr is French, français."""
    return _table("languages.tsv")


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """What else countries are called, `{code: names}`: GB is the UK, TR is Turkey."""
    return {code: tuple(names) for code, *names in _rows("other_names.tsv")}


def place_in_words(place: str, language: str) -> str:
    """A place of a record, `Lisbon, PT` or `PT`, as people write it: Lisbon, Portugal."""
    city, comma, code = place.rpartition(", ")
    return f"{city}{comma}{countries()[code].in_(language)}"


def _table(name: str) -> dict[str, Bilingual]:
    return {code: Bilingual(english, french) for code, english, french in _rows(name)}


def _rows(name: str) -> list[list[str]]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]
