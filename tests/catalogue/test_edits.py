"""A record changed where it stands, whatever its form."""

from __future__ import annotations

import time
import tomllib

import pytest

from icccat.catalogue import text
from icccat.errors import Unsafe

# Each before and after, with what the record means after; the fields are in the order it has there.
CLEARED = {
    "a line, with its comment": (
        "[video.x]\n# a\na = 1 # a\n# b\nb = 1\n",
        "[video.x]\n# a\n# b\nb = 1\n",
    ),
    "all lines": ("[video.x]\na = 1\n\nb = 1\n[topic]\n", "[video.x]\n\n[topic]\n"),
    "the last line of the text": ("[video.x]\na = 1\nb = 1", "[video.x]\na = 1"),
    "a list over lines": ("[video.x]\nl = [\n  1, # 1\n]\nb = 1\n", "[video.x]\nb = 1\n"),
    "text by language": (
        "[video.x]\nt.en = 1\n# fr\nt.fr = 1\na = 1\n",
        "[video.x]\n# fr\na = 1\n",
    ),
    "a sub-table and its heading": (
        "[video.x]\na = 1\n\n# t\n[video.x.t] # t\n# en\nen = 1\n\n[topic]\n",
        "[video.x]\na = 1\n\n# t\n\n[topic]\n",
    ),
    "a sub-table, the blank line that would be doubled": (
        "[video.x]\na = 1\n\n[video.x.t]\nen = 1\n\n[topic]\n",
        "[video.x]\na = 1\n\n[topic]\n",
    ),
    "a sub-table, with the comments in it": (
        "[video.x]\na = 1\n\n[video.x.t]\nen = 1\n# fr\nfr = 1\n\n[topic]\n",
        "[video.x]\na = 1\n\n[topic]\n",
    ),
    "a sub-table at the end": ("[video.x]\na = 1\n\n[video.x.t]\nen = 1\n", "[video.x]\na = 1\n"),
    "a sub-table elsewhere": (
        "[video.x]\na = 1\n\n[topic]\n\n[video.x.t]\nen = 1\n\n[place]\n",
        "[video.x]\na = 1\n\n[topic]\n\n[place]\n",
    ),
    "all blocks": (
        "[video.x]\na = 1\n\n# d\n[[video.x.d]]\nb = 1\n# end\n\n[[video.x.d]]\n\n[topic]\n",
        "[video.x]\na = 1\n\n[topic]\n",
    ),
    "a field of dotted keys": (
        "[video]\nx.a = 1\ny.a = 1\nx.b = 1\n",
        "[video]\ny.a = 1\nx.b = 1\n",
    ),
    "all that is in a sub-table": ("[video.x.t]\nen = 1\n", "[video.x.t]\n"),
    "all dotted keys": ("[video]\nx.a = 1\nx.b = 1\ny.a = 1\n", "[video]\nx = {}\ny.a = 1\n"),
    "all sections": ("[video.x.t]\na = 1\n[topic]\n", "[video.x]\n[topic]\n"),
}
ADDED = {
    "behind the last field before it": (
        "[video.x]\na = 1 # a\n# c\nc = 1\n",
        "[video.x]\na = 1 # a\nb = 1\n# c\nc = 1\n",
    ),
    "several": ("[video.x]\na = 1\nd = 1\n", "[video.x]\na = 1\nb = 1\nc = 1\nd = 1\ne = 1\n"),
    "below the heading, if none is before it": (
        "[video.x] # x\n# b\nb = 1\n",
        "[video.x] # x\na = 1\n# b\nb = 1\n",
    ),
    "to an empty record": ("[video.x]\n[topic]\n", "[video.x]\na = 1\n[topic]\n"),
    "to an empty record at the end": ("[video.x]", "[video.x]\na = 1"),
    "at the end of the text": ("[video.x]\na = 1", "[video.x]\na = 1\nb = 1"),
    "with the spaces of the line above": (
        "  [video.x]\n\ta = 1\n",
        "  [video.x]\n\ta = 1\n\tb = 1\n",
    ),
    "text by language, behind other text": (
        "[video.x]\nt.en = 1\nt.fr = 1\nc = 1\n",
        '[video.x]\nt.en = 1\nt.fr = 1\nb.en = 1\nb."f r" = 1\nc = 1\n',
    ),
    "above sub-tables": (
        "[video.x]\na = 1\n\n[video.x.t]\nen = 1\n",
        "[video.x]\na = 1\nb = 1\n\n[video.x.t]\nen = 1\n",
    ),
    "to a record with a sub-table alone": (
        "[topic]\n\n# x\n[video.x.t]\nen = 1\n",
        "[topic]\n\n# x\n[video.x]\na = 1\nb = []\n[video.x.t]\nen = 1\n",
    ),
    "with the spaces of the sub-table below": (
        "  [video.x.t]\n\ten = 1\n",
        "  [video.x]\n  a = 1\n  [video.x.t]\n\ten = 1\n",
    ),
    "to dotted keys": (
        "[video]\nx.a = 1\ny.a = 1\nx.c = 1\n",
        "[video]\nx.a = 1\nx.b.en = 1\ny.a = 1\nx.c = 1\n",
    ),
    "before the first of dotted keys": (
        "[video]\ny.a = 1\nx.b = 1\n",
        "[video]\ny.a = 1\nx.a = 1\nx.b = 1\n",
    ),
    "to keys at the root": (
        "video.x.a = 1\n[topic]\n",
        "video.x.a = 1\nvideo.x.b = 1\n[topic]\n",
    ),
    "newlines of Windows": (
        "[topic]\n[video.x]\r\na = 1\r\nc = 1\r\n",
        "[topic]\n[video.x]\r\na = 1\r\nb = 1\r\nc = 1\r\n",
    ),
    "another form of value": (
        "[video.x]\na = 1\nc = 1\n\n[video.x.b]\nen = 1\n",
        "[video.x]\na = 1\nb = 1\nc = 1\n",
    ),
}
LANGUAGES = {
    "to plain text": (
        "[video.x]\n  title = 'A' # a\nb = 1\n",
        "[video.x]\n  title.en = 'A' # a\n  title.fr = \"B\"\nb = 1\n",
    ),
    "to plain text that is in the second": (
        "[video.x]\n'title' = 'A'\n",
        "[video.x]\n'title'.fr = 'A'\n'title'.en = \"B\"\n",
    ),
    "in the place of plain text": (
        "[video]\nx.title = 'A' # a\n",
        '[video]\nx.title.en = "C" # a\nx.title.fr = "B"\n',
    ),
    "to one language": ("[video.x]\nt.en = 1\nb = 1\n", "[video.x]\nt.en = 1\nt.fr = 2\nb = 1\n"),
    "before the first": ("[video.x]\nt.fr = 1\n", "[video.x]\nt.en = 1\nt.fr = 1\n"),
    "in a sub-table": (
        "[video.x]\n[video.x.t]\nen = 1 # en\n\n[topic]\n",
        "[video.x]\n[video.x.t]\nen = 1 # en\nfr = 2\n\n[topic]\n",
    ),
    "one of two goes": ("[video.x]\nt.en = 1\nt.fr = 2\n", "[video.x]\nt.en = 1\n"),
    "one in the place of another": ("[video.x]\nt.en = 1\n", "[video.x]\nt.fr = 1\n"),
    "all in the place of others": ("[video.x.t]\nen = 1\n", "[video.x.t]\nfr = 1\n"),
    "none at all": ("[video.x]\na = 1\nt.en = 1\nb = 1\n", "[video.x]\na = 1\nt = {}\nb = 1\n"),
}
DOCUMENTS = {
    "the first, behind the record": (
        "[video.x]\na = 1\n# end\n\n[topic]\n",
        "[video.x]\na = 1\n# end\n\n[[video.x.d]]\nt.en = 1\n\n[topic]\n",
    ),
    "the first, behind a section elsewhere": (
        "[video.x]\na = 1\n[topic]\n[video.x.t]\nen = 1",
        "[video.x]\na = 1\n[topic]\n[video.x.t]\nen = 1\n\n[[video.x.d]]\nb = 1",
    ),
    "and a field": (
        "[video.x]\na = 1\n",
        "[video.x]\na = 1\nb = 1\n\n[[video.x.d]]\n\n[[video.x.d]]\na = 1\n\n[[video.x.d.e]]\n",
    ),
    "the next": (
        "[video.x]\n\n[[video.x.d]]\na = 1 # a\n\n[topic]\n",
        "[video.x]\n\n[[video.x.d]]\na = 1 # a\n\n[[video.x.d]]\na = 2\n\n[topic]\n",
    ),
    "the next, without blank lines": (
        "[video.x]\n[[video.x.d]]\na = 1 # a\n\n[topic]\n",
        "[video.x]\n[[video.x.d]]\na = 1 # a\n[[video.x.d]]\na = 2\n\n[topic]\n",
    ),
    "before the first": (
        "[video.x]\n\n# 2\n[[video.x.d]]\na = 2\n",
        "[video.x]\n\n[[video.x.d]]\na = 1\n\n# 2\n[[video.x.d]]\na = 2\n",
    ),
    "before the first, without blank lines": (
        "[video.x]\n[[video.x.d]]\na = 2\n",
        "[video.x]\n[[video.x.d]]\na = 1\n[[video.x.d]]\na = 2\n",
    ),
    "changed inside": (
        "[video.x]\n[[video.x.d]]\n# a\na = 1 # a\nc = 1\n[video.x.d.t]\nen = 1\n[topic]\n",
        "[video.x]\n[[video.x.d]]\n# a\na = 2 # a\nb = 1\n[video.x.d.t]\nen = 1\nfr = 1\n[topic]\n",
    ),
    "changed in a sub-table alone": (
        "[[video.x.d]]\n[video.x.d.t.u]\nen = 1\n",
        "[[video.x.d]]\n[video.x.d.t]\na = 1\n[video.x.d.t.u]\nen = 1\n",
    ),
    "one of three goes, with its comments": (
        "[[video.x.d]]\na = 1\n\n# 2\n[[video.x.d]]\nb = 1\n# 2\n\n# all\n\n# 3\n[[video.x.d]]\n",
        "[[video.x.d]]\na = 1\n\n# all\n\n# 3\n[[video.x.d]]\n",
    ),
    "the last goes": (
        "[video.x]\n\n[[video.x.d]]\na = 1\n\n[[video.x.d]]\na = 2\n\n[topic]\n",
        "[video.x]\n\n[[video.x.d]]\na = 1\n\n[topic]\n",
    ),
    "blocks in blocks": (
        "[[video.x.d]]\na = 1\n[[video.x.d.e]]\nb = 1\n[[video.x.d]]\n",
        "[[video.x.d]]\na = 1\n[[video.x.d.e]]\nb = 1\n[[video.x.d.e]]\nb = 2\n[[video.x.d]]\n",
    ),
    "to none": ("[video.x]\n\n[[video.x.d]]\na = 1\n", "[video.x]\nd = []\n"),
    "from none": ("[video.x]\nd = []\n", "[video.x]\nd = [{ a = 1 }]\n"),
    "in dotted keys": ("[video]\nx.a = 1\n", "[video]\nx.a = 1\nx.d = [{ a = 1 }]\n"),
    "instead of other sections": (
        "[topic]\n[video.x.t]\na = 1\n",
        "[topic]\n\n[[video.x.d]]\na = 1\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CLEARED.values(), ids=CLEARED.keys())
def test_a_field_is_cleared(before: str, after: str) -> None:
    """Its lines go, and the heading of its sub-table; comments above its lines stay."""
    assert edited_to(before, after) == after


@pytest.mark.parametrize(("before", "after"), ADDED.values(), ids=ADDED.keys())
def test_a_field_is_added(before: str, after: str) -> None:
    """It has a line in the record's own form, behind the fields before it."""
    assert edited_to(before, after) == after


@pytest.mark.parametrize(("before", "after"), LANGUAGES.values(), ids=LANGUAGES.keys())
def test_languages_come_and_go(before: str, after: str) -> None:
    """Plain text that gets a second language gets keys; all other forms stay."""
    assert edited_to(before, after) == after


@pytest.mark.parametrize(("before", "after"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_documents_come_and_go(before: str, after: str) -> None:
    """Those that stay keep every byte, and so does all of one that does not change."""
    assert edited_to(before, after) == after


@pytest.mark.parametrize("before", ["", "[video.y]\n", "[[video]]\n", "[[video.x]]\n", "video = 3"])
def test_only_a_record_is_edited(before: str) -> None:
    """One that is not there is put, not edited; what is no table is no record."""
    with pytest.raises(ValueError, match=r"^no record video\.x$"):
        text.edited(before, {("video", "x"): {"a": 1}})


def test_text_that_does_not_parse_is_not_edited() -> None:
    """Its statements could be anywhere."""
    with pytest.raises(Unsafe):
        text.edited("[video.x", {("video", "x"): None})


def test_a_large_catalogue_is_edited_in_one_pass() -> None:
    """Half a megabyte takes less than 5 seconds."""
    before = "".join(
        f"[video.v{n}]\ntitle.en = 'A title'\n[[video.v{n}.d]]\n\n" for n in range(9999)
    )
    begun = time.process_time()
    text.edited(before, {("video", "v5000"): {"title": {"en": "B", "fr": "C"}, "d": []}})
    assert time.process_time() - begun < 5


def edited_to(before: str, after: str) -> str:
    """The text edited so that video x means what it does after."""
    return text.edited(before, {("video", "x"): tomllib.loads(after)["video"]["x"]})


def test_records_of_one_pair_are_changed_together() -> None:
    """A kind that is one inline table loses one record, and has another changed."""
    before = "video = { x = { a = 1 }, y = { a = 1 } } # v\n"
    new = {("video", "x"): None, ("video", "y"): {"a": 2}}
    assert text.edited(before, new) == "video = { y = { a = 2 } } # v\n"


def test_no_records() -> None:
    """Where nothing is to be changed, nothing is looked at."""
    assert text.edited("no TOML", {}) == "no TOML"
