"""A value changed in its place: plain ones, lists and inline tables."""

from __future__ import annotations

import tomllib

import pytest

from icccat.catalogue import text

# Each before and after, with what the record means after; the fields are in the order it has there.
VALUES = {
    "text": (
        '[video.x]\n  date\t=  2019 # when?\ntitle.en = "A"\n',
        '[video.x]\n  date\t=  2019 # when?\ntitle.en = "B # \\" é"\n',
    ),
    "a date, its comment kept": (
        "[video.x]\n  date\t=  2019 # when?\n",
        "[video.x]\n  date\t=  2019-06-20 # when?\n",
    ),
    "text over lines": (
        '[video.x]\nnotes = """\na = 1\n[b]""" # c\ndate = 1\n',
        '[video.x]\nnotes = "a" # c\ndate = 1\n',
    ),
    "a date with a time": (
        "[video.x]\na = 2019-06-20 10:00:00Z# c\n",
        "[video.x]\na = true# c\n",
    ),
    "one is not 1.0 is not true": ("[video.x]\na = 1\nb = 1\n", "[video.x]\na = 1.0\nb = true\n"),
    "the same": ("[video.x]\na = 0x10\nl = [ 'a',]\n", "[video.x]\na = 0x10\nl = [ 'a',]\n"),
    "of a list, to no list": ("[video.x]\na = [\n  1,\n] # c\n", "[video.x]\na = 1 # c\n"),
    "in a record of dotted keys": (
        "[video]\ny.a = 1\nx.a = 1 # c\n",
        "[video]\ny.a = 1\nx.a = 2 # c\n",
    ),
    "in a record at the root": ("video . 'x'.a=1\n", "video . 'x'.a=2\n"),
    "in a sub-table": ("[video.x.a]\nb = 1\n", "[video.x.a]\nb = 2\n"),
    "in a record in line": (
        "[video]\nx = { a = 1, b.c = [ 1 ], b.d = 2 } # c\n",
        "[video]\nx = { a = 1, b.c = [ 2 ], b.d = 2 } # c\n",
    ),
    "in a kind in line": (
        "video = { y = { a = 1 }, x.a = 1, x.b = 'c' }\n",
        "video = { y = { a = 1 }, x.a = 2, x.b = 'c' }\n",
    ),
    "in a section elsewhere": (
        "[video.x]\na = 1\n[video.y]\n[video.x.b]\nc = 1\n",
        "[video.x]\na = 1\n[video.y]\n[video.x.b]\nc = 2\n",
    ),
}
LISTS = {
    "an item more": ('[video.x]\nl = ["a"] # c\n', '[video.x]\nl = ["a", "b"] # c\n'),
    "the first": ("[video.x]\nl = ['a','c']\n", "[video.x]\nl = [\"b\",'a','c']\n"),
    "one of one": ("[video.x]\nl = ['a']\n", '[video.x]\nl = ["b"]\n'),
    "one between": ("[video.x]\nl = ['a','c']\n", "[video.x]\nl = ['a',\"b\",'c']\n"),
    "a first one before one": ("[video.x]\nl = [ 'a' ]\n", "[video.x]\nl = [ \"b\", 'a' ]\n"),
    "spaces and a comma kept": (
        "[video.x]\nl = [ 'a' ,  'b' ,  'c', ]\n",
        "[video.x]\nl = [ 'a' ,  'c',  \"d\", ]\n",
    ),
    "all gone": ("[video.x]\nl = [ 'a', 'b' ]\n", "[video.x]\nl = []\n"),
    "from none": ("[video.x]\nl = [ ]\n", '[video.x]\nl = ["a", "b"]\n'),
    "common ends stay": (
        "[video.x]\nl = ['a', 'X', 'a', 'b']\n",
        "[video.x]\nl = ['a', 'b']\n",
    ),
    "a list in a list": ("[video.x]\nl = [['a'], ['b']]\n", "[video.x]\nl = [['a'], ['b', 1]]\n"),
    "tables in a list": (
        "[video.x]\nl = [{ t = 'a' }, { t = 'b' }]\n",
        "[video.x]\nl = [{ t = 'a' }, { t = \"c\" }, { u = 1 }]\n",
    ),
    "over lines": (
        "[video.x]\nl = [ # all\n  # of a\n  'a', # a\n\n  # of b\n  'b', # b\n  'c', # c\n]\n",
        "[video.x]\nl = [ # all\n  # of a\n  'a', # a\n\n  # of b\n  'c', # c\n  \"d\",\n]\n",
    ),
    "over lines, no comma at the end": (
        "[video.x]\nl = [\n  'a', # a\n  'b' # b\n]\n",
        "[video.x]\nl = [\n  'a', # a\n  'b', # b\n  \"c\"\n]\n",
    ),
    "the last over lines, no comma at the end": (
        "[video.x]\nl = [\n  'a', # a\n  'b' # b\n]\n",
        "[video.x]\nl = [\n  'a' # a\n]\n",
    ),
    "the first over lines": (
        "[video.x]\nl = [ # all\n    # of a\n    'a',\n]\n",
        "[video.x]\nl = [ # all\n    \"b\",\n    # of a\n    'a',\n]\n",
    ),
    "others in the place of some": (
        "[video.x]\nl = [\n  'a', # a\n  'b', # b\n  'c',\n]\n",
        '[video.x]\nl = [\n  "d",\n  "e",\n  \'c\',\n]\n',
    ),
    "several on a line": (
        "[video.x]\nl = [\n  'a', 'b', # ab\n  'c', 'd' # cd\n]\n",
        "[video.x]\nl = [\n  'a', # ab\n  'c', \"x\", 'd' # cd\n]\n",
    ),
    "the last of a line for another": (
        "[video.x]\nl = [\n  'a', 'b', # ab\n  'c',\n]\n",
        "[video.x]\nl = [\n  'a', \"x\", # ab\n  'c',\n]\n",
    ),
    "the last of the last line": (
        "[video.x]\nl = [\n  'a', 'b' # ab\n]\n",
        "[video.x]\nl = [\n  'a' # ab\n]\n",
    ),
    "a whole line of several": (
        "[video.x]\nl = [\n  'a', 'b', # ab\n  'c',\n]\n",
        "[video.x]\nl = [\n  'c',\n]\n",
    ),
    "the first of a line": (
        "[video.x]\nl = ['a', 'b', # ab\n  'c']\n",
        "[video.x]\nl = ['b', # ab\n  'c']\n",
    ),
    "the line of the bracket": (
        "[video.x]\nl = ['a', # a\n  'c']\n",
        "[video.x]\nl = [\n  'c']\n",
    ),
    "before the line of the bracket": (
        "[video.x]\nl = ['a',\n  'c']\n",
        "[video.x]\nl = [\"b\",\n  'a',\n  'c']\n",
    ),
    "after it, the other bracket below": (
        "[video.x]\nl = ['a', # a\n]\n",
        "[video.x]\nl = ['a', # a\n  \"b\",\n]\n",
    ),
    "all of a list over lines": (
        "[video.x]\nl = [\n  # none yet\n  'a',\n]\n",
        "[video.x]\nl = [\n  # none yet\n]\n",
    ),
    "the first of a list over lines": (
        "[video.x]\nl = [\n  # none yet\n]\n",
        '[video.x]\nl = [\n  "a"\n  # none yet\n]\n',
    ),
    "commas first": (
        "[video.x]\nl = [\n  'a' # a\n, 'b' # b\n, 'c' # c\n]\n",
        "[video.x]\nl = [\n  'a' # a\n, 'c', # c\n  \"d\"\n]\n",
    ),
    "newlines of Windows": (
        "[video.x]\r\nl = [\r\n  # a\r\n  'a',\r\n  'b',\r\n]\r\n",
        "[video.x]\r\nl = [\r\n  # a\r\n  'b',\r\n  \"c\",\r\n]\r\n",
    ),
    "text over lines in a list on one": (
        "[video.x]\nl = ['''a\n''', 'b']\n",
        "[video.x]\nl = ['''a\n''', 'b', \"c\"]\n",
    ),
}
INLINE = {
    "a key more": ("[video.x]\nt = { a = 1 }\n", "[video.x]\nt = { a = 1, b = 2 }\n"),
    "a key less": ("[video.x]\nt = {a = 1,b = 2}\n", "[video.x]\nt = {b = 2}\n"),
    "the last key": ("[video.x]\nt = { a = 1, b = 2 }\n", "[video.x]\nt = { a = 1 }\n"),
    "the first key": ("[video.x]\nt = {b = 1}\n", '[video.x]\nt = {"a b" = 1, b = 1}\n'),
    "another key": ("[video.x]\nt = { a = 1, c = 1 }\n", "[video.x]\nt = { b = 1, c = 1 }\n"),
    "the only key": ("[video.x]\nt = { a = 1 }\n", "[video.x]\nt = { b = 1 }\n"),
    "none": ("[video.x]\nt = { a = 1 }\n", "[video.x]\nt = {}\n"),
    "from none": ("[video.x]\nt = {}\n", "[video.x]\nt = { a = { b = 1 } }\n"),
    "dotted keys": (
        "[video.x]\nt = { a.b = 1, a . c = 2, d = 3 }\n",
        "[video.x]\nt = { a.b = 1, a . c = 4, a.e = 5, d = 3 }\n",
    ),
    "dotted keys that are all gone": (
        "[video.x]\nt = { a.b = 1, a.c = 2, d = 3 }\n",
        "[video.x]\nt = { a = {}, d = 3 }\n",
    ),
    "dotted keys to another value": (
        "[video.x]\nt = { a.b = 1, d = 3 }\n",
        "[video.x]\nt = { a = 1, d = 3 }\n",
    ),
    "text that gets languages": (
        "[video]\nx = { title = 'A', b = 1 } # c\n",
        '[video]\nx = { title = { en = "A", fr = "B" }, b = 1 } # c\n',
    ),
    "a kind in line": (
        "video = { x = { a = 1 } }\n",
        "video = { x = { a = 1, b = 1 } }\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), VALUES.values(), ids=VALUES.keys())
def test_a_value_is_changed_in_its_place(before: str, after: str) -> None:
    """Only its own characters are others."""
    assert edited_to(before, after) == after


@pytest.mark.parametrize(("before", "after"), LISTS.values(), ids=LISTS.keys())
def test_a_list_keeps_its_form(before: str, after: str) -> None:
    """On one line or over several, with its commas and comments; what stays keeps its line."""
    assert edited_to(before, after) == after


@pytest.mark.parametrize(("before", "after"), INLINE.values(), ids=INLINE.keys())
def test_an_inline_table_stays_one(before: str, after: str) -> None:
    """Pairs come and go between its braces."""
    assert edited_to(before, after) == after


def test_an_inline_table_over_lines_stays_so() -> None:
    """TOML 1.1 has them, with comments and a comma at the end."""
    before = "[video.x]\nt = {\n  a = 1, # a\n  b = 2,\n}\n"
    after = "[video.x]\nt = {\n  a = 1, # a\n  c = 3,\n}\n"
    assert text.edited(before, {("video", "x"): {"t": {"a": 1, "c": 3}}}) == after
    after = "[video.x]\nt = {\n}\n"
    assert text.edited(before, {("video", "x"): {"t": {}}}) == after
    assert text.edited(after, {("video", "x"): {"t": {"a": 1}}}) == "[video.x]\nt = {\n  a = 1\n}\n"


def edited_to(before: str, after: str) -> str:
    """The text edited so that video x means what it does after."""
    return text.edited(before, {("video", "x"): tomllib.loads(after)["video"]["x"]})
