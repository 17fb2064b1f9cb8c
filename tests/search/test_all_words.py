"""How the words of a query are met together: all, most, next to each other, or as they are."""

from __future__ import annotations

import pytest
from search.answers import VOCABULARY, asked, index_of, not_found, titled

from icccat.search import match
from icccat.search.tree import Words


@pytest.mark.parametrize(
    ("titles", "query", "ids", "steps"),
    [
        (["Women's media"], "what do you have on media", "x1", "media: exact media"),
        (["Les médias"], "qu'est-ce que les médias", "x1", "medias: exact medias"),
        (["In 2017", "2017"], "in 2017", "x1 x2", "2017: exact 2017"),
        (["The city of Oslo", "The city"], "the of", "x1", "the: exact the; of: exact of"),
    ],
)
def test_words_that_tell_nothing(titles: list[str], query: str, ids: str, steps: str) -> None:
    """Function words are passed over, unless there are no others."""
    assert asked(titled(*titles), query) == (ids, steps, [])


@pytest.mark.parametrize(
    ("titles", "query", "ids", "missing"),
    [
        (["Media and women in Oslo", "Media"], "media women xyzzy", "x1", "“xyzzy”"),
        (["Media and women", "Media in Oslo"], "media women oslo", "x1 x2", "“oslo”"),
        (["Media"], "media xyzzy qwerty xyzzy", "x1", "“xyzzy”, “qwerty”"),
        (["Media"], "xyzzy qwerty", "", ""),
        (["Media and women"], '"media women"', "x1", ""),
        (["Media women", "Oslo arts"], "media xyzzy OR arts oslo", "x2", ""),
        (["Media women", "Oslo arts"], "media xyzzy OR arts qwerty", "x1 x2", "“xyzzy”"),
        (["Media women", "Oslo arts"], "media xyzzy (arts OR oslo)", "", ""),
        (["Media arts", "Oslo arts"], "media xyzzy (arts OR oslo)", "x1", "“xyzzy”"),
    ],
)
def test_most_words(titles: list[str], query: str, ids: str, missing: str) -> None:
    """Where no record has all, those with most are shown, and it is said what they lack."""
    found, _steps, said = asked(titled(*titles), query)
    sentence = "no record has all the words: showing those with most, without"
    lacking = [one for one in said if one.startswith(sentence)]
    assert (found, lacking) == (ids, [f"{sentence} {missing}"] if missing else [])


def test_a_loosened_word_that_the_best_record_lacks() -> None:
    """What a word was taken for is said as long as one of the records shown was found by it."""
    titles = ["Media in Oslo", "Arts in Oslo", "Arts", "Arts in Bergen"]
    found, _steps, said = asked(titled(*titles), "medai oslo arts bergen")
    assert (found, said) == (
        "x4 x1 x2",
        [
            *not_found("medai", "media"),
            "no record has all the words: showing those with most, without “medai”, “oslo”",
        ],
    )


def test_numbers_are_no_parts_of_one() -> None:
    """A phrase of numbers is not found where its last one stands alone."""
    found, _steps, _told = asked(titled("Lab 05"), '"7 2019 05"', exact=True)
    assert found == ""


@pytest.mark.parametrize(
    ("titles", "query", "ids", "said"),
    [
        (["The public space", "Space for the public"], '"public space"', "x1", []),
        (["Anti-rumours network"], '"antirumours network"', "x1", []),
        (["Antirumours network"], '"anti rumours network"', "x1", []),
        (["Space for the public"], '"xyzzy qwerty"', "", []),
        (
            ["Space for the public"],
            '"public space"',
            "x1",
            ["“public space” stands nowhere as it is: showing records with its words"],
        ),
        (
            ["Spaces for the pubilc"],
            '"public space"',
            "x1",
            [
                "“public space” stands nowhere as it is: showing records with its words",
                *not_found("public", "pubilc"),
            ],
        ),
    ],
)
def test_a_phrase(titles: list[str], query: str, ids: str, said: list[str]) -> None:
    """A phrase is met as it is, compounds in either writing; else its words are, and it is said."""
    found, _steps, told = asked(titled(*titles), query)
    assert (found, told) == (ids, said)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("refugees", "x1"),
        ("refugee", ""),
        ("refuggees", ""),
        ("réfugiés", "x2"),
        ("asylum seekers", ""),
        ("antirumours", "x3"),
        ("anti rumours", "x3"),
        ("antirum", ""),
        ("the refugees", ""),
        ("refugees xyzzy", ""),
        ('"rumours anti"', ""),
        ("anti-rum*", "x3"),
    ],
)
def test_exact(query: str, ids: str) -> None:
    """With --exact every word stands in the record as it is typed, and nothing is said."""
    text = titled("Refugees", "Réfugiés", "Anti-rumours", more=VOCABULARY)
    found, _steps, said = asked(text, query, exact=True)
    assert (found, said) == (ids, [])


def test_a_title_in_signs_alone() -> None:
    """A title without a word in it finds the records that are called so, and no others."""
    with index_of(titled("♥ ♥", "Hearts")) as index:
        found = match.find(Words("♥ ♥", phrase=True), index)
        assert [one.id for one in index.read(found.scores)] == ["x1"]
