"""What a person types becomes a tree, or an error that shows its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from asking import find, parse, parse_arguments, told
from builders import records_of
from hypothesis import example, given
from hypothesis import strategies as st

from icccat.errors import QueryError
from icccat.search.explain import explain
from icccat.search.tree import Query, asks_for_kinds

if TYPE_CHECKING:
    from collections.abc import Callable

RECORDS = records_of('[meeting.a]\ntitle = "A – é"\nstart = 2019-06-20\nplaces = ["GB"]')
PIECES = st.sampled_from(
    [
        *("a", "é", "–", "-", " ", '"', "«", "(", ")", ":", ",", "..", "2019", "date:", "city:"),
        *("=", "*", "June ", "6m..", "saved:", "saved:both ", "30 February 2019 ", "country:UK "),
        *("x:", "kind:video", "NOT ", " OR ", " ET ", "SAUF", "part:", "[", "]", "\n", "https://"),
    ]
)
TEXTS = st.text() | st.lists(PIECES).map("".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("refugees", "'refugees'"),
        ("refugees helsinki date:2019..", "and('refugees helsinki', date:2019..)"),
        ('"public space" kind:meeting', 'and("public space", kind:meeting)'),
        (
            "topic:anti-rumours,narratives lang:fr",
            "and(topics:anti-rumours,narratives, languages:fr)",
        ),
        ("refugees -women", "and('refugees', not 'women')"),
        ("(hate OR haine) date:2018..2022", "and(or('hate', 'haine'), date:2018..2022)"),
        ("ville:málaga année:2019", "and(city:málaga, year:2019)"),
        ("a AND b ET c", "'a b c'"),
        ("a AND NOT b", "and('a', not 'b')"),
        ("a OR b c OU d", "or('a', 'b c', 'd')"),
        ("a OR b AND c NOT d", "or('a', and('b c', not 'd'))"),
        ("(a OR b) c", "and(or('a', 'b'), 'c')"),
        ("-(a OR b)", "not or('a', 'b')"),
        ("NOT SAUF a", "not not 'a'"),
        ("((a))", "'a'"),
        ("a (b) c", "'a b c'"),
        ("city:La Haye", "and(city:La, 'Haye')"),
        ('city:"La Haye"', "city:La Haye"),
        ("a – b", "'a – b'"),
        ("kind:video –", "kind:video"),
        ('«la ville» : "un film"', 'and("la ville", "un film")'),
        ("a -–", "'a'"),
        ("not a or b", "'not a or b'"),
        ("=refugees oslo", "and(='refugees', 'oslo')"),
        ("refug* oslo lima", "and('refug'*, 'oslo lima')"),
        ("-refug*", "not 'refug'*"),
        ("=refug*", "='refug'*"),
        ("anti-rum*", "'anti-rum'*"),
        ("r* =r", "and('r'*, ='r')"),
        ("a * = b", "'a * = b'"),
        ("re*fugees 1=1", "'re*fugees 1=1'"),
    ],
)
def test_the_tree_of_a_text(text: str, expected: str) -> None:
    """AND binds closer than OR, NOT closest; signs without a word in them ask for nothing."""
    assert told(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("helsinki 2019", "and('helsinki', 2019 or '2019')"),
        ("2019", "2019 or '2019'"),
        ("2019 2020", "and(2019 or '2019', 2020 or '2020')"),
        ("oslo 2019 lima", "and('oslo', 2019 or '2019', 'lima')"),
        ("novembre 2017", "2017-11 or 'novembre 2017'"),
        ("Nov. 2017, Lisbonne", "and(2017-11 or 'Nov. 2017,', 'Lisbonne')"),
        ("févr 2020 oslo", "and(2020-02 or 'févr 2020', 'oslo')"),
        ("20 June 2019", "2019-06-20 or '20 June 2019'"),
        ("le 1er juin 2019", "and('le', 2019-06-01 or '1er juin 2019')"),
        ("June 20th, 2019", "2019-06-20 or 'June 20th, 2019'"),
        ("2019-06 2019-06-20", "and(2019-06 or '2019-06', 2019-06-20 or '2019-06-20')"),
        ("16-17 November 2021", "and('16-17', 2021-11 or 'November 2021')"),
        ("30 February 2019", "and('30', 2019-02 or 'February 2019')"),
        ("mars", "'mars'"),
        ("may oslo", "'may oslo'"),
        ("mars oslo 2019", "and('mars oslo', 2019 or '2019')"),
        ("1789 10000 20190 2019-13 1998-12-99", "'1789 10000 20190 2019-13 1998-12-99'"),
        ("-2019", "not 2019 or '2019'"),
        ("a -(oslo 2019)", "and('a', not and('oslo', 2019 or '2019'))"),
        ('"June 2019"', '2019-06 or "June 2019"'),
        ('"2019"', '"2019"'),
        ('"oslo 2019"', '"oslo 2019"'),
        ("=2019 2019*", "and(='2019', '2019'*)"),
        ("June AND 2019", "2019-06 or 'June 2019'"),
        ("- 2019", "2019 or '2019'"),
    ],
)
def test_dates_in_free_text(text: str, expected: str) -> None:
    """A year, or a month with its year, is a date, or else its words; a month alone is a word."""
    assert told(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("saved:portugal", "and(country:PT, date:2019..)"),
        ("enregistrée:portugal", "and(country:PT, date:2019..)"),
        ("sauvée:ete", "date:2019-06..2019-08"),
        ("saved:Été", "date:2019-06..2019-08"),
        ("lima -saved:été", "and('lima', not date:2019-06..2019-08)"),
        ("saved:portugal,été", "or(and(country:PT, date:2019..), date:2019-06..2019-08)"),
        ("saved:both", "or(and(country:PT, date:2019..), date:2019-06..2019-08)"),
    ],
)
def test_saved_searches(text: str, expected: str) -> None:
    """The query that is saved stands in place of its name, which is found folded too."""
    assert told(parse(text)) == expected


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
        ("-…", 0, "there is no word to look for in this"),
        ("a (!)", 3, "there is no word to look for in this"),
        ("city:…", 5, 'there is no word to look for in "…"'),
        ("a titel:b", 2, 'there is no field "titel"'),
        (
            "a kind:video,metting",
            13,
            '"metting" is not one of: meeting, place, series, topic, video',
        ),
        ("date:2019-02-30", 5, '"2019-02-30" is not a date (February 2019 has 28 days)'),
        ("date:..", 5, '".." needs a date before it, after it, or both'),
        ("saved:lima", 6, 'there is no saved search "lima"'),
        (
            "x saved:a",
            8,
            (
                'the saved search "a" is wrong: the saved search "b" is wrong:'
                ' the saved search "a" asks for itself'
            ),
        ),
        (
            "saved:portugal,wrong",
            15,
            'the saved search "wrong" is wrong: there is no field "datte"',
        ),
    ],
)
def test_what_is_wrong_and_where(text: str, place: int, sentence: str) -> None:
    """Each mistake is told in a sentence, at its place."""
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert (caught.value.text, caught.value.place, str(caught.value)) == (text, place, sentence)


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


def is_whole(answer: Query | QueryError) -> bool:
    """Whether the query can be asked and explained, or the mistake is mended by its correction."""
    if isinstance(answer, QueryError):
        return not answer.correction or bool(parse_arguments(answer.correction))
    return isinstance(find(answer, RECORDS), list) and all(explain(answer))


@given(TEXTS)
@example("(" * 5000)
@example("-" * 5000)
@example("part:" + "9" * 5000)
@example("date:" + "9" * 5000 + "m")
def test_any_text_is_a_query_or_a_query_error(text: str) -> None:
    """No text makes the program fail in another way; a mistake has a place in the text."""
    answer = asked(lambda: parse(text))
    assert not isinstance(answer, QueryError) or answer.text == text
    assert is_whole(answer)


@given(st.lists(TEXTS, max_size=4))
def test_any_arguments_are_a_query_or_a_query_error(arguments: list[str]) -> None:
    """Nor do any arguments."""
    answer = asked(lambda: parse_arguments(arguments))
    assert not isinstance(answer, QueryError) or answer.text == " ".join(arguments)
    assert is_whole(answer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind:video", True),
        ("nature:vidéo", True),
        ("a -kind:video", True),
        ("a OR (b kind:video)", True),
        ("id:oslo", True),
        ("saved:both", False),
        ("kind", False),
        ("a date:2019 OR -topic:b", False),
    ],
)
def test_asks_for_kinds(text: str, *, expected: bool) -> None:
    """A field is asked for wherever it stands in the query, under any of its names."""
    assert asks_for_kinds(parse(text)) is expected
