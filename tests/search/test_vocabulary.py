"""Names that stand for one another: of topics, of countries, of places."""

from __future__ import annotations

import pytest
from search.answers import VOCABULARY, asked, titled


@pytest.mark.parametrize(
    ("titles", "query", "ids", "steps"),
    [
        (["Refugees"], "demandeurs d'asile", "", ""),
        (["Refugees"], "asylum", "", ""),
        (
            ["Refugees"],
            "asylum seekers",
            "x1",
            "asylum: vocabulary refugees; seekers: vocabulary refugees",
        ),
        (
            ["Refugees"],
            "Asylum seeker",
            "x1",
            "asylum: vocabulary refugees; seeker: vocabulary refugees",
        ),
        (
            ["La jeunesse"],
            "young people",
            "x1",
            "young: vocabulary jeunesse; people: vocabulary jeunesse",
        ),
        (["Young people"], "jeunesse", "x1", "jeunesse: vocabulary young people"),
        (["Young at heart; people"], "jeunesse", "", ""),
        (
            ["La jeunesse", "Young people"],
            "jeunesse",
            "x1 x2",
            "jeunesse: exact jeunesse; jeunesse: vocabulary young people",
        ),
        (["Cities of Germany"], "Allemagne", "x1", "allemagne: vocabulary germany"),
        (["La Hollande"], "Netherlands", "x1", "netherlands: vocabulary hollande"),
        (["Lisbon days"], "ulissipo", "x1", "ulissipo: vocabulary lisbon"),
        (["Lisbon days"], "lisboa -ulissipo", "x1", "lisboa: vocabulary lisbon"),
        (["Germany", "Allemagne"], "=allemagne", "x2", "allemagne: exact allemagne"),
    ],
)
def test_the_vocabulary(titles: list[str], query: str, ids: str, steps: str) -> None:
    """Labels, synonyms, countries and places are met by their other names, ranked below."""
    found, how, said = asked(titled(*titles, more=VOCABULARY), query)
    assert (found, how, said) == (ids, steps, [])


def test_names_without_words() -> None:
    """A name in signs alone stands for nothing, and stands in nobody's way."""
    heart = '[topic.love]\nlabel = { en = "Love", fr = "Amour" }\nalso = ["♥", "?"]\n'
    assert asked(titled("L'amour", more=heart), "love") == ("x1", "love: vocabulary amour", [])


def test_other_kinds() -> None:
    """A word of the vocabulary alone is no word of the videos and meetings."""
    text = titled("Youth work", more=VOCABULARY)
    assert asked(text, "jeunesse")[0] == ""
    assert asked(text, "jeunesse kind:topic") == ("youth", "jeunesse: exact jeunesse", [])
