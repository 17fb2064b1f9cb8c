"""A command that dies, or is refused by the disk, at any of its operations on files.

Each command runs in a child process that is killed just before the first, the second, … of its
operations (what it opens to write, renames, removes, makes, changes the mode of, or forces to
the disk), or for which that operation fails once. Python's audit events name the operations.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
import tomllib
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pytest

from icccat import cli
from icccat.catalogue.changes import undo  # noqa: F401 (loaded before the child is made)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
EVENTS = {"os.rename", "os.remove", "os.mkdir", "os.chmod", "os.chown"}
KEPT = {"catalogue.toml", ".icccat", "rows.csv"}
JOURNAL = {".gitignore", "lock", "seen.toml", "steps", "backups"}
BEFORE = """\
# A catalogue with a history.
[video.a]
title.en = "A" # kept
date = 2019-06-20

[video.c]
title = "C"
"""
COMMANDS = {
    "add": ["add", "video", "--title", "B"],
    "edit": ["edit", "a", "date=2020"],
    "remove": ["remove", "a"],
    "undo": ["undo"],
    "redo": ["redo"],
    "import": ["import", "rows.csv", "--yes"],
}
ROWS = "id,kind,title,date\na,video,A,2020\nb,video,B,\nf,meeting,F,2021\n"


class End(NamedTuple):
    """How a child ended: its exit code (negative: the signal), what it said, its operations."""

    code: int
    said: str
    operations: int


def run(
    folder: Path, words: list[str], at: int = 0, fault: Callable[[], None] | None = None
) -> End:
    """Run a command in a child, with the fault just before its operation number `at`."""
    said, counted = folder.parent / "said", folder.parent / "counted"
    pid = os.fork()
    if pid == 0:  # the child, which coverage does not see
        _child(folder, words, at, fault)
    _pid, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    return End(code, said.read_text(), counted.stat().st_size)


def _child(folder: Path, words: list[str], at: int, fault: Callable[[], None] | None) -> None:
    sys.settrace(None)
    os.chdir(folder)
    out = os.open(folder.parent / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    counted = os.open(folder.parent / "counted", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    sys.stdout = sys.stderr = os.fdopen(out, "w", encoding="utf-8")
    count = 0

    def operation() -> None:
        nonlocal count
        count += 1
        os.write(counted, b".")
        if count == at and fault is not None:
            fault()

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        path = arguments[0] if arguments else ""
        if event == "open" and not int(str(arguments[2] or 0)) & WRITING:
            return
        if (event == "open" or event in EVENTS) and str(path).startswith(str(folder)):
            operation()

    really = os.fsync

    def fsync(descriptor: int) -> None:
        operation()
        really(descriptor)

    os.fsync = fsync  # type: ignore[assignment] # the one operation that Python does not announce
    sys.addaudithook(hook)
    code = 70
    try:
        code = cli.run(words)
        sys.stdout.flush()
    finally:
        os._exit(code)


def die() -> None:
    """Kill this process as a power cut would: nothing is flushed, nothing cleaned up."""
    os.kill(os.getpid(), signal.SIGKILL)


def refuse() -> None:
    """Say that the disk is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def break_off() -> None:
    """Say that the disk is broken."""
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def prepared(folder: Path, command: str) -> bytes:
    """A catalogue with some steps behind it; gives its bytes."""
    folder.mkdir()
    file = folder / "catalogue.toml"
    file.write_text(BEFORE)
    (folder / "rows.csv").write_text(ROWS)
    run(folder, ["add", "video", "--title", "D", "--date", "2021"])
    if command == "redo":
        run(folder, ["undo"])
    return file.read_bytes()


def litter(folder: Path) -> set[str]:
    """What lies in the folders that does not belong there."""
    there = {path.name for path in folder.iterdir()} - KEPT
    journal = {path.name for path in (folder / ".icccat").iterdir()} - JOURNAL
    inside = (folder / ".icccat").glob("*/*")
    return there | journal | {one.name for one in inside if one.suffix not in {".json", ".toml"}}


@pytest.mark.parametrize(
    ("command", "fault"), [*product(COMMANDS, (die, refuse)), ("edit", break_off)]
)
def test_at_each_operation(tmp_path: Path, command: str, fault: Callable[[], None]) -> None:
    """The file is wholly old or wholly new, says so, and the next command works and cleans up."""
    whole = tmp_path / "whole" / "folder"
    whole.parent.mkdir()
    old = prepared(whole, command)
    first = shutil.copytree(whole, tmp_path / "first")
    end = run(whole, COMMANDS[command])
    assert end.code == 0, end.said
    new = (whole / "catalogue.toml").read_bytes()
    assert new != old
    for at in range(1, end.operations + 1):
        place = tmp_path / f"{at}" / "folder"
        shutil.copytree(first, place)
        broken = run(place, COMMANDS[command], at, fault)
        left = (place / "catalogue.toml").read_bytes()
        assert left in {old, new}, (at, broken)
        if fault is not die:
            assert broken.code == (0 if left == new else 3), (at, broken)
            assert "Traceback" not in broken.said
        else:
            assert broken.code == -signal.SIGKILL
        again = run(place, ["add", "video", "--title", "E"])
        assert again.code == 0, (at, broken, again)
        tomllib.loads((place / "catalogue.toml").read_text())
        assert litter(place) == set(), (at, broken)
