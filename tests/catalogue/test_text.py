"""Where each statement of a text stands, and where a new record goes."""

from __future__ import annotations

import time

import pytest

from icccat.catalogue import text, toml
from icccat.catalogue.text import Statement, edits
from icccat.errors import Unsafe

RECORD = '[video.m]\ntitle = "M"\n'


def test_statements() -> None:
    """Headings and pairs, each with its path, form, place and line; comments are in none."""
    content = (
        '# one\nlanguage = "en" # here\n\n'
        "[meeting.oslo]\n"
        "start = 2019-05-28\n"
        "  [[meeting.oslo.documents]]\t# first\n"
        "title.en = '''\n[x]\n'''\n"
        "[[meeting.oslo.documents]]\n"
        "url = 'a'"
    )
    assert text.statements(content) == [
        Statement(("language",), "pair", 6, 29, 2),
        Statement(("meeting", "oslo"), "table", 30, 45, 4),
        Statement(("meeting", "oslo", "start"), "pair", 45, 64, 5),
        Statement(("meeting", "oslo", "documents", "0"), "array", 64, 101, 6),
        Statement(("meeting", "oslo", "documents", "0", "title", "en"), "pair", 101, 124, 7),
        Statement(("meeting", "oslo", "documents", "1"), "array", 124, 151, 10),
        Statement(("meeting", "oslo", "documents", "1", "url"), "pair", 151, 160, 11),
    ]
    assert [content[one.start : one.end] for one in text.statements(content)] == [
        'language = "en" # here\n',
        "[meeting.oslo]\n",
        "start = 2019-05-28\n",
        "  [[meeting.oslo.documents]]\t# first\n",
        "title.en = '''\n[x]\n'''\n",
        "[[meeting.oslo.documents]]\n",
        "url = 'a'",
    ]


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("a", ("a",)),
        ("a.b-c.D_1", ("a", "b-c", "D_1")),
        ("3.14", ("3", "14")),
        (" \"a b\"\t. 'c.d' .e ", ("a b", "c.d", "e")),
        ("\"\".''", ("", "")),
        ('"[a] = # \\" \\u00e9\\\\"."x"', ('[a] = # " é\\', "x")),
        ("'\"'", ('"',)),
    ],
)
def test_keys_of_every_kind(key: str, path: tuple[str, ...]) -> None:
    """Bare, "basic" and 'literal' keys, spaces around their dots, in headings and in pairs."""
    found = text.statements(f"{key}=1\n[{key}.x]\n[[{key}.y]]\n")
    assert [one.path for one in found] == [path, (*path, "x"), (*path, "y", "0")]


