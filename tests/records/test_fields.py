"""A field checks one value or many, and says where inside it something is wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from icccat.locale import Bilingual
from icccat.records.dates import Date
from icccat.records.fields import Document, Field, Invalid, Wrong, check_fields
from icccat.records.kinds.shared import DOCUMENTS, LANGUAGES, TITLE, URL
from icccat.records.sorts import Duration, Number, When

DATE = Field(
    name="date",
    sort=When(),
    label=Bilingual("date", "date"),
    help=Bilingual("when it came out", "sa parution"),
    example="2019-06-20",
)
NUMBER = Field(
    name="number",
    sort=Number(),
    label=Bilingual("number", "numéro"),
    help=Bilingual("which", "lequel"),
    example="3",
)
DURATION = Field(
    name="duration",
    sort=Duration(),
    label=Bilingual("duration", "durée"),
    help=Bilingual("how long", "combien"),
    example="8:05",
)
DOCUMENT = DOCUMENTS.sort
NO_LANGUAGE = '"{}" is not a language code of ISO 639-1, such as en, fr or uk'


def wrong_in(field: Field, value: object) -> Wrong:
    """What is wrong in a value of the field."""
    with pytest.raises(Invalid) as invalid:
        field.check(value, "en")
    return invalid.value.wrong


def test_one() -> None:
    """One value is checked by its sort, and stands alone everywhere."""
    clean = DATE.check("2019-06", "en")
    assert clean == Date(2019, 6)
    assert DATE.items(clean) == (Date(2019, 6),)
    assert DATE.plain(clean) == "2019-06"
    assert DATE.cell(clean) == "2019-06"
    assert DATE.show(clean, "fr") == "juin 2019"


def test_many() -> None:
    """Many values are a list in TOML, a tuple when clean, and joined by a semicolon in a cell."""
    clean = LANGUAGES.check(["en", "fr"], "en")
    assert clean == ("en", "fr")
    assert LANGUAGES.items(clean) == ("en", "fr")
    assert LANGUAGES.plain(clean) == ["en", "fr"]
    assert LANGUAGES.cell(clean) == "en; fr"
    assert LANGUAGES.show(clean, "fr") == "anglais; français"
    assert LANGUAGES.check([], "en") == ()


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        (DATE, "2019-13", [((), '"2019-13" is not a date (there are 12 months)')]),
        (LANGUAGES, "en", [((), "it is a list: put it in square brackets")]),
        (
            *(LANGUAGES, ["xx", "en", 3]),
            [(("0",), NO_LANGUAGE.format("xx")), (("2",), "3 is not text: put it in quotes")],
        ),
        (DOCUMENTS, ["Report"], [(("0",), '"Report" is not a document: TITLE | URL | TYPE')]),
        (
            *(DOCUMENTS, [{"title": "Report"}, {"date": "2019-13", "language": "xx"}]),
            [
                (("1", "language"), NO_LANGUAGE.format("xx")),
                (("1", "date"), '"2019-13" is not a date (there are 12 months)'),
                (("1",), "a document needs a title"),
            ],
        ),
        (
            *(DOCUMENTS, [{"title": ""}, {}]),
            [
                (("0", "title"), "it is empty: give it a value, or leave it out"),
                (("1",), "a document needs a title"),
            ],
        ),
    ],
)
def test_everything_that_is_wrong_is_found_at_its_path(
    field: Field, value: object, wrong: Wrong
) -> None:
    """Each wrong value is named by its place: the index of a list, the key of a table."""
    assert wrong_in(field, value) == wrong


def test_invalid_says_all_its_sentences() -> None:
    """As an exception it is a ValueError whose text has a line for each thing wrong."""
    assert str(Invalid([(("0",), "no"), (("1",), "nor this")])) == "no\nnor this"


def test_translated() -> None:
    """A title stands by language, a link does not."""
    assert (TITLE.translated, URL.translated) == (True, False)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        (DATE, [Date(2019), Date(2019, 6), Date(2020)]),
        (NUMBER, [3, 20]),
        (DURATION, ["8:05", "10:00"]),
        (LANGUAGES, [("en",), ("en", "fr"), ("fr",)]),
    ],
)
def test_order(field: Field, values: list[object]) -> None:
    """One value is compared by what it means, many as they are read."""
    keys = [field.order(value, "en") for value in values]
    assert keys == sorted(set(keys))


def test_schema() -> None:
    """In JSON Schema a field has its words, and a list is an array of its sort."""
    assert NUMBER.schema() == {
        "title": "number",
        "description": "which",
        "type": "integer",
        "minimum": 0,
    }
    assert LANGUAGES.schema() == {
        "title": "languages",
        "description": "spoken, by their codes in ISO 639-1",
        "type": "array",
        "items": {"type": "string", "pattern": "^[a-z]{2}$"},
        "uniqueItems": True,
    }
    assert Document((NUMBER,)).schema() == {
        "type": "object",
        "properties": {"number": NUMBER.schema()},
        "required": ["title"],
    }


def test_check_fields() -> None:
    """The clean values are in the fields' order, without what is wrong, unknown or absent."""
    table = {"number": 3, "colour": "red", "languages": ["xx", "en", "yy"], "title": "Réfugiés"}
    values, wrong = check_fields((TITLE, DATE, LANGUAGES, NUMBER), table, "fr")
    assert list(values.items()) == [("title", {"fr": "Réfugiés"}), ("number", 3)]
    assert wrong == [
        (("languages", "0"), NO_LANGUAGE.format("xx")),
        (("languages", "2"), NO_LANGUAGE.format("yy")),
    ]


