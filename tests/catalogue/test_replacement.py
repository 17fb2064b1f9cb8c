"""The file is changed whole or not at all, whoever saves meanwhile."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, NoReturn

import pytest

from catalogue.changing import NEW, OLD, accept, add, failing, names, refusal
from icccat.catalogue.file.replacement import change, create
from icccat.catalogue.file.source import read

if TYPE_CHECKING:
    from pathlib import Path


def test_change(catalogue: Path) -> None:
    """The new text is there, whole, and beside it only the folder of the lock."""
    seen: list[tuple[str, str]] = []
    source = change(catalogue, add, lambda old, new: seen.append((old, new)))
    assert catalogue.read_text() == NEW
    assert source == read(catalogue)
    assert seen == [(OLD, NEW)]
    assert names(catalogue.parent) == {"catalogue.toml", ".icccat"}
    assert names(catalogue.parent / ".icccat") == {"lock", ".gitignore"}
    assert (catalogue.parent / ".icccat" / ".gitignore").read_text() == "*\n"


def test_a_change_keeps_bom_and_newlines(catalogue: Path) -> None:
    """Bytes that were there stay."""
    catalogue.write_bytes(b"\xef\xbb\xbfa = 1\r\n")
    change(catalogue, lambda old: f"{old}b = 2\r\n", accept)
    assert catalogue.read_bytes() == b"\xef\xbb\xbfa = 1\r\nb = 2\r\n"


def test_a_change_keeps_mode_and_owner(catalogue: Path) -> None:
    """Colleagues may still do with the file what they could; `.icccat` is like its folder."""
    catalogue.parent.chmod(0o2770)
    catalogue.chmod(0o664)
    if os.geteuid() == 0:  # only root may give files away
        os.chown(catalogue, 12, 34)
        os.chown(catalogue.parent, 56, 78)
    before = [owned(catalogue), owned(catalogue.parent)]
    change(catalogue, add, accept)
    assert [owned(catalogue), owned(catalogue.parent / ".icccat")] == before
    assert stat.S_IMODE((catalogue.parent / ".icccat/lock").stat().st_mode) == 0o660


def owned(path: Path) -> tuple[int, int, int]:
    """Mode, owner and group."""
    status = path.stat()
    return status.st_mode & 0o7777, status.st_uid, status.st_gid


def test_an_owner_that_we_may_not_give_is_left(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The group is tried alone, and then nothing is: the change is made all the same."""
    tried: list[int] = []

    def chown(_path: Path, user: int, _group: int) -> NoReturn:
        tried.append(user)
        raise PermissionError

    monkeypatch.setattr(os, "chown", chown)
    change(catalogue, add, accept)
    assert catalogue.read_text() == NEW
    assert tried[-2:] == [catalogue.stat().st_uid, -1]


def test_a_change_writes_through_links(tmp_path: Path) -> None:
    """The link stays a link; lock and new file are beside the real one."""
    (tmp_path / "shared").mkdir()
    (tmp_path / "here").mkdir()
    (tmp_path / "shared/real.toml").write_text(OLD)
    link = tmp_path / "here/link.toml"
    link.symlink_to("../shared/real.toml")
    change(link, add, accept)
    assert link.is_symlink()
    assert (tmp_path / "shared/real.toml").read_text() == NEW
    assert names(tmp_path / "here") == {"link.toml"}
    assert names(tmp_path / "shared") == {"real.toml", ".icccat"}


def test_the_same_text_writes_nothing(catalogue: Path) -> None:
    """A change to nothing leaves the file itself, not a copy of it."""
    before = catalogue.stat()
    assert change(catalogue, str, accept).text == OLD
    assert (catalogue.stat().st_ino, catalogue.stat().st_mtime_ns) == (
        before.st_ino,
        before.st_mtime_ns,
    )


def test_what_is_left_of_a_killed_writer_is_no_hindrance(catalogue: Path) -> None:
    """Its new file goes, and what that is a link to stays."""
    (catalogue.parent / "other").write_text("dear")
    (catalogue.parent / ".icccat-new").symlink_to("other")
    (catalogue.parent / ".icccat").mkdir()
    (catalogue.parent / ".icccat/holder").symlink_to("../other")
    change(catalogue, add, accept)
    assert catalogue.read_text() == NEW
    assert (catalogue.parent / "other").read_text() == "dear"
    assert names(catalogue.parent) == {"catalogue.toml", ".icccat", "other"}


def test_what_edit_or_verify_raise_goes_through(catalogue: Path) -> None:
    """The file is as it was, and nothing is left beside it."""
    with pytest.raises(ZeroDivisionError):
        change(catalogue, fail, accept)
    with pytest.raises(ZeroDivisionError):
        change(catalogue, add, fail)
    assert catalogue.read_text() == OLD
    assert names(catalogue.parent) == {"catalogue.toml", ".icccat"}
    assert names(catalogue.parent / ".icccat") == {"lock", ".gitignore"}


