"""The encoding of a text is known or asked for, and never guessed."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icccat.errors import Refused
from icccat.formats.incoming import Source
from icccat.formats.incoming.encodings import USUAL, decoded

TEXT = "été\n„Њ“\n"


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (TEXT.encode(), "", "UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "", "UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "UTF8", "UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig", "UTF-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "", "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "", "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", "UTF-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "", "UTF-32"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "", "UTF-32"),
        (TEXT.encode("utf-16-le"), "utf-16-le", "UTF-16-LE"),
        (TEXT.encode("cp1253", "replace").replace(b"?", b"\xe9"), "", ""),
    ],
)
def test_what_the_mark_says(data: bytes, encoding: str, said: str) -> None:
    """UTF-8 needs no mark; the mark of another encoding of Unicode is believed, and taken off."""
    source = Source(Path("a.csv"), data, encoding)
    if said:
        assert decoded(source) == (TEXT, f"the text is read as {said}")
    else:
        with pytest.raises(Refused):
            decoded(source)


def test_what_the_person_says() -> None:
    """An old encoding is read where the person names it."""
    source = Source(Path("a.csv"), "L’été – 3 €".encode("cp1252"), "windows-1252")
    assert decoded(source) == ("L’été – 3 €", "the text is read as CP1252")


@pytest.mark.parametrize(
    ("data", "encoding", "sentence"),
    [
        (
            b"title\r\rL\xe9\n",
            "",
            (
                "line 3: byte 9 of the file (0xE9) is not UTF-8: "
                "say what it is, as in --encoding cp1252"
            ),
        ),
        (
            b"\xff\xfea\x00\n\x00\x00\xd8\n\x00",
            "",
            (
                "line 2: byte 7 of the file (0x00) is not UTF-16: "
                "say what it is, as in --encoding cp1252"
            ),
        ),
        (
            b"a\r\nb\x81",
            "cp1252",
            (
                "line 2: byte 5 of the file (0x81) is not CP1252: "
                "say what it is, as in --encoding cp1252"
            ),
        ),
        (
            b"a\nb\0c",
            "",
            (
                "line 2 holds NUL, which no text does: save it as UTF-8, "
                "or say what it is, as in --encoding utf-16-le"
            ),
        ),
        (
            codecs.BOM_UTF8 + b"a",
            "cp1252",
            "the file begins with the mark of UTF-8: leave --encoding out",
        ),
        (b"a+2AA-", "utf-7", "this is not utf-7"),
        (b"a", "utf-9", 'there is no encoding "utf-9": utf-8'),
        (b"a", "cp1253x", 'there is no encoding "cp1253x": cp1253'),
        (b"a", "base64", 'there is no encoding "base64": {usual}'),
        (b"a", "idna", 'there is no encoding "idna": {usual}'),
        (b"a", "a\0b", 'there is no encoding "a\0b": {usual}'),
        (b"a", "Windows", 'there is no encoding "Windows": {usual}'),
        (
            b"PK\x03\x04",
            "",
            "this is no text; a workbook comes in as xlsx or ods, also with --format",
        ),
        (
            b"\xd0\xcf\x11\xe0",
            "",
            "this is no text; a workbook comes in as xlsx or ods, also with --format",
        ),
    ],
)
def test_refused(data: bytes, encoding: str, sentence: str) -> None:
    """What cannot be text is refused, with its place and what to do."""
    with pytest.raises(Refused) as caught:
        decoded(Source(Path("a.csv"), data, encoding))
    sentence = sentence.replace("{usual}", ", ".join(USUAL))
    assert caught.value.lines == (f"a.csv: {sentence}",)


@given(st.binary(), st.sampled_from(["", "cp1252", "utf-16", "utf-7", "shift_jis", "hz", "cp037"]))
def test_any_bytes(data: bytes, encoding: str) -> None:
    """Any bytes are a text that UTF-8 can hold, or refused."""
    try:
        text, _said = decoded(Source(Path("a.csv"), data, encoding))
    except Refused:
        return
    assert "\0" not in text.encode().decode()
