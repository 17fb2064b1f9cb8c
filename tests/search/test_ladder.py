"""How a word of a query is met: the steps of the ladder, in catalogues of one or two titles."""

from __future__ import annotations

import pytest
from search.answers import OFF, asked, not_found, titled

BAK = ("bakelite", "bakeries", "baking", "bakunin")


def begun(word: str, others: str) -> list[str]:
    """What is said of the beginning of a word."""
    return [f"“{word}” is no word here: showing words that begin with it, {others} {OFF}"]


@pytest.mark.parametrize(
    ("titles", "query", "ids", "steps"),
    [
        (["Refugees"], "refugees", "x1", "refugees: exact refugees"),
        (["Réfugiés"], "REFUGIES", "x1", "refugies: exact refugies"),
        (["Anti-rumours"], "anti-rumours", "x1", "anti: exact anti; rumours: exact rumours"),
        (["Anti-rumours"], "antirumours", "x1", "antirumours: joined anti rumours"),
        (
            ["Antirumours"],
            "anti-rumours",
            "x1",
            "anti: joined antirumours; rumours: joined antirumours",
        ),
        (
            ["Antirumours"],
            "anti rumours",
            "x1",
            "anti: joined antirumours; rumours: joined antirumours",
        ),
        (["E-participation"], "eparticipation", "x1", "eparticipation: joined e participation"),
        (["Call 201711"], "20 1711", "", ""),
        (["Call 20-1711"], "201711", "", ""),
        (["Call 20-1711"], "201711*", "", ""),
        (["Refugee inclusion"], "refugees", "x1", "refugees: stem refugee"),
        (["Les réfugiées"], "réfugié", "x1", "refugie: stem refugiees"),
        (["Une coordinatrice"], "coordinateurs", "x1", "coordinateurs: stem coordinatrice"),
        (["Coordinateurs"], "coordinatrices", "x1", "coordinatrices: stem coordinateurs"),
        (["Anti-rumour training"], "antirumours", "x1", "antirumours: stem anti rumour"),
        (["Room 101"], "1011", "", ""),
        (
            ["Refugees", "Refugee"],
            "refugee",
            "x2 x1",
            "refugee: exact refugee; refugee: stem refugees",
        ),
    ],
)
def test_the_word_itself_and_its_forms(titles: list[str], query: str, ids: str, steps: str) -> None:
    """A word is met as it is, with a neighbour or as two, and by its stem: nothing is said."""
    assert asked(titled(*titles), query) == (ids, steps, [])


@pytest.mark.parametrize(
    ("titles", "query", "ids", "steps", "others"),
    [
        (["Diversity"], "diver", "x1", "diver: beginning diversity", "“diversity”"),
        (["Anti-rumours"], "antirum", "x1", "antirum: beginning anti rumours", "“anti rumours”"),
        (["Media"], "med", "x1", "med: beginning media", "“media”"),
        (
            ["Mayor", "Mayors", "Maybe", "Maypole", "May"],
            "mayo",
            "x1 x2",
            "mayo: beginning mayor; mayo: beginning mayors",
            "“mayor”, “mayors”",
        ),
        (
            ["Bakeries", "Baking", "Bakelite", "Bakunin", "Arts"],
            "bak",
            "x3 x1 x2 x4",
            "; ".join(f"bak: beginning {word}" for word in BAK),
            "“bakelite”, “bakeries”, “baking” and others",
        ),
    ],
)
def test_a_beginning(titles: list[str], query: str, ids: str, steps: str, others: str) -> None:
    """Three letters or more are a beginning where nothing else is found, and that is said."""
    assert asked(titled(*titles), query) == (ids, steps, begun(query, others))


@pytest.mark.parametrize(
    ("titles", "query", "ids", "others"),
    [
        (["Refugees"], "refuggees", "x1", ["refugees"]),
        (["Media"], "medai", "x1", ["media"]),
        (["Media"], "edia", "", []),
        (["Media"], "nedia", "", []),
        (["Arts"], "atrs", "", []),
        (["Refugees"], "rfgees", "", []),
        (["Integration"], "intgeratoin", "x1", ["integration"]),
        (["Integration"], "ontegration", "x1", ["integration"]),
        (["Integration"], "ontgeratoin", "", []),
        (["Year 20190"], "20191", "", []),
        (["Plan b20190"], "b20191", "", []),
        (["Year 201900000"], "2019ooooo", "", []),
        (["Racist", "Racism"], "racism", "x2", []),
        (["Racists", "Racisms"], "racistz", "x1", ["racists"]),
        (["Racing", "Raping"], "raking", "x1 x2", ["racing", "raping"]),
        (["Intercultural", "Interculturel"], "intercultutal", "x1", ["intercultural"]),
    ],
)
def test_a_mistyped_word(titles: list[str], query: str, ids: str, others: list[str]) -> None:
    """One edit from five letters, two from nine; the first letter stays; never in numbers.

    Only the fewest edits count, and what was taken for the word is said.
    """
    found, _steps, said = asked(titled(*titles), query)
    assert (found, said) == (ids, not_found(query, *others) if others else [])


def test_the_other_forms_of_a_mistyped_word() -> None:
    """Once it is known what was meant, its stem counts too, less."""
    answer = asked(titled("Medias", "Media"), "medai")
    assert answer == ("x2 x1", "medai: typo media; medai: stem medias", not_found("medai", "media"))


def test_a_few_of_the_words_that_may_be_meant() -> None:
    """A mistyped word stands for three others at most, the most frequent ones first."""
    titles = ["Bakery", "Baker", "Baler", "Baler", "Bayer", "Bayer", "Bayer", "Bader"]
    ids, _steps, said = asked(titled(*titles), "bazer")
    assert ids == "x8 x3 x4 x5 x6 x7"
    assert said == not_found("bazer", "bayer", "baler", "bader")


@pytest.mark.parametrize(
    ("titles", "query", "ids"),
    [
        (["Refugees", "Refuge"], "=refuge", "x2"),
        (["Refugees"], "=refuge", ""),
        (["Refugees", "Arts"], "refu*", "x1"),
        (["Anti-rumours"], "antiru*", "x1"),
        (["Anti-rumours", "Rumours"], "anti-rum*", "x1"),
        (["Antirumours", "Rumours"], "anti-rumours*", "x1"),
        (["E-participation"], "epart*", "x1"),
    ],
)
def test_one_form_and_beginnings_asked_for(titles: list[str], query: str, ids: str) -> None:
    """`=word` is met in this form only, `word*` by what begins so: neither is loosened."""
    found, _steps, said = asked(titled(*titles), query)
    assert (found, said) == (ids, [])
