"""A record given another id where it stands, whatever its form."""

from __future__ import annotations

import pytest

from icccat.catalogue import text

RENAMED = {
    "headings and dotted keys": (
        "[video]\ny.a = 1\n x . a = 1\n[video.x.t]\n[ video . x.extra ] # x\n[topic.x]\n",
        "[video]\ny.a = 1\n new . a = 1\n[video.new.t]\n[ video . new.extra ] # x\n[topic.x]\n",
    ),
    "blocks": (
        '[\'video\'."x"]\n[[video."\\u0078".x]]\n[video.x.x.t]\nx.x = 1\n',
        "['video'.new]\n[[video.new.x]]\n[video.new.x.t]\nx.x = 1\n",
    ),
    "at the root": ("video.x.x = 1\nx.video = 1\n", "video.new.x = 1\nx.video = 1\n"),
    "a line": ("[video]\n'x' = { x = 1 } # x\n", "[video]\nnew = { x = 1 } # x\n"),
    "a kind in line": (
        'video = { y = { x = 1 }, x.a = 1 ,"x" . b = 2 } # x\n',
        "video = { y = { x = 1 }, new.a = 1 ,new . b = 2 } # x\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), RENAMED.values(), ids=RENAMED.keys())
def test_a_record_is_renamed(before: str, after: str) -> None:
    """Wherever its id is its own, and nowhere else."""
    assert text.renamed(before, "video", "x", "new") == after


def test_a_new_id_is_quoted_where_toml_needs_it() -> None:
    """As in the names of places."""
    assert text.renamed("[place.x]\n", "place", "x", 'Oslo, "NO"') == '[place."Oslo, \\"NO\\""]\n'


@pytest.mark.parametrize("before", ["", "[video.y]\n", "video = { y = {} }", "video = [1]\n"])
def test_only_what_is_there_is_renamed(before: str) -> None:
    """Anything else is the caller's bug."""
    with pytest.raises(ValueError, match=r"^no record video\.x$"):
        text.renamed(before, "video", "x", "new")
