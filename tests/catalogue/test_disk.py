"""What the disk refuses leaves the old file, and a sentence."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from catalogue.changing import NEW, OLD, accept, add, failing, names, refusal
from icccat.catalogue.file import disk
from icccat.catalogue.file.replacement import change


@pytest.mark.parametrize(
    ("function", "number", "reason"),
    [
        ("fsync", errno.ENOSPC, "the disk is full"),
        ("fsync", errno.EDQUOT, "the disk is full"),
        ("fsync", errno.EIO, "the disk reports an error"),
        ("replace", errno.EROFS, "the disk can only be read"),
        ("replace", errno.EPERM, "you may not do that there"),
        ("replace", errno.EXDEV, "Invalid cross-device link"),
    ],
)
def test_what_fails_on_the_disk_leaves_the_old_file(
    catalogue: Path,
    monkeypatch: pytest.MonkeyPatch,
    function: str,
    number: int,
    reason: str,
) -> None:
    """The sentence names file and reason; the old text is there, and the next change works."""
    change(catalogue, lambda _old: OLD, accept)
    with monkeypatch.context() as patch:
        patch.setattr(os, function, failing(number))
        sentence = f"{catalogue}: nothing was saved: {reason}"
        assert refusal(lambda: change(catalogue, add, accept)) == sentence
    assert catalogue.read_text() == OLD
    assert names(catalogue.parent) == {"catalogue.toml", ".icccat"}
    change(catalogue, add, accept)
    assert catalogue.read_text() == NEW


def test_a_full_disk_leaves_the_old_file(catalogue: Path) -> None:
    """A new text that the system takes only in part never gets the old one's name."""
    import resource  # noqa: PLC0415 - not there on Windows

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    change(catalogue, lambda _old: OLD, accept)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, limits[1]))
    try:
        sentence = refusal(lambda: change(catalogue, lambda old: old + "#" * 9000, accept))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert sentence == f"{catalogue}: nothing was saved: File too large"
    assert catalogue.read_text() == OLD
    assert names(catalogue.parent) == {"catalogue.toml", ".icccat"}


def test_a_failed_fsync_is_not_tried_again(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system would say that all is well, of bytes that it has lost."""
    tried: list[int] = []

    def fsync(descriptor: int) -> None:
        tried.append(descriptor)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    change(catalogue, str, accept)  # makes `.icccat`
    monkeypatch.setattr(os, "fsync", fsync)
    assert "the disk reports an error" in refusal(lambda: change(catalogue, add, accept))
    assert len(tried) == 2  # that of the note of the holder, and that of the new file


def opened(descriptor: int) -> str:
    """The name of the file that is open there."""
    return Path(f"/proc/self/fd/{descriptor}").readlink().name


def test_a_close_that_fails_is_a_write_that_failed(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network disks say only then that they are full."""
    fsync = os.fsync

    def fsync_and_close(descriptor: int) -> None:
        fsync(descriptor)
        if opened(descriptor) == ".icccat-new":
            os.close(descriptor)

    monkeypatch.setattr(os, "fsync", fsync_and_close)
    sentence = f"{catalogue}: nothing was saved: Bad file descriptor"
    assert refusal(lambda: change(catalogue, add, accept)) == sentence
    assert catalogue.read_text() == OLD
    assert names(catalogue.parent) == {"catalogue.toml", ".icccat"}


def test_a_disk_that_gives_back_other_bytes_is_not_trusted(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written is read back before it counts."""
    monkeypatch.setattr(Path, "read_bytes", lambda _path: b"other")
    sentence = f"{catalogue}: nothing was saved: the disk gave back other bytes than it was given"
    assert refusal(lambda: change(catalogue, add, accept)) == sentence
    assert catalogue.read_text() == OLD


def test_after_the_replace_nothing_says_not_saved(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that cannot be forced to the disk, or be opened for that, is no failure."""
    fsync = os.fsync

    def fsync_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync_files)
    change(catalogue, add, accept)
    assert catalogue.read_text() == NEW
    disk.sync_folder(catalogue.parent / "none")


def test_put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is put in the place of none, of another, or not at all; nothing else is left."""
    path, model = tmp_path / "file", tmp_path / "model"
    model.touch(0o640)
    (tmp_path / "file.new").write_text("unfinished, by one who was killed")
    disk.put(path, b"1")
    assert path.read_bytes() == b"1"
    disk.put(path, b"2", model.stat())
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"2", 0o640)
    for function in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, function, failing(errno.EIO))
            with pytest.raises(OSError, match="Input/output error"):
                disk.put(path, b"3")
    assert path.read_bytes() == b"2"
    assert names(tmp_path) == {"file", "model"}


def test_the_order_of_a_write(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is on the disk before it is verified and renamed, and the folder after that."""
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def note_fsync(descriptor: int) -> None:
        done.append(f"fsync {opened(descriptor)}")
        fsync(descriptor)

    def note_replace(source: Path, target: Path) -> None:
        done.append(f"replace {Path(source).name} {Path(target).name}")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    change(catalogue, add, lambda _old, _new: done.append("verify"))
    assert done == [
        "fsync .gitignore.new",
        "replace .gitignore.new .gitignore",
        "fsync .icccat",
        "fsync holder",
        "fsync .icccat-new",
        "verify",
        "replace .icccat-new catalogue.toml",
        f"fsync {catalogue.parent.name}",
    ]


def test_on_macos_the_drive_is_asked_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F_FULLFSYNC there; plain fsync on disks that do not know it; other failures stand."""
    done: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _descriptor: done.append("fsync"))
    with (tmp_path / "file").open("w") as stream:
        monkeypatch.setattr("fcntl.fcntl", lambda _descriptor, number: done.append(str(number)))
        disk.sync(stream.fileno(), "darwin")
        monkeypatch.setattr("fcntl.fcntl", failing(errno.ENOTSUP))
        disk.sync(stream.fileno(), "darwin")
        monkeypatch.setattr("fcntl.fcntl", failing(errno.EIO))
        with pytest.raises(OSError, match="Input/output"):
            disk.sync(stream.fileno(), "darwin")
    assert done == ["51", "fsync"]


@pytest.mark.parametrize(("refusals", "text"), [(3, NEW), (99, OLD)])
def test_on_windows_a_file_in_use_is_tried_again(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, text: str
) -> None:
    """A virus scanner lets go after a while; if not, the old file stands."""
    replace, tries = os.replace, []

    def replace_later(source: Path, target: Path) -> None:
        if target == catalogue:
            tries.append(source)
        if 0 < len(tries) <= refusals:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = (5, 32, 33)[len(tries) % 3]  # type: ignore[attr-defined]
            raise error
        replace(source, target)

    monkeypatch.setattr(os, "replace", replace_later)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    if text == NEW:
        change(catalogue, add, accept)
    else:
        sentence = f"{catalogue}: nothing was saved: another program has the file open"
        assert refusal(lambda: change(catalogue, add, accept)) == sentence
    assert catalogue.read_text() == text
    assert len(tries) == min(refusals + 1, 8)
    assert names(catalogue.parent) == {"catalogue.toml", ".icccat"}
