"""The index made, and made current: what of the catalogue has changed is read, and nothing else."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from icccat.catalogue.catalogue import Catalogue, parse
from icccat.catalogue.file.source import read
from icccat.search.index.cache import is_current, program, status_of
from icccat.search.index.contents import Irregular, counted, of_catalogue, of_text
from icccat.search.index.index import Index
from icccat.search.index.tables import create, has_fts5
from icccat.search.index.update import update

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from icccat.search.index.cache import Step
    from icccat.search.index.contents import Contents

SETTLED = 2_000_000_000  # nanoseconds: a file system may give two writes within them one time


def of(catalogue: Catalogue) -> Index:
    """An index in memory, of a catalogue that has been read."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    fts5 = has_fts5(connection)
    create(connection, fts5=fts5)
    update(connection, of_catalogue(catalogue), fts5=fts5)
    return Index(connection, catalogue.name)


def bring_up_to_date(index: Index, path: Path, real: Path, step: Step | None = None) -> None:
    """Read the catalogue, and index what is new in it, one process at a time."""
    connection, step = index.connection, step or (lambda _done, _total: None)
    step(0, 0)
    try:
        with _writing(connection):
            _make_current(index, path, real, of_text, step)
    except Irregular:
        with _writing(connection):
            _make_current(index, path, real, lambda _text: None, step)


def _make_current(
    index: Index, path: Path, real: Path, cut: Callable[[str], Contents | None], step: Step
) -> None:
    """Index what is new, read piece by piece if it can be; Irregular where it turns out not to."""
    if is_current(index, real):  # another process was first
        return
    connection = index.connection
    fts5 = _prepared(connection, index)
    noted, status = time.time_ns(), status_of(real)
    source = read(path)
    digest = source.digest
    if index.noted("digest") != digest:
        in_pieces = cut(source.text)
        contents = in_pieces or of_catalogue(parse(source.text, path))
        update(connection, counted(contents, step), fts5=fts5)
        whole = "no" if in_pieces else "yes"
        connection.execute("INSERT OR REPLACE INTO about VALUES ('whole', ?)", (whole,))
    settled = real.stat().st_mtime_ns < noted - SETTLED and status_of(real) == status
    rows = {
        "program": program(),
        "digest": digest,
        "status": status,
        "settled": "yes" if settled else "no",
    }
    connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", rows.items())


def _prepared(connection: sqlite3.Connection, index: Index) -> bool:
    """Tables of this version, empty if there were others; gives whether they are of FTS5."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    if "about" in tables and index.noted("program") == program():
        return "words" in tables
    kinds = connection.execute(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view')"
        " AND name NOT LIKE 'words\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    for kind, name in kinds:
        connection.execute(f'DROP {kind} IF EXISTS "{name}"')
    fts5 = has_fts5(connection)
    create(connection, fts5=fts5)
    return fts5


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that no other process is in."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
