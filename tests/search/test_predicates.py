"""What a value of a query asks of a record."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from asking import TODAY
from builders import record_of
from hypothesis import given
from hypothesis import strategies as st

from icccat.records.dates import Date
from icccat.search.mistake import Mistake
from icccat.search.predicates import (
    bare,
    by_address,
    by_date,
    by_exact,
    by_number,
    by_words,
    contain,
    on_date,
)
from icccat.search.texts import Texts
from icccat.words.fold import words

if TYPE_CHECKING:
    from icccat.search.predicates import Test

LETTERS = st.text("ab-'’é. ·1", max_size=12)


def meeting(fields: str) -> Texts:
    """The texts of a meeting with these fields."""
    return Texts(record_of(f'[meeting.lab]\ntitle = "Lab"\n{fields}'), {})


@pytest.mark.parametrize(
    ("texts", "wanted", "expected"),
    [
        (["Policy lab"], "policy", True),
        (["Policy lab"], "lab policy", True),
        (["Policy lab"], "polic", False),
        (["Policy lab"], "policy oslo", False),
        (["Policy lab", "Oslo"], "oslo policy", True),
        (["Réfugiés"], "REFUGIES", True),
        (["refugies"], "Réfugiés", True),
        (["anti-rumours"], "antirumours", True),
        (["anti-rumours"], "anti rumours", True),
        (["antirumours"], "anti-rumours", True),
        (["antirumours"], "the anti rumours", False),
        (["the antirumours"], "anti rumours the", True),
        (["antirumours"], "anti", False),
        (["anti"], "antirumours", False),
        (["city-to-city"], "cityto city", True),
        (["L’intégration"], "l'integration", True),
        (["coordinateur·rice·s"], "coordinateur", True),
        ([], "lab", False),
        (["lab"], "", True),
    ],
)
def test_words_are_all_there(texts: list[str], wanted: str, *, expected: bool) -> None:
    """Every word is one of the texts' words; two may be written as one."""
    assert contain([words(text) for text in texts], wanted) is expected


@pytest.mark.parametrize(
    ("texts", "wanted", "expected"),
    [
        (["in the public space"], "public space", True),
        (["in the public space"], "space public", False),
        (["in the public space"], "the space", False),
        (["public", "space"], "public space", False),
        (["a public", "public space"], "public space", True),
        (["anti-rumours network"], "anti-rumours network", True),
        (["anti-rumours network"], "antirumours network", True),
        (["anti-rumours network"], "anti rumours networks", False),
        (["co-op coop x"], "co op coop x", True),
        (["one-two-three-four-five-six-seven end"], "one two three four five six seven end", True),
        (["space"], "public space", False),
        (["public"], "public space", False),
        ([""], "public", False),
    ],
)
def test_a_phrase_stands_in_one_text(texts: list[str], wanted: str, *, expected: bool) -> None:
    """The words of a phrase follow each other, those of compounds too."""
    assert contain([words(text) for text in texts], wanted, phrase=True) is expected


@given(LETTERS.filter(words))
def test_a_text_contains_itself(text: str) -> None:
    """Whatever a text holds, it is found by itself, as words and as a phrase."""
    found = [words(text)]
    assert contain(found, text)
    assert contain(found, text, phrase=True)


@given(LETTERS.filter(words))
def test_a_text_contains_what_follows_in_it(text: str) -> None:
    """Every two words that follow each other are a phrase of the text."""
    for pair in pairwise(words(text)):
        assert contain([words(text)], " ".join(pair), phrase=True)


@pytest.mark.parametrize("value", ["", " ", "…", "-", "!?"])
def test_a_value_without_a_word(value: str) -> None:
    """Signs alone are refused: they would find everything."""
    with pytest.raises(ValueError, match=r".") as caught:
        by_words("title")(value)
    assert str(caught.value) == f'there is no word to look for in "{value}"'


DATED = "start = 2019-05-28\nend = 2019-05-30"


@pytest.mark.parametrize(
    ("dates", "value", "expected"),
    [
        (DATED, "2019", True),
        (DATED, "2019-05", True),
        (DATED, "2019-05-29", True),
        (DATED, "2019-05-31", False),
        (DATED, "2018", False),
        (DATED, "2019-06", False),
        (DATED, "2018..2019", True),
        (DATED, "2018..2019-05-28", True),
        (DATED, "2018..2019-05-27", False),
        (DATED, "2019-05-30..2020", True),
        (DATED, "2019-05-31..2020", False),
        (DATED, "2019-05-30..", True),
        (DATED, "2019-06..", False),
        (DATED, "..2019-05-28", True),
        (DATED, "..2019-04", False),
        ('start = "2019"', "2019-12-31", True),
        ('start = "2019"', "2018-12", False),
        ('start = "2019"', "..2019-01-01", True),
        ('start = "2019-06"', "2019-06-15..", True),
        ('start = "2019-06"', "2019-07..", False),
        ('start = "2018-12"\nend = "2019"', "2019-12", True),
        ('end = "2019-06"', "2019-06", True),
        ("", "2019", False),
        ("", "..2030", False),
    ],
)
def test_dates_overlap(dates: str, value: str, *, expected: bool) -> None:
    """A date is found by any interval that shares a day with it; no date by none."""
    assert by_date()(value, TODAY)(meeting(dates)) is expected


def test_one_date_of_a_record() -> None:
    """A date of its own name is found alone, without the record's other dates."""
    texts = meeting(DATED)
    found = [
        (name, by_date(name)("2019-05-28", TODAY)(texts)) for name in ("start", "end", "since")
    ]
    assert found == [("start", True), ("end", False), ("since", False)]


