"""A text as people are shown it: safe, in letters that the stream has, no wider than it is."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from icccat.terminal.direction import with_isolates
from icccat.terminal.encodings import readable
from icccat.terminal.safe import safe
from icccat.terminal.wrapping import folded

if TYPE_CHECKING:
    from collections.abc import Iterator


def fitted(text: str, stream: TextIO, most: int, *, multiline: bool = False) -> str:
    """The text as the stream shows it, its lines broken where they have more cells than `most`.

    0: they are not broken. Line ends of its own stay with `multiline`.
    """
    shown = readable(safe(text, multiline=multiline), stream.encoding)
    return "\n".join(_lines(shown, most))


def _lines(text: str, most: int) -> Iterator[str]:
    for line in text.split("\n"):
        yield from map(with_isolates, folded(line, most) if most else [line])


def columns(stream: TextIO) -> int:
    """How many cells a line of the stream has; 0 where it is no terminal."""
    if stream.isatty():
        with suppress(OSError, ValueError):  # no file of the system's, or closed
            return os.get_terminal_size(stream.fileno()).columns
    return 0
