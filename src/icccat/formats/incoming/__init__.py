"""What comes in: a file read into rows, before anything is known of records.

Each reader is a function `read(source) -> Incoming` in the module of its format, here where
the format only comes in; a module without one is a part of readers. A row is what a line of a
table is, or an object of a JSON file, or an event of a calendar.
"""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import PurePath

MOST_MEGABYTES = 200
MOST_BYTES = MOST_MEGABYTES * 1_000_000
MOST_ROWS = 1_048_576  # as many as a sheet of Excel has


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its name, all its bytes, and the encoding that the person gave, if any."""

    path: Path
    data: bytes
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A record-to-be: where it stands, for people, and its cells by heading.

    `place` is such as "line 12", "sheet Videos, row 3" or "records[4]". A cell is a str; from a
    workbook also an int, float, bool, date, datetime, time or timedelta; from JSON any value of
    JSON. Blank cells are left out.
    """

    place: str
    cells: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under the same headings; the name of the sheet is "" where a file has only one."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Incoming:
    """All of a file, and what was understood of its form, a sentence each, such as its encoding."""

    sheets: Sequence[Sheet]
    said: Sequence[str] = ()


class Reader(Protocol):
    """What the module of a format that comes in offers.

    It may name more ENDINGS, and in READS those of files that only come in, or are refused well.
    """

    def read(self, source: Source) -> Incoming:
        """The file in rows; raises Refused, with the place, for what cannot be understood."""


@cache
def readers() -> tuple[str, ...]:
    """The names of all formats that come in."""
    return tuple(sorted(name for name in _modules() if _reader(name)))


def reader_of(path: PurePath, name: str = "") -> Reader:
    """The reader of the format of this name, else of the one that the file's ending says.

    Raises Refused, with the nearest name, where there is none.
    """
    wanted = name or path.suffix.removeprefix(".").lower()
    reader = _reader(wanted) if wanted in _modules() else None
    if reader is None and not name:
        reader = next((one for one in map(_reader, readers()) if wanted in _endings(one)), None)
    if reader is not None:
        return reader
    known = (wanted and nearest(wanted, readers())) or ", ".join(readers())
    if name:
        raise Refused(
            _('no format "{name}" can be imported: {known}').format(name=name, known=known)
        )
    sentence = _('the ending of "{name}" says no format: give one with --format ({known})')
    raise Refused(sentence.format(name=path.name, known=known))


def opened(path: Path, encoding: str = "") -> Source:
    """The file, all of it; `-` is standard input.

    Raises Refused where it cannot be read, is empty, or is larger than any catalogue.
    """
    try:
        data = sys.stdin.buffer.read(MOST_BYTES + 1) if path == Path("-") else _data(path)
    except OSError as error:
        sentence = _("{file}: the file cannot be read: {reason}")
        raise Refused(sentence.format(file=path, reason=error.strerror)) from error
    if not data.strip():
        raise Refused(_("{file}: the file is empty").format(file=path))
    if len(data) > MOST_BYTES:
        sentence = _("{file}: the file is larger than {size} MB")
        raise Refused(sentence.format(file=path, size=MOST_MEGABYTES))
    return Source(path, data, encoding)


def _data(path: Path) -> bytes:
    """The bytes of a file, no more than one too many."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise Refused(_("{file}: there is no such file").format(file=path)) from None
    if stat.S_ISDIR(mode):
        raise Refused(_("{file}: this is a folder, not a file").format(file=path))
    if not stat.S_ISREG(mode):
        raise Refused(_("{file}: this is a pipe or a device, not a file").format(file=path))
    with path.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


@cache
def _modules() -> dict[str, str]:
    """Where the modules are that may have a reader: `{name: whole name}`."""
    from pkgutil import iter_modules  # noqa: PLC0415 (only where something comes in)

    from icccat import formats  # noqa: PLC0415 (which may still be loading this)

    places = ((formats.__path__, formats.__name__), (__path__, __name__))
    return {
        one.name: f"{package}.{one.name}"
        for folder, package in places
        for one in iter_modules(folder)
        if not one.ispkg
    }


def _reader(name: str) -> Reader | None:
    """The module of a format, where it has a reader."""
    module = import_module(_modules()[name])
    return cast("Reader", module) if hasattr(module, "read") else None


def _endings(reader: Reader | None) -> Sequence[str]:
    """Other endings of a format's files."""
    return (*getattr(reader, "ENDINGS", ()), *getattr(reader, "READS", ()))
