"""One writer at a time, and who it is."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import platform
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn

import pytest

from catalogue.changing import NEW, OLD, accept, add, failing, names, refusal, run
from icccat.catalogue.file.replacement import change
from icccat.catalogue.file.waiting import Waiting

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path


def test_no_lock_no_change(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `.icccat` cannot be made, or is something else, nothing is saved."""
    beside = catalogue.parent / ".icccat"
    sentence = f"{catalogue}: nothing was saved, as no lock can be made beside it: "
    with monkeypatch.context() as patch:
        patch.setattr(os, "mkdir", failing(errno.EACCES))
        reason = "you may not do that there"
        assert refusal(lambda: change(catalogue, add, accept)) == sentence + reason
    beside.symlink_to("elsewhere")
    reason = f"{beside} is a link"
    assert refusal(lambda: change(catalogue, add, accept)) == sentence + reason
    beside.unlink()
    beside.touch()
    assert refusal(lambda: change(catalogue, add, accept)) == sentence + "Not a directory"
    assert catalogue.read_text() == OLD


def test_a_lock_that_is_a_link_is_not_followed(catalogue: Path) -> None:
    """What it leads to is neither opened nor made."""
    (catalogue.parent / ".icccat").mkdir()
    (catalogue.parent / ".icccat/lock").symlink_to("../elsewhere")
    assert "no lock can be made" in refusal(lambda: change(catalogue, add, accept))
    assert names(catalogue.parent) == {"catalogue.toml", ".icccat"}


