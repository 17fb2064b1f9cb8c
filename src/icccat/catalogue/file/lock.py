"""One writer at a time: a lock of the system's, and a note of who holds it."""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from icccat.catalogue.file import disk
from icccat.errors import Unsafe
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = ".icccat"
_LONGEST_NOTE = 1000


@contextmanager
def locked(path: Path, real: Path, wait: float) -> Iterator[Path]:
    """The catalogue is ours alone in this block; gives the folder `.icccat` beside the real file.

    `path` is what messages call it. The lock file stays: a lock on a file that another has
    deleted guards nothing. `wait` is in seconds.

    Raises:
        Unsafe: another holds it, and who; or there can be no lock here.

    """
    note = real.parent / FOLDER / "holder"
    try:
        folder = _folder(real.parent)
        mode = folder.stat().st_mode & 0o666  # colleagues who may write here may lock here
        lock = FileLock(folder / "lock", timeout=wait, mode=mode, preserve_lock_file=True)
        lock.acquire()
    except Timeout as error:
        raise Unsafe(_taken(path, note)) from error
    except OSError as error:
        sentence = _("{file}: nothing was saved, as no lock can be made beside it: {reason}")
        raise Unsafe(sentence.format(file=path, reason=disk.reason(error))) from error
    try:
        yield folder
    finally:
        with suppress(OSError):  # the work is done or refused, and the lock dies with us
            lock.release()


@contextmanager
def noted(folder: Path) -> Iterator[None]:
    """Who we are stands in `holder` in that folder, for those who wait; a courtesy only."""
    note = folder / "holder"
    disk.remove(note)  # of a holder that was killed
    with suppress(OSError):
        disk.write_new(note, json.dumps(_ourselves()).encode())
    try:
        yield
    finally:
        disk.remove(note)


def _folder(beside: Path) -> Path:
    """The folder `.icccat`, made with the permissions of the one it is in, and ignored by git."""
    folder = beside / FOLDER
    with suppress(FileExistsError):
        folder.mkdir()
        disk.like(folder, beside.stat())
    if folder.is_symlink():
        raise NotADirectoryError(_("{folder} is a link").format(folder=folder))
    with suppress(FileExistsError):
        disk.write_new(folder / ".gitignore", b"*\n")
    return folder


def _ourselves() -> dict[str, str | int]:
    user = ""
    with suppress(KeyError, OSError, ImportError):  # a container may have no name for its user
        user = getpass.getuser()
    now = datetime.now(UTC).astimezone().isoformat(" ", "seconds")
    return {"user": user, "machine": platform.node(), "process": os.getpid(), "since": now}


def _taken(path: Path, note: Path) -> str:
    """Who holds the lock, as far as the note says: it may be missing, or anything."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        descriptor = os.open(note, os.O_RDONLY | disk.PLAIN | disk.NO_WAITING)
        with os.fdopen(descriptor, "rb") as stream:
            holder = json.loads(stream.read(_LONGEST_NOTE))
        sentence = _(
            "{file}: nothing was saved, as {user} on {machine} is changing it "
            "(process {process}, since {since}); try again"
        )
        return sentence.format(
            file=path,
            user=holder["user"],
            machine=holder["machine"],
            process=holder["process"],
            since=holder["since"],
        )
    return _("{file}: nothing was saved, as another program is changing it; try again").format(
        file=path
    )
