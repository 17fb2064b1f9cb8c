"""A file finds its reader, and is opened, or one sentence says why not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path, PurePath

import pytest

from icccat.errors import Refused
from icccat.formats import incoming
from icccat.formats.incoming import MOST_BYTES, Source, opened, reader_of, readers


def test_readers() -> None:
    """The formats that come in are those whose module has a reader, and no part of one."""
    assert {"csv", "json", "ndjson", "ods", "tsv", "xlsx", "ytdlp"} <= {*readers()}
    assert not {"encodings", "grid", "workbook", "html", "bib"} & {*readers()}
    assert list(readers()) == sorted(readers())


@pytest.mark.parametrize(
    ("path", "name", "module"),
    [
        ("videos.csv", "", "icccat.formats.csv"),
        ("VIDEOS.XLSX", "", "icccat.formats.xlsx"),
        ("macros.xlsm", "", "icccat.formats.xlsx"),
        ("old.xls", "", "icccat.formats.xlsx"),
        ("talk.info.json", "", "icccat.formats.json"),
        ("lines.jsonl", "", "icccat.formats.ndjson"),
        ("sheet.ods", "", "icccat.formats.incoming.ods"),
        ("sheet.txt", "tsv", "icccat.formats.tsv"),
        ("-", "ytdlp", "icccat.formats.incoming.ytdlp"),
        ("videos.csv", "json", "icccat.formats.json"),
    ],
)
def test_reader_of(path: str, name: str, module: str) -> None:
    """The reader is that of the name given, else of the file's ending, in any case."""
    assert getattr(reader_of(PurePath(path), name), "__name__", "") == module


@pytest.mark.parametrize(
    ("path", "name", "sentence"),
    [
        ("a.cvs", "", 'the ending of "a.cvs" says no format: give one with --format (csv)'),
        ("a.html", "", 'the ending of "a.html" says no format: give one with --format ({all})'),
        ("a", "", 'the ending of "a" says no format: give one with --format ({all})'),
        ("a.grid", "", 'the ending of "a.grid" says no format: give one with --format ({all})'),
        ("a.csv", "xslx", 'no format "xslx" can be imported: xlsx'),
        ("a.csv", "html", 'no format "html" can be imported: {all}'),
        ("a.csv", "xlsm", 'no format "xlsm" can be imported: xlsx'),
    ],
)
def test_no_reader(path: str, name: str, sentence: str) -> None:
    """What does not come in is refused, with the nearest format, or all of them."""
    with pytest.raises(Refused) as caught:
        reader_of(PurePath(path), name)
    assert caught.value.lines == (sentence.replace("{all}", ", ".join(readers())),)


def test_only_the_reader_asked_for_is_loaded() -> None:
    """For a file of CSV no other format is loaded, nor any library."""
    program = (
        "import sys, pathlib, icccat.formats.incoming as i;"
        "i.reader_of(pathlib.Path('a.csv'));"
        "print(*{'icccat.formats.xlsx', 'icccat.formats.json', 'python_calamine'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b""


def test_opened(tmp_path: Path) -> None:
    """A file is given whole, with the encoding that the person named."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"title\n\xe9t\xe9\n")
    assert opened(path, "cp1252") == Source(path, b"title\n\xe9t\xe9\n", "cp1252")


def test_opened_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is what comes through the pipe."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"title\n")))
    assert opened(Path("-")) == Source(Path("-"), b"title\n")


def refusal_of(path: Path) -> str:
    """Why a file is not opened."""
    with pytest.raises(Refused) as caught:
        opened(path)
    (line,) = caught.value.lines
    return line.removeprefix(f"{path}: ")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda _path: None, "there is no such file"),
        (lambda path: path.mkdir(), "this is a folder, not a file"),
        (lambda path: path.write_bytes(b""), "the file is empty"),
        (lambda path: path.write_bytes(b" \r\n"), "the file is empty"),
        (os.mkfifo, "this is a pipe or a device, not a file"),
        (lambda path: path.symlink_to(path), "the file cannot be read: {loop}"),
    ],
)
def test_not_opened(make: object, sentence: str, tmp_path: Path) -> None:
    """What is no file, or an empty one, is refused in a sentence, and nothing waited for."""
    assert callable(make)
    make(tmp_path / "a.csv")
    loop = "Too many levels of symbolic links"
    assert refusal_of(tmp_path / "a.csv") == sentence.replace("{loop}", loop)


def test_too_large(tmp_path: Path) -> None:
    """A file above the limit is refused; one at the limit is not."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"a")
    os.truncate(path, MOST_BYTES)
    assert len(opened(path).data) == MOST_BYTES
    os.truncate(path, MOST_BYTES + 1)
    assert refusal_of(path) == "the file is larger than 200 MB"
    assert incoming.MOST_MEGABYTES == 200