@pytest.mark.parametrize(
    ("fields", "value", "expected"),
    [
        ("number = 3", "3", True),
        ("number = 3", "03", True),
        ("number = 3", "33", False),
        ("number = 3", "2..3", True),
        ("number = 3", "3..3", True),
        ("number = 3", "4..5", False),
        ("number = 3", "1..2", False),
        ("number = 3", "3..", True),
        ("number = 3", "4..", False),
        ("number = 3", "..3", True),
        ("number = 3", "..2", False),
        ("number = 0", "0", True),
        ("", "0..", False),
    ],
)
def test_numbers(fields: str, value: str, *, expected: bool) -> None:
    """A number is found by itself and by a range that holds it; no number by none."""
    assert by_number("number")(value)(meeting(fields)) is expected


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("x", '"x" is not a number, or numbers such as 2..4'),
        ("..", '".." is not a number, or numbers such as 2..4'),
        ("", '"" is not a number, or numbers such as 2..4'),
        ("-1", '"-1" is not a number, or numbers such as 2..4'),
        ("2..x", '"2..x" is not a number, or numbers such as 2..4'),
        ("2..3..4", '"2..3..4" is not a number, or numbers such as 2..4'),
        ("4..2", '"4..2" ends before it begins'),
        ("1234567890", '"1234567890" is not a number, or numbers such as 2..4'),
    ],
)
def test_numbers_that_are_refused(value: str, sentence: str) -> None:
    """What is no number is refused, and so is a range that holds none."""
    with pytest.raises(ValueError, match=r".") as caught:
        by_number("number")(value)
    assert str(caught.value) == sentence


def test_a_range_the_wrong_way_round() -> None:
    """The same numbers in order are offered instead."""
    with pytest.raises(Mistake) as caught:
        by_number("number")("4..02")
    assert caught.value.instead == "2..4"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("vimeo.com/340", True), ("HTTPS://VIMEO", True), ("vimeo com", False), ("348", False)],
)
def test_addresses(value: str, *, expected: bool) -> None:
    """A part of an address is found as it stands, but for capitals."""
    texts = meeting('url = "https://vimeo.com/340198046"')
    assert by_address("url")(value)(texts) is expected
    assert by_address("source")(value)(texts) is False


def test_one_of_the_known_values() -> None:
    """A value is known by each of its names, whatever signs and capitals they are written with."""
    test = by_exact(
        lambda texts: [texts.record.kind], {"meeting": "meeting", "la reunion": "meeting"}
    )
    assert [test(name)(meeting("")) for name in ("Meeting", "La RÉUNION", "la-reunion")] == [
        True
    ] * 3
    assert [bare(name) for name in ("Royaume-Uni", "Kosovo*", " L’Inde")] == [
        "royaume uni",
        "kosovo",
        "inde",
    ]


FEW = {"one": "a", "two": "b"}
MANY = {f"number {number:02}": f"{number:02}" for number in range(20)}


@pytest.mark.parametrize(
    ("known", "value", "sentence", "instead"),
    [
        (FEW, "twoo", '"twoo" is not one of: a, b', "two"),
        (FEW, "three", '"three" is not one of: a, b', ""),
        (FEW, "", '"" is not one of: a, b', ""),
        (MANY, "nine", '"nine" is no name or code that is known here', ""),
        (MANY, "numbers 7", '"numbers 7" is no name or code that is known here', "07"),
    ],
)
def test_a_value_that_is_not_known(
    known: dict[str, str], value: str, sentence: str, instead: str
) -> None:
    """It is refused with those that are, as many as a line shows, and the nearest.

    That is a name, or, where the name has spaces, its code.
    """
    with pytest.raises(Mistake) as caught:
        by_exact(lambda _texts: [], known)(value)
    assert (str(caught.value), caught.value.instead) == (sentence, instead)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (by_words("title")("Public Space"), "Public Space"),
        (by_exact(lambda _texts: [], FEW)("Two"), "b"),
        (by_number("number")("2..4"), "2..4"),
        (by_address("url")("Vimeo"), "Vimeo"),
        (by_date()("last-year", TODAY), "2019"),
        (on_date(Date(2019, 6)), "2019-06"),
    ],
)
def test_what_a_test_says_of_itself(made: Test, said: str) -> None:
    """A test knows the value that it was understood to ask for."""
    assert made.said == said


@pytest.mark.parametrize(
    ("texts", "wanted", "expected"),
    [
        (["Refugees"], "refug", True),
        (["Refugees"], "refugees", True),
        (["Refugees"], "fugees", False),
        (["Anti-rumours"], "antirum", True),
        (["Anti-rumours"], "anti-rum", True),
        (["The public space"], "public sp", True),
        (["The public space"], "publ space", False),
        (["Public", "Space"], "public sp", False),
        (["Éducation"], "educ", True),
    ],
)
def test_the_beginning_of_a_word(texts: list[str], wanted: str, *, expected: bool) -> None:
    """The last of the wanted words may be the beginning of one, those before it are whole."""
    assert contain([words(text) for text in texts], wanted, prefix=True) is expected


def test_the_beginning_of_a_word_in_a_field() -> None:
    """A value with an asterisk after it is the beginning of a word."""
    texts = meeting('places = ["Lisbon, PT"]')
    assert [by_words("places")(value)(texts) for value in ("Lis*", "Lisb", "isb*")] == [
        True,
        False,
        False,
    ]
