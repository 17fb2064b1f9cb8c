"""Records removed from where they stand, whatever their form."""

from __future__ import annotations

import pytest

from icccat.catalogue import text

REMOVED = {
    "between neighbours": ("[video.a]\n\n", "# of x\n[video.x]\na = 1\n# end\n\n", "[video.z]\n"),
    "with comments that do not touch left": (
        "[video.a]\n# of a\n\n# of many\n\n",
        "[video.x]\n\n",
        "# of all below\n\n# of z\n[video.z]\n",
    ),
    "at the beginning": ("", "[video.x]\na = 1\n\n", "[video.z]\n"),
    "below a directive": ("#:schema x\n", "\n[video.x]\n", ""),
    "at the end": ("[video.a]\n", "\n[video.x]\na = 1\n", ""),
    "at the end without newline": ("[video.a]", "\n\n[video.x]\na = 1", ""),
    "before a space": ("[video.a]\n", "\n[video.x]\n", "  "),
    "the only one": ("", "[video.x]\n", ""),
    "without blank lines": ("[video.a]\n", "[video.x]\n[video.x.t]\na = 1\n", "[video.z]\n"),
    "between two blank lines on either side": ("[a]\n\n\n", "[video.x]\n\n\n", "[z]\n"),
    "with more blank lines below": ("[a]\n\n", "[video.x]\n\n", "\n[z]\n"),
    "with all that is in it": (
        "[a]\n\n",
        "[video.x]\n# b\n\nb = 1\n\n[video.x.t]\n\n# d\n[[video.x.d]]\nb = 1\n\n",
        "[z]\n",
    ),
    "newlines of Windows": ("[a]\r\n\r\n", "[video.x]\r\n\r\n", "[z]\r\n"),
    "dotted keys": ("[video]\na.b = 1\n", "# x\nx.b = 1\nx.c = 1\n", "# z\nz.b = 1\n"),
    "all dotted keys": ("[video]\n", "x.b = 1\n", ""),
    "a line of its own": ("[video]\na.b = 1\n", "x = { b = 1 } # x\n", "z.b = 1\n"),
    "what is no record": ("[video]\na.b = 1\n", "x = 3\n", ""),
}


@pytest.mark.parametrize(("above", "own", "below"), REMOVED.values(), ids=REMOVED.keys())
def test_a_record_is_removed(above: str, own: str, below: str) -> None:
    """Its lines go with the comments that touch them, and the blank line that was its own."""
    assert text.edited(above + own + below, {("video", "x"): None}) == above + below


def test_a_record_is_removed_from_all_its_places() -> None:
    """Sections apart from one another, and dotted keys between those of others."""
    before = "[video]\nx.a = 1\ny.a = 1\nx.b = 1\n\n[topic]\n\n# d\n[[video.x.d]]\na = 1\n\n[z]\n"
    assert text.edited(before, {("video", "x"): None}) == "[video]\ny.a = 1\n\n[topic]\n\n[z]\n"


def test_a_record_is_removed_from_a_kind_in_line() -> None:
    """Other pairs of the braces stay."""
    before = "video = { x.a = 1, y = { a = 1 }, x.b = 2 } # v\n"
    assert text.edited(before, {("video", "x"): None}) == "video = { y = { a = 1 } } # v\n"


def test_what_is_not_there_is_removed_already() -> None:
    """The text is as it was."""
    for before in ("[video.y]\na = 1\n", "video = { y = {} }\n", "[[video]]\nx = 1\n"):
        assert text.edited(before, {("video", "x"): None}) == before


def test_neighbours_are_removed_together() -> None:
    """With the comments that touch them; what stands alone between them stays."""
    before = "[a]\n\n# x\n[video.x]\n\n[video.y]\n# y\n\n# Ours.\n\n[video.z]\n\n[video.zz]\n"
    gone = {("video", id_): None for id_ in ("x", "y", "z")}
    assert text.edited(before, gone) == "[a]\n\n# Ours.\n\n[video.zz]\n"
    assert text.edited(before, gone | {("video", "zz"): None}) == "[a]\n\n# Ours.\n"
