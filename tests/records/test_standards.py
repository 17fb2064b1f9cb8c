"""The tables of countries and languages are those of the installed pycountry and Babel."""

from __future__ import annotations

from pathlib import Path

import pycountry
import pytest
from babel import Locale

from icccat.locale import Bilingual
from icccat.records import standards
from icccat.words.fold import fold, words

FOLDER = Path(standards.__file__).parent
ENGLISH, FRENCH = Locale("en"), Locale("fr")

# Not of ISO 3166-1; the Council of Europe works there and writes the name so.
KOSOVO = {"XK": Bilingual("Kosovo*", "Kosovo*")}


def expected_countries() -> dict[str, Bilingual]:
    """The countries of ISO 3166-1 and Kosovo*."""
    codes = [country.alpha_2 for country in pycountry.countries]
    return KOSOVO | {
        code: Bilingual(ENGLISH.territories[code], FRENCH.territories[code]) for code in codes
    }


def expected_languages() -> dict[str, Bilingual]:
    """The languages of ISO 639-1: those of ISO 639-3 that have a code of two letters."""
    found = (getattr(language, "alpha_2", None) for language in pycountry.languages)
    codes = [code for code in found if code]
    return {code: Bilingual(ENGLISH.languages[code], FRENCH.languages[code]) for code in codes}


def table(names: dict[str, Bilingual]) -> str:
    """The file that holds these names."""
    rows = sorted((code, *both) for code, both in names.items())
    return "".join("\t".join(row) + "\n" for row in rows)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("countries.tsv", expected_countries()), ("languages.tsv", expected_languages())],
)
def test_the_files_hold_what_the_standards_say(
    name: str, expected: dict[str, Bilingual], *, refresh: bool
) -> None:
    """Codes and names are equal to theirs, sorted by code."""
    path = FOLDER / name
    if refresh:
        path.write_text(table(expected), encoding="utf-8", newline="\n")
    assert path.read_bytes().decode("utf-8") == table(expected)


def test_countries() -> None:
    """A country's names stand under its code."""
    assert standards.countries()["FI"] == Bilingual("Finland", "Finlande")
    assert standards.countries()["XK"] == Bilingual("Kosovo*", "Kosovo*")
    assert len(standards.countries()) == 250


def test_languages() -> None:
    """A language's names stand under its code."""
    assert standards.languages()["fr"] == Bilingual("French", "français")
    assert len(standards.languages()) == 184


def test_other_names() -> None:
    """Other names belong to a country that there is, in order, and no two countries share one."""
    found = standards.other_names()
    assert list(found) == sorted(found)
    assert set(found) <= set(standards.countries())
    assert found["GB"][:3] == ("UK", "U.K.", "Great Britain")
    owners: dict[str, set[str]] = {}
    for code, names in standards.countries().items():
        for name in (code, *names, *found.get(code, ())):
            owners.setdefault(" ".join(words(name)), set()).add(code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_other_names_are_no_second_spelling() -> None:
    """None is only the name of the first table in another case, or without its accents."""
    said = {code: {fold(name) for name in names} for code, names in standards.countries().items()}
    assert [
        name
        for code, names in standards.other_names().items()
        for name in names
        if fold(name) in said[code]
    ] == []


@pytest.mark.parametrize(
    ("place", "language", "expected"),
    [
        ("Lisbon, PT", "fr", "Lisbon, Portugal"),
        ("FI", "fr", "Finlande"),
        ("Bar, Town, ME", "en", "Bar, Town, Montenegro"),
    ],
)
def test_place_in_words(place: str, language: str, expected: str) -> None:
    """A country is named in the reader's language."""
    assert standards.place_in_words(place, language) == expected
