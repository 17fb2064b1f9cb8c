"""The lines of whole records and tables, found and put in the place of others."""

from __future__ import annotations

import pytest

from icccat.catalogue import text

SPANS = {
    "a record and its comments": "[a]\n\n<video.x|# x\n[video.x]\na = 1\n# end\n>\n[z]\n",
    "two records": "<video.x|[video.x]\n>\n<topic.t|# t\n[topic.t]\n>",
    "no newline at the end": "<video.x|[video.x]\na = 1>",
    "sub-tables and blocks": (
        "<video.x|[video.x.t]\nen = 1\n\n# d\n[[video.x.d]]\n[video.x.d.e]\n>\n[z]\n"
    ),
    "newlines of Windows": "<video.x|# x\r\n[video.x]\r\na = 1\r\n>\r\n[z]\r\n",
    "not one in two pieces": "[video.x]\n\n<video.y|[video.y]\n>\n[video.x.t]\n",
    "not one in three": "[video.x]\n[a]\n[video.x.t]\n[b]\n[[video.x.d]]\n",
    "not dotted keys": "video.x.a = 1\n[video]\ny.a = 1\nz = { a = 1 }\n<video.v|[video.v]\n>",
    "not what is below other headings": "[topic]\nt.a = 1\n\n<video.x|[video.x]\n>",
    "nothing": "",
}


@pytest.mark.parametrize("marked", SPANS.values(), ids=SPANS.keys())
def test_spans(marked: str) -> None:
    """Each record that has headings of its own and stands in one piece."""
    content, expected = "", {}
    for part in marked.split("<"):
        key, bar, rest = part.partition("|")
        own, _end, after = rest.partition(">")
        if bar:
            kind, _dot, id_ = key.partition(".")
            expected[kind, id_] = slice(len(content), len(content) + len(own))
        content += own + after if bar else part
    assert text.spans(content) == expected


REPLACED = {
    "with its comments": (
        "# a\n[a]\n\n# x\n[video.x]\na = 1\n# end\n\n[z]\n",
        "# new\n[video.x]\nb = 2\n",
        "# a\n[a]\n\n# new\n[video.x]\nb = 2\n\n[z]\n",
    ),
    "newlines of Windows": (
        "[video.x]\r\na = 1\r\n\r\n[z]\r\n",
        "# x\n[video.x]\nb = 2",
        "# x\r\n[video.x]\r\nb = 2\r\n\r\n[z]\r\n",
    ),
    "from Windows": ("[video.x]\na = 1\n", "[video.x]\r\nb = 2\r\n", "[video.x]\nb = 2\n"),
    "no newline at the end": ("[a]\n[video.x]", "[video.x]\nb = 2\n", "[a]\n[video.x]\nb = 2"),
}


@pytest.mark.parametrize(("before", "lines", "after"), REPLACED.values(), ids=REPLACED.keys())
def test_replaced(before: str, lines: str, after: str) -> None:
    """The lines stand where the others stood, with the newlines of the text."""
    assert text.replaced(before, {("video", "x"): lines}) == after


def test_several() -> None:
    """All in one go; none is nothing to do."""
    before = "[video.x]\n\n[video.y]\n\n[video.z]\n"
    lines = {("video", "z"): "[video.z] # z", ("video", "x"): "[video.x] # x"}
    assert text.replaced(before, lines) == "[video.x] # x\n\n[video.y]\n\n[video.z] # z\n"
    assert text.replaced("no TOML", {}) == "no TOML"


TABLES = {
    "a value": ("# c\n[c]\na = 1 # a\n", {"a": 2}, "# c\n[c]\na = 2 # a\n"),
    "a new value": ("[c]\na = 1\n[z]\n", {"a": 1, "b": "x"}, '[c]\na = 1\nb = "x"\n[z]\n'),
    "one gone": ("[c]\na = 1\n# b\nb = 1\n", {"a": 1}, "[c]\na = 1\n# b\n"),
    "in a sub-table": (
        "[c]\na = 1\n\n[c.s]\nx = 1 # x\n",
        {"a": 1, "s": {"x": 2, "y y": 3}},
        '[c]\na = 1\n\n[c.s]\nx = 2 # x\n"y y" = 3\n',
    ),
    "above a sub-table": ("[c.s]\nx = 1\n", {"b": 1, "s": {"x": 1}}, "[c]\nb = 1\n[c.s]\nx = 1\n"),
    "in line": ("c = { a = 1 } # c\n", {"a": 2}, "c = { a = 2 } # c\n"),
    "dotted keys": ("c.a = 1 # a\n[z]\n", {"a": 2, "b": 3}, "c.a = 2 # a\nc.b = 3\n[z]\n"),
    "blocks": (
        "[c]\n\n[[c.d]]\na = 1\n[z]\n",
        {"d": [{"a": 1}, {"a": 2, "e": [{"f": 1}]}]},
        "[c]\n\n[[c.d]]\na = 1\n\n[[c.d]]\na = 2\n\n[[c.d.e]]\nf = 1\n[z]\n",
    ),
    "first blocks": ("[c]\na = 1\n\n[z]\n", {"a": 1, "d": [{}]}, "[c]\na = 1\n\n[[c.d]]\n\n[z]\n"),
    "new": ("[z]\n# end", {"a": 1, "s": {"x": 1}}, "[z]\n# end\n\n[c]\na = 1\ns.x = 1"),
    "new and empty": ("", {}, "[c]\n"),
    "new, with newlines of Windows": ("[z]\r\n", {"a": 1}, "[z]\r\n\r\n[c]\r\na = 1\r\n"),
}


@pytest.mark.parametrize(("before", "new", "after"), TABLES.values(), ids=TABLES.keys())
def test_a_table_is_edited(before: str, new: dict[str, object], after: str) -> None:
    """A table that is no kind of record means something else; one that is not there is put last."""
    assert text.edited_table(before, "c", new) == after  # type: ignore[arg-type] # as TOML has it


def test_comments() -> None:
    """All of them, and nothing in a text or a key that only looks so."""
    content = (
        "#:schema x\n[a] # a\t\n'#b' = \"# no\" #b\r\nc = '''\n# no\n'''\n"
        'd = """\n# "no\\"""\n"""\nl = [ # [\n  1, # 1\n]\n#'
    )
    assert text.comments(content) == ["#:schema x", "# a", "#b", "# [", "# 1", "#"]
