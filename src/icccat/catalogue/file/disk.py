"""What the disk is asked for: whole writes that are really there, and reasons in words."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from icccat.locale import translate as _

if TYPE_CHECKING:
    from pathlib import Path

# The flags of Windows and of the others, 0 where a system lacks one: no translated newlines,
# no descriptor left to child processes, no waiting for a pipe's other end.
PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
NO_WAITING = getattr(os, "O_NONBLOCK", 0)
# Never an existing file, and never what a link points to.
NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | PLAIN

_FULL_SYNC = 51  # F_FULLFSYNC of macOS's fcntl.h
_NO_FULL_SYNC = (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY)


def write_new(path: Path, data: bytes, model: os.stat_result | None = None) -> None:
    """A new file that is whole and on the disk, or an OSError and no file.

    With the mode and owner of `model`, or those that new files get here.
    """
    descriptor = os.open(path, NEW, 0o600 if model else 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            if model:
                like(path, model)
            stream.write(data)
            stream.flush()
            sync(descriptor)
    except BaseException:
        remove(path)
        raise


def put(path: Path, data: bytes, model: os.stat_result | None = None) -> None:
    """A file in the place of another, or of none, whole or not at all; see `write_new`.

    It is on the disk, and has its name there, before anything else is done.
    """
    temporary = path.with_name(f"{path.name}.new")
    remove(temporary)  # of a writer that was killed
    try:
        write_new(temporary, data, model)
        temporary.replace(path)
    finally:
        remove(temporary)
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """No such file any more, if that can be had."""
    with suppress(OSError):
        path.unlink()


def sync(descriptor: int, platform: str = sys.platform) -> None:
    """The file's bytes are on the disk itself; on macOS fsync leaves them in the drive's cache.

    A failure is never tried again: the system marks what it could not write as written.
    """
    if platform == "darwin":
        import fcntl  # noqa: PLC0415 (not there on Windows)

        try:
            fcntl.fcntl(descriptor, _FULL_SYNC)
        except OSError as error:  # as SQLite does: some network disks know only fsync
            if error.errno not in _NO_FULL_SYNC:
                raise
        else:
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """The folder's names are on the disk, where the system can do that (Windows cannot).

    No failure: the file has its name by then, and whoever reads it sees the new text.
    """
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def like(path: Path, model: os.stat_result) -> None:
    """Give a file or folder the mode of another, and its owner and group where we may."""
    for user in (model.st_uid, -1):
        with suppress(OSError, AttributeError):  # not ours to give; no such thing on Windows
            os.chown(path, user, model.st_gid)
            break
    path.chmod(model.st_mode & 0o7777)  # after chown, which clears set-id bits


def reason(error: OSError) -> str:
    """Why the system refused, in words."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _("the disk is full")
    if error.errno in {errno.EACCES, errno.EPERM}:
        return _("you may not do that there")
    if error.errno == errno.EROFS:
        return _("the disk can only be read")
    if error.errno == errno.EIO:
        return _("the disk reports an error")
    return error.strerror or str(error)
