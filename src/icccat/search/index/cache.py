"""The index as a file in the user's cache folder: current, private, and never needed."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from icccat import __version__
from icccat.errors import Damaged
from icccat.search.index.index import Index
from icccat.search.index.tables import KIND

if TYPE_CHECKING:
    from collections.abc import Callable

    Step: TypeAlias = Callable[[int, int], None]

WAIT = 30.0  # seconds for which a process waits for another one that makes the index
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600


def opened(path: Path, folder: Path | None, step: Step | None = None) -> Index:
    """The index of the catalogue as it is now, kept in that folder if it can be.

    `step` is told how many records are done of how many, where it has to be made.
    Raises Unsafe where the catalogue cannot be read.
    """
    if found := kept(path, folder, step):
        return found
    from icccat.catalogue.catalogue import load  # noqa: PLC0415 (seldom)
    from icccat.search.index.making import of  # noqa: PLC0415 (likewise)

    return of(load(path))


def kept(path: Path, folder: Path | None, step: Step | None = None) -> Index | None:
    """The index of the catalogue as it is now, if it can be kept in that folder; see `opened`.

    Raises Unsafe where the catalogue cannot be read.
    """
    if folder is not None:
        with suppress(sqlite3.Error, OSError, Damaged):  # it is full, read-only or another's
            return _kept(path, Path(os.path.realpath(path)), folder, step)
    return None


def file_of(real: Path, folder: Path) -> Path:
    """The index's own file."""
    # Should two catalogues ever share a number, each finds the other's index not current.
    return folder / f"{crc32(os.fsencode(real)):08x}.sqlite"


def _kept(path: Path, real: Path, folder: Path, step: Step | None) -> Index:
    """The index in its file; what is no index there is made anew, once."""
    folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    kept = file_of(real, folder)
    try:
        return _current(path, real, kept, step)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:  # busy, full or read-only
            raise
    except (sqlite3.DatabaseError, Damaged):
        pass
    kept.unlink(missing_ok=True)  # half written, or never ours
    return _current(path, real, kept, step)


def _connected(kept: Path) -> sqlite3.Connection:
    """A connection to the file, which is ours alone; OSError where it is another's, or a link."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(kept, flags, _PRIVATE_FILE), "rb") as stream:  # noqa: PTH123 (by its flags)
        status = os.fstat(stream.fileno())
    if not stat.S_ISREG(status.st_mode) or (hasattr(os, "getuid") and status.st_uid != os.getuid()):
        raise OSError("the cache is another user's")
    return sqlite3.connect(kept, timeout=WAIT, isolation_level=None)


def _current(path: Path, real: Path, kept: Path, step: Step | None) -> Index:
    """The index, brought up to date if the catalogue is not as it was; it stays so while read."""
    connection = _connected(kept)
    try:
        found = Index(connection, str(path), kept)
        connection.execute("BEGIN")  # all that is read from here on is of one moment
        if not is_current(found, real):
            from icccat.search.index.making import bring_up_to_date  # noqa: PLC0415 (seldom)

            connection.execute("ROLLBACK")
            bring_up_to_date(found, path, real, step)
            connection.execute("BEGIN")
    except BaseException:
        connection.close()
        raise
    return found


def program() -> str:
    """What has to be the same for an index to be readable."""
    return f"{__version__} {KIND} {sqlite3.sqlite_version}"


def is_current(index: Index, real: Path) -> bool:
    """Whether the index is that of the file, as far as can be told without reading it."""
    try:
        noted = index.noted("program"), index.noted("status"), index.noted("settled")
    except sqlite3.OperationalError:  # no tables yet
        return False
    return noted == (program(), status_of(real), "yes")


def status_of(real: Path) -> str:
    """What changes when the file does."""
    now = real.stat()
    return f"{now.st_size} {now.st_mtime_ns} {now.st_ctime_ns} {now.st_ino}"
