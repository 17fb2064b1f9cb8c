"""What is said of TOML as people mistake it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.catalogue import toml
from icccat.catalogue.toml.slips import explain
from icccat.catalogue.toml.stop import Stop
from icccat.errors import Unsafe

# Each table: a text, the line and column of the slip, what is said of it.
DATES = [
    ("d = 2019-06\n", "1:9", 'this needs quotes: "2019-06"'),
    ("d = [2019-06]\n", "1:10", 'this needs quotes: "2019-06"'),
    ("d = 2019-02-30\n", "1:5", '"2019-02-30" is not a date (February 2019 has 28 days)'),
    ("d = 2019-13-01\n", "1:9", '"2019-13-01" is not a date (there are 12 months)'),
    ("d = 2019-6-20\n", "1:9", '"2019-6-20" is not a date: write 2019-06-20'),
    ("d = 20/06/2019\n", "1:7", '"20/06/2019" is not a date: write 2019-06-20'),
    ("d = 20.06.2019\n", "1:10", '"20.06.2019" is not a date: write 2019-06-20'),
    ("d = 2019-06-20T25:00:00\n", "1:15", '"2019-06-20T25:00:00" is not a date: write 2019-06-20'),
    ("d = 2019-06-20, about\n", "1:15", 'this needs quotes: "2019-06-20, about"'),
]
VALUES = [
    ("t = Hello, world # c\n", "1:5", 'this needs quotes: "Hello, world"'),
    ("t = information\n", "1:8", 'this needs quotes: "information"'),
    ("t = 12 March\n", "1:8", 'this needs quotes: "12 March"'),
    ("t = 1:30:00\n", "1:6", 'this needs quotes: "1:30:00"'),
    ("t = [1:30]\n", "1:7", 'this needs quotes: "1:30"'),
    ("t = [refugees, media]\n", "1:6", 'this needs quotes: "refugees"'),
    ("t = [\nfoo,\n]\n", "2:1", 'this needs quotes: "foo"'),
    (
        "t = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
        "1:5",
        'this needs quotes: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"',
    ),
    *(
        (f"t = {word}\n", "1:5", "write true here, in small letters and without quotes")
        for word in ("True", "YES", "Oui", "VRAI")
    ),
    ("t = [Oui]\n", "1:6", "write true here, in small letters and without quotes"),
    *(
        (f"t = {word} # no\n", "1:5", "write false here, in small letters and without quotes")
        for word in ("FALSE", "No", "NON", "Faux")
    ),
    *(
        (f"t = {word}\n", "1:5", "a field that is empty is left out, name and all")
        for word in ("null", "None", "NIL")
    ),
    ("t =\n", "1:4", "a value is missing here; a field that is empty is left out, name and all"),
    (
        "t = # none\n",
        "1:5",
        "a value is missing here; a field that is empty is left out, name and all",
    ),
    ("t =", "1:4", "a value is missing here; a field that is empty is left out, name and all"),
    (
        "t = [,]\n",
        "1:6",
        "a value is missing here; a field that is empty is left out, name and all",
    ),
    ("t = 01\n", "1:6", "a number has no 0 in front: write 1"),
    ("t = 00\n", "1:6", "a number has no 0 in front: write 0"),
    ("[a] b = 1\n", "1:5", "nothing may follow on this line but a comment after #"),
    ("[a]]\n", "1:4", "nothing may follow on this line but a comment after #"),
    ('t = "a"]\n', "1:8", "nothing may follow on this line but a comment after #"),
    ('t = "a" u = "b"\n', "1:9", "nothing may follow on this line but a comment after #"),
]
QUOTES = [
    ("t = “Hello”\n", "1:5", 'curly quotes do not hold text; use straight ones: "'),
    ("“t” = 1\n", "1:1", 'curly quotes do not hold text; use straight ones: "'),
    ('t = "Hello”\n', "1:12", 'curly quotes do not hold text; use straight ones: "'),
    ('t = "a\n', "1:7", "the closing quote of the text on this line is missing"),
    ('t = "a', "1:5", 'the text that begins here is not closed; expected " after it'),
    ("t = 'a\n", "1:5", "the text that begins here is not closed; expected ' after it"),
    ('t = """a\nb\n', "1:5", 'the text that begins here is not closed; expected """ after it'),
    ('t = """a"""\nu = "b', "2:5", 'the text that begins here is not closed; expected " after it'),
    ("t = '''a\nb", "1:5", "the text that begins here is not closed; expected ''' after it"),
    (
        "t = 'it's'\n",
        "1:9",
        'the text ended at the apostrophe before this; put it in double quotes: "…"',
    ),
    (
        't = "say "hi" to"\n',
        "1:11",
        'the text ended at the quote before this; inside text a quote is written \\"',
    ),
    (
        't = ["say "hi" to"]\n',
        "1:12",
        'the text ended at the quote before this; inside text a quote is written \\"',
    ),
    ('t = "C:\\Users"\n', "1:8", 'a backslash in text is written twice: "C:\\\\Users"'),
    ('t = "C:\\dir"\n', "1:8", 'a backslash in text is written twice: "C:\\\\Users"'),
    ('t = "\\uD800"\n', "1:6", 'a backslash in text is written twice: "C:\\\\Users"'),
]
CHARACTERS = [
    (
        "<<<<<<< HEAD\n",
        "1:1",
        "an unfinished merge (<<<<<<<); keep what is right of both and delete the marks",
    ),
    (
        "t = [\n=======\n",
        "2:1",
        "an unfinished merge (=======); keep what is right of both and delete the marks",
    ),
    ('t = "a\x07"\n', "1:7", "a control character (U+0007) stands here; delete it"),
    ("t = 1\ru = 2\n", "1:6", "a control character (U+000D) stands here; delete it"),
    ("t\xa0= 1\n", "1:2", "an invisible space (U+00A0) stands here; type an ordinary one"),
    ("t = \u202f1\n", "1:5", "an invisible space (U+202F) stands here; type an ordinary one"),
    ("t = 1#\x7f\n", "1:7", "a control character (U+007F) stands here; delete it"),
]
TWICE = [
    ('[a]\nt = 1\n[a"', "3:3", "the heading is not closed; expected ] at its end"),
    ("[a]\n[b]\n[ a ] # c\n", "3:5", "the heading [ a ] stands on line 1 already"),
    ("[a]\nt = 1\n[[b]]\n[a]\n", "4:3", "the heading [a] stands on line 1 already"),
    ("[[a]]\n[a]\n", "2:3", "the heading [a] names what is there already"),
    ('[a."b"]\n[a.b"x"]\n', "2:5", 'the heading [a.b"x"] names what is there already'),
    ("[a.b]\nx = 1\n[a]\nb.y = 1\n", "4:1", "b.y has a value already; a field stands once"),
    (
        "[a]\nx = 1\ny = 1\nx = [\n2,\n]\n",
        "4:1",
        "x has a value already, on line 2; a field stands once",
    ),
    (
        'title = "x"\ntitle . en = 1\n',
        "2:1",
        "title . en has a value already, on line 1; a field stands once",
    ),
    (
        "[a]\nx = 1\n[b]\na.x = 1\na = {}\n",
        "5:1",
        "a has a value already, on line 4; a field stands once",
    ),
    ("a = [1]\n[[a]]\n", "2:1", "[[a]] has a value already; a field stands once"),
    ('a = "x"\n[a.b]\n', "2:1", "[a.b] has a value already; a field stands once"),
    ("t = {a = 1, a = 2}\n", "1:18", "a is given twice between these braces"),
]
BRACKETS = [
    ('t = ["a" "b"]\n', "1:10", "expected a comma or a closing bracket here"),
    ("t = [{a = 1} {b = 2}]\n", "1:14", "expected a comma or a closing bracket here"),
    ('t = ["a",\nd = 1\n', "1:5", "the list that begins here is not closed; expected ] at its end"),
    ('t = ["a"\n[b]\n', "1:5", "the list that begins here is not closed; expected ] at its end"),
    (
        't = ["a",\n[b.c]\nx=1',
        "1:5",
        "the list that begins here is not closed; expected ] at its end",
    ),
    ("t = [", "1:5", "the list that begins here is not closed; expected ] at its end"),
    (
        "t = {a = 1",
        "1:5",
        "the braces that open here are not closed; expected a closing one at the end",
    ),
    ('t = ["a",\r\n"b" "c"]\r\n', "2:5", "expected a comma or a closing bracket here"),
    (
        '"a=b" = [',
        "1:10",
        "a value is missing here; a field that is empty is left out, name and all",
    ),
]
NAMES = [
    ("[place.Lisbon, PT]\n", "1:14", 'the id in this heading needs quotes: [place."Lisbon, PT"]'),
    ("[video.été]\n", "1:8", 'the id in this heading needs quotes: [video."été"]'),
    ("[a\n", "1:3", "the heading is not closed; expected ] at its end"),
    ("[[a]\n", "1:4", "the heading is not closed; expected ] at its end"),
    ("[]\n", "1:2", "a heading is written [kind.id], as in [video.my-film]"),
    ("[[a b]]\n", "1:5", "a heading is written [kind.id], as in [video.my-film]"),
    ("été = 1\n", "1:1", 'a name with spaces, accents or signs needs quotes: "été"'),
    ("titre é = 1\n", "1:7", 'a name with spaces, accents or signs needs quotes: "titre é"'),
    ("x: 1\n", "1:2", "expected = after the name of the field, not :"),
    ("x\n", "1:2", "expected a name, = and a value here, a heading in [ ], or a comment after #"),
    ("= 1\n", "1:1", "expected a name, = and a value here, a heading in [ ], or a comment after #"),
    (
        'x = {"a" 1}\n',
        "1:10",
        "expected a name, = and a value here, a heading in [ ], or a comment after #",
    ),
    ("]\n", "1:1", "expected a name, = and a value here, a heading in [ ], or a comment after #"),
    ("// c\n", "1:1", "a comment begins with #"),
]


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [*DATES, *VALUES, *QUOTES, *CHARACTERS, *TWICE, *BRACKETS, *NAMES],
)
def test_a_slip_is_explained(text: str, place: str, sentence: str) -> None:
    """The one sentence says where the slip is, what it is and what would be right."""
    with pytest.raises(Unsafe) as refusal:
        toml.parse(text, "c.toml")
    assert refusal.value.lines == (f"c.toml:{place}: {sentence}",)


def test_windows_newlines_move_no_line_and_no_column() -> None:
    """A file from Windows has its slips where the editor shows them."""
    with pytest.raises(Unsafe, match=r"^c\.toml:3:6: this needs quotes"):
        toml.parse(
            "[video.a]\r\ntitle = 'x'\r\nd = 12 March\r\n".replace("d = 12", "d=12"), "c.toml"
        )


def test_a_slip_of_no_known_sort_is_told_in_the_words_of_the_parser() -> None:
    """A parser of later years may say what no one foresaw: it is passed on."""
    slip = explain(Stop("Too purple", "a = 1", 4))
    assert (slip.pos, slip.sentence) == (4, "this is not TOML (Too purple)")


DEEP = "too many brackets or dotted names inside one another to be read"


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("[" * 10_000_000, "c.toml:1:3: the heading is not closed; expected ] at its end"),
        ("a = " + "[" * 10_000_000, f"c.toml:1:105: {DEEP}"),
        ("a = " + "[" * 500 + "]" * 500, f"c.toml:1:105: {DEEP}"),
        ('b = ["]", """}""", \'}\', ["]"]] # ]\na = ' + "{a=" * 500, f"c.toml:2:305: {DEEP}"),
        (".".join("a" * 2000) + " = 1", f"c.toml:1:1: {DEEP}"),
        ("a = 1\nb = " + "9" * 5000, "c.toml:2:5: a number has too many digits to be read"),
        ("a = 1\nb = " + "9_" * 5000 + "9", "c.toml:2:5: a number has too many digits to be read"),
        ("a = " + "x" * 10_000_000, f'c.toml:1:5: this needs quotes: "{"x" * 60}…"'),
    ],
    ids=["headings", "lists", "closed", "tables", "names", "digits", "groups", "word"],
)
def test_a_hostile_file_is_refused_quickly(text: str, refusal: str) -> None:
    """Megabytes made to break a parser end in one short sentence, in seconds."""
    begun = time.monotonic()
    with pytest.raises(Unsafe) as refused:
        toml.parse(text, "c.toml")
    assert str(refused.value) == refusal
    assert time.monotonic() - begun < 5


@given(st.text("ab\n\r\t =.,\"'[]{}#\\-019:TZ“\u00a0é<", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed, there is a meaning or a sentence with its place, and no crash."""
    try:
        toml.parse(text, "c.toml")
    except Unsafe as refusal:
        place, _colon, sentence = str(refusal).partition(": ")
        assert [int(number) > 0 for number in place.split(":")[1:]] == [True, True]
        assert sentence
