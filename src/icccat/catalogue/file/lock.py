"""One writer at a time: a lock of the system's, and a note of who holds it."""

from __future__ import annotations

import errno
import json
import os
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from icccat.catalogue.file import disk
from icccat.catalogue.file.ourselves import machine, user
from icccat.errors import Unsafe
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filelock import FileLock

    from icccat.catalogue.file.waiting import Waiting

FOLDER = ".icccat"
_QUIETLY = 0.5  # seconds; most changes are made in less, and nobody need hear of it
_LONGEST_NOTE = 1000


@contextmanager
def locked(path: Path, real: Path, waiting: Waiting) -> Iterator[Path]:
    """The catalogue is ours alone in this block; gives the folder `.icccat` beside the real file.

    `path` is what messages call it. The lock file stays: a lock on a file that another has
    deleted guards nothing.

    Raises:
        Unsafe: another holds it, and who; or there can be no lock here.

    """
    from filelock import FileLock  # noqa: PLC0415 (who only reads waits for nobody)

    note = real.parent / FOLDER / "holder"
    try:
        folder = _folder(real.parent)
        mode = folder.stat().st_mode & 0o666  # colleagues who may write here may lock here
        lock = FileLock(folder / "lock", mode=mode, preserve_lock_file=True)
        _acquire(lock, note, waiting)
    except TimeoutError as error:
        raise Unsafe(_taken(path, note)) from error
    except OSError as error:
        sentence = _("{file}: nothing was saved, as no lock can be made beside it: {reason}")
        raise Unsafe(sentence.format(file=path, reason=disk.reason(error))) from error
    try:
        yield folder
    finally:
        with suppress(OSError):  # the work is done or refused, and the lock dies with us
            lock.release()


def _acquire(lock: FileLock, note: Path, waiting: Waiting) -> None:
    """Take the lock; raises TimeoutError where another still holds it in the end."""
    quietly = min(waiting.seconds, _QUIETLY)
    try:
        lock.acquire(timeout=quietly)
    except TimeoutError:
        if waiting.seconds <= quietly:
            raise
        waiting.tell(_waited_for(note))
        lock.acquire(timeout=waiting.seconds - quietly)


@contextmanager
def noted(folder: Path) -> Iterator[None]:
    """Who we are stands in `holder` in that folder, for those who wait; a courtesy only.

    So is that git ignores the folder.
    """
    note, ignored = folder / "holder", folder / ".gitignore"
    disk.remove(note)  # of a holder that was killed
    with suppress(OSError):
        if not os.path.lexists(ignored):
            disk.put(ignored, b"*\n")
        disk.write_new(note, json.dumps(_ourselves()).encode())
    try:
        yield
    finally:
        disk.remove(note)


def _folder(beside: Path) -> Path:
    """The folder `.icccat`, made with the permissions of the one it is in."""
    folder = beside / FOLDER
    with suppress(FileExistsError):
        folder.mkdir()
        disk.like(folder, beside.stat())
    if folder.is_symlink():
        raise NotADirectoryError(_("{folder} is a link").format(folder=folder))
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    return folder


def _ourselves() -> dict[str, str | int]:
    now = datetime.now(UTC).astimezone().isoformat(" ", "seconds")
    return {"user": user(), "machine": machine(), "process": os.getpid(), "since": now}


class _Holder(NamedTuple):
    """Who holds the lock, and since when, in local time."""

    who: str
    machine: str
    process: int
    since: str


def _taken(path: Path, note: Path) -> str:
    """That nothing was saved, and because of whom."""
    holder = _holder(note)
    if holder is None:
        sentence = _("{file}: nothing was saved, as another program is changing it; try again")
        return sentence.format(file=path)
    sentence = _(
        "{file}: nothing was saved, as {who} on {machine} is changing it "
        "(process {process}, since {since}); try again"
    )
    return sentence.format(file=path, **holder._asdict())


def _waited_for(note: Path) -> str:
    """Who is waited for."""
    holder = _holder(note)
    if holder is None:
        return _("waiting for another program, which is changing the catalogue…")
    sentence = _(
        "waiting for {who} on {machine}, who has been changing the catalogue since {since}…"
    )
    return sentence.format(**holder._asdict())


def _holder(note: Path) -> _Holder | None:
    """The holder, as far as the note says: it may be missing, or anything."""
    with suppress(OSError, OverflowError, ValueError, TypeError, KeyError):
        descriptor = os.open(note, os.O_RDONLY | disk.PLAIN | disk.NO_WAITING)
        with os.fdopen(descriptor, "rb") as stream:
            found = json.loads(stream.read(_LONGEST_NOTE))
        who = found["user"] or _("someone")
        return _Holder(who, found["machine"], found["process"], _local(found["since"]))
    return None


def _local(time: str) -> str:
    """A time of ISO 8601 as the clock here shows it; with the date, if that is not today's."""
    found, now = datetime.fromisoformat(time).astimezone(), datetime.now(UTC).astimezone()
    return f"{found:%H:%M:%S}" if found.date() == now.date() else f"{found:%Y-%m-%d %H:%M:%S}"
