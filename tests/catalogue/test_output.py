"""A file that was asked for is there whole or not at all, and never over anything dear."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

import pytest

from icccat.catalogue.file.output import write_output
from icccat.errors import Unsafe

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as on POSIX")

THERE = "nothing was written, as it is there already (--force overwrites it)"
ITSELF = "nothing was written: it is the catalogue itself"
NO_FILE = "nothing was written: it is not a file"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A folder with a catalogue under several names, a file, a folder, a pipe and bad links."""
    (tmp_path / "catalogue.toml").write_text("dear", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to("catalogue.toml")
    (tmp_path / "hard.csv").hardlink_to(tmp_path / "catalogue.toml")
    (tmp_path / "file.csv").write_text("old", encoding="utf-8")
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "nowhere.csv").symlink_to("new.csv")
    (tmp_path / "circle.csv").symlink_to("circle.csv")
    return tmp_path


def write(folder: Path, name: str, *, force: bool = False) -> None:
    """Write a few bytes to the file of this name."""
    write_output(folder / name, b"new", force=force, catalogue=folder / "catalogue.toml")


@pytest.mark.parametrize(
    ("name", "force", "reason"),
    [
        ("catalogue.toml", False, ITSELF),
        ("catalogue.toml", True, ITSELF),
        ("link.csv", True, ITSELF),
        ("hard.csv", True, ITSELF),
        ("folder.csv/../catalogue.toml", True, ITSELF),
        ("file.csv", False, THERE),
        ("folder.csv", False, THERE),
        ("pipe.csv", False, THERE),
        ("nowhere.csv", False, THERE),
        ("circle.csv", False, THERE),
        ("folder.csv", True, NO_FILE),
        ("pipe.csv", True, NO_FILE),
        ("no/such.csv", False, "nothing was written: No such file or directory"),
        ("file.csv/such.csv", False, "nothing was written: Not a directory"),
        (f"{'x' * 300}.csv", False, "nothing was written: File name too long"),
    ],
)
def test_refused(there: Path, name: str, force: bool, reason: str) -> None:  # noqa: FBT001 (of a table)
    """Nothing is written, and nothing that was there has changed."""
    names = sorted(path.name for path in there.iterdir())
    with pytest.raises(Unsafe) as refused:
        write(there, name, force=force)
    assert refused.value.lines == (f"{there / name}: {reason}",)
    assert sorted(path.name for path in there.iterdir()) == names
    assert (there / "catalogue.toml").read_text(encoding="utf-8") == "dear"
    assert (there / "file.csv").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("name", "force"), [("new.csv", False), ("new.csv", True), ("file.csv", True)]
)
def test_written(there: Path, name: str, force: bool) -> None:  # noqa: FBT001 (of a table)
    """The file holds the bytes, and nothing is left beside it."""
    names = {path.name for path in there.iterdir()}
    write(there, name, force=force)
    assert (there / name).read_bytes() == b"new"
    assert {path.name for path in there.iterdir()} == names | {name}


def test_written_through_links(there: Path) -> None:
    """With force the file that a link names is written; a link in a circle is replaced."""
    write(there, "nowhere.csv", force=True)
    assert (there / "new.csv").read_bytes() == b"new"
    assert (there / "nowhere.csv").is_symlink()
    write(there, "circle.csv", force=True)
    assert (there / "circle.csv").read_bytes() == b"new"


def test_a_catalogue_that_is_gone(there: Path) -> None:
    """Without a catalogue there is none to spare."""
    (there / "catalogue.toml").unlink()
    (there / "hard.csv").unlink()
    write(there, "file.csv", force=True)
    assert (there / "file.csv").read_bytes() == b"new"


def test_a_full_disk(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk refuses, the old file stands and no half of the new one is left."""
    names = sorted(path.name for path in there.iterdir())

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Unsafe) as refused:
        write(there, "file.csv", force=True)
    assert refused.value.lines == (f"{there / 'file.csv'}: nothing was written: the disk is full",)
    assert (there / "file.csv").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in there.iterdir()) == names
