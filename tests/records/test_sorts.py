"""Each sort of value reads what people type, and says yes or what would be right to the rest."""

from __future__ import annotations

import datetime as dt

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.records.dates import Date
from icccat.records.sorts import (
    Choice,
    Duration,
    Flag,
    Language,
    Link,
    Number,
    Place,
    Reference,
    Sort,
    Text,
    Translated,
    When,
    Word,
    did_you_mean,
    or_nearest,
)
from icccat.records.standards import countries

VERSION = Choice(("full", "short", "trailer"))
EMPTY = "it is empty: give it a value, or leave it out"
LETTERS = st.text().filter(str.strip)

GOOD: list[tuple[Sort, object, object]] = [
    (Text(), "a line\nand another", "a line\nand another"),
    (Translated(), "Réfugiés", {"fr": "Réfugiés"}),
    (Translated(), {"en": "Refugees", "uk": "Біженці"}, {"en": "Refugees", "uk": "Біженці"}),
    (When(), dt.date(2019, 6, 20), Date(2019, 6, 20)),
    (When(), "2019-06-20", Date(2019, 6, 20)),
    (When(), "2019-06", Date(2019, 6)),
    (When(), "2019", Date(2019)),
    (When(), 2019, Date(2019)),
    (VERSION, "trailer", "trailer"),
    (Word(("report",)), "memorandum", "memorandum"),
    (Reference("topic"), "refugees", "refugees"),
    (Language(), "uk", "uk"),
    (Place(), "Helsinki, FI", "Helsinki, FI"),
    (Place(), "FI", "FI"),
    (Place(), "The Hague, NL", "The Hague, NL"),
    (Place(), "Washington, D.C., US", "Washington, D.C., US"),
    (Place(), "L, FR", "L, FR"),
    (Place(), "Prishtina, XK", "Prishtina, XK"),
    (Duration(), "8:05", "8:05"),
    (Duration(), "0:30", "0:30"),
    (Duration(), "59:59", "59:59"),
    (Duration(), "1:02:03", "1:02:03"),
    (Duration(), "12:00:00", "12:00:00"),
    (Link(), "https://vimeo.com/340198046", "https://vimeo.com/340198046"),
    (Link(), "http://eurovoc.europa.eu/3083?a=b#c", "http://eurovoc.europa.eu/3083?a=b#c"),
    (Link(), "https://münchen.example/straße", "https://münchen.example/straße"),
    (Link(), "https://[::1]:8000/", "https://[::1]:8000/"),
    (Number(), 0, 0),
    (Number(), 40, 40),
    (Flag(), True, True),
    (Flag(), False, False),
]


@pytest.mark.parametrize(("sort", "value", "clean"), GOOD)
def test_check(sort: Sort, value: object, clean: object) -> None:
    """A value of the sort is accepted, and made clean."""
    assert sort.check(value, "fr") == clean


@pytest.mark.parametrize(("sort", "value"), [(sort, value) for sort, value, _clean in GOOD])
def test_the_schema_accepts(sort: Sort, value: object) -> None:
    """What is accepted, an editor accepts too (a TOML date is a string to it)."""
    jsonschema.validate(str(value) if isinstance(value, dt.date) else value, sort.schema())


# {} stands for the value.
NO_LINK = '"{}" is not a link: it begins with https:// and holds no spaces'
NO_PLACE = '"{}" is not a place: write City, CC or CC, as in Helsinki, FI'
NO_LANGUAGE = '"{}" is not a language code of ISO 639-1, such as en, fr or uk'
NO_DURATION = '"{}" is not a duration: write H:MM:SS or M:SS, as in 8:05'

