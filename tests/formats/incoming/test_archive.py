"""What is no workbook, or a dangerous one, is refused before anything opens it."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest
from formats.incoming.reading import refusal

DAMAGED = ["the workbook is damaged: open it in a spreadsheet, and save it anew"]
ENCRYPTED = ["the workbook is encrypted: save it without a password"]
NONE = ["this is no workbook, whatever its name says"]
OLD = ["this is a workbook of the old Excel format: save it as .xlsx"]
LARGE = ["the workbook is larger than 200 MB when unpacked"]
TIGHT = ["the workbook is packed tighter than any is: it is not opened"]
DOCTYPE = ["the workbook holds a document type, as none does: it is not opened"]
CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts, one after the other."""
    data = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(data, "w", method) as made:
        warnings.simplefilter("ignore")  # a name that is there twice
        for name, part in parts:
            made.writestr(name, part)
    return data.getvalue()


def claiming(size: int) -> bytes:
    """A zip file that says its only part is so large."""
    data = bytearray(archive(("a.xml", b"<a/>")))
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", size)
    return bytes(data)


def marked_encrypted() -> bytes:
    """A zip file that says its only part is encrypted."""
    data = bytearray(archive(("a.xml", b"<a/>")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


BOMB = b"<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>"


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"title,date\n", NONE),
        (b"<html>", NONE),
        (CONTAINER + b"old", OLD),
        (CONTAINER + "EncryptedPackage".encode("utf-16-le"), ENCRYPTED),
        (marked_encrypted(), ENCRYPTED),
        (b"PK", DAMAGED),
        (b"PK\x03\x04" + b"\0" * 50, DAMAGED),
        (archive(("a.xml", b"<a/>"))[:-30], DAMAGED),
        (archive(("a.xml", b"<a/>"), ("a.xml", b"<b/>")), DAMAGED),
        (archive(("x/a.xml", b"<a/>"), ("X\\A.xml", b"<b/>")), DAMAGED),
        (archive(("a.xml", b"<a/>"), method=zipfile.ZIP_BZIP2), DAMAGED),
        (archive(("a.xml", b"<a>")), DAMAGED),
        (archive(("a.xml", b"")), DAMAGED),
        (archive(("a.xml", b"<b:a/>")), DAMAGED),
        (archive(("a.xml", b"<a xmlns='}'/>")), DAMAGED),
        (archive(("a.xml", b"<?xml version='1.0' encoding='no'?><a/>")), DAMAGED),
        (archive(("a.xml", b"<?xml version='1.0' encoding='utf-7'?><a/>")), DAMAGED),
        (claiming(2), DAMAGED),
        (claiming(200_000_001), LARGE),
        (claiming(100_000_000), TIGHT),
        (archive(("a.xml", b" " * 20_000_000)), TIGHT),
        (archive(*((f"{n}", b"") for n in range(10_001))), LARGE),
        (archive(("a.xml", BOMB)), DOCTYPE),
        (archive(("a.xml", BOMB.decode().encode("utf-16"))), DOCTYPE),
        (archive(("word/document.xml", b"<a/>")), {}),
    ],
)
def test_refused(name: str, data: bytes, lines: list[str]) -> None:
    """Neither what is packed nor what it unpacks to can do harm."""
    other = {
        "a.xlsx": ["this is no workbook of the format .xlsx: save it as such"],
        "a.ods": DAMAGED,
    }
    assert refusal(name, data) == (lines or other[name])
