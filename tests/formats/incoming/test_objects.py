"""JSON comes in: our envelope, a list, an object a line; strictly, and whatever it holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builders import shipped
from formats.incoming.reading import read, refusal, rows
from hypothesis import given
from hypothesis import strategies as st

from icccat.errors import Refused
from icccat.formats import Selection
from icccat.formats.incoming import Source
from icccat.formats.incoming.objects import read_ndjson
from icccat.formats.json import record_row, write

UTF8 = "the text is read as UTF-8"


def of_lines(text: str) -> list[str]:
    """The lines of a refusal of an object a line."""
    with pytest.raises(Refused) as caught:
        read_ndjson(Source(Path("a"), text.encode()))
    return [line.removeprefix("a: ") for line in caught.value.lines]


def test_a_list() -> None:
    """Each object is a row, without what is blank; the headings are all the names there are."""
    text = """[
      {"kind": "video", "title": {"en": "A"}, "topics": ["x"], "part": 0, "supplied": false},
      {"title": " ", "date": null, "topics": [], "places": {}, "part": 1.5, "other": 3},
      {"other": {"shelf": "B", "date": ""}}
    ]"""
    incoming = read("a.json", text)
    first = {"kind": "video", "title": {"en": "A"}, "topics": ["x"], "part": 0, "supplied": False}
    assert rows(incoming) == [
        ("records[0]", first),
        ("records[1]", {"part": 1.5, "other": 3}),
        ("records[2]", {"shelf": "B"}),
    ]
    headings = ["kind", "title", "topics", "part", "supplied", "date", "places", "other", "shelf"]
    (only,) = incoming.sheets
    assert (only.name, only.headings, incoming.said) == ("", headings, [UTF8])


def test_our_own_json_comes_back() -> None:
    """Every record of the shipped catalogue, exported, comes in as it was."""
    records = [one for of_kind in shipped().values() for one in of_kind.values()]
    selection = Selection(records=records, columns=(), total=1, notes=True)
    came = rows(read("a.json", write(selection, to_file=True)))
    expected = [json.loads(json.dumps(record_row(one, notes=True), default=str)) for one in records]
    assert came == [(f"records[{number}]", row) for number, row in enumerate(expected)]


def test_an_object_a_line() -> None:
    """Each line is a row, blank ones are none, and only line feeds end them."""
    text = '{"id": "a", "title": "x\u2028y"}\r\n\n {"id": "b"}\n'
    incoming = read("a.ndjson", text)
    assert rows(incoming) == [
        ("line 1", {"id": "a", "title": "x\u2028y"}),
        ("line 3", {"id": "b"}),
    ]


NEITHER = "this is no list of objects, and no JSON of icccat"
SEVERAL = "there are several values, or none: objects line by line come in as ndjson"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("\n[1,\n  2 3]", ["line 3, column 5: this is not JSON"]),
        ("[", ["line 1, column 2: this is not JSON"]),
        ("{'a': 1}", ["line 1, column 2: this is not JSON"]),
        ("[1,]", ["line 1, column 4: this is not JSON"]),
        ('{"a": 1, "a": 2}', ['the key "a" is there twice in one object']),
        (
            '[{"id": "x", "b": 1, "a": 1, "a": 2}]',
            ['the key "a" is there twice in the object with the id "x"'],
        ),
        ("[NaN]", ["NaN is no number of JSON"]),
        ("[-Infinity]", ["-Infinity is no number of JSON"]),
        ("[1e999]", ["a number is too large: 1e999"]),
        ("[9223372036854775808]", ["a number has too many digits: 9223372036854775808…"]),
        (f"[-{'1' * 9000}]", [f"a number has too many digits: -{'1' * 19}…"]),
        ("[" * 100_000, ["it is nested more than 50 deep"]),
        (
            "[" + "[" * 60 + "]" * 60 + "]",
            ["records[0]: this is no object: a record is a name and a value for each field"],
        ),
        ('[{"a": ' + "[" * 60 + "]" * 60 + "}]", ["records[0]: it is nested more than 50 deep"]),
        (
            r'[{}, {"é": "\ud800"}, {"\udfff": 1}, 2]',
            [
                "records[1]: a text holds half a character (a lone surrogate)",
                "records[2]: a text holds half a character (a lone surrogate)",
                "records[3]: this is no object: a record is a name and a value for each field",
            ],
        ),
        ('{"title": "A"}', [NEITHER]),
        ('"A"', [NEITHER]),
        ("{}{}", [SEVERAL]),
        ("\ufeff", [SEVERAL]),
        ('{"schema": "icccat/2"}', ["this is JSON of the schema icccat/2, and not of icccat/1"]),
        (
            '{"schema": "icccat/1", "type": "problems", "problems": []}',
            ["this is JSON of icccat, but no records: problems"],
        ),
        (
            '{"schema": "icccat/1", "type": "records", "records": {}}',
            ["this is JSON of icccat, but no records: records"],
        ),
        (
            '[{"other": {"a": 1}, "a": 2}]',
            ['records[0]: "a" is there twice, once in "other"'],
        ),
    ],
)
def test_refused(text: str, lines: list[str]) -> None:
    """What is not JSON, or cannot be used, is refused with its place."""
    assert refusal("a.json", text) == lines


def test_lines_refused() -> None:
    """All lines that are wrong are told."""
    assert of_lines('{"a": 1}\n{"a": 1} {}\n{"a": 1, "a": 1}\n[\n{}') == [
        "line 2: there is more than one object on the line",
        'line 3: the key "a" is there twice in one object',
        "line 4: this is not JSON",
    ]
    assert of_lines("1") == [
        "line 1: this is no object: a record is a name and a value for each field"
    ]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1) | st.text("aé\u2028 \n"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.dictionaries(st.sampled_from(["id", "title", "x"]), VALUES), max_size=4))
def test_any_objects_come_back(objects: list[dict[str, object]]) -> None:
    """Whatever objects hold comes in as it is, but for what is blank, from a list and by lines."""
    kept = [
        {
            key: value
            for key, value in one.items()
            if value not in (None, [], {}) and (not isinstance(value, str) or value.strip())
        }
        for one in objects
    ]
    came = rows(read("a.json", json.dumps(objects)))
    assert came == [(f"records[{number}]", one) for number, one in enumerate(kept)]
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in objects)
    came = rows(read("a.jsonl", lines))
    assert came == [(f"line {number}", one) for number, one in enumerate(kept, 1)]