# What the schema refuses as well.
WRONG: list[tuple[Sort, object, str]] = [
    *((sort, "", EMPTY) for sort in (Text(), Translated(), VERSION, Word(), Reference("topic"))),
    *((sort, "", EMPTY) for sort in (Language(), Place(), Duration(), Link())),
    (Text(), 3, "3 is not text: put it in quotes"),
    (Text(), dt.date(2019, 6, 20), "2019-06-20 is not text: put it in quotes"),
    (Text(), None, "None is not text: put it in quotes"),
    (Translated(), {}, EMPTY),
    (Translated(), {"en": ""}, EMPTY),
    (Translated(), {"en": 3}, "3 is not text: put it in quotes"),
    (Translated(), {"English": "x"}, f"{NO_LANGUAGE.format('English')} (did you mean en?)"),
    (When(), "20/06/2019", '"20/06/2019" is not a date: write 2019-06-20'),
    (When(), "soon", '"soon" is not a date: write 2019-06-20, 2019-06 or 2019'),
    (When(), "0999", '"0999" is not a date: write 2019-06-20, 2019-06 or 2019'),
    (When(), 999, '"999" is not a date: write 2019-06-20, 2019-06 or 2019'),
    (When(), True, '"True" is not a date: write 2019-06-20, 2019-06 or 2019'),
    (VERSION, "ful", '"ful" is not one of: full, short, trailer (did you mean full?)'),
    (VERSION, "longue", '"longue" is not one of: full, short, trailer'),
    (VERSION, 1, "1 is not text: put it in quotes"),
    (Language(), "EN", f"{NO_LANGUAGE} (did you mean en?)"),
    (Language(), "English", f"{NO_LANGUAGE} (did you mean en?)"),
    (Language(), "Francais", f"{NO_LANGUAGE} (did you mean fr?)"),
    (Place(), "Helsinki", NO_PLACE),
    (Place(), "Helsinki, Finland", f"{NO_PLACE} (did you mean FI?)"),
    (Place(), "Finlande", f"{NO_PLACE} (did you mean FI?)"),
    (Place(), "Helsinki, fi", f"{NO_PLACE} (did you mean FI?)"),
    (Place(), "Helsinki,FI", NO_PLACE),
    (Place(), ", FI", NO_PLACE),
    (Place(), " , FI", NO_PLACE),
    (Place(), " Helsinki, FI", NO_PLACE),
    (Place(), "Helsinki , FI", NO_PLACE),
    (Duration(), "90:00", NO_DURATION),
    (Duration(), "8:5", NO_DURATION),
    (Duration(), "1:60:00", NO_DURATION),
    (Duration(), "1:2:03", NO_DURATION),
    (Duration(), "1000:00:00", NO_DURATION),
    (Duration(), "\u0668:\u0660\u0665", NO_DURATION),
    (Duration(), "PT8M", NO_DURATION),
    (Duration(), dt.time(8, 5), "08:05:00 is not text: put it in quotes"),
    (Link(), "vimeo.com/340198046", NO_LINK),
    (Link(), "javascript:alert(1)", NO_LINK),
    (Link(), "ftp://example.org", NO_LINK),
    (Link(), "HTTPS://example.org", NO_LINK),
    (Link(), "https://", NO_LINK),
    (Link(), "https:///path", NO_LINK),
    (Link(), "https://example.org/a b", NO_LINK),
    (Link(), "https://a\u00a0b", NO_LINK),
    (Link(), " https://example.org", NO_LINK),
    (Number(), True, '"True" is not a whole number, such as 3'),
    (Number(), "3", '"3" is not a whole number, such as 3'),
    (Number(), 3.5, '"3.5" is not a whole number, such as 3'),
    (Number(), -1, '"-1" is not a whole number, such as 3'),
    (Flag(), "true", '"true" is not true or false'),
    (Flag(), 1, '"1" is not true or false'),
]

# What the schema cannot know, or cannot say shortly.
SUBTLE: list[tuple[Sort, object, str]] = [
    (Text(), " \n", EMPTY),
    (Translated(), {"en": " "}, EMPTY),
    (Translated(), {"xx": "x"}, NO_LANGUAGE.format("xx")),
    (Language(), "xx", NO_LANGUAGE),
    (Place(), "Somewhere, XX", NO_PLACE),
    (When(), "2019-02-30", '"2019-02-30" is not a date (February 2019 has 28 days)'),
    (Duration(), "8:05\n", NO_DURATION),
    (Link(), "https://[", NO_LINK),
    (Link(), "https://?q", NO_LINK),
    (Link(), "https://a\x7f", NO_LINK),
    (Number(), 3.0, '"3.0" is not a whole number, such as 3'),
]


@pytest.mark.parametrize(("sort", "value", "sentence"), WRONG + SUBTLE)
def test_refuse(sort: Sort, value: object, sentence: str) -> None:
    """Another value is refused in a sentence that says what would be right."""
    with pytest.raises(ValueError) as refused:  # noqa: PT011 -- the whole sentence is compared
        sort.check(value, "en")
    assert str(refused.value) == sentence.format(value)


@pytest.mark.parametrize(("sort", "value"), [(sort, value) for sort, value, _why in WRONG])
def test_the_schema_refuses(sort: Sort, value: object) -> None:
    """An editor refuses what has the wrong shape, and nothing that is refused for another."""
    assert not jsonschema.Draft202012Validator(sort.schema()).is_valid(value)


@pytest.mark.parametrize(("sort", "value"), [(sort, value) for sort, value, _why in SUBTLE])
def test_the_schema_lets_pass(sort: Sort, value: object) -> None:
    """What takes a calendar, a standard or a parser to refuse, an editor lets pass."""
    assert jsonschema.Draft202012Validator(sort.schema()).is_valid(value)


