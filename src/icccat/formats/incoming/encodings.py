"""Bytes to text: UTF-8, or what a mark at the beginning or the person says, and never a guess."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from icccat.formats.incoming.refusals import line, refused
from icccat.locale import translate as _
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    from icccat.formats.incoming import Source

# The longest first: UTF-16's little-endian mark begins that of UTF-32.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # a zip file; the container of old Office files
USUAL = ("utf-8", "cp1252", "latin-1", "utf-16-le", "cp1250", "cp1251", "cp1253", "mac-roman")
NO_ENCODINGS = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
_LINE_END = re.compile(r"\r\n?|\n")


def decoded(source: Source) -> tuple[str, str]:
    """The text, without a mark, and the sentence that says its encoding; raises Refused."""
    if source.data.startswith(ARCHIVES):
        sentence = _("this is no text; a workbook comes in as xlsx or ods, also with --format")
        raise refused(source, sentence)
    encoding = _encoding(source)
    try:
        text = source.data.decode(encoding)
        text.encode()  # some encodings let lone surrogates through
    except UnicodeDecodeError as error:
        raise refused(source, _undecodable(source, encoding, error.start)) from error
    except UnicodeError as error:
        raise refused(source, _("this is not {encoding}").format(encoding=encoding)) from error
    if "\0" in text:
        place = line(_line_at(text, text.index("\0")))
        sentence = _(
            "{place} holds NUL, which no text does: save it as UTF-8, "
            "or say what it is, as in --encoding utf-16-le"
        )
        raise refused(source, sentence.format(place=place))
    said = _("the text is read as {encoding}").format(encoding=encoding.upper())
    return text.removeprefix("\ufeff"), said


def _encoding(source: Source) -> str:
    """The encoding that the mark says, or the person, or else UTF-8."""
    marked = next((name for mark, name in MARKS if source.data.startswith(mark)), "")
    if not source.encoding:
        return marked or "utf-8"
    named = _named(source)
    if marked and not named.startswith(marked):
        sentence = _("the file begins with the mark of {encoding}: leave --encoding out")
        raise refused(source, sentence.format(encoding=marked.upper()))
    return marked or named


def _named(source: Source) -> str:
    """The encoding that the person gave, by its usual name."""
    try:
        "".encode(source.encoding)  # refuses what is no encoding of text
        name = codecs.lookup(source.encoding).name.replace("_", "-")
    except (LookupError, ValueError):
        name = "undefined"
    if name not in NO_ENCODINGS:
        return name
    sentence = _('there is no encoding "{name}": {known}')
    near = nearest(source.encoding, USUAL) or ", ".join(USUAL)
    raise refused(source, sentence.format(name=source.encoding, known=near))


def _undecodable(source: Source, encoding: str, start: int) -> str:
    """Where the bytes are that the encoding does not have, and what to do."""
    before = source.data[:start].decode(encoding, "replace")
    sentence = _(
        "{place}: byte {byte} of the file ({value}) is not {encoding}: "
        "say what it is, as in --encoding cp1252"
    )
    return sentence.format(
        place=line(_line_at(before, len(before))),
        byte=start + 1,
        value=f"0x{source.data[start]:02X}",
        encoding=encoding.upper(),
    )


def _line_at(text: str, place: int) -> int:
    """The line of a place in a text, from 1."""
    return 1 + sum(1 for _end in _LINE_END.finditer(text, 0, place))
