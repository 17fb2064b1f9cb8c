"""What a person types becomes a tree, or an error that shows its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.errors import QueryError
from icccat.search.query import And, Not, Or, Query, Value, Words, asks_for, parse, parse_arguments

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = st.sampled_from(
    [
        *("a", "é", "–", "-", " ", '"', "«", "(", ")", ":", ",", "..", "2019", "date:", "city:"),
        *("x:", "kind:video", "NOT ", " OR ", " ET ", "SAUF", "part:", "[", "]", "\n", "https://"),
    ]
)
TEXTS = st.text() | st.lists(PIECES).map("".join)


def told(query: Query) -> str:
    """The tree in a line: 'a b' words, "a b" a phrase, field*2 a field with two values."""
    match query:
        case Words(text, phrase):
            return f'"{text}"' if phrase else f"'{text}'"
        case Value(name, tests):
            return f"{name}*{len(tests)}" if len(tests) > 1 else name
        case Not(inner):
            return f"not {told(inner)}"
        case And(parts):
            return f"and({', '.join(map(told, parts))})"
        case Or(parts):
            return f"or({', '.join(map(told, parts))})"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("refugees", "'refugees'"),
        ("refugees helsinki date:2019..", "and('refugees helsinki', date)"),
        ('"public space" kind:meeting', 'and("public space", kind)'),
        ("topic:anti-rumours,narratives lang:fr", "and(topics*2, languages)"),
        ("refugees -women", "and('refugees', not 'women')"),
        ("(hate OR haine) date:2018..2022", "and(or('hate', 'haine'), date)"),
        ("ville:málaga année:2019", "and(city, year)"),
        ("a AND b ET c", "'a b c'"),
        ("a AND NOT b", "and('a', not 'b')"),
        ("a OR b c OU d", "or('a', 'b c', 'd')"),
        ("a OR b AND c NOT d", "or('a', and('b c', not 'd'))"),
        ("(a OR b) c", "and(or('a', 'b'), 'c')"),
        ("-(a OR b)", "not or('a', 'b')"),
        ("NOT SAUF a", "not not 'a'"),
        ("((a))", "'a'"),
        ("a (b) c", "'a b c'"),
        ("city:La Haye", "and(city, 'Haye')"),
        ('city:"La Haye"', "city"),
        ("a – b", "'a – b'"),
        ("kind:video –", "kind"),
        ('«la ville» : "un film"', 'and("la ville", "un film")'),
        ("a -–", "'a'"),
        ("not a or b", "'not a or b'"),
    ],
)
def test_the_tree_of_a_text(text: str, expected: str) -> None:
    """AND binds closer than OR, NOT closest; signs without a word in them ask for nothing."""
    assert told(parse(text)) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "and()"),
        ([""], "and()"),
        ([" ", ""], "and()"),
        (["refugees", "helsinki"], "'refugees helsinki'"),
        (["refugees", "-women"], "and('refugees', not 'women')"),
        (["refugees", "date:2019..", "oslo"], "and('refugees', date, 'oslo')"),
        (["public space", "oslo"], "and(\"public space\", 'oslo')"),
        (["-public space"], "and(not 'public', 'space')"),
        (["ville:La Haye"], "city"),
        (["ville:La", "Haye"], "and(city, 'Haye')"),
        (["ville:La Haye pays:NL"], "and(city, country)"),
        (["ville:La Haye OU Lyon"], "or(city, 'Lyon')"),
        (["ville:Lyon,La Haye"], "city*2"),
        (["ville:Lyon,La Haye (musée)"], "and(city*2, 'musée')"),
        (['city:"La Haye" refugees'], "and(city, 'refugees')"),
        (["-ville:La Haye", "oslo"], "and(not city, 'oslo')"),
        (["country:United Kingdom refugees"], "and(country, 'refugees')"),
        (["attendance:in person"], "attendance"),
        (["has:policy brief"], "has"),
        (["kind:meeting oslo"], "and(kind, 'oslo')"),
        (["date:2019 oslo lima"], "and(date, 'oslo lima')"),
        (["hate", "OR", "haine"], "or('hate', 'haine')"),
        (["NOT", "women"], "not 'women'"),
        (["SAUF", "public space"], 'not "public space"'),
        (["a OR b", "c"], "and(or('a', 'b'), 'c')"),
        (["c", "a OR b"], "and('c', or('a', 'b'))"),
        (["(", "a", "OU", "b", ")", "c"], "and(or('a', 'b'), 'c')"),
        (["Cities", "–", "a", "guide"], "'Cities – a guide'"),
        (["Human rights: a guide"], '"Human rights: a guide"'),
        (["title: a guide"], '"title: a guide"'),
        (["A guide to title"], '"A guide to title"'),
        (["https://vimeo.com/340198046"], "'https://vimeo.com/340198046'"),
        (["see https://coe.int now"], '"see https://coe.int now"'),
        (["meeting at 10:30"], '"meeting at 10:30"'),
        (["Inclusion (short version)"], "'Inclusion short version'"),
        (["Webinar on “hate speech”"], "and('Webinar on', \"hate speech\")"),
    ],
)
def test_the_tree_of_arguments(arguments: list[str], expected: str) -> None:
    """Arguments stand together; one with spaces is a phrase, or a query within itself."""
    assert told(parse_arguments(arguments)) == expected


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("", 0, "a word to look for is missing here"),
        ("()", 1, "a word to look for is missing here"),
        ("OR a", 0, "a word to look for is missing here"),
        ("a AND", 5, "a word to look for is missing here"),
        ("a AND OU b", 6, "a word to look for is missing here"),
        ("a (NOT)", 6, "a word to look for is missing here"),
        ("a (b", 2, "this bracket is not closed"),
        ("((a)", 0, "this bracket is not closed"),
        ("a) b", 1, "this bracket was not opened"),
        ("(a)) b", 3, "this bracket was not opened"),
        ('a OR "', 5, "this quotation mark is not closed"),
        ("–", 0, "there is no word to look for in this"),
        ('""', 0, "there is no word to look for in this"),
        ("a OR -…", 5, "there is no word to look for in this"),
        ("a (!)", 3, "there is no word to look for in this"),
        ("city:…", 5, 'there is no word to look for in "…"'),
        ("a titel:b", 2, 'there is no field "titel" (did you mean title?)'),
        (
            "a kind:video,metting",
            13,
            '"metting" is not one of: meeting, place, series, topic, video (did you mean meeting?)',
        ),
        ("date:2019-02-30", 5, '"2019-02-30" is not a date (February 2019 has 28 days)'),
        ("date:..", 5, '".." needs a date before it, after it, or both'),
    ],
)
def test_what_is_wrong_and_where(text: str, place: int, sentence: str) -> None:
    """Each mistake is told in a sentence, at its place."""
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert (caught.value.text, caught.value.place, str(caught.value)) == (text, place, sentence)


@pytest.mark.parametrize(
    ("arguments", "place", "sentence"),
    [
        (["OR"], 0, "a word to look for is missing here"),
        (["a OR", "b"], 4, "a word to look for is missing here"),
        (["a", "NOT"], 5, "a word to look for is missing here"),
        (["oslo", "a (b", "c)"], 7, "this bracket is not closed"),
        (["oslo", "a b)", "c"], 8, "this bracket was not opened"),
        (["oslo", ")"], 5, "this bracket was not opened"),
        (["oslo", "supplied:perhaps so"], 14, '"perhaps" is not one of: false, true'),
    ],
)
def test_a_mistake_is_shown_among_all_arguments(
    arguments: list[str], place: int, sentence: str
) -> None:
    """The place is one in the arguments joined with spaces."""
    with pytest.raises(QueryError) as caught:
        parse_arguments(arguments)
    expected = (" ".join(arguments), place, sentence)
    assert (caught.value.text, caught.value.place, str(caught.value)) == expected


@pytest.mark.parametrize(
    ("opening", "deepest"), [("(", 50), ("NOT ", 50), ("-(", 25), ("SAUF (", 25)]
)
def test_brackets_are_at_most_fifty_deep(opening: str, deepest: int) -> None:
    """Fifty brackets or negations in each other are read; of five thousand the next is refused."""
    closing = ")" * opening.count("(")
    parse(opening * deepest + "a" + closing * deepest)
    with pytest.raises(QueryError) as caught:
        parse(opening * 5000 + "a" + closing * 5000)
    assert str(caught.value) == "too many brackets within each other"
    assert caught.value.place == deepest * len(opening)


def asked(parse_it: Callable[[], Query]) -> Query | QueryError:
    """The query, or the mistake in it, with a place in its text."""
    try:
        return parse_it()
    except QueryError as error:
        if not 0 <= error.place <= len(error.text):
            raise
        return error


@given(TEXTS)
@example("(" * 5000)
@example("-" * 5000)
@example("part:" + "9" * 5000)
def test_any_text_is_a_query_or_a_query_error(text: str) -> None:
    """No text makes the program fail in another way; a mistake has a place in the text."""
    answer = asked(lambda: parse(text))
    assert isinstance(answer, Words | Value | Not | And | Or) or answer.text == text


@given(st.lists(TEXTS, max_size=4))
def test_any_arguments_are_a_query_or_a_query_error(arguments: list[str]) -> None:
    """Nor do any arguments."""
    answer = asked(lambda: parse_arguments(arguments))
    assert isinstance(answer, Words | Value | Not | And | Or) or answer.text == " ".join(arguments)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind:video", True),
        ("nature:vidéo", True),
        ("a -kind:video", True),
        ("a OR (b kind:video)", True),
        ("id:oslo", True),
        ("kind", False),
        ("a date:2019 OR -topic:b", False),
    ],
)
def test_asks_for(text: str, *, expected: bool) -> None:
    """A field is asked for wherever it stands in the query, under any of its names."""
    assert asks_for(parse(text), "kind", "id") is expected
