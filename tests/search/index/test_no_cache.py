"""An index that is harmed, not ours, or has no place: the answer is the same."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from search.keeping import MEDIA, edited, found, needs_links, removed, settle, the_file

from icccat.search.index import cache as caching
from icccat.search.index import making, opened, tables

if TYPE_CHECKING:
    from collections.abc import Callable


def truncated(file: Path) -> None:
    """Only the first half of the file is left."""
    os.truncate(file, file.stat().st_size // 2)


def beheaded(file: Path) -> None:
    """The first page is overwritten."""
    file.write_bytes(bytes(range(256)) * 16 + file.read_bytes()[4096:])


def something_else(file: Path) -> None:
    """It is a database of another program, some of it named as ours."""
    file.unlink()
    other = sqlite3.connect(file)
    other.executescript(
        "CREATE TABLE t (x); CREATE TABLE posting (term);"
        " CREATE VIEW v AS SELECT x FROM t; CREATE INDEX i ON t (x);"
    )
    other.close()


def of_another_version(file: Path) -> None:
    """It was written by another version of the program."""
    other = sqlite3.connect(file)
    other.execute("UPDATE about SET value = '0.0.1 0' WHERE name = 'program'")
    other.execute("DELETE FROM record")
    other.commit()
    other.close()


def unsettled(file: Path) -> None:
    """Whatever it says of the file's status, its digest is another."""
    other = sqlite3.connect(file)
    other.execute("UPDATE about SET value = '' WHERE name IN ('digest', 'status')")
    other.execute("UPDATE record SET digest = x'00'")
    other.commit()
    other.close()


@pytest.mark.parametrize(
    "harm",
    [
        truncated,
        beheaded,
        something_else,
        of_another_version,
        unsettled,
        lambda file: os.truncate(file, 0),
        lambda file: file.write_bytes(b"x" * 10_000),
        lambda file: file.write_bytes(b"x"),
        lambda file: file.unlink(),
    ],
)
def test_what_is_no_index_is_made_anew(
    catalogue: Path, cache: Path, harm: Callable[[Path], None]
) -> None:
    """Whatever stands in its place, the answer is right, and an index stands there afterwards."""
    settle(catalogue)
    assert found(catalogue, cache) == MEDIA
    harm(the_file(cache))
    assert found(catalogue, cache) == MEDIA
    kept = sqlite3.connect(the_file(cache))
    assert kept.execute("SELECT count(*) FROM record").fetchall() == [(9,)]
    assert kept.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    kept.close()


def a_folder(file: Path) -> None:
    """A folder has its name."""
    file.unlink()
    file.mkdir()


def a_link(file: Path) -> None:
    """It is a link to a file that must not be written."""
    target = file.rename(file.parent.parent / f"{file.parent.name}.target")
    file.symlink_to(target)


def a_pipe(file: Path) -> None:
    """It is a pipe."""
    file.unlink()
    os.mkfifo(file)


def of_another_user(file: Path) -> None:
    """It belongs to somebody else."""
    if os.getuid() != 0:
        pytest.skip("only root can give a file away")
    os.chown(file, 12345, 12345)


@needs_links
@pytest.mark.parametrize("harm", [a_folder, a_link, a_pipe, of_another_user])
def test_what_is_not_ours_is_left_alone(
    catalogue: Path, cache: Path, harm: Callable[[Path], None]
) -> None:
    """What is no file of one's own is neither read nor written, and the answer is the same."""
    assert found(catalogue, cache) == MEDIA
    harm(the_file(cache))
    before = the_file(cache).lstat()
    removed(catalogue)
    assert found(catalogue, cache) == MEDIA[:1]
    after = the_file(cache).lstat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_without_a_place_for_it(catalogue: Path, tmp_path: Path) -> None:
    """No folder, a file in place of one, a folder below a file: the answer is the same."""
    file = tmp_path / "file"
    file.write_bytes(b"")
    assert found(catalogue, None) == found(catalogue, file) == found(catalogue, file / "x") == MEDIA
    assert file.read_bytes() == b""


@pytest.mark.skipif(sys.platform != "linux", reason="a file system that nobody can write to")
def test_a_folder_that_cannot_be_written(catalogue: Path) -> None:
    """In a folder that is for reading only, root included, the answer is the same."""
    assert found(catalogue, Path("/proc/self")) == MEDIA
    assert found(catalogue, Path("/proc/self/icccat")) == MEDIA


@pytest.mark.parametrize(
    "words", ["media", "refuggees", "policy labs", "antirumours", '"in short"']
)
def test_without_fts5(
    catalogue: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """Where SQLite has no FTS5, a plain table serves, and the answers are the same."""
    expected = found(catalogue, None, words)
    monkeypatch.setattr(making, "has_fts5", lambda _connection: False)
    assert found(catalogue, None, words) == found(catalogue, cache, words) == expected
    edited(catalogue)
    with opened(catalogue, cache) as index, opened(catalogue, None) as new:
        for one in (index, new):
            names = one.connection.execute("SELECT name FROM sqlite_schema").fetchall()
            assert ("words",) not in names
    monkeypatch.undo()
    assert found(catalogue, cache, words) == found(catalogue, None, words)


def test_has_fts5() -> None:
    """This Python's SQLite has FTS5, as that of every Python there is for download."""
    connection = sqlite3.connect(":memory:")
    assert tables.has_fts5(connection)
    connection.close()


def test_a_database_that_is_busy(
    catalogue: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another process does not let go of the index, the answer comes without it."""
    assert found(catalogue, cache) == MEDIA
    monkeypatch.setattr(caching, "WAIT", 0.01)
    other = sqlite3.connect(the_file(cache), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    removed(catalogue)
    assert found(catalogue, cache) == MEDIA[:1]
    other.close()
