"""The file is read, or refused in a sentence."""

from __future__ import annotations

import errno
import os
import socket
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from catalogue.changing import OLD, failing, names, refusal
from icccat.catalogue.file.source import Source, read, unread
from icccat.errors import Unsafe

if TYPE_CHECKING:
    from pathlib import Path


def test_read(tmp_path: Path) -> None:
    """A file is its bytes and its text, newlines as they are, links followed."""
    real = tmp_path / "real.toml"
    real.write_bytes("a = 'é'\r\n".encode())
    (tmp_path / "link.toml").symlink_to(real)
    link = tmp_path / "link.toml"
    assert read(link) == Source(link, real, b"a = '\xc3\xa9'\r\n", "a = 'é'\r\n", bom=False)
    assert names(tmp_path) == {"real.toml", "link.toml"}


def test_read_takes_the_bom_off(catalogue: Path) -> None:
    """What Notepad puts before the text is no part of it, and is remembered."""
    catalogue.write_bytes(b"\xef\xbb\xbf" + OLD.encode())
    source = read(catalogue)
    assert (source.text, source.bom) == (OLD, True)
    assert source.encode("é") == b"\xef\xbb\xbf\xc3\xa9"


def test_digests(catalogue: Path) -> None:
    """That of the bytes, and that of the text, which has no BOM."""
    plain = unread(catalogue)
    assert plain.digest == plain.fingerprint == sha256(OLD.encode()).hexdigest()
    catalogue.write_bytes(b"\xef\xbb\xbf" + OLD.encode())
    marked = unread(catalogue)
    assert marked.digest == sha256(marked.data).hexdigest() != plain.digest
    assert marked.fingerprint == plain.fingerprint
    assert marked != plain
    assert marked == unread(catalogue)


def test_unread(catalogue: Path) -> None:
    """What is no text is found out when the text is asked for."""
    catalogue.write_bytes(b"\xff")
    source = unread(catalogue)
    assert source.data == b"\xff"
    with pytest.raises(Unsafe):
        _text = source.text


EMPTY = "the file is empty; a catalogue is made with icccat init"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", f": {EMPTY}"),
        (b"\xef\xbb\xbf", f": {EMPTY}"),
        (b" \r\n\t\n", f": {EMPTY}"),
        ("a = 1".encode("utf-16"), ": the file is in UTF-16; save it as UTF-8"),
        ("a = 1".encode("utf-16-be"), ":1: byte 1 is NUL, which no text holds; save it as UTF-8"),
        (b"\xfe\xff\0a", ": the file is in UTF-16; save it as UTF-8"),
        (b"a = 1\nb\0", ":2: byte 2 is NUL, which no text holds; save it as UTF-8"),
        (b"a = 1\nb='\xe9'", ":2: byte 4 (0xE9) is not UTF-8; save the file as UTF-8"),
        (b"\xef\xbb\xbf\xed\xa0\x80", ":1: byte 1 (0xED) is not UTF-8; save the file as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(catalogue: Path, data: bytes, sentence: str) -> None:
    """Empty, in another encoding, or broken: the sentence says which, and where."""
    catalogue.write_bytes(data)
    assert refusal(lambda: read(catalogue)) == f"{catalogue}{sentence}"


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    """Nothing is waited for at a pipe, a socket or a device."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        no_file = "this is a pipe or a device, not a file"
        for name, sentence in {
            ".": "this is a folder, not a catalogue",
            "pipe": no_file,
            "socket": no_file,
            "/dev/null": no_file,
            "none": "there is no such file; a catalogue is made with icccat init",
            "file/none": "the file cannot be read: Not a directory",
            "loop": "the file cannot be read: Too many levels of symbolic links",
        }.items():
            path = tmp_path / name
            assert refusal(lambda path=path: read(path)) == f"{path}: {sentence}"  # type: ignore[misc]


def test_a_pipe_put_in_the_place_of_the_file_is_refused(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is opened is looked at again, as it may have been exchanged after the first look."""
    open_, pipe = os.open, catalogue.with_name("pipe")
    os.mkfifo(pipe)
    monkeypatch.setattr(os, "open", lambda _path, flags: open_(pipe, flags))
    assert refusal(lambda: read(catalogue)).endswith("this is a pipe or a device, not a file")


def test_a_file_that_may_not_be_read_is_refused(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's refusal is told in words."""
    monkeypatch.setattr(os, "open", failing(errno.EACCES))
    sentence = f"{catalogue}: the file cannot be read: you may not do that there"
    assert refusal(lambda: read(catalogue)) == sentence
