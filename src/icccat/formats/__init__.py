"""The formats that records leave in and come in; each is a file here, loaded when used."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import PurePath

    from icccat.records.columns import Column
    from icccat.records.record import Record

FORMATS = ("csv", "json", "tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is exported: records in order, in these columns, of a catalogue of `total` records."""

    records: Sequence[Record]
    columns: Sequence[Column]
    total: int
    notes: bool = False


class Format(Protocol):
    """What the module of a format offers."""

    def write(self, selection: Selection, *, to_file: bool) -> bytes:
        """The whole file, or what goes to stdout."""


def format_named(name: str) -> Format:
    """The module of the format; raises Refused with the nearest name."""
    if name not in FORMATS:
        sentence = _('there is no format "{name}": {known}')
        raise Refused(sentence.format(name=name, known=", ".join(FORMATS)))
    return cast("Format", import_module(f"icccat.formats.{name}"))


def format_of(path: PurePath) -> str:
    """The format that a file's ending says; raises Refused where it says none."""
    ending = path.suffix.removeprefix(".").lower()
    if ending in FORMATS:
        return ending
    near = nearest(ending, FORMATS) if ending else None
    sentence = _('the ending of "{name}" says no format: give one with --format ({known})')
    raise Refused(sentence.format(name=path.name, known=near or ", ".join(FORMATS)))