def fail(*_texts: str) -> NoReturn:
    """Fail as a bug does."""
    raise ZeroDivisionError


def test_a_change_to_no_catalogue_leaves_nothing(tmp_path: Path) -> None:
    """Not even the folder of the lock."""
    assert "there is no such file" in refusal(lambda: change(tmp_path / "none.toml", add, accept))
    assert names(tmp_path) == set()


def test_a_protected_file_is_not_replaced(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who made it read-only meant it, though a rename would not ask."""
    monkeypatch.setattr(os, "access", lambda path, mode: (path, mode) != (catalogue, os.W_OK))
    sentence = f"{catalogue}: nothing was saved: the file can only be read"
    assert refusal(lambda: change(catalogue, add, accept)) == sentence
    assert names(catalogue.parent) == {"catalogue.toml"}


def test_half_a_character_is_refused(catalogue: Path) -> None:
    """What no file in UTF-8 can hold is not written."""
    sentence = f"{catalogue}: nothing was saved: '\\udce9' is not a character"
    assert refusal(lambda: change(catalogue, lambda old: f"{old}#\udce9", accept)) == sentence
    assert catalogue.read_text() == OLD


def test_a_change_starts_again_if_someone_saved(catalogue: Path) -> None:
    """Both their text and ours are there in the end."""

    def save_once(old: str, _new: str) -> None:
        if "theirs" not in old:
            catalogue.write_text("[topic.theirs]\n")

    change(catalogue, add, save_once)
    assert catalogue.read_text() == '[topic.theirs]\n\n[video.b]\ntitle = "B"\n'


def test_a_change_gives_up_if_someone_keeps_saving(catalogue: Path) -> None:
    """After five times the file is theirs, and the sentence says so."""
    saved: list[str] = []

    def save(old: str, _new: str) -> None:
        saved.append(old)
        catalogue.write_text(f"{old}#")

    sentence = f"{catalogue}: nothing was saved, as another program keeps changing it; try again"
    assert refusal(lambda: change(catalogue, add, save)) == sentence
    assert len(saved) == 5
    assert catalogue.read_text() == OLD + "#####"
    assert names(catalogue.parent) == {"catalogue.toml", ".icccat"}


def test_a_file_taken_away_meanwhile_stays_away(catalogue: Path) -> None:
    """It is not made anew by a change that began before."""
    sentence = refusal(lambda: change(catalogue, add, lambda _old, _new: catalogue.unlink()))
    assert sentence.startswith(f"{catalogue}: there is no such file")
    assert names(catalogue.parent) == {".icccat"}


def test_create(tmp_path: Path) -> None:
    """The file is there, with the mode that new files get, and nothing beside it."""
    os.umask(old := os.umask(0o022))
    create(tmp_path / "new.toml", "a = 'é'\n")
    assert (tmp_path / "new.toml").read_bytes() == b"a = '\xc3\xa9'\n"
    assert stat.S_IMODE((tmp_path / "new.toml").stat().st_mode) == 0o666 & ~old
    assert names(tmp_path) == {"new.toml"}


def test_create_never_writes_over_anything(catalogue: Path) -> None:
    """Not over a file, not over a folder, not through a link to nothing."""
    link = catalogue.with_name("link.toml")
    link.symlink_to("elsewhere.toml")
    for path in (catalogue, catalogue.parent, link):
        sentence = f"{path}: nothing was written, as there is something of that name already"
        assert refusal(lambda path=path: create(path, NEW)) == sentence  # type: ignore[misc]
    assert catalogue.read_text() == OLD
    assert names(catalogue.parent) == {"catalogue.toml", "link.toml"}


def test_create_loses_to_whoever_is_quicker(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is made after the first look is not written over either."""
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    sentence = f"{catalogue}: nothing was written, as there is something of that name already"
    assert refusal(lambda: create(catalogue, NEW)) == sentence
    assert catalogue.read_text() == OLD


def test_create_where_files_have_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that knows no second names the file is written at once, and over nothing either."""
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    path = tmp_path / "new.toml"
    create(path, NEW)
    assert path.read_text() == NEW
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    sentence = f"{path}: nothing was written, as there is something of that name already"
    assert refusal(lambda: create(path, OLD)) == sentence
    assert path.read_text() == NEW
    assert names(tmp_path) == {"new.toml"}


def test_create_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, or no folder: there is no file, and the sentence says why."""
    path = tmp_path / "new.toml"
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    sentence = f"{path}: nothing was saved: the disk is full"
    assert refusal(lambda: create(path, NEW)) == sentence
    assert names(tmp_path) == set()
    path = tmp_path / "none/new.toml"
    sentence = f"{path}: nothing was saved: No such file or directory"
    assert refusal(lambda: create(path, NEW)) == sentence
