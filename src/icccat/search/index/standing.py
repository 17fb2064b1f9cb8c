"""The index as it stands, current or not: for who would rather have no answer than wait."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from icccat.search.index.cache import file_of, kept, program
from icccat.search.index.index import Index

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = 1_000_000  # bytes of a catalogue that is read before a person has noticed


def standing(path: Path, folder: Callable[[], Path | None]) -> Index | None:
    """The index of a catalogue: of a small one as it is now, of another as it was last asked.

    None where there is no index, or another process is writing it. Raises Unsafe where a small
    catalogue cannot be read.
    """
    real = Path(os.path.realpath(path))
    if real.stat().st_size <= SMALL:
        return kept(path, folder())
    where = folder()
    return _as_it_is(path, file_of(real, where)) if where else None


def _as_it_is(path: Path, file: Path) -> Index | None:
    """The index in the file, unchanged and for reading alone."""
    with suppress(sqlite3.Error):
        address = f"file:{quote(str(file.absolute()))}?mode=ro"
        connection = sqlite3.connect(address, timeout=0, isolation_level=None, uri=True)
        try:
            found = Index(connection, str(path))
            connection.execute("BEGIN")
            if found.noted("program") == program():
                return found
        except sqlite3.Error:
            pass
        connection.close()
    return None
