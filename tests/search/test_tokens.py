"""A query's text is cut into tokens, each with its place."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.errors import QueryError
from icccat.search.tokens import Token, tokens


def word(text: str, start: int = 0) -> Token:
    """A word, at its place."""
    return Token("word", text, start)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \u00a0 ", []),
        ("refugees", [word("refugees")]),
        (" public\u00a0space ", [word("public", 1), word("space", 8)]),
        ('"public space"', [Token("quoted", "public space", 0)]),
        ("a “b c” «d»", [word("a"), Token("quoted", "b c", 2), Token("quoted", "d", 8)]),
        ('""', [Token("quoted", "", 0)]),
        ('l"a', [word('l"a')]),
        ("(a)b", [Token("(", "(", 0), word("a", 1), Token(")", ")", 2), word("b", 3)]),
        ("-women", [Token("not", "-", 0), word("women", 1)]),
        ('-"a b"', [Token("not", "-", 0), Token("quoted", "a b", 1)]),
        ("-(a", [Token("not", "-", 0), Token("(", "(", 1), word("a", 2)]),
        ("anti-rumours", [word("anti-rumours")]),
        ("- -", [word("-"), word("-", 2)]),
        ("--limit", [word("--limit")]),
        ("AND ET", [Token("and", "AND", 0), Token("and", "ET", 4)]),
        ("OR OU", [Token("or", "OR", 0), Token("or", "OU", 3)]),
        ("NOT SAUF", [Token("not", "NOT", 0), Token("not", "SAUF", 4)]),
        ("and Or not ORS", [word("and"), word("Or", 4), word("not", 7), word("ORS", 11)]),
        ("OR:", [word("OR:")]),
    ],
)
def test_words_quotes_operators_and_brackets(text: str, expected: list[Token]) -> None:
    """Words end at spaces and brackets; operators are in capitals; `-` stands before something."""
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "values", "places"),
    [
        ("kind:meeting", "kind", ("meeting",), (5,)),
        ("Année:2019", "Année", ("2019",), (6,)),
        ("Anne\u0301e:2019", "Anne\u0301e", ("2019",), (7,)),
        ("sous-titres:fr", "sous-titres", ("fr",), (12,)),
        ("version_of:oslo", "version_of", ("oslo",), (11,)),
        ("topic:a,b,c", "topic", ("a", "b", "c"), (6, 8, 10)),
        ('city:"La Haye",Lyon', "city", ("La Haye", "Lyon"), (5, 15)),
        ("ville:«La Haye»", "ville", ("La Haye",), (6,)),
        ("ville:'s-Hertogenbosch", "ville", ("'s-Hertogenbosch",), (6,)),
        ("date:2018..2019-06", "date", ("2018..2019-06",), (5,)),
        ("link:https://vimeo.com/3", "link", ("https://vimeo.com/3",), (5,)),
        ("title:-women", "title", ("-women",), (6,)),
        ("title:ICC:", "title", ("ICC:",), (6,)),
    ],
)
def test_a_field_with_its_values(
    text: str, name: str, values: tuple[str, ...], places: tuple[int, ...]
) -> None:
    """A field holds the values between commas, those in quotation marks whole."""
    assert tokens(text) == [Token("word", text, 0, name, values, places)]


@pytest.mark.parametrize(
    "text",
    [
        "https://vimeo.com/340198046",
        "http://example.org/?a=b:c",
        "10:30",
        "Réunion:",
        "2019:a",
        ":",
        "l'avenir:ici",
    ],
)
def test_a_colon_in_plain_text(text: str) -> None:
    """An address, an hour and a heading are words, not fields."""
    assert tokens(text) == [word(text)]


def test_a_colon_before_a_space_is_text() -> None:
    """Pasted `title: a guide` asks for no field, even of a field's name, nor before a line end."""
    assert tokens("title: a guide") == [word("title:"), word("a", 7), word("guide", 9)]
    assert tokens("title:\n") == [word("title:")]


def test_tokens_of_a_part_are_at_their_places_in_the_whole() -> None:
    """A part is cut as if it stood alone, but its places are those of the whole text."""
    text = "oslo kind:video,meeting lima"
    field = Token("word", "kind:video,meeting", 5, "kind", ("video", "meeting"), (10, 16))
    assert tokens(text, 5, 23) == [field]
    assert tokens("title: x", 0, 5) == [word("title")]


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ('"abc', 0, "this quotation mark is not closed"),
        ("say “abc d", 4, "this quotation mark is not closed"),
        ('"a" "', 4, "this quotation mark is not closed"),
        ('city:"La Haye', 5, "this quotation mark is not closed"),
        ("foo:bar", 0, 'there is no field "foo"'),
        ("a titel:b", 2, 'there is no field "titel"'),
        ("topc:youth", 0, 'there is no field "topc"'),
        ("thême:jeunesse anné:2019", 15, 'there is no field "anné"'),
        ("foo:a,", 0, 'there is no field "foo"'),
        ("title:", 6, "a value is missing here"),
        ("x title:", 8, "a value is missing here"),
        ("title:)", 6, "a value is missing here"),
        ("title:,a", 6, "a value is missing here"),
        ("city:Lyon, Paris", 10, "a value is missing here"),
        ('city:""', 5, "a value is missing here"),
        ('city:Lyon," "', 10, "a value is missing here"),
    ],
)
def test_what_is_wrong_and_where(text: str, place: int, sentence: str) -> None:
    """An unknown field, a missing value and an open quotation are refused at their place."""
    with pytest.raises(QueryError) as caught:
        tokens(text)
    assert (caught.value.text, caught.value.place, str(caught.value)) == (text, place, sentence)


@given(st.lists(st.text("aZé1 ", min_size=1) | st.sampled_from(["ET", "OR"])).map(" ".join))
def test_words_alone(text: str) -> None:
    """Words and nothing else are cut as they are where something else follows."""
    assert tokens(text) == tokens(f"{text} (")[:-1]
    assert tokens(text, 2) == tokens(f"{text} (", 2)[:-1]


@given(st.text() | st.text('a-" ():,'))
def test_tokens_stand_one_after_the_other(text: str) -> None:
    """Tokens are in the order of the text, each within it."""
    with suppress(QueryError):
        starts = [token.start for token in tokens(text)]
        assert starts == sorted(set(starts))
        assert all(0 <= start < len(text) for start in starts)