def test_a_lock_that_cannot_be_freed_is_no_failure(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change is made by then, and the lock dies with the process."""
    import fcntl  # noqa: PLC0415 - not there on Windows

    flock = fcntl.flock

    def flock_only_locks(descriptor: int, operation: int) -> None:
        if operation == fcntl.LOCK_UN:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        flock(descriptor, operation)

    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "flock", flock_only_locks)
        change(catalogue, add, accept)
    assert catalogue.read_text() == NEW


AT_ONCE = Waiting(0)


def test_who_holds_the_lock_is_named(catalogue: Path) -> None:
    """User, machine, process and time, from the note beside the lock, which goes with it."""
    note = catalogue.parent / ".icccat/holder"
    with holding(catalogue) as process:
        holder = json.loads(note.read_text())
        assert (holder["machine"], holder["process"]) == (platform.node(), process.pid)
        note.write_text(json.dumps(holder | {"since": "2019-06-20 10:42:07+00:00"}))
        there = datetime(2019, 6, 20, 10, 42, 7, tzinfo=UTC).astimezone()
        assert refusal(lambda: change(catalogue, add, accept, waiting=AT_ONCE)) == (
            f"{catalogue}: nothing was saved, as {holder['user']} on {holder['machine']} is "
            f"changing it (process {process.pid}, since {there:%Y-%m-%d %H:%M:%S}); try again"
        )
        for odd in ("", "[]", "{}", "\xff", "{" * 2000, json.dumps(holder | {"since": "noon"})):
            note.write_text(odd, "latin-1")
            assert refusal(lambda: change(catalogue, add, accept, waiting=AT_ONCE)) == (
                f"{catalogue}: nothing was saved, as another program is changing it; try again"
            )
    assert not note.exists()


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        (
            {"user": "Ana", "machine": "PC-5", "process": 1, "since": "now"},
            "waiting for Ana on PC-5, who has been changing the catalogue since {now:%H:%M:%S}…",
        ),
        (
            {"user": "", "machine": "a", "process": 1, "since": "2019-06-20T10:42:07"},
            (
                "waiting for someone on a, who has been changing the catalogue "
                "since 2019-06-20 10:42:07…"
            ),
        ),
        ({}, "waiting for another program, which is changing the catalogue…"),
    ],
)
def test_who_waits_says_once_for_whom(
    catalogue: Path, noted: dict[str, str | int], said: str
) -> None:
    """Then the change is made, once the lock is free; the time is that of the clock here."""
    told: list[str] = []
    now = datetime.now(UTC)
    with holding(catalogue) as process:
        note = json.dumps(noted).replace('"now"', f'"{now.isoformat()}"')
        (catalogue.parent / ".icccat/holder").write_text(note)

        def tell(sentence: str) -> None:
            told.append(sentence)
            process.communicate()

        change(catalogue, add, accept, waiting=Waiting(60, tell))
    assert told == [said.format(now=now.astimezone())]
    assert catalogue.read_text() == NEW


def test_who_waits_gives_up_in_the_end(catalogue: Path) -> None:
    """Nothing is saved, and it is said for whom it waited."""
    told: list[str] = []
    with holding(catalogue):
        waiting = Waiting(0.6, told.append)
        assert "nothing was saved, as " in refusal(
            lambda: change(catalogue, add, accept, waiting=waiting)
        )
    assert len(told) == 1
    assert catalogue.read_text() == OLD


def test_nobody_need_be_told(catalogue: Path) -> None:
    """Without anyone to tell the second writer waits in silence."""
    with holding(catalogue):
        waiting = Waiting(0.6)
        assert "nothing was saved, as " in refusal(
            lambda: change(catalogue, add, accept, waiting=waiting)
        )


def test_a_user_without_a_name_may_lock_too(
    catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a container there may be no name for a user's number."""

    def nobody() -> NoReturn:
        raise KeyError

    seen: list[str] = []
    note = catalogue.parent / ".icccat/holder"
    monkeypatch.setattr("getpass.getuser", nobody)
    change(catalogue, add, lambda _old, _new: seen.append(note.read_text()))
    assert json.loads(seen[0])["user"] == ""


def test_a_note_that_cannot_be_written_is_no_hindrance(catalogue: Path) -> None:
    """It is a courtesy only."""
    (catalogue.parent / ".icccat/holder/full").mkdir(parents=True)
    change(catalogue, add, accept)
    assert catalogue.read_text() == NEW


def test_git_ignores_the_folder(catalogue: Path) -> None:
    """Unless a person has said in it what git is to ignore; and it is no hindrance."""
    ignored = catalogue.parent / ".icccat/.gitignore"
    (catalogue.parent / ".icccat/.gitignore.new/full").mkdir(parents=True)
    change(catalogue, lambda _old: OLD, accept)
    assert not ignored.exists()
    (catalogue.parent / ".icccat/.gitignore.new/full").rmdir()
    (catalogue.parent / ".icccat/.gitignore.new").rmdir()
    (catalogue.parent / ".icccat/.gitignore.new").write_text("unfinished, by one who was killed")
    change(catalogue, lambda _old: OLD, accept)
    assert ignored.read_text() == "*\n"
    ignored.write_text("lock\n")
    change(catalogue, lambda _old: OLD, accept)
    assert ignored.read_text() == "lock\n"
    assert names(catalogue.parent / ".icccat") == {"lock", ".gitignore"}


def test_the_lock_of_a_killed_holder_is_free(catalogue: Path) -> None:
    """It dies with the process, and what that left is cleared away."""
    with holding(catalogue) as process:
        process.kill()
        process.wait()
        change(catalogue, add, accept, waiting=Waiting(5))
    assert catalogue.read_text() == NEW
    assert names(catalogue.parent / ".icccat") == {"lock", ".gitignore"}


@contextmanager
def holding(catalogue: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process in the middle of a change, until the block is left."""
    with run(catalogue, "print('held', flush=True); sys.stdin.read(); return old") as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.communicate()


def add_many(path: Path, writer: int) -> None:
    """Add five records."""
    for number in range(5):
        line = f"[video.w{writer}-{number}]\n"
        change(path, lambda old, line=line: old + line, accept, waiting=Waiting(60))  # type: ignore[misc]


def test_many_writers_lose_nothing(catalogue: Path) -> None:
    """Eight processes add five records each, and all are there once."""
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=add_many, args=(catalogue, one)) for one in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 8
    added = sorted(catalogue.read_text().removeprefix(OLD).splitlines())
    assert added == sorted(f"[video.w{one}-{number}]" for one in range(8) for number in range(5))