VALUES = [
    *("1", "true", "2019-06-20 10:00:00Z", "'C:\\' # '", '"\\" # [b]\\\\"', "''", '""'),
    *('"""\n[b]\nc = 1 # "\\"""\n"""', "'''\n[b]\n''''", '"""a"""""', "''''''", '""""""'),
    *("[]", "[1, [2, '[']]", "[ # ]\n'''\n]''', # }\n\"]\"\n,]", "[\r\n  [],\r\n]"),
    *("{}", "{ a.b = 1, '}' = [{}] }", "{\n  a = 1, # }\n  b = { c = '}' },\n}"),
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("end", ["\n", "\r\n", ' # ] } """\n', "\t#'''\r\n", "", "  # last"])
def test_a_pair_ends_with_its_value(value: str, end: str) -> None:
    """Strings, comments and brackets in a value, or after it, neither end nor prolong it."""
    first = f"a={value}{end if end.strip(' #last') else chr(10)}"
    content = f"{first}# c\nb = {value}{end}"
    assert toml.parse(content, "c.toml").keys() == {"a", "b"}
    assert [(one.path, one.start, one.end) for one in text.statements(content)] == [
        (("a",), 0, len(first)),
        (("b",), len(first) + len("# c\n"), len(content)),
    ]


def test_elements_of_arrays_are_numbered() -> None:
    """Headings below an array of tables mean its last element, whatever stands between."""
    found = text.statements(
        "[[a.b]]\n[a.b.c]\n[[a.b.d]]\nx=1\n[[a.b.d]]\n[other]\n[[a.b]]\n[[a.b.d]]\n[[a.b.d.e]]\n"
    )
    assert [".".join(one.path) for one in found] == [
        *("a.b.0", "a.b.0.c", "a.b.0.d.0", "a.b.0.d.0.x", "a.b.0.d.1", "other"),
        *("a.b.1", "a.b.1.d.0", "a.b.1.d.0.e.0"),
    ]


def test_what_is_no_toml_is_a_bug_that_shows() -> None:
    """Only what parses may be scanned."""
    with pytest.raises(ValueError, match=r"^no TOML at 6: '<<< \[no\]'$"):
        text.statements("a = 1\n<<< [no]")


def test_lines_are_found_or_those_around() -> None:
    """A path has the line where it first appears, or that of what it is in; nothing has 0."""
    index = text.lines_of(
        text.statements(
            "\n[meeting.oslo]\n"
            "title.en = 'x'\n"
            "topics = ['a']\n"
            "[[meeting.oslo.documents]]\n"
            "url = 'a'\n"
            "[video]\n"
            "a = { title = 'x' }\n"
        )
    )
    paths = {
        ("meeting",): 2,
        ("meeting", "oslo"): 2,
        ("meeting", "oslo", "title"): 3,
        ("meeting", "oslo", "title", "fr"): 3,
        ("meeting", "oslo", "topics", "0"): 4,
        ("meeting", "oslo", "documents"): 5,
        ("meeting", "oslo", "documents", "0", "url"): 6,
        ("meeting", "oslo", "documents", "0", "title"): 5,
        ("meeting", "oslo", "start"): 2,
        ("meeting", "other"): 2,
        ("video", "a", "title", "en"): 8,
        ("series", "a"): 0,
        (): 0,
    }
    assert {path: text.line_of(index, path) for path in paths} == paths


PUT = {
    "in nothing": ("", "{}", ""),
    "in blank lines": ("", "{}", "\n \n"),
    "in a space": ("", "{}", " "),
    "below comments": ("# a\n", "\n{}", ""),
    "below comments with blank lines": ("# a\n\n", "{}", "\n"),
    "below a comment without newline": ("# a", "\n\n{-}", ""),
    "at the end, of no known kind": ("[topic.z]\na = 1\n", "\n{}", ""),
    "at the end, below a comment": ("[topic.z]\n\n# end\n", "\n{}", ""),
    "at the end, without newline": ("[topic.z]\na = 1", "\n\n{-}", ""),
    "at the end, before a space": ("[topic.z]\na = 1\n", "\n{}", "  "),
    "after the greatest smaller": (
        "[video.a]\n\n[video.l]\nb = 1\n\n",
        "{}\n",
        "[video.z]\n\n[video.b]\n",
    ),
    "case makes no difference": ("[video.L]\n\n", "{}\n", "[video.N]\n\n[video.a]\n"),
    "before the first, if all are greater": (
        "[topic.a]\nx = 1\n\n",
        "{}\n",
        "# of z\n# too\n[video.z]\n\n[video.n]\n",
    ),
    "before the first, at the top": ("", "{}\n", "[video.z]\n"),
    "before the first, below a directive": ("#:schema x\n", "\n{}\n", "[video.z]\n"),
    "before the first, a blank line above": ("", "{}", "\n[video.z]\n"),
    "between neighbours without blank lines": ("[video.a]\nx = 1\n", "\n{}\n", "[video.z]\n"),
    "between neighbours with many": ("[video.a]\n \t\n", "{}", "\n\n[video.z]\n"),
    "a comment at the end of a record is its own": (
        "[video.a]\nx = 1\n# of a\n# too\n\n",
        "{}\n",
        "[video.z]\n",
    ),
    "a comment that touches both is of the heading": (
        "[video.a]\nx = 1\n",
        "\n{}\n",
        "# of z\n[video.z]\n",
    ),
    "a comment that touches neither stays below": (
        "[video.a]\n\n",
        "{}\n",
        "# of many\n\n# of z\n[video.z]\n",
    ),
    "text that looks like a comment is none": (
        "[video.a]\nx = '''\n# b'''\n",
        "\n{}\n",
        "[video.z]\n",
    ),
    "a record has sub-tables and documents": (
        "[video.a]\n[video.a.title]\nen = 1\n[[video.a.documents]]\n[[video.a.documents]]\nb = 1\n",
        "\n{}\n",
        "[topic.a]\n",
    ),
    "a scattered record counts where it is first": (
        "[video.a]\n",
        "\n{}\n",
        "[topic.a]\n[video.a.extra]\n",
    ),
    "a kind of dotted keys is not torn apart": (
        "[video]\na.x = 1\nn.x = 1\n",
        "\n{}\n",
        "[topic]\n",
    ),
    "nor if all its records are greater": ("[video]\nn = { x = 1 }\nz.x = 1\n", "\n{}", ""),
    "nor the keys above the first heading": ("video.a.x = 1\nb = 2\n", "\n{}\n", "[topic]\n"),
    "the newline is that of the line above": ("[video.a]\r\n", "\r\n{r}\r\n", "[topic]\n"),
    "or of the line below": ("", "{r}\r\n", "[video.z]\r\n"),
    "newlines of Windows, at the end": ("[video.a]\r\n\r\n", "{r}", ""),
    "newlines of Windows, none at the end": ("[a]\r\nb = 1", "\r\n\r\n{r-}", ""),
}


@pytest.mark.parametrize(("above", "new", "below"), PUT.values(), ids=PUT.keys())
def test_put(above: str, new: str, below: str) -> None:
    """The record is at its place, with the blank lines that were missing, and nothing changed."""
    windows = RECORD.replace("\n", "\r\n")
    new = new.replace("{}", RECORD).replace("{-}", RECORD.rstrip("\n"))
    new = new.replace("{r}", windows).replace("{r-}", windows.rstrip("\r\n"))
    assert text.put(above + below, {("video", "m"): RECORD}) == above + new + below


def test_put_takes_a_record_with_the_newlines_of_windows() -> None:
    """What comes from an editor there fits any file."""
    windows = RECORD.replace("\n", "\r\n")
    assert text.put("[a]\n", {("video", "m"): windows}) == f"[a]\n\n{RECORD}"


def test_put_where_no_heading_may_stand_does_not_parse() -> None:
    """A kind written as one inline table takes no heading: that the caller sees, and refuses."""
    with pytest.raises(Unsafe):
        toml.parse(text.put("video = { a = { x = 1 } }\n", {("video", "m"): RECORD}), "c.toml")


SPANS = (
    "# top\n\n# of a\n[video.a]\nx = 1\n[[video.a.d]]\n# end\n\n[video]\nb.x = 1\n# of c\nc.x = 1\n"
)


@pytest.mark.parametrize(
    ("id_", "span"),
    [
        ("a", "# of a\n[video.a]\nx = 1\n[[video.a.d]]\n# end\n"),
        ("b", "b.x = 1\n"),
        ("c", "# of c\nc.x = 1\n"),
        ("d", None),
    ],
)
def test_record_span(id_: str, span: str | None) -> None:
    """A record's lines are its own and the comments that touch them."""
    found = text.record_span(SPANS, text.statements(SPANS), "video", id_)
    assert (SPANS[slice(*found)] if found else None) == span


def test_run() -> None:
    """The statements of a record's first run, by number."""
    found = text.statements(SPANS)
    assert text.run(found, "video", "a") == range(3)
    assert not text.run(found, "video", "d")


LARGE = {
    "records": '# c\n[video.{}]\ntitle.en = "A title" # c\ntopics = ["a", "b"]\n\n',
    "escapes": 'k{} = "' + "\\n" * 1000 + '"\n',
    "blocks": 'k{} = """' + 'a"\n' * 1000 + '"""\n',
    "brackets": "k{} = [" + "[1], # c\n" * 1000 + "]\n",
    "spaces": "k{} = 1" + " " * 2000 + "\n",
    "comments": "\n# comment" * 200 + "\n",
}


@pytest.mark.parametrize("piece", LARGE.values(), ids=LARGE.keys())
def test_large_texts_are_scanned_in_one_pass(piece: str) -> None:
    """Half a megabyte of anything takes less than 5 seconds, where two loops would take minutes."""
    content = "".join(piece.format(number) for number in range(500_000 // len(piece)))
    begun = time.process_time()
    text.put(content, {("video", "m"): RECORD})
    assert time.process_time() - begun < 5


def test_put_many() -> None:
    """Each at its place, those of one place by their ids, a blank line between all."""
    before = "[video.b]\n\n[video.f]\n"
    new = {("video", id_): f"[video.{id_}]\n" for id_ in ("d", "C", "a", "g")}
    new["topic", "x"] = "[topic.x]\n"
    assert text.put(before, new) == (
        "[video.a]\n\n[video.b]\n\n[video.C]\n\n[video.d]\n\n[video.f]\n\n[video.g]\n\n[topic.x]\n"
    )
    assert text.put("no TOML", {}) == "no TOML"


def test_what_is_not_there() -> None:
    """What is imported later is there at once; what there is not, is not."""
    assert text.edited is edits.edited
    with pytest.raises(AttributeError, match="unedited"):
        text.unedited  # noqa: B018 (for what it raises)
