"""A catalogue's file, read: its bytes and its text, or one sentence saying why not."""

from __future__ import annotations

import codecs
import os
import stat
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from icccat.catalogue.file import disk
from icccat.errors import Unsafe
from icccat.locale import translate as _

BOM = codecs.BOM_UTF8


@dataclass(frozen=True)
class Source:
    """A file as it was read: `path` as given, `real` with links followed, `data` its bytes.

    `made` is its text, where that was made of the bytes already.
    """

    path: Path
    real: Path
    data: bytes
    made: str | None = field(default=None, compare=False)
    bom: bool = field(default=False, kw_only=True)

    @cached_property
    def text(self) -> str:
        """The text without BOM; Unsafe where the bytes are not text in UTF-8, or are blank."""
        return _text(self.path, self.data.removeprefix(BOM)) if self.made is None else self.made

    @cached_property
    def digest(self) -> str:
        """The bytes in 64 letters: SHA-256 (FIPS 180-4), in hexadecimal."""
        return sha256(self.data).hexdigest()

    @cached_property
    def fingerprint(self) -> str:
        """The text in as many letters: as `digest`, without BOM."""
        return sha256(self.data[len(BOM) :]).hexdigest() if self.bom else self.digest

    def encode(self, text: str) -> bytes:
        """The bytes of another text in this file, with the BOM that it had."""
        return (BOM if self.bom else b"") + text.encode()


def read(path: Path) -> Source:
    """The file at `path`; nothing is written, and nothing waited for.

    Raises:
        Unsafe: it cannot be read, or it is not text in UTF-8, or it is empty.

    """
    found = unread(path)
    return replace(found, made=found.text)


def unread(path: Path) -> Source:
    """The file at `path`, whose text is still to be made of its bytes.

    Raises:
        Unsafe: it cannot be read.

    """
    real = find(path)
    data = _data(path, real)
    return Source(path, real, data, bom=data.startswith(BOM))


def find(path: Path) -> Path:
    """The real path of an existing file, links followed; Unsafe where it is no file."""
    real = Path(os.path.realpath(path))
    try:
        _expect_file(path, real.stat())
    except OSError as error:
        raise _unreadable(path, error) from error
    return real


def _data(path: Path, real: Path) -> bytes:
    try:
        descriptor = os.open(real, os.O_RDONLY | disk.PLAIN | disk.NO_WAITING)
        with os.fdopen(descriptor, "rb") as stream:
            _expect_file(path, os.fstat(descriptor))
            return stream.read()
    except OSError as error:
        raise _unreadable(path, error) from error


def _expect_file(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Unsafe(_("{file}: this is a folder, not a catalogue").format(file=path))
    if not stat.S_ISREG(status.st_mode):
        raise Unsafe(_("{file}: this is a pipe or a device, not a file").format(file=path))


def _unreadable(path: Path, error: OSError) -> Unsafe:
    if isinstance(error, FileNotFoundError):
        return Unsafe(
            _("{file}: there is no such file; a catalogue is made with icccat init").format(
                file=path
            )
        )
    return Unsafe(
        _("{file}: the file cannot be read: {reason}").format(file=path, reason=disk.reason(error))
    )


def _text(path: Path, data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unsafe(_("{file}: the file is in UTF-16; save it as UTF-8").format(file=path))
    if b"\0" in data:
        line, byte = _place(data, data.index(b"\0"))
        sentence = _("{file}:{line}: byte {byte} is NUL, which no text holds; save it as UTF-8")
        raise Unsafe(sentence.format(file=path, line=line, byte=byte))
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line, byte = _place(data, error.start)
        sentence = _("{file}:{line}: byte {byte} ({value}) is not UTF-8; save the file as UTF-8")
        value = f"0x{data[error.start]:02X}"
        raise Unsafe(sentence.format(file=path, line=line, byte=byte, value=value)) from error
    if not text or text.isspace():
        sentence = _("{file}: the file is empty; a catalogue is made with icccat init")
        raise Unsafe(sentence.format(file=path))
    return text


def _place(data: bytes, offset: int) -> tuple[int, int]:
    """The line and the byte of that line, both from 1."""
    return data.count(b"\n", 0, offset) + 1, offset - data.rfind(b"\n", 0, offset)
