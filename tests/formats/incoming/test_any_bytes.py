"""Whatever a file holds, it comes in as rows or is refused in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from formats.incoming.reading import packed, unpacked
from formats.incoming.test_excel import ONE
from formats.incoming.test_opendocument import HEADINGS, document, row, sheet, value
from hypothesis import given
from hypothesis import strategies as st

from icccat.errors import Refused
from icccat.formats.incoming import Sheet, Source, reader_of

WORKBOOKS = {
    "a.xlsx": ONE,
    "a.ods": document(sheet(HEADINGS, row(value("date", "2019-06-20"), value("float", "2")))),
}
TEXTS = ["a.csv", "a.tsv", "a.json", "a.jsonl", "-"]
SYNTAX = st.text(",;\t|\"\r\n'=a1[]{}:\ufeff\0é").map(str.encode)
JSON = st.lists(
    st.sampled_from(
        [
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            '"a"',
            '"id"',
            "1",
            "null",
            "-1e9",
            "NaN",
            '"entries"',
            '"_type"',
            '"webpage_url"',
        ]
    )
).map(lambda words: "".join(words).encode())


def come(name: str, data: bytes) -> None:
    """The file comes in, or is refused with its name."""
    path = Path(name)
    lines, sheets = [f"{name}: "], list[Sheet]()
    try:
        sheets += reader_of(path, "ytdlp" if name == "-" else "").read(Source(path, data)).sheets
    except Refused as refused:
        lines = [*refused.lines]
    assert lines[0].startswith(f"{name}: ")
    assert all(set(row_.cells) <= {*one.headings} for one in sheets for row_ in one.rows)


@pytest.mark.parametrize("name", [*TEXTS, *WORKBOOKS])
@given(st.binary() | SYNTAX | JSON)
def test_any_bytes(name: str, data: bytes) -> None:
    """Any bytes at all, and any signs of the formats."""
    come(name, data)


@pytest.mark.parametrize("name", WORKBOOKS)
@given(st.data())
def test_any_damage_to_the_file(name: str, data: st.DataObject) -> None:
    """A workbook of which some bytes are others."""
    whole = bytearray(WORKBOOKS[name])
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    come(name, bytes(whole))


WORDS = st.sampled_from(
    ['<c r="A9"/>', "<v>9</v>", "<f/>", "</row>", "<row>", '"s"', '"-1"', "9" * 20, "&#1;", *"1>x"]
)


@pytest.mark.parametrize("name", WORKBOOKS)
@given(st.data())
def test_any_damage_to_a_part(name: str, data: st.DataObject) -> None:
    """A workbook of which a part has other signs in some places, packed anew."""
    parts = unpacked(WORKBOOKS[name])
    part = data.draw(st.sampled_from(sorted(parts)))
    text = parts[part].decode()
    place = data.draw(st.integers(0, len(text)))
    size = data.draw(st.integers(0, 9))
    parts[part] = (text[:place] + data.draw(WORDS) + text[place + size :]).encode()
    come(name, packed(parts))
