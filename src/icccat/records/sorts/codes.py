"""What standards give a code: languages, and the countries of places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from icccat.locale import translate as _
from icccat.records.sorts.text import Schema, Text, did_you_mean, string
from icccat.records.standards import countries, languages
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = r"^(\S(.*\S)?, )?[A-Z]{2}$"


class Language(Text):
    """A language, by its code in ISO 639-1."""

    def parse(self, text: str, language: str) -> object:
        """The code, in small letters."""
        return text.strip().lower()

    def check(self, value: object, language: str) -> str:
        """The code."""
        code = string(value)
        if code not in languages():
            sentence = _('"{code}" is not a language code of ISO 639-1, such as en, fr or uk')
            raise ValueError(_with_code(sentence.format(code=code), code, languages()))
        return code

    def show(self, value: str, language: str) -> str:
        """The language's name."""
        return languages()[value].in_(language)

    def schema(self) -> Schema:
        """Two small letters."""
        return {"type": "string", "pattern": "^[a-z]{2}$"}


class Place(Text):
    """`City, CC` or `CC`, the country by its code in ISO 3166-1 alpha-2."""

    def check(self, value: object, language: str) -> str:
        """The place."""
        place = string(value)
        if not _is_place(place):
            sentence = _('"{place}" is not a place: write City, CC or CC, as in Helsinki, FI')
            word = place.rpartition(",")[2].strip()
            raise ValueError(_with_code(sentence.format(place=place), word, countries()))
        return place

    def schema(self) -> Schema:
        """A city, a comma, a space and two capitals, or the capitals alone."""
        return {"type": "string", "pattern": _PLACE}


@lru_cache(maxsize=10_000)  # many records have one place
def _is_place(place: str) -> bool:
    return bool(re.fullmatch(_PLACE, place)) and place[-2:] in countries()


def _with_code(sentence: str, word: str, names: Mapping[str, tuple[str, str]]) -> str:
    """The sentence, and the code of the language or country called `word`, or nearly so written."""
    wanted = fold(word)
    codes = (
        code
        for code, called in names.items()
        if word != code and wanted in {fold(name).rstrip("*") for name in (code, *called)}
    )
    return did_you_mean(sentence, next(codes, None))
