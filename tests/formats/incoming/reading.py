"""Files that come in, for tests: read, or refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from icccat.errors import Refused
from icccat.formats.incoming import Incoming, Source, reader_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def read(name: str, data: bytes | str, encoding: str = "") -> Incoming:
    """What comes in of a file of this name and content."""
    path = Path(name)
    data = data.encode() if isinstance(data, str) else data
    return reader_of(path).read(Source(path, data, encoding))


def rows(incoming: Incoming) -> list[tuple[str, dict[str, object]]]:
    """The place and the cells of each row, of all sheets."""
    return [(row.place, dict(row.cells)) for sheet in incoming.sheets for row in sheet.rows]


def refusal(name: str, data: bytes | str, encoding: str = "") -> list[str]:
    """The lines of a refusal, without the name of the file."""
    with pytest.raises(Refused) as caught:
        read(name, data, encoding)
    return [line.removeprefix(f"{name}: ") for line in caught.value.lines]


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()