@pytest.mark.parametrize(
    ("sort", "typed", "expected"),
    [
        (Text(), "  a line ", "a line"),
        (Translated(), " Réfugiés ", {"fr": "Réfugiés"}),
        (When(), " 2019-06 ", "2019-06"),
        (VERSION, "full ", "full"),
        (Language(), " EN ", "en"),
        (Place(), " Helsinki, FI ", "Helsinki, FI"),
        (Number(), " 3 ", 3),
        (Number(), "003", 3),
        (Number(), "three", "three"),
        (Number(), "-3", "-3"),
        (Number(), "1234567890", "1234567890"),
        (Number(), "\u0663", "\u0663"),
        (Flag(), " Yes", True),
        (Flag(), "oui", True),
        (Flag(), "TRUE", True),
        (Flag(), "no", False),
        (Flag(), "Non", False),
        (Flag(), "false", False),
        (Flag(), "perhaps", "perhaps"),
    ],
)
def test_parse(sort: Sort, typed: str, expected: object) -> None:
    """What a person typed becomes the value TOML would hold; text that is none stays text."""
    parsed = sort.parse(typed, "fr")
    assert (parsed, type(parsed)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("sort", "value", "expected"),
    [
        (Text(), "a line", ("a line", "a line", "a line", "a line")),
        (Translated(), {"en": "Hi"}, ({"en": "Hi"}, "Hi", "Hi", "Hi")),
        (Translated(), {"uk": "Є", "el": "Ω"}, ({"uk": "Є", "el": "Ω"}, "Є", "Є", "Є")),
        (
            Translated(),
            {"fr": "Oui", "en": "Yes"},
            ({"fr": "Oui", "en": "Yes"}, "Yes", "Yes", "Oui"),
        ),
        (
            *(When(), Date(2019, 6, 1)),
            (dt.date(2019, 6, 1), "2019-06-01", "1 June 2019", "1er juin 2019"),
        ),
        (When(), Date(2019, 8), ("2019-08", "2019-08", "August 2019", "août 2019")),
        (When(), Date(2019), ("2019", "2019", "2019", "2019")),
        (Language(), "fr", ("fr", "fr", "French", "français")),
        (Place(), "Lisbon, PT", ("Lisbon, PT", "Lisbon, PT", "Lisbon, PT", "Lisbon, PT")),
        (Number(), 3, (3, "3", "3", "3")),
        (Flag(), True, (True, "true", "yes", "oui")),
        (Flag(), False, (False, "false", "no", "non")),
    ],
)
def test_plain_cell_and_show(sort: Sort, value: object, expected: tuple[object, ...]) -> None:
    """A clean value goes back to TOML, into a cell for machines, and to people in words."""
    shown = sort.show(value, "en"), sort.show(value, "fr")
    assert (sort.plain(value), sort.cell(value), *shown) == expected


@pytest.mark.parametrize(
    ("sort", "values"),
    [
        (Text(), ["Anna", "Émile", "zoe"]),
        (When(), [Date(2019), Date(2019, 1), Date(2019, 1, 1), Date(2020)]),
        (Duration(), ["0:09", "8:05", "10:00", "1:00:00", "10:00:00"]),
        (Number(), [2, 10, 100]),
        (Flag(), [False, True]),
    ],
)
def test_order(sort: Sort, values: list[object]) -> None:
    """Values are compared by what they mean: 10:00 is longer than 8:05, 10 more than 2."""
    keys = [sort.order(value, "en") for value in values]
    assert keys == sorted(set(keys))


@given(
    st.one_of(
        st.tuples(st.just(Text()), LETTERS),
        st.tuples(st.just(Translated()), LETTERS),
        st.tuples(
            st.just(Translated()),
            st.dictionaries(st.sampled_from(["en", "fr", "uk"]), LETTERS, min_size=1),
        ),
        st.tuples(st.just(When()), st.dates(dt.date(1000, 1, 1))),
        st.tuples(st.just(When()), st.integers(1000, 9999)),
        st.tuples(st.just(Place()), st.sampled_from(sorted(countries()))),
        st.tuples(st.just(Place()), st.from_regex(r"\A(\S.{0,9}\S, )?(FI|PT)\Z")),
        st.tuples(st.just(Duration()), st.from_regex(r"\A([0-9]{1,2}:)?[0-5][0-9]:[0-5][0-9]\Z")),
        st.tuples(st.just(Number()), st.integers(min_value=0)),
        st.tuples(st.just(Flag()), st.booleans()),
    )
)
def test_a_clean_value_goes_back_and_is_clean_again(pair: tuple[Sort, object]) -> None:
    """What TOML is given for a clean value is read as the same value, and the schema accepts it."""
    sort, value = pair
    clean = sort.check(value, "en")
    plain = sort.plain(clean)
    assert sort.check(plain, "en") == clean
    jsonschema.validate(str(plain) if isinstance(plain, dt.date) else plain, sort.schema())


@given(st.from_regex(r"\Ahttps://[^\s/?#\[\]@:]{1,9}(/.{0,9})?\Z"))
def test_an_accepted_link_holds_no_white_space(link: str) -> None:
    """Whatever follows https://, what is accepted is one word, and an editor accepts it."""
    try:
        Link().check(link, "en")
    except ValueError:
        return
    assert link.split() == [link]
    jsonschema.validate(link, Link().schema())


def test_did_you_mean() -> None:
    """A sentence ends with what was probably meant, where there is such a thing."""
    assert did_you_mean("no", None) == "no"
    assert did_you_mean("no", "yes") == "no (did you mean yes?)"
    assert or_nearest("no", "titel", ["title", "date"]) == "no (did you mean title?)"