@pytest.mark.parametrize(
    ("typed", "table"),
    [
        ("Report", {"title": "Report"}),
        (" Report | https://a.example/r ", {"title": "Report", "url": "https://a.example/r"}),
        (
            "Report|https://a.example/r|report",
            {"title": "Report", "url": "https://a.example/r", "type": "report"},
        ),
        ("Report | | report", {"title": "Report", "type": "report"}),
        ("| https://a.example/r", {"url": "https://a.example/r"}),
        ("", {}),
        ("Report | a | b | c", "Report | a | b | c"),
    ],
)
def test_a_document_typed(typed: str, table: object) -> None:
    """It has up to three parts; text with more stays text, for `check` to refuse."""
    assert DOCUMENT.parse(typed, "en") == table


def test_a_document() -> None:
    """Its values are clean, text by language; a key that is no field of it is kept."""
    table = {
        "pages": 12,
        "date": "2019-06",
        "title": {"en": "Report", "fr": "Rapport"},
        "url": "https://a.example/r",
        "type": "report",
        "language": "fr",
        "reference": "CDADI(2021)6",
    }
    clean = DOCUMENT.check(table, "en")
    assert clean == table | {"date": Date(2019, 6)}
    assert DOCUMENT.plain(clean) == table
    assert list(DOCUMENT.plain(clean)) == [
        *("title", "url", "type", "language", "reference", "date"),
        "pages",
    ]
    assert DOCUMENT.cell(clean) == "Report | https://a.example/r | report"
    assert DOCUMENT.show(clean, "fr") == "Rapport | https://a.example/r | report"


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        ({"title": "Report"}, "Report"),
        ({"title": "Report", "type": "report"}, "Report |  | report"),
        ({"title": "Report", "date": dt.date(2019, 6, 20)}, "Report"),
    ],
)
def test_a_document_is_shown_as_it_is_typed(table: dict[str, object], shown: str) -> None:
    """Its title, link and type, without the bars at the end; read again, it is the same."""
    clean = DOCUMENT.check(table, "en")
    assert DOCUMENT.cell(clean) == shown
    typed = DOCUMENT.check(DOCUMENT.parse(shown, "en"), "en")
    assert typed == {key: value for key, value in clean.items() if key != "date"}
